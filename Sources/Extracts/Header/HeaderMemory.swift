/// The headers that layouts have claimed, so that the next file with the same header is not compared with every layout
/// again.
///
/// A folder usually has one file a month under few headers. One memory belongs to one thread and one reading context.
public final class HeaderMemory {
  /// A header that was claimed, and the layout bound to it.
  private struct Entry {
    /// The layout, bound to the header as it was in the first file.
    let bound: BoundLayout
    let row: [UInt8]
    let ends: [Int]
    var reader: (any RowReader)?
  }

  private static let limit = 64
  private var entries: [Entry] = []

  /// An empty memory.
  public init() {}

  /// The layout that claims a row of exactly these fields.
  func claimant(of row: Record) -> BoundLayout? { place(of: row).map { entries[$0].bound } }

  /// Records the layout that claims a row.
  func remember(_ bound: BoundLayout, row: Record) {
    guard entries.count < HeaderMemory.limit, place(of: row) == nil else { return }
    entries.append(Entry(bound: bound, row: row.content, ends: row.ends))
  }

  /// A reader for the rows under a header: a copy of the first file's reader, where it would be the same.
  func reader(of bound: BoundLayout, _ context: ReadingContext) -> any RowReader {
    let (layout, header) = (bound.layout, bound.header)
    let place = entries.firstIndex {
      $0.bound.layout.name == layout.name && $0.bound.header.line == header.line
        && $0.bound.header.titles == header.titles
    }
    guard let place,
      !layout.readsPreamble || header.preamble.isEmpty && entries[place].bound.header.preamble.isEmpty
    else { return bound.reader(context) }
    if let reader = entries[place].reader { return reader }
    let reader = bound.reader(context)
    entries[place].reader = reader
    return reader
  }

  private func place(of row: Record) -> Int? {
    entries.firstIndex { $0.ends == row.ends && $0.row == row.content }
  }
}
