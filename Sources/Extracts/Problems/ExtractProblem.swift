import Metrics

/// Everything that can be wrong with an extract. `ExtractProblem+Sentence.swift` puts it into words.
enum ExtractProblem: Error, Equatable {
  // The file as a whole.
  case empty
  case binary
  case workbook
  case wideText(String)
  case webPage(asksToSignIn: Bool)
  case serviceAnswer
  case otherSheet(String, String, of: String = "A&E workbook", right: String = "Provider Level Data")
  case untitledSheet(String)
  case sheetUntold
  case unknownTable([String], more: Int)
  case zeros
  case noTotalAll
  case columnTwice(String, first: Int)
  case noLayout(String, lacks: [String])
  case headerTooLong
  case noRows(String)
  case unclosedQuote
  case recordTooLong
  case truncated(rows: Int)
  case unusualSeparator(String)
  case repeatedHeader
  case noPeriodAnywhere
  case noMetric(String)
  case moreProblems(Int)

  /// Reported once for all rows that it leaves out.
  case saidOnce

  // A row as a whole.
  case fewFields(Int, of: Int)
  case manyFields(Int, of: Int)
  case endsInside(Int, of: Int)
  case quoteTakesRows(lines: Int)
  case unknownRows(String, rows: Int, expected: String, fix: String)
  case noCode
  case footnote
  case repeats(line: Int)
  case contradicts(line: Int, title: String, stated: Ratio, other: Ratio, isMoney: Bool)
  case controlCharacters(String)

  // A value.
  case notWhole(String)
  case notHalf(String)
  case unexpectedHalf(metric: String, found: String)
  case notNumber(String)
  case twoReadings(String)
  case negative(String)
  case moreThanAll(Ratio, of: Ratio, things: String)
  case badPeriod(String, example: String)
  case badPartOfPeriod(String, String, examples: [String])
  case unknownWord(String, expected: String)

  // What should add up.
  case totalDiffers(title: String, stated: Ratio, summed: Ratio, parts: String)
  case meanDiffers(Ratio, Ratio, total: String, incidents: String)
  case rowTotalDiffers(stated: Ratio, summed: Ratio, parts: String, counted: String? = nil)
  case bandsMissing(first: Int)
  case bandsJump(after: Int, to: Int, name: String)
  case bandsEnd(name: String)
  case wholeDiffers(String, of: String, things: String, stated: Ratio, summed: Ratio, parts: String)
  case listTooLong(String, patients: Int)
  case noWhole(String)
  case wholeOfTypes(String)

  // sitrep's own layouts.
  case unknownMetric(String, nearest: String)
  case unknownBreakdown(String, metric: String, known: [String])
  case unknownItem(String, breakdown: String, nearest: String)
  case closedItem(breakdown: String, known: String, found: String)
  case noItem(String)
  case secondFigure(line: Int, String, String)
  case noFigure
  case countsOfCount
  case disagrees(value: String, within: Count, of: Count, computed: String)
  case notPercent(String)
  case notAmount(String)
  case spreadsheetError(String)
  case exponent(String)
  case damagedCode(String)
  case totalLeftOut(String)
  case totalOfNothing
  case fractions(String, values: Int)
  case monthFirst(String, rows: Int)
  case orderTwice(Int, line: Int)
  case noOpening(organisation: String, period: String)

  // A system's own layouts.
  case unknownOrganisation(String, nearest: String)
  case sharedName(String, codes: [String])
  case noSum(String)
  case noPeriodFor(String, isInName: Bool)
  case noSuchRows(String, String)
  case halfOfShare(isNumerator: Bool)
  case otherUnit(String, String)
  case noUnit
  case monthAlone(String)
  case breachesAsNumerator(whole: String)
}
