import Metrics

extension ExtractProblem {
  /// How serious it is that a row was left out for this reason: whether anything is lost.
  var severity: Problem.Severity {
    switch self {
    case .repeats, .footnote, .repeatedHeader, .totalLeftOut: .warning
    default: .error
    }
  }
}
