import Metrics
import Screen

/// Sentences about money.
enum MoneyWords {
  /// What each remaining month must achieve, beside what each month so far has achieved.
  static func needed(_ board: Board, of code: OrganisationCode, _ viewSettings: ViewSettings) -> StyledText? {
    guard let outturn = MetricCatalogue.position(.outturn),
      let month = board.shownPeriod(outturn, of: code, viewSettings)?.month,
      let position = board.ledger.position(of: code, in: month), let pace = pace(position, in: month)
    else { return nil }
    return StyledText("needs \(pace.needed.bracketedText) a month, had \(pace.achieved.bracketedText)", .text)
  }

  /// What each remaining month of the year must achieve, and what each so far has achieved; `nil` in the last month, for an
  /// incomplete sum, and where the control total and the actual position are on different bases.
  static func pace(_ position: LedgerPosition, in month: Month) -> (needed: Money, achieved: Money)? {
    guard position.comparesToDate, position.returned >= position.expected, let total = position.controlTotal,
      let actual = position.actualToDate,
      month.numberInNHSYear < 12
    else { return nil }
    let left = 12 - month.numberInNHSYear
    return (
      Money(pounds: Ratio((total - actual).pounds, left).rounded(places: 0), precision: 100_000),
      Money(pounds: Ratio(actual.pounds, month.numberInNHSYear).rounded(places: 0), precision: 100_000)
    )
  }

  /// The savings delivered against plan, with a gauge.
  static func savings(_ schemes: [SavingsScheme]) -> StyledText? {
    guard let latest = schemes.map(\.period).max() else { return nil }
    let shown = schemes.filter { $0.period == latest }
    guard let plan = Money.total(shown.lazy.map(\.plan)) else { return nil }
    guard let delivered = Money.total(shown.lazy.map(\.delivered)), plan.pounds > 0 else {
      return StyledText("savings planned \(plan.text)", .faint)
    }
    var text = StyledText("savings \(delivered.text) of \(plan.text)  ", .text)
    text.append(Gauge(share: Double(delivered.pounds) / Double(plan.pounds)).text(width: 10), .bar)
    return text
  }
}
