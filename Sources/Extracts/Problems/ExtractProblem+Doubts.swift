import Metrics

extension ExtractProblem {
  /// A file that is something other than a table that the board reads.
  var tableSentence: Sentence? {
    switch self {
    case .webPage(let asksToSignIn):
      Sentence(
        message: "the file is a web page" + (asksToSignIn ? " that asks to sign in" : ""), expected: "CSV",
        fix: asksToSignIn ? "sign in, then download the file again" : "download the file itself, not the page")
    case .serviceAnswer:
      Sentence(
        message: "the file is the answer of a web service (JSON)", expected: "CSV",
        fix: "read what it says, then download the file again")
    case .otherSheet(let sheet, let what, let workbook, let right):
      Sentence(
        message: "this is the sheet \"\(sheet)\" of the \(workbook), which \(what)",
        expected: "the sheet \"\(right)\"", fix: "save the sheet \"\(right)\" as CSV")
    case .untitledSheet(let title):
      Sentence(
        message: "no title above the header says which wait the sheet is about",
        expected: "a title such as \"\(title)\"",
        fix: "keep the rows above the header, or save the sheet as CSV again")
    case .sheetUntold:
      Sentence(
        message: "two sheets have these headings, and nothing above them says which this is; it is read as "
          + "\"Provider Level Data\", but \"Non-Booked Data\" leaves out booked appointments",
        expected: "the rows above the headings, as published",
        fix: "keep the workbook itself, or save \"Provider Level Data\" again with every row above its headings")
    case .unknownTable(let columns, let more):
      Sentence(
        message: "no layout fits this file, whose columns are " + columns.map { "\"\($0)\"" }.joined(separator: ", ")
          + (more > 0 ? " and \(more) more" : ""),
        expected: "a published file, or a file that a [[layout]] describes",
        fix: "run sitrep draft with this file: it writes a [[layout]] for system.toml to start from")
    case .zeros:
      Sentence(
        message: "the file ends in zero bytes; the rows before them are read", expected: "the end of the file",
        fix: "download the file again, or check whether the disk is full")
    case .noTotalAll:
      Sentence(
        message: "the file has no column \"Total All\"; nothing shows whether all its weekly bands are there",
        expected: "the column \"Total All\"",
        fix: "download the file again and do not save it from a spreadsheet")
    case .columnTwice(let title, let first):
      Sentence(
        message: "the column \"\(title)\" appears twice; column \(first) is read, this one is not",
        expected: "each column once", fix: "remove one of the two, or rename it")
    default: nil
    }
  }

  /// Values that a spreadsheet has changed, and figures that may not be what they seem.
  func doubtSentence(_ column: String) -> Sentence? {
    switch self {
    case .spreadsheetError(let value) where value.allSatisfy { $0 == "#" }:
      Sentence(
        message: "\"\(column)\" is \"\(value)\": the spreadsheet's column was too narrow to show the number",
        expected: "a number", fix: "widen the column and save the file again")
    case .spreadsheetError(let value):
      Sentence(
        message: "\"\(column)\" is \"\(value)\", an error of the spreadsheet", expected: "a number",
        fix: "correct the formula, or leave the cell empty if there is no figure")
    case .exponent(let value):
      Sentence(
        message: "\"\(column)\" is \"\(value)\", a number that a spreadsheet has shortened",
        expected: "a number with all its digits", fix: "format the column as a number and save the file again")
    case .damagedCode(let value):
      Sentence(
        message:
          "\"\(column)\" is \"\(value)\", which may be a code that a spreadsheet changed into a number or a date",
        expected: "a code such as RD8 or 06F", fix: "format the column as text, then enter the code again")
    case .totalLeftOut(let value):
      Sentence(
        message: "\"\(column)\" is \"\(value)\", which names a total and not an organisation; the row is left out",
        fix: "nothing, if the organisations have rows of their own")
    case .totalOfNothing:
      Sentence(
        message: "the row states a total, but the file has no organisation for it; it is left out",
        expected: "rows of organisations",
        fix: "add the rows of the organisations, or give the row an organisation's code")
    case .fractions(let metric, let values):
      Sentence(
        message: "all \(values) percentages of \(metric) are between 0 and 1; they look like fractions",
        expected: "percentages such as 92.0",
        fix: "multiply them by 100, or write scale = \"fraction\" in their [[layout]]; do nothing if they really are "
          + "below 1%")
    case .monthFirst(let value, let rows):
      Sentence(
        message: "\"\(column)\" is \"\(value)\" here, with the month first, and so in \(rows) "
          + (rows == 1 ? "row" : "rows") + "; no date in the column can be trusted, and none of its figures is read",
        expected: "dates such as 2018-02-14 or 14/02/2018",
        fix: "write all dates of the column as year-month-day, or date-order = \"month-first\" in its [[layout]]")
    default: nil
    }
  }
}
