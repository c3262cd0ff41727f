import CLinux
import CSQLite
import Glibc
import Metrics

/// What a board has known, and when: a database on the machine's own disk.
///
/// A connection is opened for each writing and each reading and closed after it, so that there is one file to copy, move or
/// set aside, and nothing to hold open for weeks. For the same reason it keeps a rollback journal and no write-ahead log:
/// it is written once for each time that files change, by one program, and a log would leave two more files beside it.
public struct HistoryStore: Sendable {
  /// The database file.
  public let path: String
  /// How many milliseconds to wait for another program that has it locked.
  var patience: Int32 = 500
  /// The most pages that the file may have; `nil` for no limit.
  var mostPages: Int?

  /// The history at a path, which need not exist yet.
  public init(path: String) { self.path = path }

  /// The name of the file of a system whose figures come from these folders and files, whose paths are absolute: the
  /// system's code, and what tells the paths from others.
  public static func fileName(system: OrganisationCode, paths: [String]) -> String {
    let code = system.text.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in paths.sorted().joined(separator: "\0").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return "history-\(code)-\(String(repeating: "0", count: 16 - digits.count))\(digits).sqlite"
  }

  /// The database, ready to be written or read.
  ///
  /// - Parameter makes: whether one that is not there is made; else it is a fault.
  func open(makes: Bool) throws(HistoryFault) -> Database {
    guard csqlite_is_installed() != 0 else { throw .notInstalled }
    if makes {
      HistoryStore.makeFolder(folder)
      guard HistoryStore.isLocal(folder) else { throw .onNetwork }
      // Nobody else's business: what is made by SQLite everybody may read.
      let made = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if made >= 0 { close(made) }
    } else if access(path, F_OK) != 0 {
      throw .missing
    }
    let database = try Database(path: path, patience: patience)
    try check(database)
    // Told as written is written: the file and the folder's entry of its journal as well.
    try database.run("pragma synchronous = extra")
    if let mostPages { try database.run("pragma max_page_count = \(mostPages)") }
    return database
  }

  /// Sees that the file is a history that this program knows, and makes an empty one a history.
  private func check(_ database: Database) throws(HistoryFault) {
    let application = try database.number("pragma application_id") ?? 0
    let version = try database.number("pragma user_version") ?? 0
    if application == Schema.application, version == Schema.version { return }
    if application == Schema.application, version > Schema.version { throw .future(version) }
    let tables = try database.number("select count(*) from sqlite_master") ?? 0
    guard application == 0, version == 0, tables == 0 else { throw .foreign }
    try database.change { () throws(HistoryFault) in
      // Another program may have made it in the meantime.
      guard try database.number("select count(*) from sqlite_master") == 0 else { return }
      for statement in Schema.statements { try database.run(statement) }
      try database.run("pragma application_id = \(Schema.application)")
      try database.run("pragma user_version = \(Schema.version)")
    }
  }

  /// Does something with the database. One that is damaged is set aside, and it is done once more with a new one.
  func with<Result>(
    makes: Bool, problems: inout [Problem], _ work: (Database) throws(HistoryFault) -> Result
  ) throws(HistoryFault) -> Result {
    do throws(HistoryFault) {
      return try work(try open(makes: makes))
    } catch {
      guard case .corrupt(let words) = error, let name = setAside() else { throw error }
      problems.append(HistoryFault.setAside(path, as: name, words))
    }
    return try work(try open(makes: makes))
  }

  /// Moves a damaged file, with its journal, out of the way; its new name, `nil` where that cannot be done.
  private func setAside() -> String? {
    guard HistoryStore.isLocal(folder) else { return nil }
    for number in 1...99 {
      let name = "\(path).damaged-\(number)"
      guard access(name, F_OK) != 0, rename(path, name) == 0 else { continue }
      rename("\(path)-journal", "\(name)-journal")
      return name
    }
    return nil
  }

  private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  /// Whether a path is on a disk of this machine: a share forgets locks, and what is not known is treated as one.
  private static func isLocal(_ path: String) -> Bool {
    // A folder that cannot be made or found is another fault.
    access(path, F_OK) != 0 || clinux_reports_changes(path) != 0
  }

  private static func makeFolder(_ path: String) {
    guard !path.isEmpty, mkdir(path, 0o700) != 0, errno == ENOENT, let slash = path.lastIndex(of: "/") else { return }
    makeFolder(String(path[..<slash]))
    mkdir(path, 0o700)
  }
}
