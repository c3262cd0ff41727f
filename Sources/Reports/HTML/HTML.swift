import Screen

/// A part of a page of HTML that is also well-formed XML.
///
/// Markup is only made here: a text becomes a part of a page by being escaped, so that nothing in a file, a setting or an
/// action can become markup.
struct HTML: Sendable {
  /// The part as it is written.
  private(set) var markup: String

  private init(markup: String) { self.markup = markup }

  /// Nothing.
  init() { markup = "" }

  /// A text, without a character that is markup or that a terminal could obey.
  init(_ text: String) { markup = HTML.escaped(text) }

  /// Rules of style, which are made of the program's own words and numbers.
  static func style(_ rules: String) -> HTML {
    HTML(markup: "<style>\(rules.filter { $0 != "<" && $0 != "&" })</style>")
  }

  /// The whole page around its head and what is seen.
  static func page(language: StaticString, head: [HTML], body: [HTML]) -> HTML {
    let root = element("html", ["lang": "\(language)"], [element("head", [:], head), element("body", [:], body)])
    return HTML(markup: "<!DOCTYPE html>\n" + root.markup)
  }

  /// An element with its attributes and what is in it.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ children: [HTML] = []
  ) -> HTML {
    let start = "<\(name)" + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    if children.isEmpty, empty.contains("\(name)") { return HTML(markup: start + "/>") }
    let inner = children.map(\.markup)
    // A line for each large part, so that two reports can be compared line by line.
    let separator = lines.contains("\(name)") ? "\n" : ""
    return HTML(markup: start + ">" + separator + inner.joined(separator: separator) + separator + "</\(name)>")
  }

  /// An element with a text in it.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ text: String
  ) -> HTML {
    element(name, attributes, [HTML(text)])
  }

  /// Several parts, one after the other.
  static func joined(_ parts: [HTML]) -> HTML { HTML(markup: parts.map(\.markup).joined(separator: "\n")) }

  /// Whether nothing is in it.
  var isEmpty: Bool { markup.isEmpty }

  /// Elements that end where they begin.
  private static let empty: Set<String> = ["meta", "path", "line", "circle", "rect", "br"]

  /// Elements whose parts are written in lines of their own.
  private static let lines: Set<String> = [
    "html", "head", "body", "header", "main", "nav", "footer", "section", "table", "thead", "tbody", "svg", "g",
    "figure", "details", "dl", "ul",
  ]

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for letter in Glyph.sanitised(text) {
      switch letter {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(letter)
      }
    }
    return escaped
  }
}
