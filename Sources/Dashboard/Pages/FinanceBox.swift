import Metrics
import Screen

/// The bridges, savings schemes and plan of a body, in a box.
struct FinanceBox {
  let state: State
  let code: OrganisationCode

  func draw(on frame: inout Frame, in region: Region) {
    let ledger = state.board.ledger
    let bridges = ledger.bridgesToShow(for: code)
    let schemes = ledger.schemes(of: code)
    let plan = ledger.planLines(of: code)
    let title = !bridges.isEmpty ? "Bridge, £m" : !schemes.isEmpty ? "Savings schemes, £m" : "Plan"
    let inner = Box(title: title, footer: bridges.first.map { state.board.organisation($0.organisation).shortName + " " + $0.period.title } ?? "")
      .draw(on: &frame, in: region).inset(rows: 0, columns: 1)
    var line = 0
    for bridge in bridges where line < inner.rows {
      if line > 0 {
        frame.write(StyledText(state.board.organisation(bridge.organisation).shortName + " " + bridge.period.title, .heading), in: inner, line: line)
        line += 1
      }
      let rows = MoneyLines.condensed(MoneyLines.rows(bridge), to: max(3, inner.rows - line))
      Waterfall(rows).draw(on: &frame, in: inner.inset(top: line))
      line += rows.count + 1
    }
    if !schemes.isEmpty, line < inner.rows {
      for words in SchemeWords(schemes).lines.prefix(inner.rows - line) {
        frame.write(words.name, in: inner.inset(right: 16), line: line)
        frame.write(words.amount, in: inner, line: line, alignment: .trailing)
        line += 1
      }
    }
    for row in plan where line < inner.rows {
      frame.write(StyledText("\(row.year.text) \(row.scenario) · \(row.line)", .text), in: inner.inset(right: 10), line: line)
      frame.write(StyledText(row.amount.millions, row.amount.pounds < 0 ? .targetMissed : .text), in: inner, line: line, alignment: .trailing)
      line += 1
    }
    if line == 0 { frame.write(StyledText("no bridge, schemes or plan", .faint), in: inner, line: 0) }
  }
}

/// Savings schemes in lines: delivered of plan.
struct SchemeWords {
  let schemes: [SavingsScheme]

  init(_ schemes: [SavingsScheme]) { self.schemes = schemes }

  var lines: [(name: StyledText, amount: StyledText)] {
    guard let latest = schemes.map(\.period).max() else { return [] }
    let heading = (name: StyledText("Savings to \(latest.title)", .heading), amount: StyledText("delivered of plan", .faint))
    return [heading] + schemes.filter { $0.period == latest }.map { scheme in
      let plan = scheme.plan?.millions ?? "–"
      let isShort = (scheme.delivered?.pounds ?? 0) < (scheme.plan?.pounds ?? 0)
      let name = scheme.title + (scheme.isRecurrent == false ? " (once)" : "")
      guard let delivered = scheme.delivered else { return (StyledText(name), StyledText("plan \(plan)", .faint)) }
      return (StyledText(name), StyledText("\(delivered.millions) of \(plan)", isShort ? .targetMissed : .targetMet))
    }
  }
}
