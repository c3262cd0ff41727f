extension Footprints {
  /// The six integrated care boards that began on 1 April 2026, made up of organisations that the other tables list.
  ///
  /// `all QUE` takes every organisation of a former board, `some QM7 RWH RY4` the named ones. Hertfordshire and West
  /// Essex, Suffolk and North East Essex, and Frimley were split, so no board can continue their series under a new
  /// code.
  /// - Source: NHS England, A&E attendances by provider, May 2026, sheet "System Mapping", read on the May 2026 publication.
  static let since2026 = """
    system S1Y5D | 2026-04 |  | Central East | changed 2026-04
    all QHG
    all QUE
    some QM7 DT301 RWG RWH RY4
    system D7T5G | 2026-04 |  | Essex | changed 2026-04
    all QH8
    some QM7 RQW
    system T6Y0W | 2026-04 |  | Norfolk and Suffolk | changed 2026-04
    all QMM
    some QJG RDE RGR
    system S9B9J | 2026-04 |  | Surrey and Sussex | changed 2026-04
    all QXU
    all QNX
    system S0E4D | 2026-04 |  | Thames Valley | changed 2026-04
    all QU9
    some QNQ RDU Y04538
    system Z9B2Z | 2026-04 |  | West and North London | changed 2026-04
    all QMJ
    all QRV
    """

  /// The organisations on one line of a system: its own, or those taken from another system's lines.
  static func organisations(
    _ line: Substring, of system: OrganisationCode, from lines: [Substring]
  ) -> [Organisation] {
    let words = line.split(separator: " ")
    guard let first = words.first, first == "all" || first == "some", words.count >= 2 else {
      return organisation(line, of: system).map { [$0] } ?? []
    }
    let wanted = Set(words.dropFirst(2))
    let start = "system \(words[1]) "
    guard let index = lines.firstIndex(where: { $0.hasPrefix(start) }) else { return [] }
    return lines[(index + 1)...].prefix { !$0.hasPrefix("system ") }.compactMap { line in
      guard var taken = organisation(line, of: system) else { return nil }
      guard first == "all" || wanted.contains(Substring(taken.code.text)) else { return nil }
      // A provider that was a visitor in a former board's area is a visitor in this one's too.
      if let successor = taken.successor, first == "some", !wanted.contains(Substring(successor.text)) {
        taken.successor = nil
        taken.to = nil
      }
      return taken
    }
  }

  /// The system of each provider that counts in one of these; where two list it, the current one.
  static func placements(in systems: Set<OrganisationCode>) -> [OrganisationCode: OrganisationCode] {
    let lines = tables.flatMap { $0.split(separator: "\n") }
    var placements: [OrganisationCode: OrganisationCode] = [:]
    var current: Footprint?
    for line in lines {
      if let found = footprint(line) {
        current = systems.contains(found.code) ? found : nil
      } else if let system = current {
        for member in organisations(line, of: system.code, from: lines) where member.role == .provider && member.counts
        {
          if placements[member.code] == nil || system.to == nil { placements[member.code] = system.code }
        }
      }
    }
    return placements
  }
}
