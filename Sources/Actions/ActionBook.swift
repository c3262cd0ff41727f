import Metrics

/// Everything that was agreed and noted: the files of all writers combined.
public struct ActionBook: Hashable, Sendable {
  /// Every action, the earliest first.
  public private(set) var actions: [AgreedAction] = []
  /// Every note, the earliest first.
  public private(set) var notes: [ActionNote] = []
  /// The problems with the files.
  public private(set) var problems: [Problem] = []
  /// The places of the actions about each metric.
  private var byMetric: [MetricID: [Int]] = [:]

  /// The number of digits of a hash that identify an action.
  static let digitsOfID = 12

  /// An empty book, with the problems of its folder.
  public init(problems: [Problem] = []) { self.problems = problems }

  /// The book of some writers' files, in the order of their names.
  init(_ files: [WriterFile], problems: [Problem] = []) {
    self.problems = problems + files.flatMap(\.problems)
    var entries: [WriterFile.Entry] = []
    var known: [String: String] = [:]
    for file in files {
      let fresh = file.entries.filter { known[$0.hash] == nil }
      // A copy of a file contains nothing new.
      if let copied = file.entries.first(where: { known[$0.hash] != nil }), let other = known[copied.hash] {
        self.problems.append(
          Problem(
            .warning, file: file.name, line: copied.line,
            "\(file.entries.count - fresh.count) events are in \(other) as well; they count once",
            fix: "delete the copy if every line of it is in \(other)"))
      }
      for entry in fresh { known[entry.hash] = file.name }
      entries += fresh.map { $0 }
    }
    // Each writer's own order is kept: the sort is stable, and a writer's times never go backwards.
    merge(
      entries.enumerated().sorted { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }.map(\.element))
  }

  private mutating func merge(_ entries: [WriterFile.Entry]) {
    var places: [String: Int] = [:]
    for entry in entries {
      let id = String(entry.hash.prefix(ActionBook.digitsOfID))
      switch entry.event.kind {
      case .action:
        places[id] = actions.count
        if let metric = entry.event.subject.metric { byMetric[metric, default: []].append(actions.count) }
        actions.append(AgreedAction(id: id, entry.event))
      case .note:
        notes.append(
          ActionNote(
            id: id, subject: entry.event.subject, text: entry.event.text, at: entry.event.at, by: entry.event.by))
      case .change: break
      }
    }
    // A writer whose clock is slow may close an action at a time before another's clock says that it was agreed.
    var orphans = 0
    for entry in entries where entry.event.kind == .change {
      if let place = places[entry.event.id] { actions[place].take(entry.event) } else { orphans += 1 }
    }
    if orphans > 0 {
      problems.append(
        Problem(
          .warning, "\(orphans) \(orphans == 1 ? "change is" : "changes are") about actions that no file holds",
          expected: "the file of every writer", fix: "look for a file that was moved out of the folder, and put it back"
        ))
    }
  }

  /// The action with this id, or with an id that begins with it; `nil` for none or several.
  public func action(_ id: String) -> AgreedAction? {
    guard id.count >= 4 else { return nil }
    let found = actions.filter { $0.id.hasPrefix(id.lowercased()) }
    return found.count == 1 ? found[0] : nil
  }

  /// The actions about a metric, of one organisation where one is given.
  public func actions(about metric: MetricID, of organisation: OrganisationCode? = nil) -> [AgreedAction] {
    (byMetric[metric] ?? []).map { actions[$0] }
      .filter { organisation == nil || $0.subject.organisation == organisation }
  }

  /// Open actions first: the overdue ones, then the others by due day, then those without one. Closed actions follow,
  /// the latest first.
  public func inOrder(on day: Day) -> [AgreedAction] {
    func place(_ action: AgreedAction) -> (Int, Int32, Moment) {
      (action.due == nil ? 1 : 0, action.due?.number ?? 0, action.raisedAt)
    }
    let open = actions.filter(\.isOpen).enumerated().sorted {
      let (left, right) = (place($0.element), place($1.element))
      return left == right ? $0.offset < $1.offset : left < right
    }
    let closed = actions.filter { !$0.isOpen }.enumerated().sorted {
      ($1.element.closedAt ?? $1.element.raisedAt, $1.offset) < ($0.element.closedAt ?? $0.element.raisedAt, $0.offset)
    }
    return (open + closed).map(\.element)
  }

  /// The notes about a metric of an organisation, including those about the metric in general.
  public func notes(about metric: MetricID, of organisation: OrganisationCode) -> [ActionNote] {
    notes.filter {
      $0.subject.metric == metric && ($0.subject.organisation == nil || $0.subject.organisation == organisation)
    }
  }
}

extension ActionBook {
  /// The number of open actions, and of those that are overdue.
  public struct Tally: Hashable, Sendable {
    /// Open, in progress or blocked.
    public var open = 0
    /// Those of them due before today.
    public var overdue = 0

    /// `2 actions, 1 overdue`; empty where nothing is open.
    public var words: String {
      guard open > 0 else { return "" }
      return "\(open) action\(open == 1 ? "" : "s")" + (overdue > 0 ? ", \(overdue) overdue" : "")
    }
  }

  /// The tally of some actions on a day.
  public static func tally(_ actions: some Sequence<AgreedAction>, on day: Day) -> Tally {
    actions.reduce(into: Tally()) { tally, action in
      if action.isOpen { tally.open += 1 }
      if action.isOverdue(on: day) { tally.overdue += 1 }
    }
  }
}

extension ActionBook {
  /// A book of events without files, for tests and examples.
  public init(events: [ActionEvent]) {
    var previous = ""
    var text = ""
    for event in events {
      guard let line = EventLine.written(event, after: previous) else { continue }
      text += line.text + "\n"
      previous = line.hash
    }
    self.init([WriterFile(Array(text.utf8), name: "events")])
  }
}
