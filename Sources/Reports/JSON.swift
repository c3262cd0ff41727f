import Dashboard
import Metrics

/// A JSON value, written with exact numbers and without any control sequence for a terminal.
enum JSON: Sendable {
  case null
  case flag(Bool)
  case whole(Int)
  case number(Ratio)
  case real(Double)
  case text(String)
  case list([JSON])
  case object([(String, JSON)])

  /// A number, or `null`.
  static func number(_ ratio: Ratio?) -> JSON { ratio.map(JSON.number) ?? .null }
  /// A double, or `null` for `nil` and for a value that is not finite.
  static func finite(_ number: Double?) -> JSON {
    guard let number, number.isFinite else { return .null }
    return .real(number)
  }
  /// A whole number, or `null`.
  static func whole(_ number: Int?) -> JSON { number.map(JSON.whole) ?? .null }
  /// A text; an empty one is `null`.
  static func text(orNull text: String?) -> JSON {
    guard let text, !text.isEmpty else { return .null }
    return .text(text)
  }

  /// The value on one line.
  var line: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// An object with each member on a line, and each element of a list on a line of its own: for people and for `diff`.
  var lines: String {
    guard case .object(let members) = self else { return line }
    let texts = members.map { name, value in
      guard case .list(let elements) = value, !elements.isEmpty else { return "  \(JSON.quoted(name)): \(value.line)" }
      return "  \(JSON.quoted(name)): [\n" + elements.map { "    " + $0.line }.joined(separator: ",\n") + "\n  ]"
    }
    return "{\n" + texts.joined(separator: ",\n") + "\n}"
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .whole(let number): text += String(number)
    case .number(let ratio): text += ratio.plainDigits
    case .real(let number): text += "\(number)"
    case .text(let value): text += JSON.quoted(value)
    case .list(let elements): JSON.write(elements, "[", "]", to: &text) { $0.write(to: &$1) }
    case .object(let members):
      JSON.write(members, "{", "}", to: &text) { member, text in
        text += JSON.quoted(member.0) + ": "
        member.1.write(to: &text)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], _ opening: String, _ closing: String, to text: inout String, part: (Part, inout String) -> Void
  ) {
    text += opening
    for (position, value) in parts.enumerated() {
      if position > 0 { text += ", " }
      part(value, &text)
    }
    text += closing
  }

  /// A JSON string; a character that is not plainly visible is written as its number.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default:
        if isHarmless(scalar) {
          quoted.unicodeScalars.append(scalar)
        } else {
          for unit in String(scalar).utf16 { quoted += escape(unit) }
        }
      }
    }
    return quoted + "\""
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
