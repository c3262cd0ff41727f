import Metrics

/// The shape of one kind of file: the columns its header must name, and what reads the rows under them.
struct Layout: Sendable {
  /// Makes a reader of the rows under a header in which the columns were found.
  typealias ReaderMaker = @Sendable (Header, ReadingContext) -> any RowReader

  /// Its name in messages: `A&E monthly`.
  let name: String
  /// For files without a header: the names it would have, if the first row is one of theirs.
  let headerless: (@Sendable (Record) -> [String]?)?
  /// Whether the reader also uses the rows above the header.
  let readsPreamble: Bool
  /// Why a file with such a header is not read after all; `nil` where it is.
  let refusal: (@Sendable (Header) -> ExtractProblem?)?
  /// Whether a `system.toml` defines it; it then goes before the published ones.
  let isLocal: Bool
  private let bind: @Sendable (inout ColumnBinder) throws(MissingColumn) -> ReaderMaker

  /// A layout.
  ///
  /// - Parameters:
  ///   - columns: finds its columns in a header. A column that a file must have is named there, and nowhere else.
  ///   - reader: makes a reader from the header, the columns found in it, and what the system says of its files.
  init<Columns: Sendable>(
    name: String, headerless: (@Sendable (Record) -> [String]?)? = nil, readsPreamble: Bool = false,
    refusal: (@Sendable (Header) -> ExtractProblem?)? = nil, isLocal: Bool = false,
    columns: @escaping @Sendable (inout ColumnBinder) throws(MissingColumn) -> Columns,
    reader: @escaping @Sendable (Header, Columns, ReadingContext) -> any RowReader
  ) {
    self.name = name
    self.headerless = headerless
    self.readsPreamble = readsPreamble
    self.refusal = refusal
    self.isLocal = isLocal
    bind = { (binder: inout ColumnBinder) throws(MissingColumn) in
      let places = try columns(&binder)
      return { header, context in reader(header, places, context) }
    }
  }

  /// The layout with its columns found in a header; `nil` where the header lacks one that it requires.
  func bound(to header: Header) -> BoundLayout? {
    var binder = ColumnBinder(header)
    do throws(MissingColumn) {
      let makeReader = try bind(&binder)
      return BoundLayout(self, header, requiredCount: binder.requiredCount, makeReader)
    } catch {
      return nil
    }
  }

  /// The required columns that a header lacks, and how many the layout requires.
  func missing(in header: Header) -> (columns: [Requirement], of: Int) {
    var binder = ColumnBinder(header, listsMissing: true)
    _ = try? bind(&binder)
    return (binder.missing, binder.requiredCount)
  }
}

/// A layout that claims a header: its columns have been found there.
struct BoundLayout: Sendable {
  let layout: Layout
  private(set) var header: Header
  private let requiredCount: Int
  private let makeReader: Layout.ReaderMaker

  fileprivate init(_ layout: Layout, _ header: Header, requiredCount: Int, _ makeReader: @escaping Layout.ReaderMaker) {
    self.layout = layout
    self.header = header
    self.requiredCount = requiredCount
    self.makeReader = makeReader
  }

  /// Which of two layouts that claim a header has it: a system's own, else the one that requires more.
  var rank: Int { requiredCount + (layout.isLocal ? 1 << 16 : 0) }

  /// The same under a header of the same names on another line, under other rows.
  func moved(to line: Int, under preamble: [[String]]) -> BoundLayout {
    var bound = self
    bound.header = header.moved(to: line, under: preamble)
    return bound
  }

  /// A reader of the rows under the header.
  func reader(_ context: ReadingContext) -> any RowReader { makeReader(header, context) }
}
