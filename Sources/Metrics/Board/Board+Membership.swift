/// What says to which system an organisation belongs.
public enum MembershipSource: Hashable, Sendable {
  /// The system's own `system.toml`.
  case settings
  /// A list of organisations among the extracts, by its file's name.
  case list(String)
  /// The board's own table of the systems of England.
  case builtIn
  /// Nothing: it is on the board because an extract names it.
  case none

  /// `etr.csv`, `the built-in list`; empty where `system.toml` says it, or nothing does.
  public var words: String {
    switch self {
    case .list(let file): file
    case .builtIn: "the built-in list"
    case .settings, .none: ""
    }
  }
}

extension Board {
  /// What says where an organisation belongs: one answer, whether the board is that of a system or of every organisation.
  public func membershipSource(of code: OrganisationCode) -> MembershipSource {
    guard let organisation = tree[code], code != tree.system.code else { return .none }
    let isListed = healthSystem.organisations.contains { $0.code == code }
    if isListed, !healthSystem.takesLookUps { return .settings }
    // The first list that names it decides, as it did when the organisations were gathered.
    for contribution in contributions {
      let named = contribution.organisations.first { $0.code == code && $0.parent != nil }
      guard let named else { continue }
      return named.parent == organisation.parent ? .list(contribution.file.name) : .none
    }
    if isListed { return .builtIn }
    return tree[organisation.parent ?? code]?.role == .system && organisation.parent != tree.system.code
      ? .builtIn : .none
  }

  /// What says who belongs to a system, in words: `by etr.csv and the built-in list`; empty where `system.toml` says it, or
  /// nothing does.
  public func membershipWords(below code: OrganisationCode) -> String {
    var names: [String] = []
    for organisation in tree.children(of: code) {
      let words = membershipSource(of: organisation.code).words
      if !words.isEmpty, !names.contains(words) { names.append(words) }
    }
    guard let last = names.last else { return "" }
    return "by " + (names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last)
  }
}
