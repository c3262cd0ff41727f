import Metrics

/// The words of a problem: what was found, what was expected, what to do, and the size of a difference.
struct Sentence {
  var message: String
  var expected = ""
  var fix = ""
  var amount: Ratio?
}

extension ExtractProblem {
  static let download = "download the file again"
  static let mend = "correct the row, or download the file again"

  /// The problem in words; `column` is the name of the column that it is in.
  func sentence(column: String) -> Sentence {
    unreadableSentence ?? fileSentence ?? tableSentence ?? doubtSentence(column) ?? rowSentence(column)
      ?? rivalSentence(column) ?? numberSentence(column) ?? textSentence(column) ?? sumSentence(column)
      ?? noWholeSentence ?? bandSentence ?? nameSentence(column) ?? figureSentence(column) ?? moneySentence(column)
      ?? layoutSentence(column)
      ?? Sentence(message: "\"\(column)\" cannot be read")
  }

  static func text(_ ratio: Ratio, isMoney: Bool) -> String {
    isMoney ? Money(pounds: ratio.numerator).text : number(ratio)
  }

  static func number(_ ratio: Ratio) -> String { ratio.text(places: ratio.denominator == 1 ? 0 : 1) }

  static func list(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  static func alternatives(_ names: [String], _ last: String = "or") -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " \(last) " + names[names.count - 1]
  }
}
