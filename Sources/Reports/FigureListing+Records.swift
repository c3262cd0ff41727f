import Dashboard
import Metrics

extension FigureListing {
  /// Steps of bridges, savings schemes and lines of plans, each with its file.
  ///
  /// The breakdown of a step is its kind, that of a plan line its scenario.
  var recordRows: [FigureRow] {
    let contributions = board.contributions
    return contributions.flatMap(bridgeRows) + contributions.flatMap(savingsRows) + contributions.flatMap(planRows)
  }

  private func bridgeRows(_ contribution: Contribution) -> [FigureRow] {
    guard let metric = MetricCatalogue.record(.bridge) else { return [] }
    let steps = contribution.finance.bridgeSteps
    let latest = latestPeriods(steps.map { ($0.organisation, $0.period) })
    return steps.compactMap { step in
      guard let organisation = board.tree[step.organisation], isListed(step.period, latest[organisation.code]) else {
        return nil
      }
      return FigureRow(
        metric, organisation, step.period, BreakdownItem(step.kind.rawValue, step.title), amount: step.amount,
        file: contribution.file.name, rows: step.rows)
    }
  }

  private func savingsRows(_ contribution: Contribution) -> [FigureRow] {
    guard let metric = MetricCatalogue.record(.savings) else { return [] }
    let schemes = contribution.finance.schemes
    let latest = latestPeriods(schemes.map { ($0.organisation, $0.period) })
    return schemes.compactMap { scheme in
      guard let organisation = board.tree[scheme.organisation], isListed(scheme.period, latest[organisation.code])
      else { return nil }
      // The amount delivered, otherwise the forecast, otherwise the plan itself without a target.
      let amount = scheme.delivered ?? scheme.forecast
      return FigureRow(
        metric, organisation, scheme.period, BreakdownItem("scheme", scheme.title), amount: amount ?? scheme.plan,
        plan: amount == nil ? nil : scheme.plan, file: contribution.file.name, rows: scheme.rows)
    }
  }

  /// The lines of a plan for every year: each year is a figure of its own, not a later return of the same one.
  private func planRows(_ contribution: Contribution) -> [FigureRow] {
    guard let metric = MetricCatalogue.record(.plan) else { return [] }
    return contribution.finance.planLines.compactMap { line in
      guard let organisation = board.tree[line.organisation] else { return nil }
      return FigureRow(
        metric, organisation, .year(line.year), BreakdownItem(line.scenario, line.line), amount: line.amount,
        file: contribution.file.name, rows: line.rows)
    }
  }

  private func isListed(_ period: Period, _ latest: Period?) -> Bool { allPeriods || period == latest }

  /// The latest period of each organisation.
  private func latestPeriods(_ rows: [(OrganisationCode, Period)]) -> [OrganisationCode: Period] {
    Dictionary(rows, uniquingKeysWith: max)
  }
}
