import Metrics

/// What a problem says: what was found, what was expected, what to do, and the size of a difference.
struct Sentence {
  var message: String
  var expected = ""
  var fix = ""
  var amount: Ratio?
}

extension ExtractProblem {
  private static let download = "download the file again"
  private static let mend = "mend the row, or download the file again"

  /// The cause in words; `column` is the name of the column it stands in.
  func sentence(column: String) -> Sentence {
    fileSentence ?? tableSentence ?? doubtSentence(column) ?? rowSentence(column) ?? sumSentence(column)
      ?? ownSentence(column) ?? layoutSentence(column)
      ?? Sentence(message: "\"\(column)\" cannot be read")
  }

  /// Problems of the file as a whole.
  private var fileSentence: Sentence? {
    switch self {
    case .empty:
      Sentence(message: "the file is empty", expected: "a header and rows", fix: ExtractProblem.download)
    case .binary:
      Sentence(message: "the file is not text", expected: "CSV", fix: "export the data as CSV")
    case .workbook:
      Sentence(
        message: "the file looks like a workbook or zip", expected: "CSV",
        fix: "rename it to end in .xlsx, .xls, .ods or .zip, as what it is")
    case .wideText(let encoding):
      Sentence(
        message: "the text is \(encoding)", expected: "UTF-8 or Windows-1252", fix: "save it as CSV UTF-8")
    case .noLayout(let nearest, let lacks):
      Sentence(
        message: "no layout claims this file; the nearest is \(nearest), which lacks "
          + (lacks.count == 1 ? "the column " : "the columns ") + ExtractProblem.list(lacks),
        expected: "a header with the names as published",
        fix: "put the published names back into the header, or download the file again")
    case .headerTooLong:
      Sentence(
        message: "no header is found: the row that starts here does not end within 64 KB",
        expected: "a header that names the columns as published, in the first 64 KB",
        fix: "look for a quote that is not closed, or for line ends that are missing, or download the file again")
    case .noRows(let layout):
      Sentence(
        message: "\(layout), but no rows under the header", expected: "rows of data", fix: ExtractProblem.download)
    case .unclosedQuote:
      Sentence(
        message: "a quote opened here is not closed by the end of the file", expected: "a closing \"",
        fix: "close the quote, or download the file again; the rows before it count")
    case .recordTooLong:
      Sentence(
        message: "a record that starts here does not end within 1 MB; nothing after it was read",
        expected: "an end of line", fix: "look for a quote that is not closed, or download the file again")
    case .truncated(let rows):
      Sentence(
        message: "the file ends after \(Ratio(rows).text(places: 0)) rows, the most a spreadsheet keeps",
        fix: "download the file again and do not save it from a spreadsheet")
    case .unusualSeparator(let name):
      Sentence(
        message: "the fields are separated by \(name), not commas", fix: "nothing, if the figures look right")
    case .repeatedHeader:
      Sentence(message: "the row repeats the header", fix: "nothing; it is left out")
    case .noPeriodAnywhere:
      Sentence(
        message: "no period is stated in the file", expected: "a row \"Period:\" above the header",
        fix: "save the whole sheet, with its first rows, as CSV; until then its figures are undated")
    case .noMetric(let what):
      Sentence(
        message: "the file holds \(what), which the board does not show",
        fix: "nothing; or define a [[layout]] and a [[metric]] in system.toml")
    case .moreProblems(let count):
      Sentence(
        message: "\(Ratio(count).text(places: 0)) more problems of this file are not listed",
        fix: "mend the ones above first")
    default: nil
    }
  }

