/// What is known of a result in the cache: beside its CSV, so that a board that is started again asks no second time for what
/// has not changed.
public struct FetchRecord: Hashable, Sendable {
  /// The table.
  public var table: FetchedTable
  /// When it was fetched, or found to be unchanged, in seconds since 1970.
  public var checked: Int
  /// Which file the CSV was: what stands there may be another by now.
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

  /// The record as a line.
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

  /// A record from a line; `nil` where it is none.
  public init?(line: String) {
    guard let list = FieldList(line: line), let rows = list.number("rows"), let table = FetchedTable(rows: rows, list),
      let checked = list.number("checked"), let device = list["device"].flatMap({ UInt64($0) }),
      let inode = list["inode"].flatMap({ UInt64($0) }), let modified = list["modified"].flatMap({ Int64($0) })
    else { return nil }
    self.init(table: table, checked: checked, device: device, inode: inode, modifiedNanoseconds: modified)
  }
}
