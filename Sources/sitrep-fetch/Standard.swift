import Glibc

/// Standard input, and a message for a user who starts the program directly.
enum Standard {
  /// The most bytes of a request, which is a query and a few words.
  private static let most = 1 << 20

  /// All of standard input.
  static func input() -> [UInt8] {
    guard isatty(STDIN_FILENO) == 0 else { return [] }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count <= most {
      let count = read(STDIN_FILENO, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += block.prefix(count)
    }
    return bytes
  }

  /// Prints why nothing is done, and ends the process.
  static func refuse(_ words: String) -> Never {
    _ = (words + "\n").withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(64)
  }
}
