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
  public let gap: Ratio?
  /// What else must be known to read the figure: what is missing from it, its document, and its caveats; empty when
  /// nothing.
  public let note: String
  /// Why there is no variance, or why it is not what it seems: that it is in no sum, or that it is partial; empty when
  /// nothing.
  public let caveat: String

  /// What is measured.
  public var metric: MetricID { key.metric }
  /// For whom.
  public var organisation: OrganisationCode { key.organisation }

  /// A figure, measured against a target if there is one.
  public init(
    key: Series.Key, period: Period, measurement: Measurement, origin: Origin, target: Target?,
    direction: Metric.Direction, coverage: Coverage? = nil, note: String = "", caveat: String = ""
  ) {
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
    gap = Figure.gap(key.metric, measurement, wanted: wanted, isMet: isMet)
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
    return roundedDown(within.ratio - target.value.ratio / Ratio(100) * of.ratio)
  }

  /// How many may breach before a share misses its target; `nil` where nothing can be counted.
  public var allowedBreaches: Ratio? {
    guard let target, case .share(_, let of) = measurement else { return nil }
    return roundedDown((Ratio(100) - target.value.ratio) / Ratio(100) * of.ratio)
  }

  private func roundedDown(_ patients: Ratio) -> Ratio {
    guard case .share(let within, let of) = measurement, Figure.countsHalves(key.metric, within, of) else {
      return Ratio(patients.roundedDown)
    }
    return Ratio((patients * Ratio(2)).roundedDown, 2)
  }

  /// Cancer counts half patients, shared by two providers; so does a figure that has them.
  private static func countsHalves(_ metric: MetricID, _ within: Count, _ of: Count) -> Bool {
    metric == .cancer62Day || !of.isWhole || !within.isWhole
  }

  /// What it takes to meet the target.
  private static func gap(_ metric: MetricID, _ measurement: Measurement, wanted: Ratio, isMet: Bool?) -> Ratio? {
    guard let isMet else { return nil }
    switch measurement {
    case .share(let within, let of):
      if isMet { return .zero }
      let share = wanted / Ratio(100)
      if metric == .incomplete {
        // Treated patients leave the list: they come off the total too.
        guard !share.isZero else { return nil }
        let waitingLong = (of - within).ratio
        let allowed = (Ratio(1) - share) * of.ratio
        return Ratio(((waitingLong - allowed) / share).roundedUp)
      }
      let short = share * of.ratio - within.ratio
      return countsHalves(metric, within, of) ? Ratio((short * Ratio(2)).roundedUp, 2) : Ratio(short.roundedUp)
    case .count(let count): return isMet ? .zero : (count.ratio - wanted).magnitude
    case .money(let money): return isMet ? .zero : (wanted - Ratio(money.pounds)).magnitude
    case .rate, .mean, .suppressed, .notReturned: return nil
    }
  }
}
