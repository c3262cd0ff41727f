import Statistics
import Threads

extension Board {
  /// Every figure of an organisation and the organisations below it that needs attention, the worst first; see
  /// `Exception.isWorse`.
  ///
  /// A whole is listed when it misses its target and when its latest point is a special cause of concern; a part only
  /// when it misses. Money is listed for the organisation itself; any other figure of its own only where no
  /// organisation below it has one in the period.
  public func exceptions(of code: OrganisationCode, _ viewSettings: ViewSettings) -> [Exception] {
    // A history can be added to a board that has been asked already, and adds to its figures.
    guard history == nil else { return everyException(of: code, viewSettings) }
    return attention.list(BoardWorkings.View(scope: code, settings: viewSettings)) {
      knownExceptions(of: code, viewSettings) ?? everyException(of: code, viewSettings)
    }
  }

  /// The same list as it was when the board was open before; `nil` where that is not known.
  private func knownExceptions(of code: OrganisationCode, _ viewSettings: ViewSettings) -> [Exception]? {
    guard let items = knownAttention[BoardWorkings.View(scope: code, settings: viewSettings)] else { return nil }
    let shares = isNational ? 2 * Board.sharesOfThread : 1
    let found = BothCores.map(shares, isWorthwhile: isNational) { share in
      items[(items.count * share / shares)..<(items.count * (share + 1) / shares)].compactMap {
        exception($0, viewSettings.choice)
      }
    }
    let exceptions = Board.joined(found)
    return exceptions.count == items.count ? exceptions : nil
  }

  /// A figure that needed attention when the board was open before; `nil` where it has no figure now.
  private func exception(_ item: BoardWorkings.Item, _ choice: TargetTable.Choice) -> Exception? {
    let subject = SeriesSubject(item.key, on: self)
    var candidate = Candidate(item.key, in: item.period, subject, on: self)
    candidate.targets = candidate.isMoney ? nil : standing(candidate.key, choice: choice, subject)
    if item.isMissing { return missingReturn(candidate) }
    guard let known = known(candidate, in: item.period, choice, candidate.targets) else { return nil }
    let figure = known.figure ?? figure(candidate.key, known.point, choice: choice, subject, candidate.targets)
    return Exception(
      figure: figure, organisation: subject.organisation, isNew: item.isNew, variation: item.variation,
      isConcerning: item.isConcerning, isFailing: item.isFailing, severity: item.severity,
      isSmall: Board.isSmall(figure))
  }

  /// The same list, worked out.
  private func everyException(of code: OrganisationCode, _ viewSettings: ViewSettings) -> [Exception] {
    let shares = isNational ? 2 * Board.sharesOfThread : 1
    let found = BothCores.map(shares, isWorthwhile: isNational) { share in
      var found: [Exception] = []
      forEachCandidate(code, viewSettings, withParts: true, share: share, of: shares) { candidate in
        let item = missingReturn(candidate) ?? exception(candidate, viewSettings.choice)
        if let item { found.append(item) }
      }
      return found
    }
    return Exception.worstFirst(Board.joined(found))
  }

  /// The shares of a list, one after the other. A share is released as soon as it has been added, because an exception takes
  /// hundreds of bytes.
  private static func joined(_ shares: consuming [[Exception]]) -> [Exception] {
    var all: [Exception] = []
    all.reserveCapacity(shares.reduce(0) { $0 + $1.count })
    for place in shares.indices {
      all += shares[place]
      shares[place] = []
    }
    return all
  }

  /// Whether it has so many organisations that work for each of them is done on two threads.
  package var isNational: Bool { store.organisationCount >= 250 }

  /// Into how many pieces the work of each thread is divided, so that neither waits long for the other.
  private static let sharesOfThread = 8

  /// The figures whose latest point is a special cause of improvement, the largest first; they are listed separately.
  public func improvements(of code: OrganisationCode, _ viewSettings: ViewSettings) -> [Exception] {
    var found: [Exception] = []
    forEachCandidate(code, viewSettings, withParts: false) { candidate in
      if let item = improvement(candidate, viewSettings.choice) { found.append(item) }
    }
    return found.sorted { ($0.severity, $1.organisation.code) > ($1.severity, $0.organisation.code) }
  }

  /// Calls a closure with every series that could need attention, in the period shown.
  ///
  /// - Parameter share: which of so many shares of the organisations; all shares together are all organisations.
  private func forEachCandidate(
    _ code: OrganisationCode, _ viewSettings: ViewSettings, withParts: Bool, share: Int = 0, of shares: Int = 1,
    _ action: (Candidate) -> Void
  ) {
    for metric in metrics where metric.direction != .neither && metric.hasPanel {
      guard let period = shownPeriod(metric.id, of: code, viewSettings) else { continue }
      let perspective = perspective(for: metric.id, of: code, wanted: viewSettings.perspective)
      let hasPartTargets = targets.hasPartTargets(metric.id)
      var organisations = organisations(with: metric.id, below: code, perspective: perspective).filter {
        $0.exists(in: period)
      }
      // A system of one organisation has the same money as that organisation.
      let isOne = organisations.count == 1 && tree.children(of: code).count == 1
      if metric.unit == .pounds && !isOne || organisations.isEmpty { organisations.insert(organisation(code), at: 0) }
      let first = organisations.count * share / shares
      let end = organisations.count * (share + 1) / shares
      for organisation in organisations[first..<end] {
        let subject = SeriesSubject(metric, organisation, isMember: tree[organisation.code] != nil)
        var candidate = Candidate(
          Series.Key(metric.id, organisation.code, perspective: perspective), in: period, subject, on: self)
        let choice = viewSettings.choice
        candidate.targets = candidate.isMoney ? nil : standing(candidate.key, choice: choice, subject)
        action(candidate)
        guard withParts, let whole = candidate.id else { continue }
        for number in parts(whole, of: metric.id) {
          let before = candidate.key.part
          candidate.turn(to: store.part(number), SeriesID.part(number, of: whole))
          // Unless a part has a target of its own, every part of a breakdown has the same.
          if hasPartTargets || before == nil || before?.breakdown != candidate.key.part?.breakdown {
            candidate.targets = candidate.isMoney ? nil : standing(candidate.key, choice: choice, subject)
          }
          action(candidate)
        }
      }
    }
  }

