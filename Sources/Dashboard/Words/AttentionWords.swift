import Metrics

/// What a line of the list of exceptions says, in full and in short.
struct AttentionWords {
  let name: String
  let title: String, shortTitle: String
  let variance: String, shortVariance: String
  let letters: String
  let meaning: String

  init(_ item: AttentionItem, _ board: Board) {
    let figure = item.figure
    let metric = board.catalogue[figure.metric]
    let unit = metric?.unit ?? .patients
    name = item.organisation.shortName
    if let part = figure.key.part {
      let partName = board.itemName(part, of: figure.metric)
      title = "\(metric?.stem ?? "") \(partName)\(AttentionWords.small(figure))"
      // `type 1, major` is type 1 to whoever works there.
      let isType = partName.hasPrefix("type ")
      shortTitle = "\(metric?.stem ?? "") \(isType ? String(partName.prefix { $0 != "," }) : partName)"
    } else {
      title = metric?.title ?? figure.metric.text
      shortTitle = metric?.shortTitle ?? figure.metric.text
    }
    shortVariance = figure.varianceText(unit: unit)
    variance = unit.varianceSuffix.isEmpty ? shortVariance : "\(shortVariance) \(unit.varianceSuffix)"
    letters = (item.isConcerning ? "concerning" : "") + (item.isFailing ? " F" : "")
    meaning = unit == .pounds ? "" : board.meaning(of: figure)
  }

  /// ` of 13`: a figure out of fewer than 20 says so, because a single patient moves it by five points and more.
  private static func small(_ figure: Figure) -> String {
    guard let of = figure.measurement.denominator, of < Ratio(20) else { return "" }
    return " of \(of.text(places: of.denominator == 1 ? 0 : 1))"
  }
}

/// How wide each column of the list of exceptions is: as wide as what it holds, the title first to give way.
struct AttentionWidths {
  let name: Int, title: Int, variance: Int, letters: Int, meaning: Int
  /// Whether the titles stand in full, and the variances with their unit.
  let usesLongTitles: Bool, usesUnits: Bool

  init(_ words: [AttentionWords], columns: Int) {
    func widest(_ text: (AttentionWords) -> String) -> Int { words.map { text($0).count }.max() ?? 0 }
    // The selection's mark, a blank after each column, and the mark of what is new.
    func free(_ variance: Int) -> Int { max(0, columns - 1 - variance - 2 - 2) }
    let names = widest(\.name)
    usesUnits = names + widest(\.shortTitle) <= free(widest(\.variance))
    variance = widest(usesUnits ? \.variance : \.shortVariance)
    let free = free(variance)
    usesLongTitles = names + widest(\.title) <= free
    let titles = widest(usesLongTitles ? \.title : \.shortTitle)
    name = min(names, free, max(10, free - titles))
    title = max(0, min(titles, free - name))
    var left = free - name - title
    letters = left > 13 ? 12 : 0
    left -= letters + 1
    meaning = letters > 0 && left >= widest(\.meaning) ? widest(\.meaning) : 0
  }
}
