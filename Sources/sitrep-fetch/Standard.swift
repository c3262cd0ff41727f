import Glibc

/// Standard input, and a word to whoever types the program's name.
enum Standard {
  /// A request is a query and a few words; more is none.
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

  /// Says why nothing is done, and ends.
  static func refuse(_ words: String) -> Never {
    _ = (words + "\n").withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(64)
  }
}
