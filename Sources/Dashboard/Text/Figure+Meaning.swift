import Metrics

extension Board {
  /// What a variance means to act on, short enough for a panel: `412 fewer breaches`, `656 to treat`,
  /// `65 beds £302k`, `28.6 worse`; empty where nothing can be said.
  public func meaning(of figure: Figure) -> String {
    guard let metric = catalogue[figure.metric] else { return "" }
    if case .rate = figure.measurement, figure.target != nil { return "a rate, no counts" }
    guard let isMet = figure.isMet, let gap = figure.gap else { return delayMeaning(of: figure) ?? "" }
    let size = gap.text(places: gap.denominator == 1 ? 0 : 1)
    switch figure.gapMeaning {
    case .pathways: return isMet ? headroom(of: figure) : "\(size) to treat"
    case .bedDays: return delayMeaning(of: figure) ?? ""
    case .position:
      let digits = figure.varianceDigits(unit: .pounds)
      let than = figure.metric.position == .outturn ? "control total" : "plan"
      return figure.variance?.isZero == true ? "on \(than)" : "\(digits) \(isMet ? "better" : "worse") than \(than)"
    case .plain: break
    }
    if metric.unit == .percent {
      return isMet ? headroom(of: figure) : "\(size) \(metric.direction == .lower ? "too many" : "fewer breaches")"
    }
    if metric.unit == .pounds { return isMet ? "" : "\(figure.varianceDigits(unit: .pounds)) \(tooFar(metric))" }
    return isMet ? "" : "\(size) \(tooFar(metric))"
  }

  /// How many more could breach before a share falls below its target.
  private func headroom(of figure: Figure) -> String {
    guard let spare = figure.headroom else { return "" }
    if spare > .zero { return "\(spare.text(places: spare.denominator == 1 ? 0 : 1)) to spare" }
    return figure.variance?.isZero == true ? "on target" : "none to spare"
  }

  /// On which side of its target a number misses it.
  private func tooFar(_ metric: Metric) -> String {
    let isMoney = metric.unit == .pounds
    return metric.direction == .higher ? (isMoney ? "too little" : "too few") : isMoney ? "too much" : "too many"
  }

  /// Delayed days as beds, and what they cost.
  private func delayMeaning(of figure: Figure) -> String? {
    guard figure.gapMeaning == .bedDays, let days = figure.value, let length = figure.origin.days(of: figure.period)
    else { return nil }
    let beds = (days / Ratio(length)).text(places: 0)
    guard let cost = healthSystem.costOfBedDay else { return "\(beds) beds" }
    return "\(beds) beds \(Money(pounds: (days * Ratio(cost)).rounded(places: 0), precision: 1000).text)"
  }
}
