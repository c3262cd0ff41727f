import Metrics

/// The shape of one kind of file: the columns that its header must have, and the reader of the rows below.
struct Layout: Sendable {
  /// Makes a reader of the rows below a header in which the columns were found.
  typealias ReaderMaker = @Sendable (Header, ReadingContext) -> any RowReader

  /// Its name in messages: `A&E monthly`.
  let name: String
  /// For files without a header: the names that the header would have, if the first row belongs to such a file.
  let headerless: (@Sendable (Record) -> [String]?)?
  /// Whether the reader also uses the rows above the header.
  let readsPreamble: Bool
  /// Why a file with such a header is not read after all; `nil` where it is.
  let refusal: (@Sendable (Header) -> ExtractProblem?)?
  /// Whether a `system.toml` defines it; it then has precedence over the published ones.
  let isLocal: Bool
  private let bind: @Sendable (inout ColumnBinder) throws(MissingColumn) -> ReaderMaker

  /// A layout.
  ///
  /// - Parameters:
  ///   - columns: finds its columns in a header. A column that a file must have is named there, and nowhere else.
  ///   - reader: makes a reader from the header, the columns found in it, and what the system says about its files.
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

  /// The layout with its columns found in a header; `nil` where the header lacks a required column.
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

/// A layout that claims a header, with its columns found there.
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

  /// The precedence among layouts that claim the same header: a system's own, then the one that requires more columns.
  var rank: Int { requiredCount + (layout.isLocal ? 1 << 16 : 0) }

  /// The same layout, for the same header on another line, with other rows above it.
  func moved(to line: Int, under preamble: [[String]]) -> BoundLayout {
    var bound = self
    bound.header = header.moved(to: line, under: preamble)
    return bound
  }

  /// A reader of the rows below the header.
  func reader(_ context: ReadingContext) -> any RowReader { makeReader(header, context) }
}
