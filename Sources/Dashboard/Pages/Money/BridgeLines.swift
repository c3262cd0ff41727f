import Metrics
import Screen

/// A bridge as a waterfall with the differences that it does not reconcile, and remarks below it.
struct BridgeLines {
  let state: State
  let bridge: Bridge
  var remarks: [StyledText] = []

  /// The rows of a waterfall: each subtotal and closing amount after the amount that the steps before it do not
  /// reconcile.
  static func rows(_ bridge: Bridge) -> [Waterfall.Step] {
    let gaps = Dictionary(bridge.unreconciled.map { ($0.step, $0.difference) }, uniquingKeysWith: { first, _ in first })
    return bridge.steps.flatMap { step -> [Waterfall.Step] in
      let row = Waterfall.Step(
        label: StyledText(step.title, step.kind == .step ? .text : .strong), amount: Double(step.amount.pounds) / 1e6,
        amountText: StyledText(step.amount.millions, step.kind == .step ? .text : .strong),
        kind: step.kind == .step ? .change : .total)
      guard let gap = gaps[step] else { return [row] }
      let hole = Waterfall.Step(
        label: StyledText("not reconciled", .unexplained), amount: Double(gap.pounds) / 1e6,
        amountText: StyledText(gap.millions, .unexplained), kind: .unexplained)
      return [hole, row]
    }
  }

  /// Draws as much as fits, with the smallest steps summed where there is no room for all; returns the number of lines.
  func draw(on frame: inout Frame, in region: Region) -> Int {
    var used = 0
    if bridge.organisation != state.scope, region.rows >= 7 {
      frame.write(StyledText(title(room: region.columns), .heading), in: region, line: 0)
      used = 1
    }
    let all = Self.rows(bridge)
    let kept = min(remarks.count, max(0, region.rows - used - min(all.count, 6)))
    let rows = Self.condensed(all, to: region.rows - used - kept)
    let place = region.inset(top: used, bottom: kept)
    let waterfall = Waterfall(rows)
    waterfall.draw(on: &frame, in: place)
    used += min(waterfall.heights(in: place).reduce(0, +), place.rows)
    for (line, words) in remarks.prefix(kept).enumerated() { frame.write(words, in: region, line: used + line) }
    return used + kept
  }

  /// Whose it is and of when; where there is no room for both, the beginning and the end of the name.
  private func title(room: Int) -> String {
    let name = state.board.organisation(bridge.organisation).shortName
    let whole = "\(name), \(bridge.period.title)"
    return whole.count <= room ? whole : elided(name, to: room)
  }

  /// As many rows as fit: totals and amounts not reconciled stay, and the smallest steps are summed into one.
  static func condensed(_ rows: [Waterfall.Step], to count: Int) -> [Waterfall.Step] {
    guard rows.count > count, count >= 3 else { return rows }
    var kept = Set(rows.indices.filter { rows[$0].kind != .change })
    let changes = rows.indices.filter { rows[$0].kind == .change }.sorted {
      abs(rows[$0].amount) > abs(rows[$1].amount)
    }
    // Between two totals, one row has the sum of the steps left out, so that the bars still meet.
    let segments = rows.count { $0.kind == .total } - 1
    for index in changes where kept.count + segments < count { kept.insert(index) }
    var result: [Waterfall.Step] = []
    var other: (amount: Double, count: Int) = (0, 0)
    for index in rows.indices {
      guard kept.contains(index) else {
        other = (other.amount + rows[index].amount, other.count + 1)
        continue
      }
      if rows[index].kind != .change, other.count > 0 {
        result.append(otherRow(other.amount, other.count))
        other = (0, 0)
      }
      result.append(rows[index])
    }
    if other.count > 0 { result.append(otherRow(other.amount, other.count)) }
    return result
  }

  private static func otherRow(_ amount: Double, _ count: Int) -> Waterfall.Step {
    let money = Money(pounds: Int((amount * 1e6).rounded()), precision: 100_000)
    return Waterfall.Step(
      label: StyledText("\(count) more", .faint), amount: amount, amountText: StyledText(money.millions), kind: .change)
  }
}
