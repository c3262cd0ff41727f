import Extracts
import Metrics

/// A figure whose rows are wanted as its file has them.
public struct RowRequest: Sendable {
  /// The series.
  public let key: Series.Key
  /// The period.
  public let period: Period
  let file: FoundFile
  let context: ReadingContext

  /// The rows of a figure of a loaded board; `nil` where the contribution has no file.
  public init?(_ key: Series.Key, _ period: Period, contribution: Int, in loaded: Loaded) {
    guard loaded.files.indices.contains(contribution) else { return nil }
    self.key = key
    self.period = period
    file = loaded.files[contribution]
    context = ReadingContext(of: loaded.board.healthSystem)
  }

  /// The period as the file writes it: a position to date is in the row of its month.
  private var filedPeriod: Period {
    if case .yearToDate(let month) = period, key.metric.position == .toDate { return .month(month) }
    return period
  }

  /// The answer where the disk did not answer.
  var unanswered: RowReading {
    RowReading(request: self, columns: [], rows: [], remark: "the disk does not answer; the figure is from when it did")
  }

  /// Reads the file again for just these rows.
  ///
  /// - Parameter beat: called after every block.
  public func read(beat: () -> Void = {}) -> RowReading {
    if let source = file.source, let found = source.rows(key.organisation, filedPeriod, beat: beat) {
      let rows = found.rows.enumerated().map { (line: $0.offset + 1, fields: $0.element) }
      return RowReading(request: self, columns: found.columns, rows: rows, remark: found.remark)
    }
    let hasChanged = file.hasChanged
    // A table has rows instead of lines.
    let header = file.source == nil ? 0 : 1
    let selection = RowSelection(
      metric: key.metric, organisation: key.organisation, period: filedPeriod, part: key.part)
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

  /// The file's name.
  public var fileName: String { request.file.name }
  /// When the file was last written, in seconds since 1970.
  public var modified: Int { request.file.identity.modified }
}
