import Metrics

/// What should add up and does not, in words.
extension ExtractProblem {
  /// A total that differs from its parts.
  func sumSentence(_ column: String) -> Sentence? {
    switch self {
    case .totalDiffers(let title, let stated, let summed, let parts):
      let difference = (stated - summed).magnitude
      return Sentence(
        message:
          "\"\(title)\" is \(ExtractProblem.number(stated)) in the total row, but \(parts) add up to "
          + "\(ExtractProblem.number(summed)): a difference of \(ExtractProblem.number(difference))",
        expected: "the same; \(parts) count", fix: ExtractProblem.download, amount: difference)
    case .meanDiffers(let stated, let computed, let total, let incidents):
      let difference = (stated - computed).magnitude
      return Sentence(
        message: "\"\(column)\" is \(ExtractProblem.number(stated)) s, but \"\(total)\" ÷ \"\(incidents)\" is "
          + "\(ExtractProblem.number(computed)) s: a difference of \(ExtractProblem.number(difference)) s",
        expected: "the same; the published mean is shown, and totals are calculated from the other two",
        fix: ExtractProblem.download, amount: difference)
    case .rowTotalDiffers(let stated, let summed, let parts, let counted):
      let difference = (stated - summed).magnitude
      return Sentence(
        message:
          "\"\(column)\" is \(ExtractProblem.number(stated)), but \(parts) add up to \(ExtractProblem.number(summed)): "
          + "a difference of \(ExtractProblem.number(difference))",
        expected: "the same; \(counted ?? parts) count", fix: ExtractProblem.download, amount: difference)
    case .wholeDiffers(let whole, let organisation, let things, let stated, let summed, let parts):
      let difference = (stated - summed).magnitude
      return Sentence(
        message:
          "the \"\(whole)\" rows of \(organisation) state \(ExtractProblem.number(stated))\(things), but its \(parts) "
          + "add up to \(ExtractProblem.number(summed)): a difference of \(ExtractProblem.number(difference))",
        expected: "the same; \(whole) counts", fix: ExtractProblem.download, amount: difference)
    default: return nil
    }
  }

  /// A total that no row states.
  var noWholeSentence: Sentence? {
    switch self {
    case .noWhole(let what):
      return Sentence(
        message: "no row gives the total of \(what)", expected: "a row for the total",
        fix: "download the complete file; the parts are not added up")
    case .wholeOfTypes(let what):
      return Sentence(
        message: "no row gives the total of \(what); its cancer types are added up", expected: "a row for the total",
        fix: "check whether every cancer type is in the file, or download the complete file")
    default: return nil
    }
  }

  /// Weekly bands that a waiting list cannot be computed from.
  var bandSentence: Sentence? {
    switch self {
    case .bandsEnd(let name):
      return Sentence(
        message: "the last weekly band is \"\(name)\"", expected: "a band for everyone beyond",
        fix: "download the file again and do not save it from a spreadsheet")
    case .bandsMissing(let first):
      return Sentence(
        message: "the weekly bands begin at week \(first)", expected: "week 0; no share is computed from them",
        fix: "download the file again and do not save it from a spreadsheet")
    case .bandsJump(let after, let to, let name):
      return Sentence(
        message: "the weekly bands jump from week \(after) to week \(to)", expected: "the column \"\(name)\"",
        fix: "download the file again and do not save it from a spreadsheet")
    case .listTooLong(let organisation, let patients):
      return Sentence(
        message: "the waiting list of \(organisation) has \(Ratio(patients).text(places: 0)) patients; "
          + "its weekly bands are not shown",
        expected: "at most \(Ratio(Int(UInt32.max)).text(places: 0))", fix: ExtractProblem.download)
    default: return nil
    }
  }
}
