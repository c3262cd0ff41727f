import Extracts
import Metrics

/// A figure whose rows are wanted as its file has them.
public struct RowRequest: Sendable {
  /// The series.
  public let key: Series.Key
  /// The period.
  public let period: Period
  /// The files with the periods wanted of each; a month of days may be in several.
  private let parts: [(file: FoundFile, periods: Set<Period>)]
  let context: ReadingContext

  /// The rows of a figure of a loaded board; `nil` where no contribution named has a file.
  public init?(_ key: Series.Key, _ period: Period, _ returns: [FiledReturn], in loaded: Loaded) {
    let known = returns.filter { loaded.files.indices.contains($0.contribution) }
    guard !known.isEmpty else { return nil }
    self.key = key
    self.period = period
    parts = known.map { (loaded.files[$0.contribution], $0.periods) }
    context = ReadingContext(of: loaded.board.healthSystem)
  }

  /// Where the first file is.
  var path: String { parts[0].file.path }
  /// The names of the files, in the order of their rows.
  var fileNames: [String] { parts.map(\.file.name) }
  /// When the file that was written last was written, in seconds since 1970.
  var modified: Int { parts.map(\.file.identity.modified).max() ?? 0 }

  /// The answer where the disk did not answer.
  var unanswered: RowReading {
    RowReading(request: self, columns: [], rows: [], remark: "the disk does not answer; the figure is from when it did")
  }

  /// Reads the files again for just these rows.
  ///
  /// - Parameter beat: called after every block.
  public func read(beat: () -> Void = {}) -> RowReading {
    let readings = parts.map { read($0.file, $0.periods, beat: beat) }
    guard let only = readings.first, readings.count > 1 else { return readings[0] }
    return RowReading(joining: readings, of: only.request)
  }

  private func read(_ file: FoundFile, _ periods: Set<Period>, beat: () -> Void) -> RowReading {
    // A query is asked for the whole time at once.
    let asked = periods.count == 1 ? periods.first ?? period : period
    if let source = file.source, let found = source.rows(key.organisation, asked, beat: beat) {
      let rows = found.rows.enumerated().map { (line: $0.offset + 1, fields: $0.element) }
      return RowReading(request: self, columns: found.columns, rows: rows, remark: found.remark)
    }
    let hasChanged = file.hasChanged
    // A table has rows instead of lines.
    let header = file.source == nil ? 0 : 1
    let selection = RowSelection(
      metric: key.metric, organisation: key.organisation, periods: periods, part: key.part)
    do throws(FeedFault) {
      let reading = try file.read(context, selecting: selection, beat: beat)
      let remark =
        hasChanged
        ? "the file has changed since the board was read; these are its rows now"
        : reading.sourceRows.isEmpty ? "no row of the file is about this figure alone" : ""
      return RowReading(
        request: self, columns: reading.columns, rows: reading.sourceRows.map { ($0.line - header, $0.fields) },
        remark: remark)
    } catch {
      let remark =
        error == .vanished
        ? "the file is gone; the figure is from when the board was read"
        : "the file cannot be read: " + error.words(of: file.name)
      return RowReading(request: self, columns: [], rows: [], remark: remark)
    }
  }
}

/// The rows of a figure, read again from their file.
public struct RowReading: Sendable {
  /// What was asked for.
  public let request: RowRequest
  /// The names of the columns.
  public let columns: [String]
  /// Each row with the line it starts on.
  public let rows: [(line: Int, fields: [String])]
  /// What a reader must know about them: that the file has changed, or why there are none; empty otherwise.
  public let remark: String

  /// The file's name, or how many files there are.
  public var fileName: String {
    let names = request.fileNames
    return names.count == 1 ? names[0] : "\(names.count) files"
  }
  /// When the file was last written, in seconds since 1970; of several the latest.
  public var modified: Int { request.modified }
}

extension RowReading {
  /// The rows of several files, one after the other, with the file's name before the fields of each. What stands under the
  /// same title in two files stands in one column.
  init(joining readings: [RowReading], of request: RowRequest) {
    var columns = ["file"]
    let places = readings.map { reading in
      var taken: Set<Int> = []
      return reading.columns.map { title -> Int in
        if let known = columns.indices.dropFirst().first(where: { columns[$0] == title && !taken.contains($0) }) {
          taken.insert(known)
          return known
        }
        columns.append(title)
        taken.insert(columns.count - 1)
        return columns.count - 1
      }
    }
    var rows: [(line: Int, fields: [String])] = []
    for (place, reading) in readings.enumerated() {
      for row in reading.rows {
        var fields = Array(repeating: "", count: columns.count)
        fields[0] = request.fileNames[place]
        for (position, field) in row.fields.enumerated() where places[place].indices.contains(position) {
          fields[places[place][position]] = field
        }
        rows.append((row.line, fields))
      }
    }
    let remarks = zip(request.fileNames, readings).filter { !$0.1.remark.isEmpty }.map { "\($0): \($1.remark)" }
    self.init(request: request, columns: columns, rows: rows, remark: remarks.joined(separator: "; "))
  }
}
