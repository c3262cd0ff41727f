import Metrics
import Screen

/// The organisations of a panel, one on each line: name, figure, variance and trend, with columns as wide as their
/// contents.
struct RankedFigureLines {
  let digest: MetricDigest
  private let digitsWidth: Int
  private let varianceWidth: Int
  private let trendWidth: Int
  private let nameWidth: Int
  /// The names that are not as they are because they would be cut.
  private let names: [OrganisationCode: String]

  private var unit: Metric.Unit { digest.metric.unit }

  init(_ digest: MetricDigest, columns: Int) {
    self.digest = digest
    let unit = digest.metric.unit
    // The organisations of the other perspective use the same columns, further down.
    let figures = (digest.rankedFigures + digest.otherStandings).compactMap(\.figure)
    digitsWidth = 1 + max(4, figures.map { $0.digits(unit: unit).count }.max() ?? 0)
    varianceWidth = figures.map { $0.markedVariance(unit: unit).count }.max() ?? 0
    let hasTrend = digest.trends.values.contains { $0.count { $0 != nil } > 1 }
    let longest = digest.rankedFigures.map(\.organisation.shortName.count).max() ?? 0
    // The gutter, the two columns, and the cells between them.
    let free = columns - 2 - digitsWidth - 1 - varianceWidth
    let rest = free - max(10, min(longest, 22)) - 1
    trendWidth = hasTrend && rest >= 5 ? min(MetricDigest.trendLength, rest) : 0
    nameWidth = max(4, free - (trendWidth > 0 ? trendWidth + 1 : 0))
    let organisations = (digest.rankedFigures + digest.otherStandings).map(\.organisation)
    let told = toldApart(organisations.map(\.shortName), to: nameWidth, cut: cutAsDrawn)
    names = Dictionary(zip(organisations.map(\.code), told), uniquingKeysWith: { first, _ in first })
  }

  func draw(_ rankedFigure: RankedFigure, on frame: inout Frame, in line: Region, isSelected: Bool) {
    guard !line.isEmpty else { return }
    let figure = rankedFigure.figure
    let row = line.row
    frame.write(
      isSelected ? "▸ " : "  ", row: row, column: line.column, role: isSelected ? .selectionMark : .text,
      selected: isSelected)
    var column = frame.write(
      names[rankedFigure.organisation.code] ?? "", row: row, column: line.column + 2,
      role: isSelected ? .strong : .text, width: nameWidth, selected: isSelected)
    column = frame.write(
      figure?.digits(unit: unit) ?? "–", row: row, column: column,
      role: figure?.value == nil ? figure?.role ?? .missing : .text, width: digitsWidth, alignment: .trailing,
      selected: isSelected)
    column = frame.write(
      figure?.isRestated == true ? "≠" : " ", row: row, column: column, role: .strong, selected: isSelected)
    column = frame.write(
      figure?.markedVariance(unit: unit) ?? "", row: row, column: column, role: figure?.role ?? .missing,
      width: varianceWidth, selected: isSelected)
    guard trendWidth > 0 else { return }
    column = frame.write(" ", row: row, column: column, selected: isSelected)
    let trend = digest.trends[rankedFigure.organisation.code]?.sparkline(width: trendWidth) ?? ""
    frame.write(
      trend, row: row, column: column, role: .chartLine, width: trendWidth, alignment: .trailing, selected: isSelected)
  }
}
