import Metrics

/// What a line of the list of exceptions says, in full and in short.
struct AttentionWords {
  let name: String
  let title: String, shortTitle: String
  let variance: String, shortVariance: String
  /// `concerning F`, and the same in letters alone: `LF`, `H`, `·F`.
  let letters: String, shortLetters: String
  let meaning: String

  init(_ item: Exception, _ board: Board) {
    let figure = item.figure
    let metric = board.catalogue[figure.metric]
    let unit = metric?.unit ?? .patients
    name = item.organisation.shortName
    if let part = figure.key.part {
      let partName = board.itemName(part, of: figure.metric)
      title = "\(metric?.stem ?? "") \(partName)\(item.isSmall ? AttentionWords.outOf(figure) : "")"
      // `type 1, major` is type 1 to whoever works there.
      let isType = partName.hasPrefix("type ")
      shortTitle = "\(metric?.stem ?? "") \(isType ? String(partName.prefix { $0 != "," }) : partName)"
    } else {
      title = metric?.title ?? figure.metric.text
      shortTitle = metric?.shortTitle ?? figure.metric.text
    }
    // What has no target to miss is there for its chart alone: the figure itself stands in the variance's place.
    shortVariance = figure.variance == nil ? figure.digits(unit: unit) : figure.varianceText(unit: unit)
    variance =
      unit.varianceSuffix.isEmpty || figure.variance == nil ? shortVariance : "\(shortVariance) \(unit.varianceSuffix)"
    let variation = item.isConcerning ? String(item.variation.letter) : item.isFailing ? "·" : ""
    shortLetters = variation + (item.isFailing ? "F" : "")
    letters = (item.isConcerning ? "concerning" : "") + (item.isFailing ? " F" : "")
    meaning = unit == .pounds ? "" : board.meaning(of: figure)
  }

  /// ` of 13`: a figure out of fewer than 20 says so, because a single patient moves it by five points and more.
  private static func outOf(_ figure: Figure) -> String {
    guard let of = figure.measurement.denominator else { return "" }
    return " of \(of.text(places: of.denominator == 1 ? 0 : 1))"
  }
}

/// What every line of the list of exceptions says, and the widest of each kind of words, counted once.
struct AttentionList {
  let words: [AttentionWords]
  let name: Int, title: Int, shortTitle: Int, variance: Int, shortVariance: Int, meaning: Int

  init(_ words: [AttentionWords]) {
    func widest(_ text: (AttentionWords) -> String) -> Int { words.map { text($0).count }.max() ?? 0 }
    self.words = words
    name = widest(\.name)
    title = widest(\.title)
    shortTitle = widest(\.shortTitle)
    variance = widest(\.variance)
    shortVariance = widest(\.shortVariance)
    meaning = widest(\.meaning)
  }
}

/// How wide each column of the list of exceptions is: as wide as what it holds, the title first to give way.
struct AttentionWidths {
  let name: Int, title: Int, variance: Int, letters: Int, meaning: Int
  /// Whether what the control chart says stands in words.
  var usesWords: Bool { letters > 2 }
  /// Whether the titles stand in full, and the variances with their unit.
  let usesLongTitles: Bool, usesUnits: Bool

  init(_ list: AttentionList, columns: Int) {
    // The selection's mark, a blank after each column, two letters, and the mark of what is new.
    func free(_ variance: Int) -> Int { max(0, columns - 1 - variance - 2 - 2 - 3) }
    usesUnits = list.name + list.shortTitle <= free(list.variance)
    variance = usesUnits ? list.variance : list.shortVariance
    let free = free(variance)
    usesLongTitles = list.name + list.title <= free
    let titles = usesLongTitles ? list.title : list.shortTitle
    name = min(list.name, free, max(10, free - titles))
    title = max(0, min(titles, free - name))
    var left = free - name - title
    letters = left >= 10 ? 12 : 2
    left -= letters - 2 + 1
    meaning = letters > 2 && left >= list.meaning ? list.meaning : 0
  }
}
