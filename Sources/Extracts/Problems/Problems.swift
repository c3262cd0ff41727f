import Metrics

/// The problems of one file: the first are kept in full, and the others are counted.
struct Problems {
  /// How many are kept in full.
  static let limit = 200
  private let file: String
  private let isInSheet: Bool
  private var kept: [Problem] = []
  private var beyond = 0

  init(file: SourceFile) { (self.file, isInSheet) = (file.name, file.sheet != nil) }

  /// Whether a further problem is only counted, so that its wording need not be worked out.
  var isFull: Bool { kept.count >= Problems.limit }

  /// Records a problem; `title` is the name of the column `field`.
  mutating func add(
    _ cause: ExtractProblem, _ severity: Problem.Severity = .error, line: Int? = nil, field: Int? = nil,
    title: String = ""
  ) {
    guard kept.count < Problems.limit else {
      beyond += 1
      return
    }
    let sentence = cause.sentence(column: title)
    var problem = Problem(
      severity, file: file, line: line, column: field.map { $0 + 1 }, Problems.harmless(sentence.message),
      expected: Problems.harmless(sentence.expected), fix: sentence.fix, amount: sentence.amount)
    problem.isInSheet = isInSheet
    kept.append(problem)
  }

  /// All of them, followed by the number of problems that were only counted.
  var all: [Problem] {
    if beyond == 0 { return kept }
    let sentence = ExtractProblem.moreProblems(beyond).sentence(column: "")
    return kept + [Problem(.error, file: file, sentence.message, fix: sentence.fix)]
  }

  /// A sentence without control sequences and of bounded length, because it quotes the contents of a file.
  private static func harmless(_ text: String) -> String {
    var harmless = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(1000) {
      switch scalar.properties.generalCategory {
      case .control where scalar.value < 0x20: harmless.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case .control, .format, .lineSeparator, .paragraphSeparator: harmless.append("\u{FFFD}")
      default: harmless.append(scalar)
      }
    }
    return String(harmless) + (text.unicodeScalars.count > 1000 ? "…" : "")
  }
}
