/// The headers that layouts have claimed, so that the next file with the same one is not held against every layout again.
///
/// A folder holds a file a month under few headers. One memory serves one thread, and one set of surroundings.
public final class HeaderMemory {
  /// A header that was claimed, and what reads the rows under it.
  struct Entry {
    let layout: Layout
    /// As it stood in the first file.
    let header: Header
    fileprivate let row: [UInt8]
    fileprivate let ends: [Int]
    fileprivate var reader: (any RowReader)?
  }

  private static let limit = 64
  private var entries: [Entry] = []

  /// A memory without a header.
  public init() {}

  /// What claims a row of exactly these fields.
  func claimant(of row: Record) -> (layout: Layout, header: Header)? {
    place(of: row).map { (entries[$0].layout, entries[$0].header) }
  }

  /// Remembers what claims a row.
  func remember(_ layout: Layout, _ header: Header, row: Record) {
    guard entries.count < HeaderMemory.limit, place(of: row) == nil else { return }
    entries.append(Entry(layout: layout, header: header, row: row.content, ends: row.ends))
  }

  /// A reader of the rows under a header: a copy of the one made for the first file, where that one would be the same.
  func reader(of layout: Layout, _ header: Header, _ context: ReadingContext) -> any RowReader {
    let place = entries.firstIndex {
      $0.layout.name == layout.name && $0.header.line == header.line && $0.header.titles == header.titles
    }
    guard let place, !layout.readsPreamble || header.preamble.isEmpty && entries[place].header.preamble.isEmpty else {
      return layout.reader(header, context)
    }
    if let reader = entries[place].reader { return reader }
    let reader = layout.reader(header, context)
    entries[place].reader = reader
    return reader
  }

  private func place(of row: Record) -> Int? {
    entries.firstIndex { $0.ends == row.ends && $0.row == row.content }
  }
}
