/// A financial bridge: ordered steps from one amount to another, and the differences that the steps leave.
public struct Bridge: Hashable, Sendable {
  /// The organisation that it belongs to.
  public let organisation: OrganisationCode
  /// The period that it covers.
  public let period: Period
  /// Opening, steps, subtotals and closing, in order.
  public let steps: [BridgeStep]
  /// The number of the contribution it comes from.
  public let contribution: Int

  /// A subtotal or closing amount that differs from the sum of the steps before it.
  public struct Unreconciled: Hashable, Sendable {
    /// The row that states the amount.
    public let step: BridgeStep
    /// The sum of the steps.
    public let summed: Money
    /// Stated minus summed.
    public let difference: Money
    /// Whether half a unit of rounding in each term could explain it.
    public let couldBeRounding: Bool
  }

  /// The bridges of a file's steps: one for each organisation and period, and for each opening within them.
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
      var steps = grouped[owner] ?? []
      // Steps that all have different numbers may be in any order. Otherwise the order of the file is kept, because a
      // second bridge counts from 1 again.
      if Set(steps.map(\.order)).count == steps.count { steps.sort { $0.order < $1.order } }
      var bridges: [[BridgeStep]] = []
      for step in steps {
        if step.kind == .opening || bridges.isEmpty { bridges.append([]) }
        bridges[bridges.count - 1].append(step)
      }
      return bridges.map {
        Bridge(organisation: owner.organisation, period: owner.period, steps: $0, contribution: contribution)
      }
    }
  }

  /// Each subtotal and closing amount that differs from the sum before it by more than one unit of the last digit.
  ///
  /// After each, the sum starts again from the stated amount. A bridge without an opening has no known start, so no sum
  /// is made before its first subtotal.
  public var unreconciled: [Unreconciled] {
    var found: [Unreconciled] = []
    var terms: [Money] = []
    for step in steps {
      switch step.kind {
      case .opening: terms = [step.amount]
      case .step: if !terms.isEmpty { terms.append(step.amount) }
      case .subtotal, .closing:
        if let summed = Money.sum(terms), !Money.agrees(step.amount, summed) {
          let difference = step.amount - summed
          found.append(
            Unreconciled(
              step: step, summed: summed, difference: difference,
              couldBeRounding: Money.couldBeRounding(difference, terms + [step.amount])))
        }
        terms = [step.amount]
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

  /// Whether half a unit of each amount's own last digit, together, could explain a difference between them.
  static func couldBeRounding(_ difference: Money, _ amounts: [Money]) -> Bool {
    difference.magnitude.pounds <= amounts.reduce(0) { $0 + $1.precision } / 2
  }

  /// The sum of amounts; `nil` of none.
  static func sum(_ amounts: [Money]) -> Money? {
    amounts.first.map { amounts.dropFirst().reduce($0, +) }
  }
}
