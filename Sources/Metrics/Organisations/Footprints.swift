/// The built-in systems with their organisations, which allow a national file to be viewed for one system.
///
/// They are the five systems of 2016 to 2018 with the dates of their mergers, the integrated care boards of July 2022
/// to March 2026, and the 36 current ones. They are stored as text and read only when they are asked for, so that a
/// board with its own `system.toml` pays nothing for them.
public enum Footprints {
  /// One of the systems.
  public struct Footprint: Hashable, Sendable {
    /// `QHG`
    public let code: OrganisationCode
    /// `Bedfordshire, Luton and Milton Keynes`
    public let name: String
    /// `BLMK`; the full name where there is no shorter one.
    public let shortName: String
    /// The first month it existed.
    public let from: Month?
    /// The last month it existed; `nil` for a current system.
    public var to: Month?
    /// The systems that replaced it; empty for a current system.
    public var successors: [OrganisationCode] = []
    /// The first month of its current area; `nil` where that has never changed.
    public var changed: Month?
  }

  /// Every built-in system, by name.
  public static var systems: [Footprint] {
    tables.flatMap { $0.split(separator: "\n") }.compactMap(footprint).sorted { $0.name < $1.name }
  }

  /// The built-in systems, and those that organisation lists among the extracts place organisations in, by name.
  public static func systems(beside seen: [Organisation]) -> [Footprint] {
    let builtIn = systems
    let codes = Set(seen.compactMap(\.parent)).subtracting(builtIn.map(\.code))
    if codes.isEmpty { return builtIn }
    let names = Dictionary(
      seen.filter { codes.contains($0.code) }.map { ($0.code, Organisation.readable($0)) },
      uniquingKeysWith: { first, _ in first })
    let listed = codes.map { code in
      Footprint(
        code: code, name: names[code]?.name ?? code.text, shortName: names[code]?.shortName ?? code.text, from: nil)
    }
    return (builtIn + listed).sorted { ($0.name, $0.code) < ($1.name, $1.code) }
  }

  /// The system with this code, in any case, and its organisations; `nil` when it is not built in.
  public static func system(_ code: OrganisationCode) -> HealthSystem? {
    let lines = tables.flatMap { $0.split(separator: "\n") }
    for (index, line) in lines.enumerated() {
      guard let found = footprint(line), found.code.text.lowercased() == code.text.lowercased() else { continue }
      let organisations = lines[(index + 1)...].prefix { !$0.hasPrefix("system ") }
      var system = HealthSystem(
        code: found.code, name: found.name, shortName: found.shortName,
        organisations: organisations.flatMap { self.organisations($0, of: found.code, from: lines) })
      system.takesLookUps = true
      system.area = AreaHistory(
        changed: found.changed, ended: found.to, successors: found.successors.map { successor($0, in: lines) })
      return system
    }
    return nil
  }

  private static func successor(_ code: OrganisationCode, in lines: [Substring]) -> AreaHistory.Successor {
    let name = lines.lazy.filter { $0.hasPrefix("system \(code) ") }.compactMap(footprint).first?.name
    return AreaHistory.Successor(code: code, name: name ?? code.text)
  }

  /// What the built-in tables know about organisations and systems, by code, without their place in a system; those in
  /// no table are left out.
  static func known(_ codes: Set<OrganisationCode>) -> [OrganisationCode: Organisation] {
    var known: [OrganisationCode: Organisation] = [:]
    for line in tables.flatMap({ $0.split(separator: "\n") }) {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3 else { continue }
      let code = OrganisationCode(words[1])
      guard codes.contains(code), known[code] == nil else { continue }
      if let system = footprint(line) {
        known[code] = Organisation(
          code: code, name: system.name, shortName: system.shortName, role: .system, to: system.to)
      } else if let former = organisation(line, of: .all) {
        known[code] = Organisation(code: code, name: former.name, shortName: former.shortName, role: former.role)
      }
    }
    return known
  }

  /// Providers that serve more than one system: in a `system.toml` they count only where it says so.
  ///
  /// They are ambulance services, whose figures are for their whole area, and community and mental health trusts of the
  /// five systems that work across a border. Where the built-in table counts one of them, the system has most of its
  /// work: RNU and RWX in QU9, RTQ in QR1.
  public static let spanningProviders: Set<OrganisationCode> = [
    "RRU", "RX6", "RX7", "RX8", "RX9", "RYA", "RYC", "RYD", "RYE", "RYF", "R1L", "RNU", "RTQ", "RV3", "RWK", "RWN",
    "RWX", "RYV",
  ]

  static var tables: [String] { [five, east, midlands, north, south, since2026] }
}
