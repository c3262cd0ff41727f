import Metrics

/// Problems of a row, in words.
extension ExtractProblem {
  /// A row that does not have the shape of the header.
  func rowSentence(_ column: String) -> Sentence? {
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
        message: "a quote opened here swallows the next \(lines == 1 ? "line" : "\(lines) lines")",
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
    default: return nil
    }
  }

  /// A row that repeats or contradicts another.
  func rivalSentence(_ column: String) -> Sentence? {
    switch self {
    case .repeats(let line):
      return Sentence(message: "the row repeats line \(line); it is counted once", fix: "delete one of the two rows")
    case .contradicts(let line, let title, let stated, let other, let isMoney):
      let (here, there) = (ExtractProblem.text(stated, isMoney: isMoney), ExtractProblem.text(other, isMoney: isMoney))
      return Sentence(
        message: "the row contradicts line \(line): \"\(title)\" is \(here), there \(there)",
        expected: "one row; line \(line) is used, neither is added to the other", fix: "delete the row that is wrong",
        amount: (stated - other).magnitude)
    default: return nil
    }
  }
}