  private func exception(_ candidate: Candidate, _ choice: TargetTable.Choice) -> Exception? {
    let (key, period, targets) = (candidate.key, candidate.period, candidate.targets)
    guard let known = known(candidate, in: period, choice, targets), known.hasValue else { return nil }
    // Hundreds of parts meet their targets, so only the parts that miss theirs are charted.
    guard known.isMet == false || key.part == nil else { return nil }
    let points = chartedPoints(candidate)
    let history = chartHistory(key, points, choice: choice, candidate.subject, targets)
    let charted = history.charted(upTo: period)
    let isConcerning = charted.saysConcern
    let isMissed = known.isMet == false
    guard isMissed || isConcerning else { return nil }
    let figure = known.figure ?? figure(key, known.point, choice: choice, candidate.subject, targets)
    let earlier = lastWhole(candidate, points)
    let wasMet = isMissed && self.known(candidate, in: earlier, choice, targets)?.isMet == true
    let isNewlyMissed = isMissed && wasMet
    // What the chart said at the time, not what it says now of that point: a run marks its earlier points in
    // retrospect.
    let before = isNewlyMissed || !(isConcerning || charted.saysFail) ? nil : history.charted(upTo: earlier)
    let isTurned = before.map { isConcerning && !$0.saysConcern || charted.saysFail && !$0.saysFail } ?? false
    return Exception(
      figure: figure, organisation: candidate.subject.organisation, isNew: isNewlyMissed || isTurned,
      variation: charted.saidVariation, isConcerning: isConcerning, isFailing: charted.saysFail,
      severity: Board.severity(figure, charted), isSmall: Board.isSmall(figure))
  }

  private func improvement(_ candidate: Candidate, _ choice: TargetTable.Choice) -> Exception? {
    let (key, period) = (candidate.key, candidate.period)
    guard let figure = figure(key, in: period, choice: choice) else { return nil }
    let points = chartedPoints(candidate)
    let history = chartHistory(key, points, choice: choice, candidate.subject, candidate.targets)
    let charted = history.charted(upTo: period)
    guard charted.isImproving else { return nil }
    return Exception(
      figure: figure, organisation: candidate.subject.organisation,
      isNew: !history.charted(upTo: lastWhole(candidate, points)).isImproving,
      variation: charted.saidVariation, isConcerning: false,
      isFailing: charted.chart?.assurance == .consistentFail, severity: charted.distanceFromMean,
      isSmall: Board.isSmall(figure))
  }

  /// The points of the chart of a candidate up to the period shown, and of its charts up to a period of the year before;
  /// `nil` for money.
  private func chartedPoints(_ candidate: Candidate) -> [SeriesPoint]? {
    if candidate.isMoney { return nil }
    return latestPoints(
      candidate.key, candidate.id, grain: candidate.period.chartGrain, endedBy: candidate.period.lastDay,
      atMost: ChartHistory.mostSlots + ChartHistory.slotsOfYear)
  }

  /// How far a figure is off: its gap in standard deviations of its own process. It is tenths of the target where there
  /// is no process yet, and the distance from the mean where there is no target. Money without a process is counted in
  /// millions of pounds, so that a small control total does not make a small deficit look large.
  private static func severity(_ figure: Figure, _ charted: ChartedSeries) -> Double {
    guard let variance = figure.variance?.magnitude.double, let target = figure.target, figure.isMet == false else {
      return charted.distanceFromMean
    }
    if charted.isSettled, let latest = charted.slots.last, let value = latest.value, let wanted = latest.target,
      let sigma = charted.chart?.limits?.sigma, sigma > 0
    {
      return abs(value - wanted) / sigma
    }
    if case .money = figure.measurement { return variance / 1e6 }
    return variance / max(abs(target.value.double) / 10, 1)
  }

  private static func isSmall(_ figure: Figure) -> Bool {
    guard let denominator = figure.measurement.denominator else { return false }
    return denominator < Ratio(20)
  }
}

extension Period {
  /// The grain of its control chart: a year to date is charted month by month.
  fileprivate var chartGrain: Grain { grain == .yearToDate ? .month : grain }
}

extension ChartedSeries {
  /// The distance of the latest point from the mean, in standard deviations of the process; 0 where there is no
  /// process.
  fileprivate var distanceFromMean: Double {
    guard let value = slots.last?.value, let limits = chart?.limits, let sigma = limits.sigma, sigma > 0 else {
      return 0
    }
    return abs(value - limits.mean) / sigma
  }

  /// The variation of the latest point; common cause where there are too few values to tell.
  fileprivate var saidVariation: Variation { isSettled ? chart?.variation ?? .commonCause : .commonCause }

  /// Whether its latest point is a special cause of concern, and there are enough values to tell.
  fileprivate var saysConcern: Bool { isSettled && isConcerning }

  /// Whether the process will not meet its target, and there are enough values to tell.
  fileprivate var saysFail: Bool { isSettled && chart?.assurance == .consistentFail }

  /// Whether its latest point is a special cause of improvement, and there are enough values to tell.
  fileprivate var isImproving: Bool { isSettled && chart?.variation.pointType == .improvement }
}
