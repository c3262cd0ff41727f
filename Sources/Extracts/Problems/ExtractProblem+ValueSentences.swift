import Metrics

/// Problems of a value in a row, in words.
extension ExtractProblem {
  /// A number that cannot be what its column says.
  func numberSentence(_ column: String) -> Sentence? {
    switch self {
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
        fix: "ask the author of the file; the figure is read as it is")
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
        expected: "no more than the whole", fix: ExtractProblem.mend, amount: (part - whole).magnitude)
    default: return nil
    }
  }

  /// A text or a period that cannot be what its column says.
  func textSentence(_ column: String) -> Sentence? {
    switch self {
    case .controlCharacters(let name):
      return Sentence(
        message: "\"\(column)\" contains control characters: \"\(name)\"",
        fix: "type the name again; the figures are used")
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
}
