import Metrics

/// Problems of a file as a whole, in words.
extension ExtractProblem {
  /// What stops a file from being read.
  var unreadableSentence: Sentence? {
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
        message: "no layout fits this file; the nearest is \(nearest), which lacks "
          + (lacks.count == 1 ? "the column " : "the columns ") + ExtractProblem.list(lacks),
        expected: "a header with the names as published",
        fix: "put the published names back into the header, or download the file again")
    case .headerTooLong:
      Sentence(
        message: "no header was found: the row that starts here does not end within 64 KB",
        expected: "a header that names the columns as published, in the first 64 KB",
        fix: "look for a quote that is not closed, or for line ends that are missing, or download the file again")
    default: nil
    }
  }

  /// What is wrong with a file that is read.
  var fileSentence: Sentence? {
    switch self {
    case .noRows(let layout):
      Sentence(
        message: "\(layout), but no rows under the header", expected: "rows of data", fix: ExtractProblem.download)
    case .unclosedQuote:
      Sentence(
        message: "a quote opened here is not closed by the end of the file", expected: "a closing \"",
        fix: "close the quote, or download the file again; the rows before it are used")
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
        message: "the file contains \(what), which the board does not show",
        fix: "nothing; or define a [[layout]] and a [[metric]] in system.toml")
    case .moreProblems(let count):
      Sentence(
        message: "\(Ratio(count).text(places: 0)) more problems of this file are not listed",
        fix: "correct the ones above first")
    default: nil
    }
  }
}
