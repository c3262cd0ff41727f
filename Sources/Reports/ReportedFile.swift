import Metrics

/// A file as it was when its figures were read: what tells it from every other.
public struct ReportedFile: Sendable {
  /// Its name, or that of the zip or workbook that the figures were packed in.
  public let name: String
  /// Its SHA-256 in hexadecimal digits; `nil` where it is not known.
  public let digest: String?
  /// Why there is no digest; empty where there is one.
  public let remark: String
  /// Its length in bytes.
  public let size: Int
  /// When it was last written, local to whoever reads the report.
  public let written: Moment

  /// A file with its digest, or with the reason why it has none.
  public init(name: String, digest: String?, remark: String = "", size: Int, written: Moment) {
    (self.name, self.digest, self.remark, self.size, self.written) = (name, digest, remark, size, written)
  }
}

/// What a report says of itself and of where its figures came from.
public struct Provenance: Sendable {
  /// The file behind each of the board's contributions, in their order.
  public let files: [ReportedFile]
  /// The settings and other files that the figures rest on as well.
  public let others: [ReportedFile]
  /// When the files were read and the report was made.
  public let made: Moment
  /// What made it: `sitrep 0.1.0`.
  public let program: String

  /// The provenance of a board's figures.
  public init(files: [ReportedFile], others: [ReportedFile] = [], made: Moment, program: String) {
    (self.files, self.others, self.made, self.program) = (files, others, made, program)
  }
}
