import Dashboard
import Metrics

/// The output of `sitrep check` for one file.
struct FileCheck {
  /// What the file contributes.
  let contribution: Contribution
  /// The title of the layout and its version: `A&E monthly` and `from August 2020`; both empty when no layout claims
  /// it.
  let layout: String, generation: String
  /// The first and the last period of its figures, and how many there are; `nil` when it has none.
  let periods: (first: Period, last: Period, count: Int)?
  /// The number of organisations in it.
  let organisations: Int
  /// The revised file of the same layout that covers the same periods and replaces it.
  var supersededBy: String?

  /// A summary of each file of a board, in the order of their names.
  static func all(_ contributions: [Contribution]) -> [FileCheck] {
    var files = contributions.map(FileCheck.init).sorted { $0.contribution.file.name < $1.contribution.file.name }
    for place in files.indices where !files[place].contribution.file.isRevised {
      let file = files[place]
      let revised = files.first {
        $0.contribution.file.isRevised && $0.layout == file.layout && $0.times == file.times && !file.times.isEmpty
      }
      files[place].supersededBy = revised?.contribution.file.name
    }
    return files
  }

  private let times: Set<Period>

  /// A summary of a file.
  init(_ contribution: Contribution) {
    self.contribution = contribution
    let parts = contribution.layout.split(separator: ",", maxSplits: 1)
    layout = parts.first.map(String.init) ?? ""
    generation = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    let finance = contribution.finance
    var periods = contribution.observations.periodsWithFigures
    periods.formUnion(finance.positions.map { .month($0.month) })
    periods.formUnion(finance.bridgeSteps.map(\.period))
    periods.formUnion(finance.schemes.map(\.period))
    periods.formUnion(finance.planLines.map { .year($0.year) })
    times = periods
    let inOrder = periods.sorted()
    self.periods = inOrder.first.flatMap { first in inOrder.last.map { (first, $0, inOrder.count) } }
    var codes = contribution.observations.organisationsWithFigures
    codes.formUnion(finance.positions.map(\.organisation))
    codes.formUnion(finance.bridgeSteps.map(\.organisation))
    codes.formUnion(finance.schemes.map(\.organisation))
    codes.formUnion(finance.planLines.map(\.organisation))
    organisations = codes.count
  }

  /// `Apr 2015 to Feb 2018, 35 periods`.
  var periodText: String {
    guard let periods else { return "none" }
    if periods.count == 1 { return periods.first.title }
    return "\(periods.first.title) to \(periods.last.title), \(periods.count) periods"
  }

  /// `none stated`, `4 stated, all agree with their rows`, or how many differ.
  var totalText: String {
    let totals = contribution.statedTotals
    let differing = totals.count { $0.stated != $0.summed }
    if totals.isEmpty { return "none stated" }
    if differing == 0 { return "\(totals.count) stated, all agree with their rows" }
    return "\(totals.count) stated, \(differing) \(differing == 1 ? "differs" : "differ")"
  }

  /// The file as JSON, with every member.
  var json: JSON {
    .object([
      ("file", .text(contribution.file.name)), ("layout", .text(orNull: layout)),
      ("generation", .text(orNull: generation)), ("encoding", .text(orNull: contribution.encoding)),
      ("rows_read", .whole(contribution.rowsRead)), ("rows_skipped", .whole(contribution.rowsSkipped)),
      ("periods", periodJSON), ("organisations", .whole(organisations)),
      ("totals", .list(contribution.statedTotals.map(\.json))),
      ("superseded_by", .text(orNull: supersededBy ?? "")),
    ])
  }

  private var periodJSON: JSON {
    guard let periods else { return .null }
    return .object([
      ("first", .text(orNull: periods.first.text)), ("last", .text(orNull: periods.last.text)),
      ("count", .whole(periods.count)),
    ])
  }
}

extension StatedTotal {
  /// The total and the sum of its parts, as JSON.
  fileprivate var json: JSON {
    .object([
      ("title", .text(title)), ("stated", .number(stated)), ("summed", .number(summed)), ("line", .whole(line)),
    ])
  }
}
