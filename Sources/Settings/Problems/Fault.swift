import Metrics

/// Each way a settings file can be wrong; `Fault+Text.swift` has the sentences.
enum Fault: Hashable, Sendable {
  /// It is not TOML at all.
  case notTOML(String, instead: String)
  /// A key nobody reads.
  case unknownKey(String, of: String, known: [String])
  /// A value of the wrong type, or outside its range; `write` is a line that would be right.
  case wrongValue(String, found: String, expected: String, write: String = "")
  /// An item of a list that is wrong.
  case wrongItem(of: String, found: String, expected: String)
  /// A word that is none of the few that are known.
  case unknownWord(String, for: String, known: [String])
  /// An item of a list of words that is none of those known.
  case unknownItem(String, of: String, known: [String])
  /// A key that must be there.
  case missing(String, of: String, example: String)
  /// `[organisation]` for `[[organisation]]`.
  case singleBrackets(String)
  /// A role of the board that there is not, in a theme.
  case noSuchRole(String, known: [String])
  /// A text that is no colour, in a theme.
  case noSuchColour(String, for: String, known: [String])
  /// A fault among the organisations.
  case organisation(OrganisationFault)
  /// A fault among metrics, targets and charts.
  case metric(MetricFault)
  /// A fault among connections and sources.
  case source(SourceFault)

  /// Errors leave something out; after a warning everything is used.
  var severity: Problem.Severity {
    switch self {
    case .singleBrackets, .organisation(.successorWithoutEnd), .metric(.noSuchOrganisation): .warning
    default: .error
    }
  }
}
