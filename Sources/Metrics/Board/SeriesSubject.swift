/// What every point of a series needs to be said of it, looked up once: what is measured, and for whom.
struct SeriesSubject {
  /// What is measured; `nil` where the catalogue does not know it.
  let metric: Metric?
  /// The organisation; one that is not in the system is named by its code.
  let organisation: Organisation
  /// Whether the organisation is in the system.
  let isMember: Bool

  /// A metric of an organisation, where both are at hand.
  init(_ metric: Metric?, _ organisation: Organisation, isMember: Bool) {
    (self.metric, self.organisation, self.isMember) = (metric, organisation, isMember)
  }

  /// What a key names on a board.
  init(_ key: Series.Key, on board: borrowing Board) {
    let member = board.tree[key.organisation]
    metric = board.catalogue[key.metric]
    organisation = member ?? Organisation(code: key.organisation, role: .provider)
    isMember = member != nil
  }

  /// Whether it is a provider in the system.
  var isProvider: Bool { isMember && organisation.role == .provider }
}

/// The texts that are not empty, with `; ` between them.
func joined(_ first: String, _ second: String, _ third: String = "") -> String {
  if second.isEmpty, third.isEmpty { return first }
  return [first, second, third].filter { !$0.isEmpty }.joined(separator: "; ")
}
