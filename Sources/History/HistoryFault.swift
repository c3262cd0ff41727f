import CSQLite
import Metrics

/// Why the history of a board cannot be written or read. None of them keeps the board from opening.
public enum HistoryFault: Error, Hashable, Sendable {
  /// SQLite is not installed.
  case notInstalled
  /// The folder lies on a share, where a database is lost sooner or later.
  case onNetwork
  /// Another program has the file locked.
  case locked
  /// The disk is full, or the file may grow no longer.
  case full
  /// The file is damaged; SQLite's words for how.
  case corrupt(String)
  /// It is a database of another program.
  case foreign
  /// A later version of the program has written it, in a format of this number.
  case future(Int)
  /// There is none, where one was to be read.
  case missing
  /// It begins after the moment that was asked for.
  case tooEarly(Moment)
  /// The system does not let it be opened, read or written; SQLite's words for why.
  case failed(String)

  /// What a result of SQLite other than success means.
  init(_ code: Int32, _ words: String) {
    switch code & 0xFF {
    case Int32(CSQLITE_MISSING) & 0xFF: self = .notInstalled
    case Int32(CSQLITE_BUSY), Int32(CSQLITE_LOCKED): self = .locked
    case Int32(CSQLITE_FULL): self = .full
    case Int32(CSQLITE_CORRUPT), Int32(CSQLITE_NOTADB): self = .corrupt(words)
    default: self = .failed(words)
    }
  }

  /// Whether the figures that were not written are to be offered again by itself.
  public var passes: Bool {
    switch self {
    case .locked, .full, .failed: true
    case .notInstalled, .onNetwork, .corrupt, .foreign, .future, .missing, .tooEarly: false
    }
  }
}

extension HistoryFault {
  /// The fault as a problem of the database at a path.
  public func problem(of path: String) -> Problem {
    let (message, fix) = words(of: path)
    return Problem(.error, file: path, message, fix: fix)
  }

  private func words(of path: String) -> (message: String, fix: String) {
    switch self {
    case .notInstalled: ("no history is kept: SQLite is not installed", "install it: apt install libsqlite3-0")
    case .onNetwork:
      (
        "no history is kept: its folder is on a network share, where a database can be lost",
        "set XDG_STATE_HOME to a folder on this machine's own disk"
      )
    case .locked:
      (
        "another program has the history locked; the latest figures are not in it yet",
        "close the program that has it open; sitrep tries again every minute"
      )
    case .full:
      (
        "the disk is full; the latest figures are not in the history yet",
        "make room on the disk: df -h \"\(path)\"; sitrep tries again every minute"
      )
    case .corrupt(let words):
      (
        "the history is damaged (\(words)), and cannot be moved aside",
        "move it away: mv \"\(path)\" \"\(path).damaged\""
      )
    case .foreign:
      (
        "no history is kept: the file is a database of another program, and is left as it is",
        "move it away: mv \"\(path)\" \"\(path).other\""
      )
    case .future(let version):
      (
        "no history is kept: a later version of sitrep has written the file, in format \(version), and this version knows "
          + "format \(Schema.version)", "install that version again; the file is left as it is"
      )
    case .missing:
      (
        "there is no history of this board yet",
        "keep one: write history = true in system.toml, or open the board with --history"
      )
    case .tooEarly(let first):
      (
        "the history begins at \(first.longTitle); nothing is known of what the board said before",
        "choose a later day"
      )
    case .failed(let words):
      (
        "the history cannot be written (\(words)); the latest figures are not in it yet",
        "see that the folder can be written to: ls -ld \"\(path)\"; sitrep tries again every minute"
      )
    }
  }

  /// That a damaged file was moved aside, and a new history begun.
  static func setAside(_ path: String, as name: String, _ words: String) -> Problem {
    Problem(
      .error, file: path, "the history was damaged (\(words)); it was moved to \(name), and a new history begins",
      fix: "put a copy of it back, or keep the new one; sqlite3 \"\(name)\" .recover shows what can still be read")
  }

  /// That what a file said beside its figures cannot be read from a history.
  static func unreadable(_ file: String, path: String) -> Problem {
    Problem(
      .error, file: file,
      "its money, targets and problems of that time are kept in a form that this version cannot read",
      fix: "use the version of sitrep that wrote \(path)")
  }

  /// That the clock is behind what was written last.
  static func clockSetBack(_ path: String, now: Moment, last: Moment) -> Problem {
    Problem(
      .warning, file: path,
      "the clock says \(now.longTitle), but the history was last written at \(last.longTitle); changes are "
        + "recorded as of that time until the clock passes it", fix: "set the clock: timedatectl")
  }
}

extension Moment {
  /// `26 Nov 2026 09:12`.
  public var longTitle: String { "\(Period.title(of: day)) \(clock)" }
}
