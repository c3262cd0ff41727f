/// Everything that can be wrong with metrics, targets and charts.
enum MetricFault: Hashable, Sendable {
  /// A metric that is neither built in nor defined in the file.
  case noSuchMetric(String, known: [String])
  /// A definition of a built-in metric.
  case builtIn(String)
  /// A metric that has already been defined.
  case definedTwice(String, firstLine: Int)
  /// A layout that reads the same columns for the same figure as an earlier one.
  case layoutTwice(String, firstLine: Int)
  /// A name with spaces in it.
  case spacedName(String, key: String)
  /// A target or chart for an organisation that is not in the file.
  case noSuchOrganisation(String, key: String = "organisation", known: [String])
  /// A name for which a layout gives two codes, ignoring case.
  case nameTwice(String, first: String, firstLine: Int)
  /// An item without its breakdown, or a breakdown without its item.
  case half(String, without: String)
  /// Two keys of which only one is allowed.
  case both(String, String)
  /// Counts of a share, for a metric that is not a share.
  case noShare(String, unit: String)
  /// A metric that figures cannot be per, because its figures are not counts.
  case perOfShare(String)
  /// A breakdown that a metric does not have.
  case noSuchBreakdown(String, of: String, known: [String])

  /// What was found, what was expected, and how to fix it.
  var sentence: Fault.Sentence {
    switch self {
    case .noSuchMetric(let id, let known):
      Fault.nearest(id, among: known, "there is no metric \"\(id)\"") {
        "write metric = \"\($0)\""
      } otherwise: {
        "define it with [[metric]] and id = \"\(id)\""
      }
    case .builtIn(let id):
      ("the metric \"\(id)\" is built in", "", "give it another id; a [[target]] can set a target of your own")
    case .definedTwice(let id, let line):
      ("the metric \"\(id)\" is defined twice, first on line \(line)", "", "remove one of the two, or correct its id")
    case .layoutTwice(let name, let line):
      (
        "the layout \"\(name)\" reads the same columns for the same figure as the one on line \(line)", "",
        "remove one of the two, or correct its columns"
      )
    case .spacedName(let name, let key):
      (
        "\"\(key)\" is \"\(name)\"", "a name without spaces",
        "write \(key) = \"\(String(name.map { $0.isWhitespace ? "-" : $0 }))\""
      )
    case .noSuchOrganisation(let code, let key, let known):
      Fault.nearest(code, among: known, "no [[organisation]] has the code \"\(code)\"") {
        "write \(key) = \"\($0)\""
      } otherwise: {
        (key == "organisation" ? "write organisation = \"*\" for every organisation, or add" : "add")
          + " an [[organisation]] with the code \"\(code)\""
      }
    case .perOfShare(let unit):
      (
        "\"per\" is given with the unit \"\(unit)\"", "the unit patients, days or beds",
        "remove the line; a percentage has its denominator in the file"
      )
    case .nameTwice(let name, let first, let line):
      (
        "\"\(name)\" has another code than \"\(first)\" on line \(line), and a file may write either name in any case",
        "",
        "remove one of the two; until then the first is used"
      )
    case .both(let key, let other):
      ("\"\(key)\" and \"\(other)\" are both given", "only one of the two", "remove one of them")
    case .noShare(let id, let unit):
      (
        "\"\(id)\" is counted in \(unit), and is not a share", "its figure in one column",
        "write value-column instead of numerator-column and denominator-column"
      )
    case .noSuchBreakdown(let breakdown, let id, let known):
      Fault.nearest(breakdown, among: known, "\"\(id)\" has no breakdown \"\(breakdown)\"") {
        "write breakdown = \"\($0)\""
      } otherwise: {
        known.isEmpty
          ? "remove breakdown and item-column, or add breakdowns = [\"\(breakdown)\"] to its [[metric]]"
          : "write one of " + known.joined(separator: ", ")
      }
    case .half(let key, let other): ("\"\(key)\" is given without \"\(other)\"", "", "add \(other), or remove the line")
    }
  }
}
