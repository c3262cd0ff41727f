import Threads

/// The whole board: everything that a folder of extracts says about a system, read at one moment.
///
/// A board is immutable; a file that changes makes a new one. Its answer to "this metric, this organisation, this
/// period" is a `Figure`, and every page, listing and JSON object uses that same `Figure`.
public struct Board: Sendable {
  /// The system with its settings.
  public let healthSystem: HealthSystem
  /// Its organisations in their hierarchy.
  public let tree: OrganisationTree
  /// What each file contributed.
  public let contributions: [Contribution]
  /// Every metric by its name: built-in metrics, records of money, and local metrics.
  public let catalogue: MetricCatalogue
  /// The metrics that have figures on this board, in the order of their panels.
  public let metrics: [Metric]
  /// Targets of every kind.
  public let targets: TargetTable
  /// Money.
  public let ledger: Ledger
  /// What is wrong, errors first.
  public let problems: [Problem]
  /// The sheets that no figures were read from, workbook by workbook.
  public var unreadSheets: [UnreadSheet] = []
  /// What a history knows beyond what the files say now; `nil` where none is kept.
  public var history: BoardHistory?
  /// The day on the clock when the board was made; `nil` where no clock was given.
  public let readOn: Day?
  let store: SeriesStore
  /// The series that had to be summed from shorter periods: one view asks for the same months for the latest period, the
  /// figures, the exceptions and the charts.
  let sums = PointsMadeOnce<SumKey>()
  /// What needs attention: every view of a session asks for the same list.
  let attention = AttentionMadeOnce()
  /// What needed attention when this board was open before; empty where that is not known.
  let knownAttention: [BoardWorkings.View: [BoardWorkings.Item]]
  /// Figures that files state for times in which their organisation did not exist.
  let outside: OutsideLifetimes
  /// Figures that are hard to believe, and why.
  let doubts: DoubtfulFigures
  /// What the checks of the figures against each other found.
  let checks: [Problem]
  /// Why a metric's figures are a file's last good ones, by metric, the earliest such event; no entry where all files
  /// are as they were read.
  public let stalenesses: [MetricID: Staleness]
  /// Every provider that an extract names, inside the system or outside it.
  let providers: Set<OrganisationCode>
  /// The metrics and periods for which the extracts cover all of England.
  let wholesOfEngland: WholesOfEngland
  let waitingLists: [OrganisationCode: [Period: PackedCounts]]

  /// A board of a system's settings and the contributions of its files.
  ///
  /// - Parameters:
  ///   - problems: problems from before there were contributions: settings, folders, unreadable files.
  ///   - readOn: the day on the clock; actual figures dated later are left out.
  ///   - known: what exactly this board had worked out when it was open before.
  public init(
    _ healthSystem: HealthSystem, _ all: [Contribution], problems: [Problem] = [], readOn: Day? = nil,
    known: BoardWorkings? = nil
  ) {
    self.healthSystem = healthSystem
    knownAttention = known?.attention ?? [:]
    self.readOn = readOn
    let later = LaterActuals(all.map(PositionsFromFigures.filed), today: readOn)
    let contributions = later.contributions
    self.contributions = contributions
    stalenesses = Board.stalenesses(contributions)
    let numbering = known?.numbering
    let figures = contributions.reduce(0) { $0 + $1.observations.count }
    let (unsettled, (seen, tree, ledger)) = BothCores.both(isWorthwhile: figures >= Board.manyFigures) {
      SeriesStore(contributions, numbering: numbering)
    } _: {
      let seen = Board.organisations(named: contributions)
      let tree = OrganisationTree(healthSystem, seen: seen, unnamed: contributions.flatMap(\.ownOrganisations))
      return (seen, tree, Ledger(contributions, tree: tree))
    }
    (self.tree, self.ledger) = (tree, ledger)
    // An organisation's own file names organisations by code alone, so the system says which of them are providers.
    providers = Set((seen + Array(tree.byCode.values)).lazy.filter { $0.role == .provider }.map(\.code))
    let catalogue = MetricCatalogue(local: healthSystem.metrics)
    self.catalogue = catalogue
    // Where two files set a target for the same thing, the file with precedence comes first.
    let filed = contributions.sorted { $0.file.beats($1.file) }.flatMap(\.targets)
    targets = TargetTable(own: healthSystem.targets + filed, catalogue: catalogue)
    let targets = targets
    wholesOfEngland = WholesOfEngland(
      contributions, metrics: catalogue.metrics.map(\.id).filter { targets.hasEnglandTarget($0) })
    var store = unsettled
    let files = contributions.map(\.file.name)
    checks =
      known?.checks
      ?? Board.checks(tree: tree, catalogue: catalogue, ledger: ledger, store: store, contributions)
    let checks = checks
    let outside = OutsideLifetimes(tree: tree, store: store, files: files)
    self.outside = outside
    let doubts = DoubtfulFigures(tree: tree, catalogue: catalogue, store: store, files: files)
    self.doubts = doubts
    Weighted(catalogue: catalogue).apply(to: &store)
    let rollUpProblems = OrganisationRollUp(tree: tree, catalogue: catalogue, files: files).apply(to: &store)
    PerPopulation(tree: tree, catalogue: catalogue, wanted: Set((healthSystem.targets + filed).map(\.metric)))
      .apply(to: &store)
    let settled = store
    self.store = settled
    waitingLists = Board.fileWaitingLists(contributions)
    let hasMoney = !ledger.isEmpty
    let codes = Set(tree.byCode.keys)
    metrics = catalogue.metrics.filter { metric in
      metric.isPosition ? hasMoney : settled.organisations(with: metric.id).contains(where: codes.contains)
    }
    let unlisted = UnlistedOrganisations(healthSystem: healthSystem, tree: tree, contributions: contributions).problems
    let ended = [healthSystem.area.problem(tree.system, contributions)].compactMap { $0 }
    let found: [[Problem]] = [
      problems, ended, contributions.flatMap(\.problems), later.problems, unlisted, outside.problems, doubts.problems,
      rollUpProblems, checks,
    ]
    self.problems = found.joined().sorted {
      ($0.severity, $0.file, $0.line ?? 0, $0.column ?? 0) < ($1.severity, $1.file, $1.line ?? 0, $1.column ?? 0)
    }
    if let known { takeSums(of: known) }
  }

