import Metrics

/// A view on one line: `provider RD8 rtt treatment-function`.
///
/// The first word is the kind of page. The words after it name, in any order: an organisation (by ODS code, slug or
/// short name), a metric (by its name or the start of one of its words: `rtt`, `four-hour`), one of its breakdowns or
/// items, a period, and view settings (`days`, `trajectory`, `commissioners`).
public struct ViewLine {
  /// The words that start a view.
  public static let words = [
    "overview", "metric", "organisation", "provider", "detail", "source", "problems", "summary", "attention", "actions",
    "help",
  ]

  /// Why a line is not a view, as a sentence for the user.
  public struct Failure: Error, Hashable {
    /// What is wrong and what to type instead.
    public let message: String
  }

  private var organisation: OrganisationCode?
  private var metric: MetricID?
  private var breakdown: String?
  private var item: BreakdownItem?
  private var period: Period?
  private var grain: Period.Grain?
  private var choice: TargetTable.Choice?
  private var perspective: Perspective?

  private static let grains: [(word: String, grain: Period.Grain)] = [
    ("days", .day), ("weeks", .week), ("months", .month), ("quarters", .quarter), ("years", .year),
  ]
  private static let choices: [(word: String, choice: TargetTable.Choice)] = [
    ("standard", .standard), ("interim", .interim), ("trajectory", .trajectory),
    ("local", .local),
  ]
  /// The words for view settings.
  static let outlooks = grains.map(\.word) + choices.map(\.word) + Perspective.allCases.map(\.word)

  /// The path to the view, from the overview downwards, so that Esc leads back up.
  private(set) var visits = [Visit(.overview)]
  /// The view settings.
  private(set) var viewSettings: ViewSettings
  /// Whether the view is the rows of the figure at the end of the path.
  private(set) var endsAtRows = false

  /// Reads a line on a board with these view settings.
  init(_ words: [String], on board: Board, from viewSettings: ViewSettings) throws(Failure) {
    self.viewSettings = viewSettings
    guard let kind = words.first, Self.words.contains(kind) else {
      throw Failure(message: "no view is called \"\(words.first ?? "")\"; try \(Self.words.joined(separator: ", "))")
    }
    for word in words.dropFirst() { try take(word, board) }
    look()
    try go(kind, board)
  }

  private mutating func take(_ word: String, _ board: Board) throws(Failure) {
    if takeOutlook(word.lowercased()) {
      return
    } else if let named = Self.organisation(word, board), organisation == nil {
      organisation = named
    } else if let found = Self.metric(word, board), metric == nil {
      metric = found
    } else if let metric, let found = board.catalogue[metric]?.breakdowns.first(where: { $0.name == word.lowercased() })
    {
      breakdown = found.name
    } else if let metric, let found = Self.item(word, metric, organisation, board) {
      item = found
    } else if let found = Period(word), found != .undated {
      period = found
    } else {
      throw Failure(message: "\"\(word)\" is not an organisation, metric, breakdown or period on this board")
    }
  }

  /// Reads a word for a view setting; returns whether it is one.
  private mutating func takeOutlook(_ word: String) -> Bool {
    if let found = Self.grains.first(where: { $0.word == word }) {
      grain = found.grain
    } else if let found = Self.choices.first(where: { $0.word == word }) {
      choice = found.choice
    } else if let found = Perspective.allCases.first(where: { $0.word == word }) {
      perspective = found
    } else {
      return false
    }
    return true
  }

  private mutating func look() {
    if let period {
      viewSettings.period = period
      viewSettings.grain = period.grain
    }
    if grain != nil || period != nil { viewSettings.followsLatest = false }
    if let grain {
      viewSettings.grain = grain
      if period == nil { viewSettings.period = nil }
    }
    if let choice { viewSettings.choice = choice }
    if let perspective { viewSettings.perspective = perspective }
  }

  /// A name as one word: `salter-bay`.
  static func slug(_ name: String) -> String { name.lowercased().split(separator: " ").joined(separator: "-") }

