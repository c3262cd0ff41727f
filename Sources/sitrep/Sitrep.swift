import ArgumentParser
import CLinux
import Feeds
import Glibc
import Screen

/// The program: it finds the command that was meant, and ends with its status.
@main
enum Sitrep {
  static func main() {
    clinux_hold_standard_descriptors()
    // A limit on file sizes is an error to report, not a signal to end by.
    signal(SIGXFSZ, SIG_IGN)
    // Each reload is read by new threads: with memory pools of their own, they would take the memory of a board again
    // each time.
    clinux_share_memory_pools()
    let (command, words) = meant(by: arguments)
    do {
      var parsed = try command.parseAsRoot(words)
      try parsed.run()
    } catch let ending as ExitReason {
      ending.take()
    } catch {
      end(command, with: error)
    }
  }

  /// The words of the command line; a path that is not UTF-8 is still a path.
  private static var arguments: [String] {
    (1..<Int(max(1, CommandLine.argc))).compactMap { place in
      guard let word = CommandLine.unsafeArgv[place] else { return nil }
      let bytes = UnsafeRawBufferPointer(start: word, count: strlen(word))
      return String(validating: bytes, as: UTF8.self) ?? PathBytes.text(bytes)
    }
  }

  /// The command that a command line means, and the remaining words.
  static func meant(by words: [String]) -> (command: any ParsableCommand.Type, words: [String]) {
    switch words.first {
    case "act": (ActCommand.self, Array(words.dropFirst()))
    case "actions": (ActionsCommand.self, Array(words.dropFirst()))
    case "print": (PrintCommand.self, Array(words.dropFirst()))
    case "check": (CheckCommand.self, Array(words.dropFirst()))
    case "draft": (DraftCommand.self, Array(words.dropFirst()))
    case "report": (ReportCommand.self, Array(words.dropFirst()))
    case "sources": (SourcesCommand.self, Array(words.dropFirst()))
    case "spc": (SPCCommand.self, Array(words.dropFirst()))
    case let word? where word.hasPrefix("--generate-completion-script"): (CommandTree.self, words)
    default: (BoardCommand.self, WallOptions.prepared(BoardOptions.prepared(words)))
    }
  }

  /// Ends with help where it was requested, otherwise with the error of the command line.
  private static func end(_ command: any ParsableCommand.Type, with error: any Error) -> Never {
    let isHelp = command.exitCode(for: error).isSuccess
    if isHelp {
      Output.print(command.fullMessage(for: error))
      exit(0)
    }
    Output.error(complaint(command, error))
    exit(command.exitCode(for: error).rawValue)
  }

  /// The error of a command line; it quotes what was typed, or pasted.
  static func complaint(_ command: any ParsableCommand.Type, _ error: any Error) -> String {
    command.fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
      .map { Glyph.sanitised(String($0)) }.joined(separator: "\n")
  }
}
