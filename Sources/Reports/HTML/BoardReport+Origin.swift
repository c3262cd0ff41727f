import Dashboard
import Metrics

extension BoardReport {
  /// Every data problem, in the words it has everywhere.
  var problems: [HTML] {
    guard !problemList.isEmpty else {
      return [.element("p", [:], "Every file was read, and every total agrees.")]
    }
    return [
      ReportTable(
        caption: "Data problems: \(problemList.count)",
        columns: [
          .init("problem", isWide: true), .init("severity"), .init("place", isWide: true),
          .init("expected", isWide: true),
          .init("fix", isWide: true),
        ],
        rows: problemList.map { problem in
          [
            .init(problem.message), .init(problem.severity.rawValue, look: problem.severity == .error ? .late : nil),
            .init(problem.place), .init(problem.expected), .init(problem.fix),
          ]
        }
      ).html
    ]
  }

  /// Each file with its digest, what was read of it, and when.
  var origin: [HTML] {
    let made = "\(Period.title(of: provenance.made.day)) \(provenance.made.clock)"
    let files = FileOrigin.all(board, provenance)
    guard !files.isEmpty else { return [.element("p", [:], "No file was read.")] }
    return [
      .element("p", [:], "Read on \(made). A file with the same SHA-256 is the same file, byte for byte."),
      ReportTable(
        caption: "Files: \(files.count)",
        columns: [
          .init("file", isWide: true), .init("layout"), .init("periods"), .init("rows read", isNumber: true),
          .init("rows skipped", isNumber: true), .init("bytes", isNumber: true), .init("last written"),
          .init("SHA-256", isWide: true), .init("remark", isWide: true),
        ],
        rows: files.map { file in
          [
            .init(file.name), .init(file.layout), .init(file.periods), .number(file.rowsRead),
            .number(file.rowsSkipped),
            .number(file.size), .init(file.written.map { "\(Period.title(of: $0.day)) \($0.clock)" } ?? ""),
            .init(file.digest, look: .hash), .init(file.remark),
          ]
        }
      ).html,
    ]
  }

  /// What signs, colours and words mean, for whoever does not have the board.
  var readingGuide: [HTML] {
    let lines: [(sign: String, words: String)] = [
      (
        "▲ ▼ =",
        "above the target, below it, on it. Whether that is good depends on the measure: met or missed stands beside it"
      ),
      ("–", "no figure. Missing is never zero"),
      ("*", "withheld, because the numbers are small"),
      ("partial", "an organisation that belongs to the total has made no return: neither met nor missed"),
      ("unconfirmed", "a target that could not be confirmed in the document that set it"),
      ("control chart", "an XmR chart by the rules of Making Data Count, with limits of 2.66 average moving ranges"),
      ("concerning, improving", "the latest point is more than chance, for the worse or for the better"),
      ("common cause", "no more than chance"),
      (
        "will miss, will meet, hit or miss",
        "the limits do not reach the target, are clear of it, or the target is inside them"
      ),
      (
        "● ◆ ■ ▲",
        "in a chart: a point within the rules, a concern, an improvement, more than chance where neither is better"
      ),
    ]
    return [
      .element(
        "dl", ["class": "guide"],
        lines.map { .element("div", [:], [.element("dt", [:], $0.sign), .element("dd", [:], $0.words)]) })
    ]
  }
}

extension ReportTable.Cell {
  /// A whole number, its thousands apart; empty where it is not known.
  static func number(_ number: Int?) -> Self {
    number.map { .init(Ratio($0).text(places: 0), value: "\($0)") } ?? .init("")
  }
}
