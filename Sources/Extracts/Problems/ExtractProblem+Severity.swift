import Metrics

extension ExtractProblem {
  /// How bad it is that a row was left out for this cause: whether anything is lost by it.
  var severity: Problem.Severity {
    switch self {
    case .repeats, .footnote, .repeatedHeader, .totalLeftOut: .warning
    default: .error
    }
  }
}
