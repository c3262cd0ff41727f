/// Ordered steps from one amount to another, and what they leave unexplained.
public struct Bridge: Hashable, Sendable {
  /// Whose bridge.
  public let organisation: OrganisationCode
  /// Of which period.
  public let period: Period
  /// Opening, steps, subtotals and closing, in order.
  public let steps: [BridgeStep]
  /// The number of the contribution it stands in.
  public let contribution: Int

  /// A subtotal or closing that the steps before it do not come to.
  public struct Unexplained: Hashable, Sendable {
    /// The row that states the amount.
    public let step: BridgeStep
    /// What the steps come to.
    public let summed: Money
    /// Stated minus summed.
    public let difference: Money
    /// Whether half a unit of rounding in each term could explain it.
    public let couldBeRounding: Bool
  }

  /// The steps of a file as bridges: one for each body and period, and for each opening within them.
  static func bridges(_ steps: [BridgeStep], contribution: Int) -> [Bridge] {
    struct Owner: Hashable {
      let organisation: OrganisationCode
      let period: Period
    }
    var order: [Owner] = []
    var grouped: [Owner: [BridgeStep]] = [:]
    for step in steps {
      let owner = Owner(organisation: step.organisation, period: step.period)
      if grouped[owner] == nil { order.append(owner) }
      grouped[owner, default: []].append(step)
    }
    return order.flatMap { owner -> [Bridge] in
      var bridges: [[BridgeStep]] = []
      // In the order of the file a second opening starts a second bridge, whose steps may count from 1 again.
      for step in grouped[owner] ?? [] {
        if step.kind == .opening || bridges.isEmpty { bridges.append([]) }
        bridges[bridges.count - 1].append(step)
      }
      return bridges.map {
        Bridge(
          organisation: owner.organisation, period: owner.period, steps: $0.sorted { $0.order < $1.order },
          contribution: contribution)
      }
    }
  }

  /// Each subtotal and closing that the amounts before it do not come to, beyond one unit of the last digit.
  public var unexplained: [Unexplained] {
    var found: [Unexplained] = []
    var running: Money?
    var terms = 0
    for step in steps {
      switch step.kind {
      case .opening:
        running = step.amount
        terms = 1
      case .step:
        running = running.map { $0 + step.amount } ?? step.amount
        terms += 1
      case .subtotal, .closing:
        if let summed = running, terms > 0, !Money.agrees(step.amount, summed) {
          found.append(
            Unexplained(
              step: step, summed: summed, difference: step.amount - summed,
              couldBeRounding: Money.couldBeRounding(step.amount - summed, terms: terms + 1)))
        }
        running = step.amount
        terms = 1
      }
    }
    return found
  }
}

extension Money {
  /// Whether two amounts agree within one unit of the last published digit.
  static func agrees(_ stated: Money, _ summed: Money) -> Bool {
    (stated - summed).magnitude.pounds <= max(stated.precision, summed.precision)
  }

  /// Whether half a unit of the last digit for each term could explain a difference.
  static func couldBeRounding(_ difference: Money, terms: Int) -> Bool {
    abs(difference.pounds) * 2 <= difference.precision * terms
  }
}