  static func organisation(_ word: String, _ board: Board) -> OrganisationCode? {
    let wanted = word.lowercased()
    return board.tree.byCode.values.filter {
      $0.code.text.lowercased() == wanted
        || slug($0.shortName) == wanted
    }.map(\.code).min()
  }

  static func metric(_ word: String, _ board: Board) -> MetricID? {
    let wanted = word.lowercased()
    let all = board.metrics.map(\.id)
    return all.first { $0.text == wanted } ?? all.first { $0.text.hasPrefix(wanted) }
      ?? all.first { $0.text.split(separator: ".").last?.hasPrefix(wanted) == true }
  }

  private static func item(
    _ word: String, _ metric: MetricID, _ organisation: OrganisationCode?, _ board: Board
  ) -> BreakdownItem? {
    board.parts(metric, of: organisation ?? board.tree.system.code).first {
      $0.item.lowercased().split(separator: " ").joined(separator: "-")
        == word.lowercased().split(separator: " ").joined(separator: "-")
    }
  }

  private mutating func visit(_ page: Page, cursor: RowID? = nil) {
    var next = Visit(page)
    next.cursors[0] = cursor
    visits.append(next)
  }

  private mutating func go(_ kind: String, _ board: Board) throws(Failure) {
    let system = board.tree.system.code
    switch kind {
    case "summary":
      try refuseMetric(kind)
      visit(.summary(organisation ?? system))
    case "overview":
      try refuseMetric(kind)
      if let organisation, organisation != system { visit(.organisation(organisation)) }
    case "attention":
      try refuseMetric(kind)
      // What needs attention in a place or a group is a list of its own.
      if let organisation, board.isCollective(organisation) {
        if organisation != system { visit(.organisation(organisation)) }
      } else {
        try refuseOrganisation(kind)
      }
      visit(.attention)
    case "problems", "actions", "help":
      try refuseMetric(kind)
      try refuseOrganisation(kind)
      visit(kind == "problems" ? .problems : kind == "actions" ? .actions : .help)
    case "metric":
      guard let metric else { throw Failure(message: "which metric? for example: metric ae.four-hour") }
      if let word = item?.item ?? breakdown {
        throw Failure(message: "\(kind) does not show \"\(word)\"; for example: detail \(system) \(metric) \(word)")
      }
      visit(.metric(metric), cursor: organisation.map(RowID.organisation))
    default: try goToOrganisation(kind, board)
    }
  }

  /// Refuses a metric on a page that is about all of them.
  private func refuseMetric(_ kind: String) throws(Failure) {
    if let metric { throw Failure(message: "\(kind) does not show one metric alone; for that: metric \(metric)") }
  }

  /// Refuses an organisation on a page that is about all of them.
  private func refuseOrganisation(_ kind: String) throws(Failure) {
    guard let organisation else { return }
    throw Failure(message: "\(kind) does not show one organisation alone; for that: provider \(organisation)")
  }

  /// Reads `organisation`, `provider`, `detail` or `source`: an organisation; with a metric, its detail; with more, its
  /// rows.
  private mutating func goToOrganisation(_ kind: String, _ board: Board) throws(Failure) {
    let system = board.tree.system.code
    guard let organisation = organisation ?? (metric == nil ? nil : system) else {
      throw Failure(
        message: "which organisation? for example: \(kind) \(board.tree.byCode.keys.map(\.text).min() ?? "RD8")")
    }
    if organisation != system || metric == nil {
      visit(.organisation(organisation), cursor: metric.map(RowID.metric))
    }
    guard let metric else {
      if kind == "detail" || kind == "source" {
        throw Failure(message: "which metric? for example: \(kind) \(organisation) rtt")
      }
      return
    }
    visit(.detail(metric, organisation, item), cursor: period.map(RowID.period))
    if let breakdown {
      let perspective = board.perspective(for: metric, of: organisation, wanted: viewSettings.perspective)
      let names = board.breakdowns(of: metric, for: organisation, perspective: perspective)
      visits[visits.count - 1].breakdown = names.firstIndex(of: breakdown) ?? 0
      visits[visits.count - 1].pane = 1
    }
    endsAtRows = kind == "source"
  }
}
