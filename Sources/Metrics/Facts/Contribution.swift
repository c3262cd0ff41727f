/// What one file contributes to a board: immutable, and replaced as a whole when the file changes.
public struct Contribution: Sendable {
  /// The file it came from.
  public let file: SourceFile
  /// The layout that claimed the file, and its version: `A&E monthly, from August 2020`.
  public let layout: String
  /// Whether it is an organisation's own file rather than a published one: small numbers in it are not suppressed.
  public let isLocal: Bool
  /// The character encoding found: `UTF-8`, `Windows-1252`.
  public let encoding: String
  /// Rows of data, totals included; the header and preamble are not counted.
  public let rowsRead: Int
  /// Rows left out because they could not be read, each of them in `problems`.
  public let rowsSkipped: Int
  /// The figures, already summed where the layout repeats a key.
  public internal(set) var observations: Observations
  /// The organisations that the file names, with the roles that it gives them.
  public package(set) var organisations: [Organisation]
  /// Weekly bands of the waiting list, for the whole list only.
  public let waitingLists: [WaitingList]
  /// Money: positions, bridges, schemes and plan lines.
  public internal(set) var finance: FinanceRecords
  /// Targets that the file sets (trajectories).
  public let targets: [Target]
  /// The file's own totals, to be compared with the sum of its parts.
  public let statedTotals: [StatedTotal]
  /// The document and note that a row names (`source`, `note`), by the line of the row; most rows name none.
  public let documents: [Int: String]
  /// The problems in it.
  public var problems: [Problem]
  /// Why these are the figures of an earlier version of the file; `nil` where they are those of the file as it is now.
  public var staleness: Staleness?
  /// What is known of figures that their file no longer has, and a history still does; `nil` for what a file holds now.
  public var recollection: Recollection?

  /// Everything that one file contributes.
  public init(
    file: SourceFile, layout: String, isLocal: Bool = false, encoding: String = "UTF-8", rowsRead: Int = 0,
    rowsSkipped: Int = 0,
    observations: Observations = [], organisations: [Organisation] = [], waitingLists: [WaitingList] = [],
    finance: FinanceRecords = FinanceRecords(), targets: [Target] = [], statedTotals: [StatedTotal] = [],
    documents: [Int: String] = [:], problems: [Problem] = []
  ) {
    self.file = file
    self.layout = layout
    self.isLocal = isLocal
    self.encoding = encoding
    self.rowsRead = rowsRead
    self.rowsSkipped = rowsSkipped
    self.observations = observations
    self.organisations = organisations
    self.waitingLists = waitingLists
    self.finance = finance
    self.targets = targets
    self.statedTotals = statedTotals
    self.documents = documents
    self.problems = problems
  }
}

/// A file, as far as the choice between two files with the same figure needs it.
public struct SourceFile: Hashable, Sendable {
  /// Its name, without the folder that it was found in. A member of a zip is `archive.zip/member.csv`; a sheet of a
  /// workbook is `book.xlsx:Sheet`.
  public let name: String
  /// The sheet, where it is one of a workbook: its lines are rows then.
  public let sheet: SourceSheet?
  /// When it was last written, in seconds since 1970, UTC.
  public let modified: Int
  /// Whether its publisher calls it revised.
  public let isRevised: Bool

  /// A file by its name.
  public init(name: String, modified: Int = 0, sheet: SourceSheet? = nil) {
    self.name = name
    self.sheet = sheet
    self.modified = modified
    isRevised = SourceFile.saysRevised(name)
  }

  /// Whether a name contains the word in any case. It is compared letter by letter, because every file of a folder is
  /// asked.
  private static func saysRevised(_ name: String) -> Bool {
    let word = Array("revised".utf8)
    var matched = 0
    for byte in name.utf8 {
      let letter = byte | 0x20
      // The first letter occurs once in the word, so that a false start can only start again.
      matched = letter == word[matched] ? matched + 1 : letter == word[0] ? 1 : 0
      if matched == word.count { return true }
    }
    return false
  }

  /// Whether its figures are used where both files have one: a revised file takes precedence over its original, then
  /// the newer file, then the later name.
  public func beats(_ other: SourceFile) -> Bool {
    if isRevised != other.isRevised { return isRevised }
    if modified != other.modified { return modified > other.modified }
    return name > other.name
  }
}

/// The weekly bands of one organisation's waiting list: how many wait 0–1 weeks, 1–2 weeks and so on, the last band open.
public struct WaitingList: Hashable, Sendable {
  /// The organisation whose list it is.
  public let organisation: OrganisationCode
  /// The month at the end of which it was counted.
  public let period: Period
  /// Pathways in each week of waiting; the last band has everyone who has waited longer.
  public var bands: [UInt32] { packed.counts }
  let packed: PackedCounts

  /// A waiting list in weekly bands.
  public init(organisation: OrganisationCode, period: Period, bands: [UInt32]) {
    self.init(organisation: organisation, period: period, packed: PackedCounts(bands))
  }

  /// The same, of bands that are packed already.
  init(organisation: OrganisationCode, period: Period, packed: PackedCounts) {
    self.organisation = organisation
    self.period = period
    self.packed = packed
  }
}

/// A total that a file states itself, and the sum of the rows that it should equal.
public struct StatedTotal: Hashable, Sendable {
  /// What is totalled, in the file's own words: `A&E attendances Type 1`.
  public let title: String
  /// What the file states.
  public let stated: Ratio
  /// The sum of its rows.
  public let summed: Ratio
  /// The line of the total.
  public let line: Int
  /// Whether the file's problems already list every row in which the two differ, so that the total need not be reported
  /// again.
  public let isSaidByRow: Bool

  /// A stated total and the sum of its parts.
  public init(title: String, stated: Ratio, summed: Ratio, line: Int, isSaidByRow: Bool = false) {
    self.isSaidByRow = isSaidByRow
    self.title = title
    self.stated = stated
    self.summed = summed
    self.line = line
  }
}
