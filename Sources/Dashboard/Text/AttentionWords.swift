import Metrics
import Statistics

/// The words of a line in the list of exceptions, in full and in short.
struct AttentionWords {
  let name: String
  let title: String, shortTitle: String
  /// The part alone, where there is no room for more; for a whole, its short title.
  let part: String
  /// The same without its department of A&E: `type 1`.
  let brief: String
  /// Its own period, where that is not the board's: `26 Nov`; else empty.
  let period: String
  let variance: String, shortVariance: String
  /// `concerning: low; will miss target`, and the same in letters that the panel's border explains: `LF`, `H`, ` F`.
  let verdict: String, letters: String
  let meaning: String
  let isNew: Bool

  /// - Parameter shown: the period the board speaks of.
  init(_ item: Exception, _ board: borrowing Board, shown: Period?) {
    let subject = Subject(
      board.catalogue[item.figure.metric], item.figure.metric, item.figure.key.part)
    self.init(item, subject, shown: shown) { board.meaning(of: $0) }
  }

  /// What lines are about: a metric or one of its parts, whoever's it is.
  struct Subject {
    let metric: Metric?
    let title: String, shortTitle: String, part: String, brief: String

    init(_ metric: Metric?, _ id: MetricID, _ part: BreakdownItem?) {
      self.metric = metric
      guard let part else {
        title = metric?.title ?? id.text
        shortTitle = metric?.shortTitle ?? id.text
        (self.part, brief) = (shortTitle, shortTitle)
        return
      }
      let stem = metric?.stem ?? ""
      let partName = metric?.itemName(part) ?? part.item
      title = "\(stem) \(partName)"
      // `type 1, major` is "type 1" to those who work there.
      let isType = partName.hasPrefix("type ")
      let shortPart = isType ? String(partName.prefix { $0 != "," }) : metric?.shortItemName(part) ?? partName
      shortTitle = "\(stem) \(shortPart)"
      self.part = isType ? shortTitle : shortPart
      brief = shortPart
    }
  }

  /// What the line is about in the most words that a number of cells has room for; in the fewest where none fits.
  func title(in cells: Int) -> String {
    [title, shortTitle, part].first { $0.letterCount <= cells } ?? brief
  }

  /// - Parameters:
  ///   - shown: the period the board speaks of.
  ///   - meaning: what a variance means to act on.
  init(_ item: Exception, _ subject: Subject, shown: Period?, meaning meaningOf: (Figure) -> String) {
    let figure = item.figure
    period = figure.period.isOwn(beside: shown) ? figure.period.briefTitle : ""
    let unit = subject.metric?.unit ?? .patients
    name = item.organisation.shortName
    isNew = item.isNew
    title = figure.key.part != nil && item.isSmall ? subject.title + AttentionWords.outOf(figure) : subject.title
    shortTitle = subject.shortTitle
    part = subject.part
    brief = subject.brief
    guard item.absence.isEmpty else {
      (variance, shortVariance) = ("no return", "no return")
      (letters, verdict) = ("", "")
      meaning = item.absence
      return
    }
    let suffix = subject.metric?.varianceSuffix ?? ""
    // A figure without a target is listed for its chart, so its value takes the place of a variance.
    shortVariance = figure.variance == nil ? figure.digits(unit: unit) : figure.varianceText(unit: unit)
    variance =
      suffix.isEmpty || figure.variance == nil ? shortVariance : "\(shortVariance) \(suffix)"
    let variation = item.isConcerning ? String(item.variation.letter) : item.isFailing ? " " : ""
    letters = variation + (item.isFailing ? String(Assurance.consistentFail.letter) : "")
    verdict = [item.isConcerning ? item.variation.words : "", item.isFailing ? Assurance.consistentFail.words : ""]
      .filter { !$0.isEmpty }.joined(separator: "; ")
    meaning = figure.metric.isPosition ? "" : meaningOf(figure)
  }

  /// ` of 13`: the denominator of a figure, where it is below 20, so that a single patient moves it by five points or
  /// more.
  private static func outOf(_ figure: Figure) -> String {
    guard let of = figure.measurement.denominator else { return "" }
    return " of \(of.text(places: of.denominator == 1 ? 0 : 1))"
  }
}

/// The words of every line in the list of exceptions, and the widest of each kind, measured once.
struct AttentionList {
  let words: [AttentionWords]
  let name: Int, title: Int, shortTitle: Int, period: Int, variance: Int, shortVariance: Int, verdict: Int, letters: Int
  let meaning: Int
  /// The organisation that all lines are about; `nil` where there are several.
  let onlyName: String?
  /// Whether any line is new.
  let hasNew: Bool
  /// The period of most lines, which stands above them, in few cells: `Feb 18`; empty where it is the board's.
  let usualPeriod: String

