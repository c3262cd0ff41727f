/// One figure as a board shows it, a listing prints it and the JSON has it: the same everywhere.
public struct Figure: Hashable, Sendable {
  /// The metric, organisation, part and perspective.
  public let key: Series.Key
  /// The period of the figure itself, which may not be the one asked for.
  public let period: Period
  /// What was measured.
  public let measurement: Measurement
  /// How it came to be.
  public let origin: Origin
  /// The value in the metric's unit; `nil` when it is missing, suppressed or not rolled up.
  public let value: Ratio?
  /// The target that it is compared with; `nil` when there is none.
  public let target: Target?
  /// How complete it is; `nil` for the whole return of one organisation.
  public let coverage: Coverage?
  /// The value minus the target, in the metric's unit (percentage points for percent). `nil` without both, and for a
  /// count, days, beds or money that is incomplete, because the target is for the whole.
  public let variance: Ratio?
  /// Whether the target is met; `nil` without a target, and for an incomplete figure.
  public let isMet: Bool?
  /// What it would take to meet the target: the fewest patients more within the standard, pathways to treat, days over
  /// target, or pounds short of target. Zero when it is met; `nil` where nothing can be counted, and for an incomplete
  /// figure.
  public private(set) var gap: Ratio?
  /// What else a reader must know: what is missing from the figure, its document, and its caveats; empty when there is
  /// nothing.
  public let note: String
  /// Why there is no variance, or why it is not what it seems: the figure is in no total, or is partial; empty when
  /// there is nothing.
  public let caveat: String

  /// Whether it, or a figure in its sum, is another than was first published.
  public internal(set) var isRestated = false
  /// Whether it, or a figure in its sum, is from the history: its file no longer has it.
  public internal(set) var isRecalled = false

  /// Whether its amounts are shown in the money tables, in millions.
  public let isInMillions: Bool
  /// What it takes to meet a target, and how that is worded.
  public let gapMeaning: Metric.Gap
  /// The kind of target asked for.
  public internal(set) var choice = TargetTable.Choice.standard
  /// Why there is no target of the kind asked for although one is set: a figure that it is worked out from is missing;
  /// otherwise empty.
  public let withoutTarget: String
  /// What is missing where a figure that is worked out from others has no value; `nil` for any other figure.
  public var withoutValue: String? { isDerived && measurement == .notReturned && !caveat.isEmpty ? caveat : nil }
  private let isDerived: Bool
  /// The numerator: for a share, those within the standard; for a rate per 1,000 people, the number counted; `nil`
  /// where there is none.
  public var numerator: Ratio? { measurement.numerator.map { isDerived ? $0 / Ratio(1000) : $0 } }
  private let halves: Metric.Halves
  private let direction: Metric.Direction

  /// The metric.
  public var metric: MetricID { key.metric }
  /// The organisation.
  public var organisation: OrganisationCode { key.organisation }

  /// A figure, compared with a target if there is one.
  ///
  /// - Parameter traits: how its metric differs from others; those of the built-in metric by default.
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
    isMet = Figure.isMet(value, against: wanted, direction)
    gap = nil
    gap = worthOfGap(wanted: wanted)
  }

  /// Whether a value meets a target; `nil` where neither direction is better.
  static func isMet(_ value: Ratio, against wanted: Ratio, _ direction: Metric.Direction) -> Bool? {
    switch direction {
    case .higher: value >= wanted
    case .lower: value <= wanted
    case .neither: nil
    }
  }

  /// Whether it lies on the wrong side of its target. One that is not whole is held against it all the same where it has a
  /// distance, and neither meets nor misses it.
  public var isBeyondTarget: Bool {
    guard let variance else { return false }
    switch direction {
    case .higher: return variance < .zero
    case .lower: return variance > .zero
    case .neither: return false
    }
  }

  /// Whether organisations that belong to it are missing, so that it is neither met nor missed.
  public var isPartial: Bool { !(coverage?.hasEveryOrganisation ?? true) }

  /// What must be said beside it about its completeness, and why it is not what it seems; empty when there is nothing.
  public var remark: String {
    [origin.gaps, caveat].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// How many more breaches would be possible before a share that meets its target misses it, in whole patients, or in
  /// halves where patients are shared; `nil` where it is missed, and where nothing can be counted.
  public var headroom: Ratio? {
    guard isMet == true, let target, case .share(let within, let of) = measurement else { return nil }
    let wanted = target.value.ratio / Ratio(100) * of.ratio
    return roundedDown(direction == .lower ? wanted - within.ratio : within.ratio - wanted)
  }

  /// How many breaches are possible before a share misses its target; `nil` where nothing can be counted.
  public var allowedBreaches: Ratio? {
    guard let target, case .share(_, let of) = measurement else { return nil }
    let wanted = target.value.ratio
    return roundedDown((direction == .lower ? wanted : Ratio(100) - wanted) / Ratio(100) * of.ratio)
  }

  /// The number of breaches: patients beyond the standard or, where lower is better, those counted; `nil` where nothing
  /// can be counted.
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

  /// Whether half a patient can be counted, because two providers share the patient.
  private var goesInHalves: Bool {
    switch (halves, measurement) {
    case (.shared, _): true
    case (.asFiled, .share(let within, let of)): !within.isWhole || !of.isWhole
    case (.asFiled, _), (.unexpected, _), (.never, _), (.means, _): false
    }
  }

  /// The gap to a target.
  private func worthOfGap(wanted: Ratio) -> Ratio? {
    guard let isMet else { return nil }
    switch measurement {
    case .share(let within, let of):
      if isMet { return .zero }
      let share = wanted / Ratio(100)
      if direction == .lower { return roundedUp(within.ratio - share * of.ratio) }
      guard gapMeaning == .pathways else { return roundedUp(share * of.ratio - within.ratio) }
      // Patients who are treated leave the list, so they come off the denominator too.
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
