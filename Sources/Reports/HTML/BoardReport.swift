import Actions
import Dashboard
import Metrics

/// A board as one page of HTML to send or print: what needs attention, each metric with its control chart and its figures,
/// actions, data problems, and where the figures came from.
///
/// It has no script and asks for nothing from outside. Its figures are those of `print`, in the words of the screen.
public struct BoardReport {
  let state: State
  let scope: ReportScope
  let book: ActionBook?
  let provenance: Provenance
  let hidesSmallCounts: Bool
  /// The figures it has, in the order of `print`.
  let rows: [FigureRow]
  /// What the screen shows of each metric of the organisation.
  let panels: [MetricDigest]
  /// What needs attention of what it is about, worst first.
  let exceptions: [Exception]

  /// Why a view cannot be reported, as a sentence for the user.
  public struct Refusal: Error {
    /// What is wrong and what to do instead.
    public let message: String
  }

  /// A report of the view that a state shows.
  ///
  /// - Parameters:
  ///   - book: what was agreed and noted; `nil` where no folder of actions is named.
  ///   - hidesSmallCounts: whether counts of 1 to 4 from the organisation's own files are left out.
  public init(
    _ state: State, actions book: ActionBook?, provenance: Provenance, hidesSmallCounts: Bool = false
  ) throws(Refusal) {
    let scope: ReportScope
    do throws(ReportScope.Refusal) {
      scope = try ReportScope(state)
    } catch {
      throw Refusal(message: error.message)
    }
    self.scope = scope
    self.hidesSmallCounts = hidesSmallCounts
    var listing = FigureListing(
      state.board, allPeriods: scope.isDetailed, breakdowns: scope.isDetailed, viewSettings: state.viewSettings)
    listing.scope = scope
    rows = listing.rows
    panels = state.board.metrics.filter { $0.hasPanel && (scope.metric == nil || scope.metric == $0.id) }.map {
      MetricDigest(
        $0, state.board, scope: scope.organisation, viewSettings: state.viewSettings, today: state.today)
    }.filter(\.hasAnything)
    exceptions = state.board.exceptions(of: scope.organisation, state.viewSettings).filter {
      scope.contains($0.figure.metric, $0.organisation.code)
    }
    (self.state, self.book, self.provenance) = (state, book, provenance)
  }

  var board: Board { state.board }
  var today: Day { state.today }
  var organisation: Organisation { board.organisation(scope.organisation) }

  /// The whole page.
  public var html: String {
    let contents = sections
    return HTML.page(
      language: "en-GB",
      head: [
        .element("meta", ["charset": "utf-8"]),
        .element(
          "meta",
          ["http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"]),
        .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .element("title", [:], title), .style(ReportStyle(ReportInks()).rules),
      ],
      body: [
        .element("a", ["class": "skip", "href": "#main"], "Skip to the figures"), heading, navigation(contents),
        .element("main", ["id": "main"], contents.map(\.html)), footer,
      ]
    ).markup
  }

  /// A part of the page with its heading.
  struct Section {
    let id: String
    let title: String
    let content: [HTML]

    var html: HTML {
      .element(
        "section", ["id": id, "aria-labelledby": "\(id)-title"],
        [.element("h2", ["id": "\(id)-title"], title)] + content)
    }
  }

  private var sections: [Section] {
    let metric = scope.metric.flatMap { board.catalogue[$0] }
    var found: [Section] = []
    func add(_ part: ReportScope.Part, _ id: String, _ title: String, _ content: @autoclosure () -> [HTML]) {
      guard scope.parts.contains(part) else { return }
      let content = content()
      if !content.isEmpty { found.append(Section(id: id, title: title, content: content)) }
    }
    add(.overview, "overview", "Overview", overview)
    add(.attention, "attention", "What needs attention", attention)
    add(.metrics, "metrics", metric == nil ? "Each measure" : "The measure", metrics)
    add(.actions, "actions", "Actions and notes", actions)
    add(.problems, "problems", "Data problems", problems)
    add(.provenance, "provenance", "Where the figures came from", origin)
    found.append(Section(id: "reading", title: "How to read this report", content: readingGuide))
    return found
  }

  /// What is wrong with files, figures and actions.
  var problemList: [Problem] { (book?.problems ?? []) + board.problems }
}
