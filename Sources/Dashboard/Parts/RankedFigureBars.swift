import Metrics
import Screen

/// The organisations with a figure of a metric as bars, with a box for each perspective: for a single period, which
/// makes no chart.
struct RankedFigureBars {
  private let metric: Metric
  private let period: Period?
  /// The organisations of each perspective, the worst first.
  private let groups: [(title: String, rankedFigures: [RankedFigure])]
  /// The organisation the page is about.
  private let current: OrganisationCode?

  init(_ digest: MetricDigest, current: OrganisationCode?) {
    metric = digest.metric
    period = digest.period
    self.current = current
    groups = [(digest.perspective, digest.rankedFigures), (digest.perspective.other, digest.otherStandings)].compactMap
    {
      perspective, rankedFigures in
      let known = rankedFigures.filter { $0.figure?.value != nil }
      return known.isEmpty ? nil : (perspective.words(of: digest.metric).capitalizedFirst, known)
    }
  }

  /// The organisations of one perspective: that of the page's organisation.
  init?(_ digest: MetricDigest, amongLikesOf code: OrganisationCode) {
    let all = RankedFigureBars(digest, current: code)
    guard let own = all.groups.first(where: { group in group.rankedFigures.contains { $0.organisation.code == code } })
    else { return nil }
    self.init(all, groups: [own])
  }

  private init(_ all: RankedFigureBars, groups: [(title: String, rankedFigures: [RankedFigure])]) {
    metric = all.metric
    period = all.period
    current = all.current
    self.groups = groups
  }

  /// Whether there is more than one bar, and no amount below zero: a single bar only repeats its figure, and a negative
  /// amount has no bar.
  var isWorthIt: Bool {
    groups.contains { $0.rankedFigures.count > 1 } && groups.joined.allSatisfy { ($0.figure?.value ?? .zero) >= .zero }
  }

  /// The lines of the thickest bar, with the blank line before it.
  private static let tallest = 3

  /// The lines that it would like, borders included.
  var height: Int { 3 + Self.tallest * (groups.map(\.rankedFigures.count).max() ?? 0) }

  func draw(on frame: inout Frame, in region: Region) {
    let columns = region.columns >= 100 ? groups.count : 1
    let shown = groups.prefix(columns)
    for (group, place) in zip(shown, region.splitColumns(shown.map { _ in .weight(1) })) {
      let box = Box(title: "\(group.title) · \(metric.title)", note: period?.title ?? "")
      draw(group.rankedFigures, on: &frame, in: box.draw(on: &frame, in: place).inset(rows: 0, columns: 1))
    }
  }

  private func draw(_ rankedFigures: [RankedFigure], on frame: inout Frame, in region: Region) {
    // The bars are as thick as they can be while all of them are visible, with a blank line before each.
    let height = min(Self.tallest, max(1, region.rows / max(1, rankedFigures.count)))
    let count = rankedFigures.count <= region.rows ? rankedFigures.count : max(0, region.rows - 1)
    let all = groups.joined.map(\.organisation.shortName)
    let width = min(all.map(\.count).max() ?? 0, region.columns / 3)
    let names = toldApart(rankedFigures.map(\.organisation.shortName), to: width, cut: cutAsDrawn)
    for (position, rankedFigure) in rankedFigures.prefix(count).enumerated() {
      let place = region.inset(top: position * height + (height > 1 ? 1 : 0))
      draw(rankedFigure, (names[position], width), thick: max(1, height - 1), on: &frame, in: place)
    }
    if count < rankedFigures.count {
      frame.write(StyledText("\(rankedFigures.count - count) more", .faint), in: region, line: count)
    }
  }

  /// Draws `MKUH  ━━━━━━━╋━  80.4 ▼ 4.6`, the bar on as many lines as it is thick.
  private func draw(
    _ rankedFigure: RankedFigure, _ name: (words: String, width: Int), thick: Int, on frame: inout Frame,
    in line: Region
  ) {
    guard let figure = rankedFigure.figure, !line.isEmpty else { return }
    let all = groups.joined
    func widest(_ text: (Figure) -> String) -> Int { all.compactMap { $0.figure.map { text($0).count } }.max() ?? 0 }
    let (digits, variance) = (widest { $0.digits(unit: metric.unit) }, widest { $0.markedVariance(unit: metric.unit) })
    let isCurrent = rankedFigure.organisation.code == current
    frame.write(
      name.words, row: line.row, column: line.column, role: isCurrent ? .strong : .text, width: name.width)
    let right = digits + (variance > 0 ? variance + 1 : 0)
    let bar = line.inset(left: name.width + 2, right: right + 2)
    for row in 0..<min(thick, line.rows) {
      draw(figure, thick > 1 ? .block : .line, on: &frame, in: bar.inset(top: row))
    }
    frame.write(
      figure.digits(unit: metric.unit), row: line.row, column: bar.right + 2, role: isCurrent ? .strong : .text,
      width: digits, alignment: .trailing)
    frame.write(
      figure.markedVariance(unit: metric.unit), row: line.row, column: bar.right + 2 + digits + 1, role: figure.role,
      width: variance)
  }

  private func draw(_ figure: Figure, _ shape: HorizontalBar.Shape, on frame: inout Frame, in place: Region) {
    let values = groups.joined.flatMap { [$0.figure?.value?.double, $0.figure?.target?.value.double] }.compactMap { $0 }
    let whole = metric.unit == .percent ? max(100, values.max() ?? 0) : max(values.max() ?? 0, 1)
    HorizontalBar(
      share: figure.value.map { $0.double / whole }, target: figure.target.map { $0.value.double / whole },
      role: figure.isMet.map { $0 ? .barFavourable : .barAdverse } ?? .bar, shape: shape
    ).draw(on: &frame, in: place)
  }
}

extension [(title: String, rankedFigures: [RankedFigure])] {
  /// The organisations of all of them.
  fileprivate var joined: [RankedFigure] { flatMap(\.rankedFigures) }
}
