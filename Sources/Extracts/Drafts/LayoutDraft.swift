import Metrics

/// A draft of a `system.toml`, or of additions to one, made from tables: the layouts that read them, and what is
/// uncertain.
///
/// Everything in it is a guess. A guess that may be wrong has `?` in its comment.
public struct LayoutDraft {
  private let system: HealthSystem?
  private var metrics: [String] = []
  private var layouts: [String] = []
  private var metricIDs: Set<String>
  private var organisations: [(code: String, name: String?)] = []
  private var remarks: [String] = []

  /// A draft that adds to an existing `system.toml`; `nil` where there is none.
  public init(beside system: HealthSystem?) {
    self.system = system
    metricIDs = Set((system?.metrics ?? []).map(\.id.text))
  }

  /// The text.
  public var toml: String {
    var lines = remarks.map { "# \($0)" }
    if system == nil {
      lines += ["# A draft of system.toml. A line with ? is a guess: check it.", ""]
      if organisations.count != 1 {
        lines += ["name = \"My system\"   # ? its name", "code = \"SYSTEM\"      # ? its code, such as \"QHG\""]
      }
    } else {
      lines += ["# To be added to system.toml. A line with ? is a guess: check it."]
    }
    for (code, name) in organisations {
      lines += ["", "[[organisation]]", "code = \(LayoutDraft.quoted(code))"]
      if let name { lines.append("name = \(LayoutDraft.quoted(name))") }
      lines.append("role = \"provider\"   # ? or commissioner, place, local-authority, ...")
    }
    return (lines + metrics + layouts).joined(separator: "\n")
  }

  /// Adds the layouts that read a table.
  public mutating func add(_ table: DraftTable) {
    let title = table.sheet.map { "\(table.file), sheet \"\($0)\"" } ?? table.file
    if !table.layout.isEmpty {
      remarks.append("\(title): needs no [[layout]]; it is read as \(table.layout).")
      if let column = table.columns.first(where: { $0.name == "organisation" }) {
        for code in column.kinds.prefix(50) { know(String(CodeSpelling.stripped(code)), nil) }
      }
      return
    }
    let guess = DraftGuess(table, system)
    for (code, name) in guess.organisations { know(code, name) }
    for figure in guess.figures {
      var lines = ["", "[[layout]]", "name = \(LayoutDraft.quoted(figure.title))"]
      if figure.isLeftOut {
        layouts += ["", "# \"\(figure.title)\" of \(title) is left out: it has decimals, and no percentages."]
        continue
      }
      if let money = figure.money {
        lines += ["money = \"\(money)\""]
      } else {
        lines.append(
          "metric = \(LayoutDraft.quoted(figure.metric))" + (figure.isOwn ? "" : "   # ? a metric of sitrep"))
        if figure.isOwn, metricIDs.insert(figure.metric).inserted { metrics += metric(figure, guess) }
      }
      layouts += lines + guess.lines + figure.lines
    }
    if guess.figures.isEmpty { remarks.append("\(title): no column of numbers is found.") }
  }

  private mutating func know(_ code: String, _ name: String?) {
    guard !code.isEmpty, !organisations.contains(where: { $0.code == code }) else { return }
    let isKnown = system.map { system in
      system.code.text == code || system.organisations.isEmpty || system.organisations.contains { $0.code.text == code }
    }
    if isKnown != true { organisations.append((code, name)) }
  }

  private func metric(_ figure: DraftGuess.Figure, _ guess: DraftGuess) -> [String] {
    var lines = [
      "", "[[metric]]", "id = \(LayoutDraft.quoted(figure.metric))", "title = \(LayoutDraft.quoted(figure.title))",
      "unit = \"\(figure.unit)\"   # ? percent, days, beds, patients, seconds, pounds",
      "direction = \"\(figure.direction)\"   # ? higher or lower is better, or none",
      "rolls-up = \"\(figure.isSnapshot ? "snapshot" : "flow")\"   # ? flow adds up days, snapshot takes the last",
      "cadence = \"\(guess.cadence.rawValue)\"",
    ]
    if let breakdown = guess.breakdown { lines.append("breakdowns = [\(LayoutDraft.quoted(breakdown))]") }
    return lines
  }

  /// A text in quotes.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n", "\r", "\t": quoted += " "
      default: if scalar.value >= 0x20, scalar.value != 0x7F { quoted.unicodeScalars.append(scalar) }
      }
    }
    return quoted + "\""
  }
}
