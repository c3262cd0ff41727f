import Metrics

/// Every problem that a CSV of series for control charts can have.
enum SeriesFault {
  case empty
  case noColumn(String)
  case misspelt(String, meant: String)
  case noRows
  case fewFields(Int, of: Int)
  case unclosedQuote
  case notDate(String)
  case notNumber(String, column: String)
  case unknownWord(String, column: String, known: [String])
  case baseline(String)
  case repeatedDate(String, firstLine: Int)
  case changes(String, column: String, firstLine: Int)
  case targetChanges(String, series: String)
  case noSuchRebase(String, series: String)

  /// A warning leaves nothing out.
  var severity: Problem.Severity {
    switch self {
    case .misspelt, .targetChanges, .noSuchRebase: .warning
    default: .error
    }
  }

  /// What was found, what was expected, and how to fix it.
  var sentence: (message: String, expected: String, fix: String) {
    switch self {
    case .empty: ("the file is empty", "the columns date and value", "save it again as CSV")
    case .noColumn(let name):
      (
        "there is no column \"\(name)\"", "the columns date and value",
        "give the column of \(name)s this name in the first row"
      )
    case .misspelt(let title, let meant):
      (
        "\"\(title)\" is not a column that sitrep reads", "\"\(meant)\"",
        "rename it, if that is meant; the column was left out"
      )
    case .noRows: ("there are no rows under the header", "a row for each date", "save it again with its rows")
    case .fewFields(let count, let expected):
      ("the row has \(count) fields", "\(expected), as in the header", "save it again as CSV")
    case .unclosedQuote: ("a quote is opened here and never closed", "", "close it, or remove it")
    case .notDate(let text):
      ("\"date\" is \"\(text)\"", "a date such as 2018-02-14", "write the column as year-month-day")
    case .notNumber(let text, let column):
      ("\"\(column)\" is \"\(text)\"", "a number", "leave the cell empty where there is none")
    case .unknownWord(let text, let column, let known):
      ("\"\(column)\" is \"\(text)\"", known.joined(separator: ", "), "write one of these words, or leave it empty")
    case .baseline(let text):
      (
        "\"fix_after_n_points\" is \"\(text)\"", "12 or more: fewer points make no limits worth fixing",
        "write 12, or leave it empty"
      )
    case .repeatedDate(let date, let line):
      ("the date \(date) appears twice in one series, first on line \(line)", "", "remove one of the two rows")
    case .changes(let text, let column, let line):
      (
        "\"\(column)\" changes to \"\(text)\" within a series; line \(line) has another value", "one for a series",
        "write the same on each of its rows, or give the rows another series_id"
      )
    case .targetChanges(let text, let series):
      (
        "the target of \(SeriesFault.named(series)) changes", "",
        "assurance compares the latest limits with the latest target, \(text)"
      )
    case .noSuchRebase(let date, let series):
      (
        "the rebase date \(date) of \(SeriesFault.named(series)) matches no date in its rows", "",
        "it was ignored; write a date that is in the rows"
      )
    }
  }

  private static func named(_ series: String) -> String { series.isEmpty ? "the series" : "\"\(series)\"" }
}
