import Actions
import Metrics

/// The detail page as plain text: its chart, its breakdown or money, then its periods, the latest first.
struct SpokenDetail {
  private let page: DetailPage

  init(_ page: DetailPage) { self.page = page }

  private var board: Board { page.state.board }

  /// Every line.
  var lines: [String] {
    let charted = board.charted(
      page.key, upTo: page.shownPeriod, grain: (page.shownPeriod?.grain ?? .month) == .yearToDate ? .month : page.grain,
      choice: page.state.viewSettings.choice)
    let control = FigureSentence.control(charted)
    return [board.organisation(page.code).name + "."] + (control.isEmpty ? [] : ["Control chart: \(control)."]) + agreed
      + parts
      + page.sections.flatMap(section) + periods
  }

  /// Open actions and notes about it.
  private var agreed: [String] {
    guard let agreed = page.state.agreed else { return [] }
    return agreed.open(about: page.id, of: page.code).map { "Action: " + $0.sentence(board, on: page.state.today) }
      + agreed.book.notes(about: page.id, of: page.code).map {
        "Note\($0.subject.period.map { ", \($0.title)" } ?? ""): \($0.text)."
      }
  }

  private var parts: [String] {
    guard let breakdown = page.breakdownName, !page.parts.isEmpty else { return [] }
    let title = page.metric?.breakdowns.first { $0.name == breakdown }?.title ?? breakdown
    let number = page.breakdownCount > 1 ? ", \(page.breakdownNumber + 1) of \(page.breakdownCount)" : ""
    return ["Broken down: \(title)\(number), \(page.shownPeriod?.title ?? "")."]
      + page.parts.map { figure in
        let name = figure.key.part.map { board.itemName($0, of: page.id) } ?? ""
        return "\(name): \(page.said.words(figure))."
      }
  }

  private var periods: [String] {
    ["Over time, the latest first: \(page.periods.count)."]
      + page.periods.map { "\($0.period.title): \(page.said.words($0.figure, absence: absence($0.period)))." }
  }

  private func absence(_ period: Period) -> String { board.absence(of: page.key, in: period) }

  private func section(_ section: MoneyDigest.Section) -> [String] {
    switch section {
    case .bridge(let bridge): self.bridge(bridge)
    case .savings(let schemes):
      ["Savings schemes."]
        + SchemeTable(schemes).rows.map { row in
          "\(row.name): plan \(FigureSentence.value(row.plan)), delivered \(FigureSentence.value(row.delivered)), "
            + "forecast \(FigureSentence.value(row.forecast))."
        }
    case .plan(let lines): ["Plan."] + lines.map(page.said.plan)
    }
  }

  /// The steps in order, each subtotal after the amount that the steps before it do not reconcile.
  private func bridge(_ bridge: Bridge) -> [String] {
    let gaps = Dictionary(bridge.unreconciled.map { ($0.step, $0.difference) }, uniquingKeysWith: { first, _ in first })
    return ["Bridge of \(board.organisation(bridge.organisation).name), \(bridge.period.title)."]
      + bridge.steps.flatMap { step in
        (gaps[step].map { ["not reconciled: \(FigureSentence.value($0))."] } ?? [])
          + ["\(step.title): \(FigureSentence.value(step.amount))."]
      }
  }
}
