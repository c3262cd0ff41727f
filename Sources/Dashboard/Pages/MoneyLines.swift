import Metrics
import Screen

/// The money of a panel or page: the bridge as a waterfall, what it leaves unexplained, what is needed, the savings.
struct MoneyLines {
  let state: State
  let steps: [BridgeStep]

  /// The rows of the waterfall: subtotals and closings with what the steps before them leave unexplained.
  static func rows(_ bridge: Bridge) -> [Waterfall.Step] {
    let gaps = Dictionary(bridge.unexplained.map { ($0.step, $0.difference) }, uniquingKeysWith: { first, _ in first })
    return bridge.steps.flatMap { step -> [Waterfall.Step] in
      let row = Waterfall.Step(
        label: StyledText(step.title), amount: Double(step.amount.pounds) / 1e6, amountText: StyledText(step.amount.millions),
        kind: step.kind == .step ? .change : .total)
      guard let gap = gaps[step] else { return [row] }
      let hole = Waterfall.Step(
        label: StyledText("unexplained", .unexplained), amount: Double(gap.pounds) / 1e6, amountText: StyledText(gap.millions, .unexplained), kind: .unexplained)
      return [hole, row]
    }
  }

  func draw(on frame: inout Frame, in region: Region) {
    guard let bridge = state.board.ledger.bridgeToShow(for: state.scope) else { return }
    var lines: [StyledText] = []
    if let needed = MoneyWords.needed(state.board, of: state.scope, state.outlook) { lines.append(needed) }
    if let savings = MoneyWords.savings(state.board, of: state.scope) { lines.append(savings) }
    var region = region
    if bridge.organisation != state.scope, region.rows >= 7 {
      let title = "\(state.board.organisation(bridge.organisation).shortName), \(bridge.period.title)"
      frame.write(StyledText(title, .heading), in: region, line: 0)
      region = region.inset(top: 1)
    }
    let kept = min(lines.count, max(0, region.rows - 4))
    let room = region.rows - kept
    let rows = Self.condensed(Self.rows(bridge), to: room)
    Waterfall(rows).draw(on: &frame, in: region.inset(bottom: kept))
    for (line, words) in lines.prefix(kept).enumerated() { frame.write(words, in: region, line: min(rows.count, room) + line) }
  }

  /// As many rows as fit: totals and what is unexplained stay, the smallest steps are summed into one.
  static func condensed(_ rows: [Waterfall.Step], to count: Int) -> [Waterfall.Step] {
    guard rows.count > count, count >= 3 else { return rows }
    var kept = Set(rows.indices.filter { rows[$0].kind != .change })
    let changes = rows.indices.filter { rows[$0].kind == .change }.sorted { abs(rows[$0].amount) > abs(rows[$1].amount) }
    // Between two totals the sum of what is left out stands in one row, so that the bars still meet.
    let segments = Set(rows.indices.filter { rows[$0].kind == .total }).count
    for index in changes where kept.count + segments < count { kept.insert(index) }
    var result: [Waterfall.Step] = []
    var other = 0.0
    var left = 0
    for index in rows.indices {
      if kept.contains(index) {
        if rows[index].kind != .change, left > 0 {
          result.append(otherRow(other, left))
          (other, left) = (0, 0)
        }
        result.append(rows[index])
      } else {
        other += rows[index].amount
        left += 1
      }
    }
    if left > 0 { result.append(otherRow(other, left)) }
    return result
  }

  private static func otherRow(_ amount: Double, _ count: Int) -> Waterfall.Step {
    let money = Money(pounds: Int((amount * 1e6).rounded()), precision: 100_000)
    return Waterfall.Step(label: StyledText("\(count) more", .faint), amount: amount, amountText: StyledText(money.millions), kind: .change)
  }
}

/// Sentences about money.
enum MoneyWords {
  /// What each month left must bring, beside what each month so far has brought.
  static func needed(_ board: Board, of code: OrganisationCode, _ outlook: Outlook) -> StyledText? {
    guard let month = board.shownPeriod(.controlTotal, of: code, outlook)?.month,
      let position = board.ledger.position(of: code, in: month), let total = position.controlTotal,
      let actual = position.actualToDate, month.numberInNHSYear < 12
    else { return nil }
    let left = 12 - month.numberInNHSYear
    let needed = Money(pounds: Ratio((total - actual).pounds, left).rounded(places: 0), precision: 100_000)
    let average = Money(pounds: Ratio(actual.pounds, month.numberInNHSYear).rounded(places: 0), precision: 100_000)
    return StyledText("needs \(needed.millions) a month, had \(average.millions)", .text)
  }

  /// What the schemes have delivered of what they planned, with a gauge.
  static func savings(_ board: Board, of code: OrganisationCode) -> StyledText? {
    let schemes = board.ledger.schemes(of: code)
    guard let latest = schemes.map(\.period).max() else { return nil }
    let shown = schemes.filter { $0.period == latest }
    let plans = shown.compactMap(\.plan)
    guard let first = plans.first else { return nil }
    let plan = plans.dropFirst().reduce(first, +)
    let delivered = shown.compactMap(\.delivered)
    guard let start = delivered.first, plan.pounds > 0 else { return StyledText("savings planned \(plan.millions)", .faint) }
    let sum = delivered.dropFirst().reduce(start, +)
    var text = StyledText("savings \(sum.millions) of \(plan.millions)  ", .text)
    text.append(Gauge(share: Double(sum.pounds) / Double(plan.pounds)).text(width: 10), .bar)
    return text
  }
}
