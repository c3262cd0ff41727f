/// What is known about a stored result. It is kept beside the CSV, so that a board that is restarted does not fetch
/// again what has not changed.
public struct FetchRecord: Hashable, Sendable {
  /// The table.
  public var table: FetchedTable
  /// When it was fetched, or found to be unchanged, in seconds since 1970.
  public var checked: Int
  /// The file of the CSV, by device and number: another file may have replaced it since.
  public var device: UInt64, inode: UInt64
  /// When that file was last written, in nanoseconds since 1970.
  public var modifiedNanoseconds: Int64

  /// A record of a file.
  public init(table: FetchedTable, checked: Int, device: UInt64, inode: UInt64, modifiedNanoseconds: Int64) {
    self.table = table
    self.checked = checked
    self.device = device
    self.inode = inode
    self.modifiedNanoseconds = modifiedNanoseconds
  }

  /// The record on one line.
  public var line: String {
    var list = FieldList()
    list.add("rows", table.rows)
    table.add(to: &list)
    list.add("checked", checked)
    list.add("device", "\(device)")
    list.add("inode", "\(inode)")
    list.add("modified", "\(modifiedNanoseconds)")
    return list.line
  }

  /// A record from a line; `nil` where the line is not a record.
  public init?(line: String) {
    guard let list = FieldList(line: line), let rows = list.number("rows"), let table = FetchedTable(rows: rows, list),
      let checked = list.number("checked"), let device = list["device"].flatMap({ UInt64($0) }),
      let inode = list["inode"].flatMap({ UInt64($0) }), let modified = list["modified"].flatMap({ Int64($0) })
    else { return nil }
    self.init(table: table, checked: checked, device: device, inode: inode, modifiedNanoseconds: modified)
  }
}
