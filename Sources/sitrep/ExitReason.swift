import Dashboard
import Glibc
import Metrics
import Screen
import Terminal

/// Why the program ends early, and with which status.
enum ExitReason: Error {
  /// Nothing was loaded: the problems, and what to type instead.
  case nothingLoaded([Problem], advice: String)
  /// A check found an error, and has reported it.
  case checkFailed
  /// The command line asks for something that does not exist.
  case wrongUsage(String)
  /// Standard output did not accept everything, with this `errno`.
  case outputFailed(code: Int32)
  /// A file that was to be written could not be, for this `errno`; what was there before still is.
  case fileFailed(path: String, code: Int32)
  /// It was ended by a signal.
  case signal(Int32)

  /// Prints the reason on standard error, and ends the process.
  func take() -> Never {
    switch self {
    case .nothingLoaded(let problems, let advice):
      let shown = problems.prefix(20).map(\.shownText)
      let more = problems.count > 20 ? ["and \(problems.count - 20) more: sitrep check lists them"] : []
      let lines = shown + more + (advice.isEmpty ? [] : [advice])
      Output.error(lines.joined(separator: "\n"))
      exit(1)
    case .checkFailed: exit(1)
    case .wrongUsage(let message):
      Output.error("sitrep: \(message)")
      exit(64)
    case .outputFailed(EPIPE):
      // The reader has closed the pipe. A shell expects status 141 for that, and no message.
      raiseDefault(SIGPIPE)
      exit(128 + SIGPIPE)
    case .outputFailed(let code):
      Output.error("sitrep: the output could not be written whole: \(String(cString: strerror(code)))")
      exit(74)
    case .fileFailed(let path, let code):
      Output.error("sitrep: \(Glyph.sanitised(path)) could not be written whole: \(String(cString: strerror(code)))")
      exit(74)
    case .signal(let number):
      raiseDefault(number)
      exit(128 + number)
    }
  }
}
