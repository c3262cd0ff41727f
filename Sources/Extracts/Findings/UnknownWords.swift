import Metrics

/// Unknown words in a column that decides whether a row counts. Each is reported once, with the number of rows it
/// leaves out.
struct UnknownWords {
  private struct Word {
    let text: String
    let line: Int
    var rows = 0
  }

  private let column: Int
  private var texts = Interner()
  private var words: [Word] = []

  /// The words of a column.
  init(column: Int) { self.column = column }

  /// Records the word of a row; returns the fault that leaves the row out.
  mutating func fault(_ record: Record) -> Fault {
    let (number, isNew) = texts.number(of: record, column)
    if isNew { words.append(Word(text: record.text(column), line: record.line)) }
    words[number].rows += 1
    return Fault(.saidOnce)
  }

  /// Reports each word.
  func finish(
    into builder: inout ContributionBuilder, header: Header, expected: String, fix: String, _ severity: Problem.Severity
  ) {
    for word in words {
      builder.problems.add(
        .unknownRows(word.text, rows: word.rows, expected: expected, fix: fix), severity, line: word.line,
        field: column, title: header.title(column))
    }
  }
}
