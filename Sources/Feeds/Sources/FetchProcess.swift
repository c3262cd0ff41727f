import CLinux
import Glibc
import Warehouse

/// A running `sitrep-fetch`: started, given its request, listened to, and ended where it takes too long.
struct FetchProcess {
  private let helper: String
  private let request: FetchRequest
  private let patience: Int64

  /// - Parameter patience: milliseconds until it is ended; `nil` for a little more than it allows itself.
  init(_ helper: String, _ request: FetchRequest, patience: Int64? = nil) {
    self.helper = helper
    self.request = request
    self.patience = patience ?? Int64(request.patience) * 1000
  }

  /// Runs it to its end, whatever that is.
  ///
  /// - Parameter beat: called every second, to show that the process is being watched.
  func run(beat: () -> Void = {}) -> FetchReport {
    guard access(helper, X_OK) == 0 else { return .failed(.noHelper(helper)) }
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      return .failed(.notWritten(SystemFailure(code: errno).words))
    }
    defer { close(ends[0]) }
    guard let child = start(talkingTo: ends[1]) else {
      close(ends[1])
      return .failed(.noHelper(helper))
    }
    close(ends[1])
    tell(ends[0])
    let deadline = clinux_monotonic_milliseconds() + patience
    let answer = listen(ends[0], until: deadline, beat)
    return end(child, answer, until: deadline)
  }

  /// Starts it with a socket as its standard input and output, in a process group of its own, because Ctrl-C is for the
  /// board.
  private func start(talkingTo socket: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    var child: pid_t = 0
    return helper.withCString { path in
      var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
      defer { free(arguments[0]) }
      return posix_spawn(&child, path, &actions, &attributes, &arguments, clinux_environment()) == 0 ? child : nil
    }
  }

  /// Sends the request, and closes that direction.
  private func tell(_ socket: Int32) {
    request.bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        // A process that has already ended must not end this one too.
        let count = send(socket, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
    shutdown(socket, Int32(SHUT_WR))
  }

  /// What it prints, until it prints no more; `nil` where that took too long.
  private func listen(_ socket: Int32, until deadline: Int64, _ beat: () -> Void) -> String? {
    var said: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = deadline - clinux_monotonic_milliseconds()
      guard left > 0 else { return nil }
      var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      let found = clinux_poll(&entry, 1, Int32(clamping: min(left, 1000)))
      beat()
      guard found > 0 else { continue }
      let count = recv(socket, &block, block.count, 0)
      if count < 0, errno == EINTR { continue }
      if count > 0, said.count <= 1 << 20 { said += block.prefix(count) }
      guard count > 0 else { return String(decoding: said, as: UTF8.self) }
    }
  }

  /// Waits for its end, which is near once it prints no more; returns its report, or how it ended instead.
  private func end(_ child: pid_t, _ answer: String?, until deadline: Int64) -> FetchReport {
    var status: Int32 = 0
    // A driver may close everything and keep running; it has a moment to end.
    var patience = answer == nil ? 0 : 200
    while true {
      let outcome = waitpid(child, &status, WNOHANG)
      if outcome == child { break }
      if outcome < 0, errno != EINTR { return .failed(.unintelligible) }
      if patience == 0 {
        kill(-child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        break
      }
      patience -= 1
      poll(nil, 0, 5)
    }
    // What it was writing when it was ended.
    unlink("\(request.output).\(child).part")
    guard let answer else { return .failed(.hung(seconds: request.patience)) }
    let line = answer.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    if answer.hasSuffix("\n"), let report = FetchReport(line: line) { return report }
    let signal = status & 0x7F
    return .failed(signal == 0 ? .unintelligible : .crashed(signal: Int(signal)))
  }
}
