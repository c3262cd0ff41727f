import Metrics
import Screen

/// The page shown in lines of words, panel by panel and row by row: what a screen reader reads out, and what a terminal
/// without a cursor can show.
public struct SpokenText {
  let state: State
  let figures: FigureSentence

  /// The telling of a state.
  public init(_ state: State) {
    self.state = state
    figures = FigureSentence(board: state.board)
  }

  /// Every line, without anything a terminal would obey.
  public var lines: [String] { ([place] + page).filter { !$0.isEmpty }.map(Glyph.sanitised) }

  /// What the board last said; empty when nothing.
  public var message: String { Glyph.sanitised(state.message) }

  /// `Northmere, A&E four-hour. February 2018. 1 problem. Current. 20 Mar 2018 09:00.`
  private var place: String {
    let crumbs = Breadcrumbs(state).text.plain.split(separator: "›").map { $0.filter { $0 != "›" } }
    var parts = [crumbs.map { String($0).trimmedOfSpaces }.joined(separator: ", "), Chrome.periodWords(state)]
    let problems = state.problems.count
    if problems > 0 { parts.append(problems == 1 ? "1 problem" : "\(problems) problems") }
    if let worst = state.digest.stalest?.freshness { parts.append("Freshness: " + worst.word) }
    parts.append(state.now.title)
    return parts.joined(separator: ". ") + "."
  }

  private var page: [String] {
    switch state.page {
    case .overview: overview
    case .organisation(let code):
      state.board.isCollective(code) ? overview : OrganisationPage(state, code).rows.map(metricRow)
    case .metric(let metric): MetricPage(state, metric).rows.map(organisationRow)
    case .detail(let metric, let code, let part): SpokenDetail(self, DetailPage(state, metric, code, part)).lines
    case .source(let key, let period): source(key, period)
    case .summary(let code):
      SummaryPage(state, code).rows.map { row in
        sentence(row.metric.title, row.figure, row.period, FigureSentence.control(row.charted))
      }
    case .problems: problems
    case .help: HelpPage(state).lines.map { $0.isHeading ? $0.words + ":" : "\($0.key): \($0.words)." }
    case .systems: SystemsPage(state).systems.map { "\($0.code.text): \($0.name)." }
    }
  }

  /// `Fellgate General: 79.7%, …; Feb 2018. Concerning; will not meet.`
  func sentence(
    _ name: String, _ figure: Figure?, _ period: Period?, absence: String = "no return", _ notes: String...
  ) -> String {
    let date = period.map { $0 == .undated ? ", undated" : ", \($0.title)" } ?? ""
    let said = notes.filter { !$0.isEmpty }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return (["\(name)\(date): \(figures.words(figure, absence: absence))"] + said).joined(separator: ". ") + "."
  }

  private func freshness(_ freshness: Freshness) -> String {
    "freshness: " + freshness.words.split(separator: "·").map { String($0).trimmedOfSpaces }.joined(separator: ", ")
  }

  private func organisationRow(_ row: SeriesDigest) -> String {
    sentence(row.organisation.name, row.figure, row.period, absence: row.absence, FigureSentence.control(row.charted))
  }

  private func metricRow(_ row: SeriesDigest) -> String {
    sentence(
      row.metric?.title ?? row.key.metric.text, row.figure, row.period, absence: row.absence,
      FigureSentence.control(row.charted),
      row.freshness.map(freshness) ?? "")
  }

  private var overview: [String] {
    OverviewPage(state).panels.enumerated().flatMap { position, panel -> [String] in
      let number = "\(position + 1). "
      switch panel {
      case .attention:
        return ["\(number)Needs attention, worst first: \(state.digest.exceptions.count)."]
          + state.digest.exceptions.map(exception)
      case .levels:
        return ["\(number)The levels of the system."]
          + Levels(state.board, below: state.scope).rows.map {
            "\($0.organisation.code.text): \($0.organisation.name)."
          }
      case .metric(let metric): return state.digest[metric].map { self.panel($0, number) } ?? []
      }
    }
  }

  private func panel(_ digest: MetricDigest, _ number: String) -> [String] {
    let headline = MetricHeadline(state, digest)
    var lines: [String]
    if headline.figure == nil, headline.worst != nil {
      lines = ["\(number)\(digest.metric.title): no figure for all of them together."]
    } else {
      let control = FigureSentence.control(digest.charted)
      let title = "\(number)\(digest.metric.title)"
      lines = [sentence(title, digest.figure, digest.period, control, freshness(digest.freshness))]
    }
    lines += digest.rankedFigures.map { "\($0.organisation.name): \(figures.words($0.figure))." }
    if digest.rankedFigures.isEmpty, let money = digest.money {
      lines += money.planLines.map(SpokenDetail.plan(state.board))
    }
    return lines
  }

  private func exception(_ item: Metrics.Exception) -> String {
    let part = item.figure.key.part.map { ", " + state.board.itemName($0, of: item.figure.metric) } ?? ""
    let title = state.board.catalogue[item.figure.metric]?.title ?? item.figure.metric.text
    if !item.absence.isEmpty {
      return "\(item.organisation.name), \(title): \(item.absence)." + (item.isNew ? " New." : "")
    }
    let status = [
      item.isConcerning ? "concerning" : "", item.isFailing ? "will not meet" : "", item.isNew ? "new" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return sentence("\(item.organisation.name), \(title)\(part)", item.figure, item.figure.period, status)
  }

  private func source(_ key: Series.Key, _ period: Period) -> [String] {
    guard let listing = state.sourceRows, listing.key == key, listing.period == period else {
      return ["The file is being read again."]
    }
    let rows = listing.rows.map { row in
      let fields = zip(listing.header, row.fields).map { "\($0): \($1.isEmpty ? "blank" : $1)" }
      return "Line \(row.line). " + fields.joined(separator: "; ") + "."
    }
    return ["The rows in \(listing.file): \(listing.rows.count).", listing.remark] + rows
  }

  private var problems: [String] {
    let shown = ProblemsPage(state).shown
    guard !shown.isEmpty else { return ["Everything was read, and everything that must add up does."] }
    return shown.flatMap { $0.text.split(separator: "\n").map(String.init) }
  }
}

extension String {
  /// Without the spaces at both ends.
  fileprivate var trimmedOfSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
