import CLinux
import Dashboard
import Glibc
import Screen

/// The program that is told of alerts: started for each, without a shell, with the figures in its environment, away from
/// the terminal. Nobody waits for it.
struct AlertCommand {
  let program: String

  init(_ program: String) { self.program = program }

  /// Starts it; why it could not be started, if so.
  func start(for alert: Alert) -> String? {
    AlertCommand.reap()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Its own group and ordinary signals: Ctrl-C on the board is no business of its.
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
    guard outcome != 0 else { return nil }
    return "cannot start \(Glyph.sanitised(program)): \(String(cString: strerror(outcome)))"
  }

  /// The program's own environment, and the figures.
  private static func environment(with alert: Alert) -> [String] {
    var variables: [String] = []
    var next = clinux_environment()
    while let variable = next?.pointee {
      variables.append(String(cString: variable))
      next = next?.successor()
    }
    return variables + alert.environment.map { "\($0.name)=\($0.value)" }
  }

  /// Forgets those that have ended.
  private static func reap() { while waitpid(-1, nil, WNOHANG) > 0 {} }
}

/// Texts as C wants a list of them; freed with it.
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
