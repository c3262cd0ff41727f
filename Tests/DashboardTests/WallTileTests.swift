import Metrics
import Screen
import Testing

@testable import Dashboard

/// A tile of a wall, whatever figure it has and however large it is: what is dropped first, and what never.
@Suite struct WallTileTests {
  /// Figures that make tiles difficult: long names, long amounts, no target, no chart, no counts.
  private static let awkward: Board = {
    let system = HealthSystem(
      code: "QT9", name: "Awkward", shortName: "Awkward", asAt: Moment("2016-11-22T09:00"),
      organisations: [Organisation(code: "RT9", name: "Long Trust", shortName: "Long", role: .provider)],
      targets: [
        Target("local.standards", scope: .organisation("QT9"), kind: .standard, value: Decimal(9), source: "plan"),
        Target("local.visits", scope: .organisation("QT9"), kind: .standard, value: Decimal(999_000), source: "plan"),
      ],
      metrics: [
        Metric(
          "local.standards", title: "Cancer waiting-time standards that were met", unit: .patients, direction: .higher,
          rollUp: .snapshot),
        Metric(
          "local.visits", title: "Attendances at every department", unit: .patients, direction: .lower, rollUp: .flow),
        Metric(
          "local.cost", title: "Cost of delays in acute hospitals", unit: .pounds, direction: .lower, rollUp: .flow),
      ])
    let figures = (0..<20).flatMap { back -> [Observation] in
      let month = Period.month(Testshire.last.advanced(by: -back))
      let rows = RowSpan(line: 2 + back)
      return [
        Observation("local.standards", of: "QT9", in: month, .count(Count(7)), rows: rows),
        Observation("local.visits", of: "QT9", in: month, .count(Count(1_234_567 + back * 1001)), rows: rows),
        Observation(
          "local.cost", of: "QT9", in: month, .money(Money(pounds: 12_345_678 + back, precision: 1)), rows: rows),
      ]
    }
    let position = FinancePosition(
      organisation: "RT9", month: Testshire.last, basis: .includingSTF,
      controlTotal: Money(pounds: -9_500_000, precision: 1000), planToDate: nil, actualToDate: nil,
      forecast: Money(pounds: -10_700_000, precision: 1000), rows: RowSpan(line: 2), document: "finance.csv")
    return Board(
      system,
      [
        Contribution(
          file: SourceFile(name: "own.csv"), layout: "own", observations: Observations(figures),
          finance: FinanceRecords(positions: [position]))
      ])
  }()

  private static let figures: [WallFigure] = [Testshire.board, Planshire.board, awkward].flatMap { board in
    let state = Session(board).state
    return board.healthSystem.organisations.map(\.code).reduce(WallView.everyMetric(of: state).figures) {
      $0 + WallView.rows(SeriesDigest.metrics(of: $1, state.context), of: $1, state).figures
    }
  }

  /// Every figure in tiles of many sizes.
  private func forEachTile(_ check: (WallTileLayout, Comment) -> Void) {
    for shown in Self.figures {
      for columns in [20, 22, 28, 36, 56, 76] {
        for rows in [3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 22, 28] {
          let layout = WallTileLayout(shown, in: Size(columns: columns, rows: rows))
          check(layout, "\(shown.name) \(shown.written) in \(columns)x\(rows)")
        }
      }
    }
  }

  @Test func `the figure is in large digits wherever there are rows for them`() {
    #expect(Self.figures.contains { $0.name == "Control total" } && Self.figures.count > 15)
    forEachTile { layout, name in
      guard layout.size.rows >= 6, layout.size.columns >= 22 else { return }
      #expect(layout.digits != nil, name)
    }
  }

  @Test func `a name is inside wherever a row is left for a trend, or for nothing`() {
    forEachTile { layout, name in
      let lines = layout.lines
      #expect(lines.left == 0 || layout.name != nil || !lines.name.isEmpty, name)
    }
  }

