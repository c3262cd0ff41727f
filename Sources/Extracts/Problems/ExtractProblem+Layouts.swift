import Metrics

extension ExtractProblem {
  /// Problems of files that a `[[layout]]` describes.
  func layoutSentence(_ column: String) -> Sentence? {
    switch self {
    case .noPeriodFor(let pattern, let isInName):
      Sentence(
        message: "no period was found " + (isInName ? "in the name of the file" : "above the header")
          + " by the pattern \"\(pattern)\"; no row is read",
        expected: isInName ? "a name such as \"ED return 2018-02\"" : "a row such as \"Month: February 2018\"",
        fix: isInName
          ? "rename the file, or correct the pattern" : "add the period above the header, or correct the pattern")
    case .noSuchRows(let layout, let rows):
      Sentence(
        message: "the layout \"\(layout)\" reads the rows with \(rows), and the file has none", expected: "such rows",
        fix: "correct where in [[layout]], as the file writes it")
    case .halfOfShare(let isNumerator):
      Sentence(
        message: isNumerator
          ? "the row is the numerator of a share whose denominator has no row"
          : "the row is the denominator of a share whose numerator has no row",
        expected: "a row of each for an organisation and a period", fix: "add the row that is missing")
    case .otherUnit(let stated, let titled):
      Sentence(
        message: "the layout says that the amounts are in \(stated), but the column \"\(column)\" says \(titled)",
        expected: "the same unit", fix: "write unit = \"\(titled)\" in [[layout]]")
    case .monthAlone(let month):
      Sentence(
        message: "\"\(column)\" is \"\(month)\", a month without its year", expected: "a month and a year",
        fix: "write year-column and month-column in place of period-column, if another column has the year")
    case .noUnit:
      Sentence(
        message: "nothing states the unit of the amounts in \"\(column)\"", expected: "£m, £000 or £",
        fix: "write unit = \"£000\" in [[layout]], or the unit that is right")
    case .breachesAsNumerator(let whole):
      Sentence(
        message: "\"\(column)\" is read as the number within the standard, out of \"\(whole)\"",
        expected: "a column that counts those within the standard",
        fix: "write breaches-column = \"\(column)\" in place of numerator-column if it counts the breaches")
    default: nil
    }
  }
}
