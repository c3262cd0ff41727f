import CLinux
import Dashboard
import Glibc
import Metrics
import Screen

/// The program that is started for each alert, without a shell, with the figures in its environment and without the
/// terminal. Nothing waits for it; how it ended is checked at the tick of the clock.
final class AlertCommand {
  private let program: String
  /// The processes that have not ended, when each was started on the monotonic clock, and whether a hang has been
  /// reported.
  private var running: [(child: pid_t, since: Int64, isSaid: Bool)] = []
  /// A process that has not ended after this time is hanging.
  private static let patience: Int64 = 60_000
  /// The most processes that are left hanging.
  private static let mostRunning = 32
  /// Why it could not be started the last time, or how it failed; `nil` where it succeeded.
  private(set) var problem: Problem?

  init(_ program: String) { self.program = UserFolders.expanded(program) }

  /// Whether any process that was started had not ended at the last check.
  var isRunning: Bool { !running.isEmpty }

  /// Checks which processes have ended, and which hang. Returns `nil` where nothing is new, otherwise the message,
  /// which is empty where all went well.
  ///
  /// - Parameter now: the time on the monotonic clock, in milliseconds.
  func look(now: Int64 = clinux_monotonic_milliseconds()) -> String? {
    var statuses: [Int32] = []
    running.removeAll { started in
      var status: Int32 = 0
      guard waitpid(started.child, &status, WNOHANG) != 0 else { return false }
      statuses.append(status)
      return true
    }
    let hanging = running.indices.filter { !running[$0].isSaid && now - running[$0].since >= AlertCommand.patience }
    for place in hanging { running[place].isSaid = true }
    if !hanging.isEmpty {
      let seconds = AlertCommand.patience / 1000
      return fail("the alert command has not ended after \(seconds) s: \(Glyph.sanitised(program))")
    }
    guard !statuses.isEmpty else { return nil }
    guard let failed = statuses.first(where: { $0 != 0 }) else {
      if !running.contains(where: \.isSaid) { problem = nil }
      return ""
    }
    let signal = failed & 0x7F
    let how = signal == 0 ? "ended with status \(failed >> 8 & 0xFF)" : "was ended by signal \(signal)"
    return fail("the alert command \(how): \(Glyph.sanitised(program))")
  }

  private func fail(_ words: String) -> String {
    problem = Problem(.error, file: "", words, fix: "run it by hand; sitrep gives it the figures in variables SITREP_…")
    return words
  }

  /// The problem with a command before it is needed: one given by an option or a variable ends the program, one set in
  /// `config.toml` is a problem.
  static func problems(asked: String?, settled: String?) throws(ExitReason) -> [Problem] {
    guard let program = asked ?? settled, let reason = reason(against: UserFolders.expanded(program)) else { return [] }
    let words = "the alert command \"\(Glyph.sanitised(program))\" cannot be started: \(reason)"
    if asked != nil { throw .wrongUsage("\(words); expected a program") }
    let file = UserFolders.configuration.map { "\($0)/\(UserSettings.fileName)" } ?? UserSettings.fileName
    return [Problem(.error, file: file, words, expected: "a program", fix: "correct alert-command, or remove it")]
  }

  /// Why a program cannot be started; `nil` where it can.
  private static func reason(against program: String) -> String? {
    let folders = (Places.environment("PATH") ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/" }
    for candidate in program.contains("/") ? [program] : folders.map({ $0 + program }) {
      var status = stat()
      guard stat(candidate, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFREG, access(candidate, X_OK) == 0 { return nil }
      if program.contains("/") { return status.st_mode & S_IFMT == S_IFREG ? "it may not be run" : "it is no file" }
    }
    return program.contains("/") ? "there is no such file" : "there is none of that name on the path"
  }

  /// Starts it; returns the reason where it could not be started.
  func start(for alert: Alert) -> String? {
    guard running.count < AlertCommand.mostRunning else {
      return fail("the alert command was not started: \(running.count) of them have not ended")
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A process group of its own and default signals: Ctrl-C on the board must not reach it.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    let arguments = CStrings([program])
    let environment = CStrings(AlertCommand.environment(with: alert))
    var child: pid_t = 0
    let outcome = posix_spawnp(&child, program, &actions, &attributes, arguments.pointers, environment.pointers)
    guard outcome != 0 else {
      running.append((child, clinux_monotonic_milliseconds(), false))
      return nil
    }
    return fail(
      "the alert command cannot be started: \(Glyph.sanitised(program)): \(String(cString: strerror(outcome)))")
  }

  /// The program's own environment, with the figures added.
  private static func environment(with alert: Alert) -> [String] {
    var variables: [String] = []
    var next = clinux_environment()
    while let variable = next?.pointee {
      variables.append(String(cString: variable))
      next = next?.successor()
    }
    return variables + alert.environment.map { "\($0.name)=\($0.value)" }
  }
}

/// Texts as a list for C, freed together.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ texts: [String]) {
    count = texts.count
    pointers = .allocate(capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { pointers[index] = strdup(text) }
    pointers[texts.count] = nil
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}