  @Test func `a part of a name stands for it only where the whole name fits at no size`() {
    forEachTile { layout, name in
      guard let whole = WallName(layout.shown, telling: [], over: layout.digits, in: layout.size) else { return }
      let named = WallName(layout.shown, telling: ["4H"], over: layout.digits, in: layout.size)
      #expect(named?.lines == whole.lines, name)
    }
  }

  @Test func `a figure with a target says missed or met`() {
    forEachTile { layout, name in
      let shown = layout.shown
      guard layout.size.rows >= 5, !shown.standingWord.isEmpty else { return }
      let said = layout.lines.words.map(\.plain).joined(separator: " ")
      #expect(layout.standing?.isWord == true || said.contains(shown.standingWord), "\(name): \(said)")
    }
  }

  @Test func `the state is a large word or sign beside the digits wherever a sign has room`() {
    forEachTile { layout, name in
      guard let digits = layout.digits, !layout.shown.standingWord.isEmpty else { return }
      let free = layout.size.columns - digits.size.columns - layout.shown.suffix.count - 3
      #expect(free < 4 || layout.standing != nil, name)
    }
  }

  @Test func `nothing is drawn over anything else, nor cut`() {
    forEachTile { layout, name in
      let lines = layout.lines
      let rows = (layout.name.map { $0.rows + 1 } ?? 0) + (layout.digits?.size.rows ?? 1)
      let used = lines.name.count + (lines.hasGap ? 1 : 0) + lines.words.count + lines.left
      #expect(rows + used == layout.size.rows || layout.size.rows < rows, name)
      for text in lines.words + lines.name { #expect(text.width <= layout.size.columns, "\(name): \(text.plain)") }
      #expect(!lines.words.contains { $0.plain.hasSuffix("short of") }, name)
      guard let standing = layout.standing else { return }
      #expect(standing.column + standing.shape.size.columns <= layout.size.columns, name)
    }
  }

  @Test func `large digits are rounded only where they must be, and the figure is exact below them`() {
    forEachTile { layout, name in
      guard let digits = layout.digits, digits.text != layout.shown.digits else { return }
      let exact = BigDigits(layout.shown.digits).size
      let isTooWide = exact.columns > layout.size.columns - layout.shown.suffix.count - 1
      #expect(isTooWide || exact.rows > BigDigits(digits.text).size.rows, name)
      #expect(layout.lines.words.contains { $0.plain.contains(layout.shown.digits) }, name)
    }
  }

  @Test(arguments: [
    (-10_700_000, -9_500_000, ["(10.70)", "(10.7)", "(11)"]),
    (-10_700_000, -10_650_000, ["(10.70)", "(10.7)", "(11)"]),
    (9_996_000, 10_000_000, []), (400_000, 0, ["0.40", "0.4"]), (-10_740_000, -10_700_000, ["(10.74)", "(11)"]),
  ])
  func `a rounded figure is on the same side of its target and of zero`(
    pounds: Int, target: Int, forms: [String]
  ) throws {
    let money = Metrics.Measurement.money(Money(pounds: pounds, precision: 1000))
    let metric = try #require(MetricCatalogue.builtIn[.controlTotal])
    let figure = Figure(
      key: Series.Key(metric.id, "RZ1"), period: .undated, measurement: money, origin: .summedParts,
      target: Target(metric.id, kind: .standard, value: Decimal(target), source: ""), direction: metric.direction,
      traits: metric.traits)
    #expect(figure.roundedDigits(unit: .pounds) == forms)
  }

  @Test func `a count that is too long is written in thousands`() throws {
    let figure = Figure(
      key: Series.Key("own.visits", "RZ1"), period: .undated, measurement: .count(Count(1_234_567)),
      origin: .summedParts, target: nil, direction: .lower)
    #expect(figure.roundedDigits(unit: .patients) == ["1.2m", "1m", "1,234.6k", "1,235k"])
  }
}
