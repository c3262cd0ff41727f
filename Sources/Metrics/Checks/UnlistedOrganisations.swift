/// Codes in an organisation's own files that the system does not list, so that no page shows their figures.
///
/// A national extract covers all of England, most of which lies outside the system; an organisation's own file is about
/// the system.
struct UnlistedOrganisations {
  let healthSystem: HealthSystem
  let tree: OrganisationTree
  let contributions: [Contribution]
  /// How many codes of one file are named; the others are counted.
  static let mostNamed = 20

  /// A problem for each such code of each file.
  var problems: [Problem] {
    let peers = Set(tree.byCode.values.flatMap(\.peers))
    return contributions.flatMap { contribution in
      var codes = contribution.ownOrganisations.filter { tree[$0] == nil && !peers.contains($0) }
      // A built-in system is one of several from which the same files may be viewed.
      if healthSystem.takesLookUps, !codes.isEmpty {
        let known = Footprints.known(Set(codes))
        codes.removeAll { known[$0] != nil }
      }
      return problems(of: contribution, codes)
    }
  }

  private func problems(of contribution: Contribution, _ codes: [OrganisationCode]) -> [Problem] {
    if codes.isEmpty { return [] }
    let entries = contribution.ownEntries(of: Set(codes))
    let named = codes.prefix(UnlistedOrganisations.mostNamed).compactMap { code in
      entries[code].map { problem(code, $0, file: contribution.file.name) }
    }
    guard codes.count > UnlistedOrganisations.mostNamed else { return named }
    let others = codes.count - UnlistedOrganisations.mostNamed
    return named + [
      Problem(
        .warning, file: contribution.file.name,
        others == 1
          ? "1 more code is not listed by \(tree.system.shortName); its figures are left out"
          : "\(others) more codes are not listed by \(tree.system.shortName); their figures are left out",
        fix: "list them as [[organisation]] in system.toml, or leave them out of the file")
    ]
  }

  private func problem(_ code: OrganisationCode, _ entries: OwnEntries, file: String) -> Problem {
    let listed = tree.byCode.keys.map(\.text).sorted()
    let nearest = SpellingSuggestion.example(for: code.text, among: listed) ?? tree.system.code.text
    return Problem(
      .warning, file: file, line: entries.line,
      "\(tree.system.shortName) lists no organisation \"\(code)\"; \(entries.text) left out",
      expected: "a code such as \(nearest)",
      fix: "write \(nearest), or list \(code) as an [[organisation]] in system.toml")
  }
}