  /// The meanings of the letters in the list, in full and then in fewer words.
  var legends: [String] {
    let used = Set(words.flatMap(\.letters))
    let sides = [("L", "low"), ("H", "high")].filter { used.contains(Character($0.0)) }
    let isFailing = used.contains(Assurance.consistentFail.letter)
    let long = sides.map { "\($0.0) concerning: \($0.1)" } + (isFailing ? ["F will miss target"] : [])
    let middle = sides.isEmpty ? [] : [sides.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ": concerning"]
    let short = sides.isEmpty ? [] : [sides.map(\.0).joined(separator: " ") + " concerning"]
    let failing = isFailing ? ["F will miss target"] : []
    return [long, middle + failing, short + failing.map { String($0.dropLast(7)) }].map { $0.joined(separator: "  ") }
      + [""]
  }

  /// The period of more lines than any other, the board's among them; `nil` where that is the board's.
  ///
  /// Where a board opens by day, most measures that miss a target are returned by month: said once above the list, their
  /// period leaves the lines to their titles.
  private static func usualPeriod(_ periods: some Sequence<Period>, shown: Period?) -> Period? {
    var counts: [Period: Int] = [:]
    for period in periods { counts[period.calendarPeriod, default: 0] += 1 }
    let boards = shown.flatMap { counts[$0.calendarPeriod] } ?? 0
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return most.flatMap { $0.value > boards ? $0.key : nil }
  }

  /// The words of exceptions, of which a national board has thousands about the same few subjects.
  init(_ exceptions: [Exception], _ board: Board, shown: Period?) {
    var wholes: [MetricID: AttentionWords.Subject] = [:]
    var parts: [BreakdownItem: [MetricID: AttentionWords.Subject]] = [:]
    func subject(_ metric: MetricID, _ part: BreakdownItem?) -> AttentionWords.Subject {
      if let known = part.map({ parts[$0]?[metric] }) ?? wholes[metric] { return known }
      let subject = AttentionWords.Subject(board.catalogue[metric], metric, part)
      if let part { parts[part, default: [:]][metric] = subject } else { wholes[metric] = subject }
      return subject
    }
    let usual = Self.usualPeriod(exceptions.lazy.map(\.figure.period), shown: shown)
    let words = exceptions.map { item in
      AttentionWords(item, subject(item.figure.metric, item.figure.key.part), shown: usual ?? shown) {
        board.meaning(of: $0)
      }
    }
    self.init(words, usualPeriod: usual?.briefTitle ?? "")
  }

  /// - Parameter usualPeriod: the period of every line that states none.
  init(_ words: [AttentionWords], usualPeriod: String) {
    self.usualPeriod = usualPeriod
    func widest(_ text: (AttentionWords) -> String) -> Int { words.reduce(0) { max($0, text($1).letterCount) } }
    self.words = words
    let names = Set(words.map(\.name))
    // A list about one organisation names it once, above the lines.
    onlyName = names.count == 1 ? names.first : nil
    name = onlyName == nil ? widest(\.name) : 0
    title = widest(\.title)
    shortTitle = widest(\.shortTitle)
    period = widest(\.period)
    variance = widest(\.variance)
    shortVariance = widest(\.shortVariance)
    verdict = widest(\.verdict)
    letters = widest(\.letters)
    meaning = widest(\.meaning)
    hasNew = words.contains(where: \.isNew)
  }
}

/// The widths of the columns in the list of exceptions: those of their contents, 0 where there are none; the title is
/// shortened first.
struct AttentionWidths {
  let name: Int, title: Int, period: Int, variance: Int, letters: Int, new: Int, meaning: Int
  /// Whether the control chart is in words.
  let usesWords: Bool
  /// Whether variances have their unit.
  let usesUnits: Bool

  init(_ list: AttentionList, columns: Int) {
    new = list.hasNew ? 1 : 0
    // The selection mark, and a blank after each column; the mark for new lines may be at the very end.
    period = list.period
    let rest = 1 + (list.name > 0 ? 1 : 0) + 1 + Self.cells(list.period) + Self.cells(list.letters) + (new > 0 ? 2 : 1)
    func fits(_ title: Int, _ variance: Int) -> Bool { list.name + title + variance + rest <= columns }
    let titles = fits(list.title, list.shortVariance) ? list.title : list.shortTitle
    usesUnits = fits(titles, list.variance)
    variance = usesUnits ? list.variance : list.shortVariance
    let free = max(0, columns - rest - variance)
    name = min(list.name, free, max(11, free - titles))
    title = max(0, min(titles, free - name))
    var left = free - name - title
    usesWords = list.verdict > list.letters && left >= list.verdict - list.letters
    letters = usesWords ? list.verdict : list.letters
    left -= letters - list.letters
    meaning = list.meaning > 0 && left > list.meaning ? list.meaning : 0
  }

  /// The cells of a column, including the blank before it.
  private static func cells(_ width: Int) -> Int { width > 0 ? width + 1 : 0 }
}
