/// The lines of the built-in tables.
///
/// - `system QHG | 2016-01 | BLMK | Bedfordshire, Luton and Milton Keynes`: code, first month, short name, name. The
///   lines up to the next one are its organisations. A fifth field says `ended 2026-03 S1Y5D` (the last month, and the
///   successors) or `changed 2026-04` (the first month of today's area).
/// - `provider`, `visitor` (a provider that does not count there), `commissioner` or `council`, then code and name;
///   `~F` is NHS Foundation Trust, `~T` NHS Trust.
/// - at the end `> RC9 2020-03` for a successor and the last month, or `< 2018-04` for the first month.
extension Footprints {
  /// The system a line names; `nil` for a line that names an organisation.
  static func footprint(_ line: Substring) -> Footprint? {
    guard line.hasPrefix("system ") else { return nil }
    let fields = line.dropFirst(7).split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
    guard fields.count == 4 || fields.count == 5 else { return nil }
    var footprint = Footprint(
      code: OrganisationCode(fields[0]), name: String(fields[3]),
      shortName: String(fields[2].isEmpty ? fields[3] : fields[2]), from: month(fields[1]))
    let history = fields.count == 5 ? fields[4].split(separator: " ") : []
    switch (history.first, history.dropFirst().first.flatMap(month)) {
    case ("ended"?, let last?):
      (footprint.to, footprint.successors) = (last, history.dropFirst(2).map { OrganisationCode($0) })
    case ("changed"?, let first?): footprint.changed = first
    default: break
    }
    return footprint
  }

  /// The organisation a line names.
  static func organisation(_ line: Substring, of system: OrganisationCode) -> Organisation? {
    var words = line.split(separator: " ")
    guard words.count >= 3, let role = role(words[0]) else { return nil }
    var from: Month?
    var to: Month?
    var successor: OrganisationCode?
    if let mark = words.firstIndex(of: ">"), mark + 2 < words.count {
      successor = OrganisationCode(words[mark + 1])
      to = month(words[mark + 2])
      words.removeSubrange(mark...)
    } else if let mark = words.firstIndex(of: "<"), mark + 1 < words.count {
      from = month(words[mark + 1])
      words.removeSubrange(mark...)
    }
    let (name, shortName) = names(words[2...])
    return Organisation(
      code: OrganisationCode(words[1]), name: name, shortName: shortName, role: role, parent: system, from: from,
      to: to,
      successor: successor, counts: words[0] != "visitor")
  }

  private static func role(_ word: Substring) -> OrganisationRole? {
    switch word {
    case "provider", "visitor": .provider
    case "commissioner": .commissioner
    case "council": .localAuthority
    default: nil
    }
  }

  /// The full name, and the name without the words that all trusts or commissioners share.
  private static func names(_ words: ArraySlice<Substring>) -> (name: String, shortName: String) {
    let name = words.joined(separator: " ")
    if name.hasSuffix(" ~F") { return (name.dropLast(2) + "NHS Foundation Trust", String(name.dropLast(3))) }
    if name.hasSuffix(" ~T") { return (name.dropLast(2) + "NHS Trust", String(name.dropLast(3))) }
    return (name, name.hasPrefix("NHS ") ? String(name.dropFirst(4)) : name)
  }

  private static func month(_ text: Substring) -> Month? {
    guard case .month(let month)? = Period(text) else { return nil }
    return month
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return start[...last]
  }
}
