import Actions
import ArgumentParser
import Metrics
import Screen

/// `sitrep act`: agrees an action, makes a note, or changes an action.
struct ActCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep act", abstract: "Add an action or a note to a folder of actions, or change one.",
    discussion: """
      The folder may be on a share: each user has a file, and no line in it is ever changed. The id of the action is \
      printed; use it with --id to change the action later. Text that contains an NHS number is refused.
      """)

  @OptionGroup var options: Options

  /// What to write, and where.
  struct Options: ParsableArguments {
    @Argument(help: "The folder of actions.", completion: .directory) var folder: String
    @Option(help: ArgumentHelp("The action, or what happened.", valueName: "text")) var text = ""
    @Option(help: ArgumentHelp("The metric: rtt.incomplete.", valueName: "metric")) var metric: String?
    @Option(help: ArgumentHelp("The organisation, by code: RD8.", valueName: "code"))
    var organisation: String?
    @Option(help: ArgumentHelp("The period: 2018-02.", valueName: "period"), transform: Options.period)
    var period: Period?
    @Option(help: ArgumentHelp("The owner: a role rather than a person.", valueName: "role")) var owner = ""
    @Option(help: ArgumentHelp("The due day: \(DueDay.examples).", valueName: "day")) var due = ""
    @Option(
      help: ArgumentHelp("The status: open, in-progress, blocked, done or cancelled.", valueName: "status"),
      completion: .list(ActionStatus.allCases.map { $0.rawValue.split(separator: " ").joined(separator: "-") }))
    var status = ""
    @Option(help: ArgumentHelp("The role to which it is escalated.", valueName: "role")) var escalatedTo = ""
    @Flag(help: "Write a note, which has no owner, day or status.") var note = false
    @Option(help: ArgumentHelp("Change the action with this id.", valueName: "id")) var id: String?
    @Option(
      help: ArgumentHelp("Date and time to use instead of now: 2018-03-20T09:00.", valueName: "time"),
      transform: FeedOptions.moment)
    var now: Moment?

    @Sendable private static func period(_ text: String) throws -> Period {
      guard let period = Period(text), period != .undated else {
        throw ValidationError("expected a period such as 2018-02, 2018-02-14 or 2017/18")
      }
      return period
    }
  }

  mutating func run() throws {
    let folder = ActionFolder(UserFolders.expanded(options.folder))
    var draft = ActionDraft(options.id != nil ? .change : options.note ? .note : .action)
    draft.text = options.text
    (draft.owner, draft.due, draft.status, draft.escalatedTo) = (
      options.owner, options.due, options.status, options.escalatedTo
    )
    draft.subject = ActionSubject(
      metric: options.metric.map { MetricID($0) }, organisation: options.organisation.map { OrganisationCode($0) },
      period: options.period)
    if let id = options.id { draft.id = try known(id, in: folder) }
    if options.note, !(options.owner + options.due + options.status + options.escalatedTo).isEmpty {
      throw ExitReason.wrongUsage("a note has no owner, day or status; leave out --note for an action")
    }
    switch ActionWriter.own.write(draft, in: folder, at: options.now ?? BoardClock.wall) {
    case .success(let id): Output.print(draft.kind == .change ? draft.id : id)
    case .failure(let refusal):
      throw ExitReason.nothingLoaded([], advice: Glyph.sanitised("sitrep: \(refusal.message)"))
    }
  }

  /// The full id of an existing action.
  private func known(_ id: String, in folder: ActionFolder) throws(ExitReason) -> String {
    guard !options.note, draftSubjectIsEmpty else {
      throw .wrongUsage(
        "--id changes an action as it is: it goes without --note, --metric, --organisation and --period")
    }
    let book = folder.read()
    guard let action = book.action(id) else {
      throw .nothingLoaded(
        book.problems.filter { $0.severity == .error },
        advice: Glyph.sanitised(
          "sitrep: no action has the id \"\(id)\", or several begin with it; sitrep actions \(options.folder) lists them"
        ))
    }
    return action.id
  }

  private var draftSubjectIsEmpty: Bool {
    options.metric == nil && options.organisation == nil && options.period == nil
  }
}
