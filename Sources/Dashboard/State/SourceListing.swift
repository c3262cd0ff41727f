import Metrics

/// Rows of a file as the file has them, or why they cannot be shown.
public struct SourceListing: Hashable, Sendable {
  /// The figure that they belong to.
  public let key: Series.Key
  /// Its period.
  public let period: Period
  /// The file.
  public let file: String
  /// When the file was last written, `14 Feb 2018 09:12`; empty when unknown.
  public let written: String
  /// The names of the columns.
  public let header: [String]
  /// Each row, with the line on which it starts.
  public let rows: [(line: Int, fields: [String])]
  /// Why there are none, or what has changed since they were read; empty otherwise.
  public let remark: String

  /// Rows that were read again from their file.
  public init(
    key: Series.Key, period: Period, file: String, written: String = "", header: [String] = [],
    rows: [(line: Int, fields: [String])] = [], remark: String = ""
  ) {
    self.key = key
    self.period = period
    self.file = file
    self.written = written
    self.header = header
    self.rows = rows
    self.remark = remark
  }

  /// Whether everything is equal.
  public static func == (left: SourceListing, right: SourceListing) -> Bool {
    left.key == right.key && left.period == right.period && left.file == right.file && left.header == right.header
      && left.remark == right.remark
      && left.rows.elementsEqual(right.rows) { $0.line == $1.line && $0.fields == $1.fields }
  }

  /// Hashes the identity of the listing.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(period)
    hasher.combine(rows.count)
  }
}