  /// From how many figures on it is put together on two threads: a national return of a year. A smaller board takes a few
  /// milliseconds, and gains nothing that can be measured.
  private static let manyFigures = 250_000

  /// Whether it has so many figures that its panels are worked out on two threads.
  package var hasManyFigures: Bool { store.places.count >= Board.manyFigures }

  /// The organisation with this code; an organisation of no system is named by its code.
  public func organisation(_ code: OrganisationCode) -> Organisation {
    tree[code] ?? Organisation(code: code, role: .provider)
  }

  /// The systems that the extracts can be viewed as: the built-in ones, and those that an organisation list has.
  public var systemsToChoose: [Footprints.Footprint] {
    Footprints.systems(beside: contributions.flatMap(\.organisations))
  }

  /// Whether an organisation's figures are rolled up from those below it: a system, a group or a place.
  public func isCollective(_ code: OrganisationCode) -> Bool {
    let role = tree[code]?.role
    return role == .system || role == .group || role == .place
  }

  /// The weekly bands of the waiting list of an organisation, summed over its organisations for a collective. Empty
  /// where they are unknown, and where an organisation has a figure but no bands: the waits of some say nothing about
  /// the waits of all.
  public func waitingBands(of code: OrganisationCode, in period: Period, perspective: Perspective = .providers)
    -> [UInt32]
  {
    if let own = waitingLists[code]?[period] { return own.counts }
    var sum: [UInt32] = []
    for organisation in tree.descendants(of: code)
    where perspective.includes(organisation.role) && organisation.counts {
      guard organisation.exists(in: period) else { continue }
      guard let bands = waitingLists[organisation.code]?[period]?.counts else {
        let figure = MetricCatalogue.waitingList.flatMap { series(Series.Key($0, organisation.code))[period] }
        if figure?.measurement.isReturned == true { return [] }
        continue
      }
      if sum.count < bands.count { sum += Array(repeating: 0, count: bands.count - sum.count) }
      for (week, count) in bands.enumerated() { sum[week] &+= count }
    }
    return sum
  }

  /// The organisations that the files name, in order. Every file of a national return names all of them, so a description
  /// that a file repeats is left out; the first description always decides.
  private static func organisations(named contributions: [Contribution]) -> [Organisation] {
    var latest: [OrganisationCode: Organisation] = [:]
    var named: [Organisation] = []
    for contribution in contributions {
      for organisation in contribution.organisations where latest[organisation.code] != organisation {
        latest[organisation.code] = organisation
        named.append(organisation)
      }
    }
    return named
  }

  /// What the checks of figures against each other find, before anything is added to the figures of the files.
  private static func checks(
    tree: OrganisationTree, catalogue: MetricCatalogue, ledger: Ledger, store: SeriesStore,
    _ contributions: [Contribution]
  ) -> [Problem] {
    let found: [[Problem]] = [
      DailyReturns(catalogue: catalogue, files: contributions.map(\.file.name)).problems(store),
      Reconciliation(tree: tree, ledger: ledger, contributions: contributions, disagreements: store.disagreements)
        .problems,
      PartsAgainstWhole(contributions, catalogue: catalogue, tree: tree).problems,
    ]
    return found.flatMap { $0 }
  }

  private static func stalenesses(_ contributions: [Contribution]) -> [MetricID: Staleness] {
    var stalenesses: [MetricID: Staleness] = [:]
    for contribution in contributions {
      guard let staleness = contribution.staleness else { continue }
      var metrics = contribution.observations.metricsWithFigures
      if !contribution.finance.isEmpty { metrics.formUnion(MetricCatalogue.positions.map(\.id)) }
      metrics.formUnion(contribution.targets.map(\.metric))
      for metric in metrics where stalenesses[metric].map({ staleness.since < $0.since }) ?? true {
        stalenesses[metric] = staleness
      }
    }
    return stalenesses
  }

  private static func fileWaitingLists(_ contributions: [Contribution]) -> [OrganisationCode: [Period: PackedCounts]] {
    var lists: [OrganisationCode: [Period: PackedCounts]] = [:]
    let inOrder = contributions.sorted { $1.file.beats($0.file) }
    for contribution in inOrder {
      for list in contribution.waitingLists { lists[list.organisation, default: [:]][list.period] = list.packed }
    }
    return lists
  }
}
