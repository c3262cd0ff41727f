import Dashboard
import Metrics

/// A file behind a board's figures: what it is, what was read of it, and what tells this version of it from every other.
struct FileOrigin {
  let name: String
  /// The layout that claimed it, with its generation; that none did; empty for what is no extract.
  let layout: String
  let periods: String
  let rowsRead: Int?, rowsSkipped: Int?
  /// In bytes; of what is packed, the length of the zip or workbook.
  let size: Int?
  let written: Moment?
  /// In hexadecimal digits; empty where it is not known, and `remark` says why.
  let digest: String
  let remark: String

  /// Every file of a board in the order of names, then what else the figures rest on.
  static func all(_ board: Board, _ provenance: Provenance) -> [FileOrigin] {
    let known = Dictionary(
      zip(board.contributions.map(\.file.name), provenance.files), uniquingKeysWith: { first, _ in first })
    return FileCheck.all(board.contributions).map { FileOrigin($0, known[$0.contribution.file.name]) }
      + provenance.others.map(FileOrigin.init)
  }

  private init(_ check: FileCheck, _ file: ReportedFile?) {
    let contribution = check.contribution
    name = contribution.file.name
    layout =
      check.layout.isEmpty ? "none fits" : check.layout + (check.generation.isEmpty ? "" : ", \(check.generation)")
    periods = check.periods == nil ? "" : check.periodText
    (rowsRead, rowsSkipped) = (contribution.rowsRead, contribution.rowsSkipped)
    (size, written, digest) = (file?.size, file?.written, file?.digest ?? "")
    let isPacked = file.map { $0.name != contribution.file.name } ?? false
    let remarks = [
      file?.remark ?? "", isPacked ? "length and SHA-256 are those of \(file?.name ?? "")" : "",
      check.supersededBy.map { "superseded by \($0), whose figures count" } ?? "",
      contribution.staleness.map { "the last good figures: \($0.reason.rawValue) since \($0.since.title)" } ?? "",
    ]
    remark = remarks.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private init(_ file: ReportedFile) {
    (name, layout, periods) = (file.name, "", "")
    (rowsRead, rowsSkipped) = (nil, nil)
    (size, written, digest, remark) = (file.size, file.written, file.digest ?? "", file.remark)
  }
}