  /// Problems of a row, or of a value in it.
  private func rowSentence(_ column: String) -> Sentence? {
    switch self {
    case .fewFields(let found, let expected):
      return Sentence(message: "the row has \(found) fields", expected: "\(expected)", fix: ExtractProblem.mend)
    case .manyFields(let found, let expected):
      return Sentence(
        message: "the row has \(found) fields", expected: "\(expected)",
        fix: "put a text with commas in quotes, or download the file again")
    case .endsInside(let found, let expected):
      return Sentence(
        message: "the file ends inside this row, after \(found) fields", expected: "\(expected)",
        fix: "wait until the file is written, or download it again")
    case .quoteTakesRows(let lines):
      return Sentence(
        message: "a quote opened here takes in the next \(lines == 1 ? "line" : "\(lines) lines")",
        expected: "a closing \" in the same row",
        fix: "close the quote, or download the file again; the rows below it are read, this one is left out")
    case .unknownRows(let found, let rows, let expected, let fix):
      let which = rows == 1 ? "1 row, which is" : "\(Ratio(rows).text(places: 0)) rows, which are"
      return Sentence(
        message: "\"\(column)\" is \"\(found)\" in \(which) left out",
        expected: expected, fix: fix)
    case .noCode:
      return Sentence(message: "\"\(column)\" is empty", expected: "a code", fix: ExtractProblem.mend)
    case .footnote:
      return Sentence(message: "the row has text but no figures; it is left out", fix: "nothing, if it is a footnote")
    case .repeats(let line):
      return Sentence(message: "the row repeats line \(line); it is counted once", fix: "delete one of the two rows")
    case .contradicts(let line, let title, let stated, let other, let isMoney):
      let (here, there) = (ExtractProblem.text(stated, isMoney: isMoney), ExtractProblem.text(other, isMoney: isMoney))
      return Sentence(
        message: "the row contradicts line \(line): \"\(title)\" is \(here), there \(there)",
        expected: "one row; line \(line) counts, neither is added to the other", fix: "delete the row that is wrong",
        amount: (stated - other).magnitude)
    case .controlCharacters(let name):
      return Sentence(
        message: "\"\(column)\" holds control characters: \"\(name)\"", fix: "type the name again; the figures count")
    case .notWhole(let value):
      return Sentence(
        message: "\"\(column)\" is \"\(value)\"", expected: "a whole number",
        fix: "leave the cell empty if the provider made no return, or download the file again")
    case .notHalf(let value):
      return Sentence(
        message: "\"\(column)\" is \"\(value)\"", expected: "a whole number or a half",
        fix: "leave the cell empty if there is no figure, or download the file again")
    case .unexpectedHalf(let metric, let found):
      return Sentence(
        message: "\(metric) is \(found)", expected: "whole patients: each of them belongs to one provider",
        fix: "ask whoever made the file; the figure is read as it stands")
    case .notNumber(let value):
      return Sentence(
        message: "\"\(column)\" is \"\(value)\"", expected: "a number",
        fix: "leave the cell empty if there is no figure")
    case .twoReadings(let value):
      return Sentence(
        message: "\"\(column)\" is \"\(value)\"",
        expected: "a number without thousands separators: between semicolons a comma is the decimal sign",
        fix: "export the file without thousands separators, or with commas between its fields")
    case .negative(let value):
      return Sentence(message: "\"\(column)\" is \"\(value)\"", expected: "0 or more", fix: ExtractProblem.mend)
    case .moreThanAll(let part, let whole, let things):
      return Sentence(
        message:
          "\"\(column)\" is \(ExtractProblem.number(part)), more than the \(ExtractProblem.number(whole)) \(things)",
        expected: "no more than all", fix: ExtractProblem.mend, amount: (part - whole).magnitude)
    case .badPeriod(let value, let example):
      return Sentence(
        message: "\"\(column)\" is \"\(value)\"", expected: "a period such as \(example)",
        fix: "write the period as \(example)")
    case .badPartOfPeriod(let value, let part, let examples):
      return Sentence(
        message: "\"\(column)\" is \"\(value)\"",
        expected: "a \(part) such as \(ExtractProblem.alternatives(examples))",
        fix: "write the \(part) as \(examples[0])")
    case .unknownWord(let value, let expected):
      return Sentence(message: "\"\(column)\" is \"\(value)\"", expected: expected, fix: "write \(expected)")
    default: return nil
    }
  }

  /// What should add up and does not.
  private func sumSentence(_ column: String) -> Sentence? {
    switch self {
    case .totalDiffers(let title, let stated, let summed, let parts):
      let difference = (stated - summed).magnitude
      return Sentence(
        message:
          "\"\(title)\" is \(ExtractProblem.number(stated)) in the total row, \(parts) come to \(ExtractProblem.number(summed)): "
          + "\(ExtractProblem.number(difference)) apart",
        expected: "the same; \(parts) count", fix: ExtractProblem.download, amount: difference)
    case .meanDiffers(let stated, let computed, let total, let incidents):
      let difference = (stated - computed).magnitude
      return Sentence(
        message: "\"\(column)\" is \(ExtractProblem.number(stated)) s, \"\(total)\" over \"\(incidents)\" comes to "
          + "\(ExtractProblem.number(computed)) s: \(ExtractProblem.number(difference)) apart",
        expected: "the same; the published mean is shown, sums are made of the others", fix: ExtractProblem.download,
        amount: difference)
    case .rowTotalDiffers(let stated, let summed, let parts, let counted):
      let difference = (stated - summed).magnitude
      return Sentence(
        message:
          "\"\(column)\" is \(ExtractProblem.number(stated)), \(parts) come to \(ExtractProblem.number(summed)): "
          + "\(ExtractProblem.number(difference)) apart",
        expected: "the same; \(counted ?? parts) count", fix: ExtractProblem.download, amount: difference)
    case .bandsEnd(let name):
      return Sentence(
        message: "the last weekly band is \"\(name)\"", expected: "a band for everyone beyond",
        fix: "download the file again and do not save it from a spreadsheet")
    case .wholeDiffers(let whole, let organisation, let things, let stated, let summed, let parts):
      let difference = (stated - summed).magnitude
      return Sentence(
        message:
          "the \"\(whole)\" rows of \(organisation) state \(ExtractProblem.number(stated))\(things), its \(parts) "
          + "come to \(ExtractProblem.number(summed)): \(ExtractProblem.number(difference)) apart",
        expected: "the same; \(whole) counts", fix: ExtractProblem.download, amount: difference)
    case .bandsMissing(let first):
      return Sentence(
        message: "the weekly bands begin at week \(first)", expected: "week 0; no share is computed from them",
        fix: "download the file again and do not save it from a spreadsheet")
    case .bandsJump(let after, let to, let name):
      return Sentence(
        message: "the weekly bands jump from week \(after) to week \(to)", expected: "the column \"\(name)\"",
        fix: "download the file again and do not save it from a spreadsheet")
    case .listTooLong(let organisation, let patients):
      return Sentence(
        message: "the waiting list of \(organisation) has \(Ratio(patients).text(places: 0)) patients; "
          + "its weekly bands are not shown",
        expected: "at most \(Ratio(Int(UInt32.max)).text(places: 0))", fix: ExtractProblem.download)
    case .noWhole(let what):
      return Sentence(
        message: "no row states the whole of \(what)", expected: "a row for all of it",
        fix: "download the whole file; its parts are not added up")
    case .wholeOfTypes(let what):
      return Sentence(
        message: "no row states the whole of \(what); its cancer types are added up", expected: "a row for all of it",
        fix: "look whether every cancer type is in the file, or download the whole file")
    default: return nil
    }
  }

