import Metrics

extension Board {
  /// What a variance means to act on: `2,204 breaches over target`, `treat 656 more to reach 92%`, `65 beds, £302k`,
  /// `£28.6m worse than control total`; empty where it means nothing to act on.
  public func meaning(of figure: Figure) -> String { meanings(of: figure).first ?? "" }

  /// The same, then in fewer words for narrow places: `2,204 breaches over`, `2,204 over`. None where there is nothing
  /// to act on.
  func meanings(of figure: Figure) -> [String] {
    guard let metric = catalogue[figure.metric] else { return [] }
    if case .rate = figure.measurement, figure.target != nil {
      return [metric.unit == .seconds ? "a mean without counts" : "a rate without counts"]
    }
    guard let isMet = figure.isMet, let gap = figure.gap else { return delays(of: figure) }
    switch figure.gapMeaning {
    case .pathways: return isMet ? headroom(of: figure) : treatments(gap, figure)
    case .bedDays: return delays(of: figure)
    case .position: return position(figure, isMet: isMet)
    case .plain: break
    }
    if metric.unit == .percent, isMet || metric.direction == .higher {
      return isMet ? headroom(of: figure) : breaches(gap)
    }
    guard !isMet else { return [] }
    let size = metric.unit == .pounds ? figure.varianceDigits(unit: .pounds) : gap.countText
    let side = metric.direction == .higher ? "short" : "over"
    return ["\(size) \(side == "short" ? "short of" : "over") target", "\(size) \(side)"]
  }

  private func breaches(_ gap: Ratio) -> [String] {
    let word = gap == Ratio(1) ? "breach" : "breaches"
    let size = gap.countText
    return ["\(size) \(word) over target", "\(size) \(word) over", "\(size) over"]
  }

  private func treatments(_ gap: Ratio, _ figure: Figure) -> [String] {
    let target = figure.target.map { " to reach \($0.value.text)%" } ?? ""
    let size = gap.countText
    return ["treat \(size) more\(target)", "treat \(size) more", "treat \(size)"]
  }

  /// How many more breaches would be possible before a share falls below its target.
  private func headroom(of figure: Figure) -> [String] {
    guard let room = figure.headroom else { return [] }
    guard room > .zero else {
      return figure.variance?.isZero == true ? ["on target; no room left", "on target"] : ["no room left"]
    }
    let word = room == Ratio(1) ? "breach" : "breaches"
    let size = room.countText
    return ["room for \(size) more \(word)", "room for \(size) more", "room for \(size)"]
  }

  /// A financial position against its control total or plan.
  private func position(_ figure: Figure, isMet: Bool) -> [String] {
    let name = figure.metric.position == .outturn ? "control total" : "plan"
    if figure.variance?.isZero == true { return ["on \(name)"] }
    let words = "£\(figure.varianceDigits(unit: .pounds))m \(isMet ? "better" : "worse")"
    return ["\(words) than \(name)", words]
  }

  /// Delayed days as beds, and their cost.
  private func delays(of figure: Figure) -> [String] {
    guard figure.gapMeaning == .bedDays, let days = figure.value, let length = figure.origin.days(of: figure.period)
    else { return [] }
    let beds = "\((days / Ratio(length)).text(places: 0)) beds"
    guard let cost = healthSystem.costOfBedDay else { return [beds] }
    let pounds = Money(pounds: (days * Ratio(cost)).rounded(places: 0), precision: 1000)
    return ["\(beds), \(pounds.text)", beds]
  }
}

extension Figure {
  /// Whether what it takes is the variance itself: a number over its target by so many, which needs no second line.
  var gapIsVariance: Bool { gapMeaning == .plain && gap != nil && gap == variance?.magnitude }
}

extension Ratio {
  /// A number of patients: whole, or with a half where patients are shared.
  var countText: String { text(places: denominator == 1 ? 0 : 1) }
}
