import Metrics

/// Everything that can be wrong with a settings file; `Fault+Text.swift` puts it into words.
enum Fault: Hashable, Sendable {
  /// It is not TOML at all.
  case notTOML(String, instead: String)
  /// An unknown key.
  case unknownKey(String, of: String, known: [String])
  /// A value of the wrong type, or outside its range; `write` is a line that would be right.
  case wrongValue(String, found: String, expected: String, write: String = "")
  /// An item of a list that is wrong.
  case wrongItem(of: String, found: String, expected: String)
  /// A word that is not one of those allowed.
  case unknownWord(String, for: String, known: [String])
  /// An item of a list of words that is not one of those allowed.
  case unknownItem(String, of: String, known: [String])
  /// A key that must be there.
  case missing(String, of: String, example: String)
  /// `[organisation]` for `[[organisation]]`.
  case singleBrackets(String)
  /// A role that the board does not have, in a theme.
  case noSuchRole(String, known: [String])
  /// A text that is not a colour, in a theme.
  case noSuchColour(String, for: String, known: [String])
  /// A fault among the organisations.
  case organisation(OrganisationFault)
  /// A fault among metrics, targets and charts.
  case metric(MetricFault)
  /// A fault among connections and sources.
  case source(SourceFault)

  /// An error leaves something out; with a warning, everything is used.
  var severity: Problem.Severity {
    switch self {
    case .singleBrackets, .organisation(.successorWithoutEnd), .metric(.noSuchOrganisation): .warning
    default: .error
    }
  }
}