  /// Problems of sitrep's own layouts.
  private func ownSentence(_ column: String) -> Sentence? {
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
    case .secondFigure(let line, let found, let first):
      return Sentence(
        message: "the row contradicts line \(line): \(found) here, \(first) there",
        expected: "one row; line \(line) counts, neither is added to the other", fix: "delete the row that is wrong")
    case .noFigure:
      return Sentence(
        message: "the row has no figure", expected: "a value, or numerator and denominator",
        fix: "fill in the figure, or delete the row; a missing figure is never 0")
    case .countsOfCount:
      return Sentence(
        message: "\"\(column)\" is given for a metric that is no share", expected: "the figure in \"value\"",
        fix: "move the figure to \"value\"")
    case .disagrees(let value, let within, let of, let computed):
      return Sentence(
        message: "\"\(column)\" is \(value), but \(within.text) of \(of.text) is \(computed)", expected: "the same",
        fix: "mend the value or the counts, or leave one of the two empty")
    case .notPercent(let value):
      return Sentence(
        message: "\"\(column)\" is \"\(value)\"", expected: "a percentage from 0 to 100",
        fix: "write the percentage as 84.6")
    case .notAmount(let value):
      return Sentence(
        message: "\"\(column)\" is \"\(value)\"", expected: "an amount such as (9.4)",
        fix: "write the amount as 9.4, or (9.4) where it is negative")
    case .orderTwice(let order, let line):
      return Sentence(
        message: "\"\(column)\" is \(order), as on line \(line)", expected: "a number for each step",
        fix: "number the steps one by one; until then they stand in the order of the file")
    case .noOpening(let organisation, let period):
      return Sentence(
        message: "the bridge of \(organisation), \(period), has no opening; no sum is made before its first subtotal",
        expected: "a row whose kind is opening", fix: "add the amount the bridge starts from")
    case .unknownOrganisation(let found, let nearest):
      return Sentence(
        message: "\"\(column)\" is \"\(found)\", which names no organisation", expected: "a name such as \(nearest)",
        fix:
          "write codes = { \"\(found)\" = \"its code\" } in [[layout]], or ignore = [\"\(found)\"] to leave its rows out"
      )
    case .sharedName(let found, let codes):
      return Sentence(
        message: "\"\(column)\" is \"\(found)\", which is the name of \(ExtractProblem.alternatives(codes, "and"))",
        expected: "a name that only one organisation has",
        fix: "write the code in the file, or add the name to codes in [[layout]]")
    case .noSum(let metric):
      return Sentence(
        message: "the row cannot be added to the one before it: \(metric) has rates or means here, which have no sum",
        expected: "counts", fix: "name a column of numerators and one of denominators in [[layout]]")
    default: return nil
    }
  }

  private static func text(_ ratio: Ratio, isMoney: Bool) -> String {
    isMoney ? Money(pounds: ratio.numerator).text : number(ratio)
  }

  static func number(_ ratio: Ratio) -> String { ratio.text(places: ratio.denominator == 1 ? 0 : 1) }

  private static func list(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  static func alternatives(_ names: [String], _ last: String = "or") -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " \(last) " + names[names.count - 1]
  }
}
