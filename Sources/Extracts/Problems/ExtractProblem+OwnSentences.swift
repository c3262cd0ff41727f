import Metrics

/// Problems of files that an organisation writes itself, in words.
extension ExtractProblem {
  /// A name that the board does not know.
  func nameSentence(_ column: String) -> Sentence? {
    switch self {
    case .unknownMetric(let found, let nearest):
      return Sentence(
        message: "no metric is called \"\(found)\"", expected: "a metric such as \(nearest)",
        fix: "write \(nearest), or define the metric in system.toml")
    case .unknownBreakdown(let found, let metric, let known):
      return Sentence(
        message: "\(metric) has no breakdown \"\(found)\"",
        expected: known.isEmpty ? "none" : ExtractProblem.alternatives(known),
        fix: known.isEmpty ? "leave breakdown and item empty" : "write \(known[0])")
    case .unknownItem(let found, let breakdown, let nearest):
      return Sentence(
        message: "no \(breakdown) is called \"\(found)\"", expected: "an item such as \(nearest)",
        fix: "write \(nearest)")
    case .closedItem(let breakdown, let known, let found):
      return Sentence(message: "no \(breakdown) is called \"\(found)\"", expected: known, fix: "write \(known)")
    case .noItem(let breakdown):
      return Sentence(
        message: "\"\(column)\" is empty", expected: "an item of \(breakdown)",
        fix: "name the item, or leave the breakdown empty too")
    case .unknownOrganisation(let found, let nearest):
      return Sentence(
        message: "\"\(column)\" is \"\(found)\", which is not the name of an organisation",
        expected: "a name such as \(nearest)",
        fix:
          "write codes = { \"\(found)\" = \"its code\" } in [[layout]], or ignore = [\"\(found)\"] to leave its rows out"
      )
    case .sharedName(let found, let codes):
      return Sentence(
        message: "\"\(column)\" is \"\(found)\", which is the name of \(ExtractProblem.alternatives(codes, "and"))",
        expected: "a name that only one organisation has",
        fix: "write the code in the file, or add the name to codes in [[layout]]")
    default: return nil
    }
  }

  /// A figure that is missing, contradicted or of the wrong kind.
  func figureSentence(_ column: String) -> Sentence? {
    switch self {
    case .secondFigure(let line, let found, let first):
      return Sentence(
        message: "the row contradicts line \(line): \(found) here, \(first) there",
        expected: "one row; line \(line) is used, neither is added to the other", fix: "delete the row that is wrong")
    case .noFigure:
      return Sentence(
        message: "the row has no figure", expected: "a value, or numerator and denominator",
        fix: "fill in the figure, or delete the row; a missing figure is never 0")
    case .countsOfCount:
      return Sentence(
        message: "\"\(column)\" is given for a metric that is not a share", expected: "the figure in \"value\"",
        fix: "move the figure to \"value\"")
    case .disagrees(let value, let within, let of, let computed):
      return Sentence(
        message: "\"\(column)\" is \(value), but \(within.text) of \(of.text) is \(computed)", expected: "the same",
        fix: "correct the value or the counts, or leave one of the two empty")
    case .notPercent(let value):
      return Sentence(
        message: "\"\(column)\" is \"\(value)\"", expected: "a percentage from 0 to 100",
        fix: "write the percentage as 84.6")
    case .noSum(let metric):
      return Sentence(
        message: "the row cannot be added to the one before it: \(metric) has rates or means here, which have no sum",
        expected: "counts", fix: "name a column of numerators and one of denominators in [[layout]]")
    default: return nil
    }
  }

  /// An amount or a step of a bridge.
  func moneySentence(_ column: String) -> Sentence? {
    switch self {
    case .notAmount(let value):
      return Sentence(
        message: "\"\(column)\" is \"\(value)\"", expected: "an amount such as (9.4)",
        fix: "write the amount as 9.4, or (9.4) where it is negative")
    case .orderTwice(let order, let line):
      return Sentence(
        message: "\"\(column)\" is \(order), as on line \(line)", expected: "a number for each step",
        fix: "number the steps one by one; until then they are in the order of the file")
    case .noOpening(let organisation, let period):
      return Sentence(
        message: "the bridge of \(organisation), \(period), has no opening; no sum is made before its first subtotal",
        expected: "a row whose kind is opening", fix: "add the amount the bridge starts from")
    default: return nil
    }
  }
}
