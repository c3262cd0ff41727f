/// The ODS code of an organisation, or the slug of a place or locality that has none.
public struct OrganisationCode: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// `RD8`, `QHG`, `north-aylesbury`.
  public let text: String

  /// The code as its file writes it; the reader has trimmed it.
  public init(_ text: some StringProtocol) { self.text = String(text) }
  /// A code written in the source.
  public init(stringLiteral text: String) { self.text = text }
  /// The code itself.
  public var description: String { text }
  /// By code.
  public static func < (left: OrganisationCode, right: OrganisationCode) -> Bool { left.text < right.text }

  /// Every organisation in the extracts, the system of a board without `system.toml`.
  public static let all: OrganisationCode = "ALL"
  /// England, where a file states its own national total.
  public static let england: OrganisationCode = "ENG"
}

/// The role of an organisation in the health system, which gives the levels of a board.
public enum OrganisationRole: String, Sendable, CaseIterable {
  /// The footprint, STP or ICS that the board is about.
  case system
  /// A group of organisations inside it, such as "NHS total".
  case group
  /// A county or borough inside it.
  case place
  /// A CCG or sub-ICB location.
  case commissioner
  /// A trust, or another provider of care.
  case provider
  /// A council with social services.
  case localAuthority = "local-authority"
  /// A neighbourhood of practices.
  case locality
  /// England or one of its regions, for comparison only.
  case nation

  /// The word for it: `local authority`.
  public var word: String { self == .localAuthority ? "local authority" : rawValue }
  /// The word for several: `local authorities`.
  public var plural: String {
    switch self {
    case .localAuthority: "local authorities"
    case .locality: "localities"
    case .system, .group, .place, .commissioner, .provider, .nation: rawValue + "s"
    }
  }
}

/// An organisation of the health service, as a system or an extract describes it.
public struct Organisation: Hashable, Sendable {
  /// Its code, which its figures refer to.
  public var code: OrganisationCode
  /// Its full name.
  public var name: String
  /// A name short enough for a panel; the full one when none was given.
  public var shortName: String
  /// Its role in the system.
  public var role: OrganisationRole
  /// The organisation it belongs to; `nil` for the system itself, and in extracts that do not say.
  public var parent: OrganisationCode?
  /// The first month it existed under this code; `nil` where it always has.
  public var from: Month?
  /// The last month it existed under this code; `nil` where it still does.
  public var to: Month?
  /// The code under which its series continues after `to`.
  public var successor: OrganisationCode?
  /// Whether its activity counts in this system; a provider that serves several systems counts only where the system
  /// says so.
  public var counts: Bool
  /// The codes of the organisations that it is compared with; they need not be in the system.
  public var peers: [OrganisationCode] = []
  /// People, practices and beds as a document states them; `nil` where it does not.
  public var stated: StatedSize

  /// An organisation; names default to the code.
  public init(
    code: OrganisationCode, name: String? = nil, shortName: String? = nil, role: OrganisationRole,
    parent: OrganisationCode? = nil, from: Month? = nil, to: Month? = nil, successor: OrganisationCode? = nil,
    counts: Bool = true, stated: StatedSize = StatedSize()
  ) {
    self.code = code
    self.name = name ?? code.text
    self.shortName = shortName ?? self.name
    self.role = role
    self.parent = parent
    self.from = from
    self.to = to
    self.successor = successor
    self.counts = counts
    self.stated = stated
  }

  /// Whether it existed under this code at any time in the period.
  public func exists(in period: Period) -> Bool { lifetime.meets(period) }

  /// When it existed under this code.
  var lifetime: Lifetime { Lifetime(from: from, to: to) }
}

/// The first and last months of an organisation under its code; `nil` for always and for still.
struct Lifetime {
  let from: Month?
  let to: Month?

  /// Whether part of the period is in it.
  func meets(_ period: Period) -> Bool {
    if from == nil, to == nil { return true }
    guard let first = period.firstDay, let last = period.lastDay else { return true }
    if let from, last < from.firstDay { return false }
    if let to, first > to.lastDay { return false }
    return true
  }
}

/// The size that a document states for an organisation.
public struct StatedSize: Hashable, Sendable {
  /// Residents or registered patients.
  public var population: Int?
  /// General practices.
  public var practices: Int?
  /// Hospital beds.
  public var beds: Int?

  /// A size; `nil` where nothing is stated.
  public init(population: Int? = nil, practices: Int? = nil, beds: Int? = nil) {
    self.population = population
    self.practices = practices
    self.beds = beds
  }
}
