/// One figure as a board shows it, a page prints it and the JSON carries it: the same everywhere.
public struct Figure: Hashable, Sendable {
  /// What it measures, for whom, which part, over which organisations.
  public let key: Series.Key
  /// When; the period of the figure itself, not the one asked for.
  public let period: Period
  /// What was measured.
  public let measurement: Measurement
  /// How it came to be.
  public let origin: Origin
  /// The value in the metric's unit; `nil` when missing, suppressed or not rolled up.
  public let value: Ratio?
  /// The target it is held against; `nil` when there is none.
  public let target: Target?
  /// What of it is in; `nil` for one organisation's whole return.
  public let coverage: Coverage?
  /// Value minus target, in the metric's unit (percentage points for percent); `nil` without both, and for a count, days,
  /// beds or money that is not whole, whose target is for the whole.
  public let variance: Ratio?
  /// Whether the target is met; `nil` without one, and for a figure that is not whole.
  public let isMet: Bool?
  /// What it takes: the least number more within the standard, pathways to treat, days over, pounds short. Zero when
  /// met; `nil` where nothing can be counted, and for a figure that is not whole.
  public private(set) var gap: Ratio?
  /// What else must be known to read the figure: what is missing from it, its document, and its caveats; empty when
  /// nothing.
  public let note: String
  /// Why there is no variance, or why it is not what it seems: that it is in no sum, or that it is partial; empty when
  /// nothing.
  public let caveat: String

  /// Whether its amounts stand in the tables of money, in millions.
  public let isInMillions: Bool
  /// What it takes to meet a target, and how that is said.
  public let gapMeaning: Metric.Gap
  /// Why there is no target of the kind asked for, though one is set: what it takes to work it out is missing; else empty.
  public let withoutTarget: String
  /// What is missing where a figure that is worked out from others has no value; `nil` for all else.
  public var withoutValue: String? { isDerived && measurement == .notReturned && !caveat.isEmpty ? caveat : nil }
  private let isDerived: Bool
  /// The number above the line: of a share those within the standard, of a rate per 1,000 people what was counted; `nil`
  /// where there is none.
  public var numerator: Ratio? { measurement.numerator.map { isDerived ? $0 / Ratio(1000) : $0 } }
  private let halves: Metric.Halves
  private let direction: Metric.Direction

  /// What is measured.
  public var metric: MetricID { key.metric }
  /// For whom.
  public var organisation: OrganisationCode { key.organisation }

  /// A figure, measured against a target if there is one.
  ///
  /// - Parameter traits: what sets its metric apart; where they are not said, those of the built-in metric.
  public init(
    key: Series.Key, period: Period, measurement: Measurement, origin: Origin, target: Target?,
    direction: Metric.Direction, traits: Metric.Traits? = nil, coverage: Coverage? = nil, note: String = "",
    caveat: String = "", withoutTarget: String = ""
  ) {
    let traits = traits ?? MetricCatalogue.builtIn.traits(of: key.metric)
    isInMillions = traits.position != nil || traits.record != nil
    gapMeaning = traits.gap
    halves = traits.halves
    isDerived = traits.perThousandOf != nil
    self.withoutTarget = withoutTarget
    self.direction = direction
    let coverage = coverage ?? origin.coverage(of: period)
    self.coverage = coverage
    self.key = key
    self.period = period
    self.measurement = measurement
    self.origin = origin
    self.caveat = caveat
    self.note = [note, caveat].filter { !$0.isEmpty }.joined(separator: "; ")
    value = measurement.value
    self.target = target
    guard let value, let target else {
      variance = nil
      isMet = nil
      gap = nil
      return
    }
    let wanted = target.value.ratio
    guard coverage?.allowsJudgement(of: measurement) ?? true else {
      variance = measurement.isAverage ? value - wanted : nil
      isMet = nil
      gap = nil
      return
    }
    variance = value - wanted
    switch direction {
    case .higher: isMet = value >= wanted
    case .lower: isMet = value <= wanted
    case .neither: isMet = nil
    }
    gap = nil
    gap = worthOfGap(wanted: wanted)
  }

  /// Whether organisations that belong to it are not in it: it is neither met nor missed.
  public var isPartial: Bool { !(coverage?.hasEveryOrganisation ?? true) }

  /// What must be said beside it of how whole it is, and why it is not what it seems; empty when nothing.
  public var remark: String {
    [origin.gaps, caveat].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// How many more could breach before a share that meets its target misses it, in whole patients, and in halves where
  /// they are shared; `nil` where it is missed, and where nothing can be counted.
  public var headroom: Ratio? {
    guard isMet == true, let target, case .share(let within, let of) = measurement else { return nil }
    let wanted = target.value.ratio / Ratio(100) * of.ratio
    return roundedDown(direction == .lower ? wanted - within.ratio : within.ratio - wanted)
  }

  /// How many may breach before a share misses its target; `nil` where nothing can be counted.
  public var allowedBreaches: Ratio? {
    guard let target, case .share(_, let of) = measurement else { return nil }
    let wanted = target.value.ratio
    return roundedDown((direction == .lower ? wanted : Ratio(100) - wanted) / Ratio(100) * of.ratio)
  }

  /// How many breach: those beyond the standard, or where less is better those counted; `nil` where nothing can be counted.
  public var breaches: Count? {
    guard case .share(let within, let of) = measurement else { return nil }
    return direction == .lower ? within : of - within
  }

  private func roundedDown(_ patients: Ratio) -> Ratio {
    goesInHalves ? Ratio((patients * Ratio(2)).roundedDown, 2) : Ratio(patients.roundedDown)
  }

  private func roundedUp(_ patients: Ratio) -> Ratio {
    goesInHalves ? Ratio((patients * Ratio(2)).roundedUp, 2) : Ratio(patients.roundedUp)
  }

  /// Whether what is counted can be half a patient, shared by two providers.
  private var goesInHalves: Bool {
    switch (halves, measurement) {
    case (.shared, _): true
    case (.asFiled, .share(let within, let of)): !within.isWhole || !of.isWhole
    case (.asFiled, _), (.unexpected, _), (.never, _): false
    }
  }

  /// What it takes to meet the target.
  private func worthOfGap(wanted: Ratio) -> Ratio? {
    guard let isMet else { return nil }
    switch measurement {
    case .share(let within, let of):
      if isMet { return .zero }
      let share = wanted / Ratio(100)
      if direction == .lower { return roundedUp(within.ratio - share * of.ratio) }
      guard gapMeaning == .pathways else { return roundedUp(share * of.ratio - within.ratio) }
      // Treated patients leave the list: they come off the total too.
      guard !share.isZero else { return nil }
      let waitingLong = (of - within).ratio
      let allowed = (Ratio(1) - share) * of.ratio
      return Ratio(((waitingLong - allowed) / share).roundedUp)
    case .count(let count): return isMet ? .zero : (count.ratio - wanted).magnitude
    case .money(let money): return isMet ? .zero : (wanted - Ratio(money.pounds)).magnitude
    case .rate, .mean, .suppressed, .notReturned: return nil
    }
  }
}
