import Foundation
import Glibc

/// A process started with its output in files, and waited for by its number alone.
///
/// Foundation's `Process` waits until every descendant is gone, and tmux leaves its server behind.
enum Spawned {
  /// Starts a program and waits for its end; the exit status, 128 + n where signal n ended it.
  static func run(
    _ path: String, _ arguments: [String], in folder: String, environment: [String: String], output: String,
    error: String
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, error, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let number = try start(path, arguments, in: folder, environment: environment, &actions, flags: 0)
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Starts a program as the leader of a session of its own, on a terminal; the number of its process.
  static func start(
    _ path: String, _ arguments: [String], in folder: String, environment: [String: String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by the leader of a session, the terminal becomes the one that controls it.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let ownSession: Int32 = 0x80
    return try start(path, arguments, in: folder, environment: environment, &actions, flags: ownSession)
  }

  /// What `make sanitize` says to a sanitizer, which is in the program too.
  private static var sanitizers: [String: String] {
    ProcessInfo.processInfo.environment.filter { ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key) }
  }

  private static func start(
    _ path: String, _ arguments: [String], in folder: String, environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t, flags: Int32
  ) throws -> pid_t {
    // Whatever the test runner blocks or ignores is none of the program's business.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | flags))
    // `env` changes the folder and becomes the program.
    let words = (["env", "-C", folder, path] + arguments).map { strdup($0) } + [nil]
    let variables = (environment.merging(sanitizers) { $1 }).map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var number = pid_t()
    let failure = posix_spawn(&number, "/usr/bin/env", &actions, &attributes, words, variables)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    return number
  }
}
