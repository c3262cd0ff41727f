import Feeds
import Glibc
import Metrics
import Screen
import Threads

/// A log that is written on request: one event on each line, with the machine's time; files and counts of rows, never a
/// figure.
///
/// A thread of its own writes it, so that a slow disk delays nothing. Events that it cannot write are lost, and that is
/// a problem on the board. It never writes through a symbolic link: whoever can create one could make the board write
/// into any file of its user's.
final class EventLog: Sendable {
  /// A log longer than this becomes `FILE.1`, in place of the one before it.
  static let mostBytes = 1 << 20
  /// The most lines that wait for a disk that does not answer; further lines are counted.
  private static let mostWaiting = 1_000

  private let lines = Mailbox<String>()
  private let path: String
  /// Why it is not written; `nil` while it is.
  private let failure: Locked<String?>

  /// A log that is written from now on.
  init(path: String) {
    self.path = path
    failure = Locked(nil)
    guard LoaderThread.start({ [lines, failure] in EventLog.keep(lines, path, failure) }) else {
      failure.withLock { $0 = "the system has no thread to spare" }
      return
    }
  }

  /// What is wrong with it; `nil` while it is written.
  var problem: Problem? {
    failure.withLock { $0 }.map { reason in
      Problem(
        .error, file: Glyph.sanitised(path), "the log is not written: \(reason.lowercased())",
        fix: "name a file in a folder you may write to: --log ~/sitrep.log")
    }
  }

  /// Adds a line.
  func note(_ words: String) {
    let moment = BoardClock.wall
    let (year, month, day) = moment.day.civil
    let date = [year, month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    let second = moment.second % 60
    lines.post("\(date)T\(moment.clock):\(second < 10 ? "0" : "")\(second) \(EventLog.plain(words))\n")
  }

  /// Adds a line for each thing that happened to the files, and one for the board.
  func note(_ loaded: Loaded) {
    for event in loaded.events { note(event.words) }
    let errors = loaded.board.problems.count { $0.severity == .error }
    note(
      "board files=\(loaded.files.count) rows=\(loaded.board.contributions.reduce(0) { $0 + $1.rowsRead }) "
        + "errors=\(errors) warnings=\(loaded.board.problems.count - errors)")
  }

  /// A name from a folder may contain anything; a line contains no control character.
  private static func plain(_ words: String) -> String {
    String(String.UnicodeScalarView(words.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
  }

  private static func keep(_ lines: Mailbox<String>, _ path: String, _ failure: Locked<String?>) {
    // A log that cannot be written is reported before there is anything to write.
    let reason = write("", to: path)
    failure.withLock { $0 = reason }
    while true {
      _ = lines.wait(milliseconds: -1)
      var waiting = lines.take()
      if waiting.count > mostWaiting {
        waiting = Array(waiting.suffix(mostWaiting)) + ["(\(waiting.count - mostWaiting) lines were lost)\n"]
      }
      let reason = write(waiting.joined(), to: path)
      failure.withLock { $0 = reason }
    }
  }

  /// Appends a text to the file; returns the reason where it failed, otherwise `nil`.
  private static func write(_ text: String, to path: String) -> String? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      return errno == ELOOP ? "it is a symbolic link" : String(cString: strerror(errno))
    }
    defer { close(descriptor) }
    guard Output.write(text, to: descriptor) else { return String(cString: strerror(errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > mostBytes else {
      return nil
    }
    return rename(path, path + ".1") == 0 ? nil : String(cString: strerror(errno))
  }
}

extension FeedEvent {
  /// The event as a line of the log.
  var words: String {
    switch self {
    case .read(let name, let rows): "read \"\(name)\" rows=\(rows)"
    case .stale(let name, let staleness, let refusal):
      "\(staleness.reason.rawValue) \"\(name)\"\(refusal.isEmpty ? "" : " (\(refusal))"); the last figures stay"
    case .recovered(let name): "recovered \"\(name)\""
    case .settings(let staleness):
      staleness.map { "\($0.reason.rawValue) \"system.toml\"; the last settings stay" } ?? "read \"system.toml\""
    }
  }
}
