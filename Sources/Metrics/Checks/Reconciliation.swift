/// Compares what documents state with the sum of their own figures. Nothing is adjusted: each difference is a problem
/// with its size.
struct Reconciliation {
  let tree: OrganisationTree
  let ledger: Ledger
  let contributions: [Contribution]
  let disagreements: [SeriesStore.Disagreement]

  /// Every total that does not agree within one unit of its last published digit.
  var problems: [Problem] {
    sizes + bridges + positions + planChildren + planArithmetic + moneyRivals + fundingBases + fileDisagreements
      + statedTotals
  }

  func file(_ contribution: Int) -> String { contributions[contribution].file.name }

  /// A parent's population, practices and beds compared with those of its children.
  private var sizes: [Problem] {
    let kinds: [(String, KeyPath<StatedSize, Int?>)] = [
      ("population", \.population), ("practices", \.practices), ("beds", \.beds),
    ]
    var found: [Problem] = []
    for parent in [tree.system] + tree.descendants(of: tree.system.code) {
      for (name, size) in kinds where parent.stated[keyPath: size] != nil {
        let children = tree.children(of: parent.code)
        // Organisations of different kinds overlap: a county and its trusts serve the same people.
        for role in OrganisationRole.allCases {
          let stated = children.filter { $0.role == role }.compactMap { $0.stated[keyPath: size] }
          guard let whole = parent.stated[keyPath: size], !stated.isEmpty,
            stated.count == children.filter({ $0.role == role }).count
          else { continue }
          let sum = stated.reduce(0, +)
          guard abs(sum - whole) > 1 || (size != \StatedSize.population && sum != whole) else { continue }
          found.append(
            Problem(
              .warning, file: "system.toml",
              "\(parent.shortName) states \(name) of \(Ratio(whole).text(places: 0)); its \(stated.count) "
                + "\(role.plural) add up to \(Ratio(sum).text(places: 0)), \(Ratio(abs(sum - whole)).text(places: 0)) "
                + (sum > whole ? "more" : "fewer"),
              fix: "ask which document is right; nothing is adjusted", amount: Ratio(abs(sum - whole))))
        }
      }
    }
    return found
  }

  /// Subtotals and closings compared with the steps before them.
  private var bridges: [Problem] {
    ledger.bridges.flatMap { bridge in
      bridge.unreconciled.map { gap in
        Problem(
          .warning, file: file(bridge.contribution), line: gap.step.rows.line,
          "bridge of \(name(bridge.organisation)): \"\(gap.step.title)\" is \(gap.step.amount.bracketed), the steps "
            + "before it add up to \(gap.summed.bracketed); \(gap.difference.magnitude.text) not reconciled"
            + (gap.couldBeRounding ? " (rounding of each step could explain it)" : ""),
          fix: "look for a step that is missing from the document", amount: Ratio(abs(gap.difference.pounds)))
      }
    }
  }

  func name(_ code: OrganisationCode) -> String { tree[code]?.shortName ?? code.text }

  /// Figures of one metric that two files publish differently.
  private var fileDisagreements: [Problem] {
    disagreements.map { difference in
      Problem(
        .warning, file: difference.other, line: difference.line,
        "\(difference.used) and \(difference.other) disagree on \(difference.what)",
        fix: "remove one of the two; the board uses \(difference.used)", amount: difference.size)
    }
  }

  /// The totals in a file compared with the sum of its rows, except for those that its reader has reported.
  private var statedTotals: [Problem] {
    contributions.flatMap { contribution in
      contribution.statedTotals.filter { total in
        let difference = (total.stated - total.summed).magnitude
        return !difference.isZero && !total.isSaidByRow
          && !contribution.problems.contains { $0.line == total.line && $0.amount == difference }
      }.map { total in
        Problem(
          .warning, file: contribution.file.name, line: total.line,
          "the total of \"\(total.title)\" is \(Reconciliation.plain(total.stated)), its rows add up to "
            + Reconciliation.plain(total.summed),
          fix: "download the file again; the board uses the rows", amount: (total.stated - total.summed).magnitude)
      }
    }
  }

  private static func plain(_ ratio: Ratio) -> String { ratio.text(places: ratio.denominator == 1 ? 0 : 1) }
}
