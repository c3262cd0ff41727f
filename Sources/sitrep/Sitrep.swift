import ArgumentParser
import CLinux
import Feeds
import Glibc
import Screen

/// The program: which command was meant, and the status it ends with.
@main
enum Sitrep {
  static func main() {
    clinux_hold_standard_descriptors()
    // A limit on the length of files is an error to report, not a signal to die by.
    signal(SIGXFSZ, SIG_IGN)
    // Each reload is read by other threads than the last: with a pool each, what a board took would be taken again.
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

  /// The words of the command line; a path that is no UTF-8 is one all the same.
  private static var arguments: [String] {
    (1..<Int(max(1, CommandLine.argc))).compactMap { place in
      guard let word = CommandLine.unsafeArgv[place] else { return nil }
      let bytes = UnsafeRawBufferPointer(start: word, count: strlen(word))
      return String(validating: bytes, as: UTF8.self) ?? PathBytes.text(bytes)
    }
  }

  /// The command that a command line means, and the words that are left for it.
  static func meant(by words: [String]) -> (command: any ParsableCommand.Type, words: [String]) {
    switch words.first {
    case "act": (ActCommand.self, Array(words.dropFirst()))
    case "actions": (ActionsCommand.self, Array(words.dropFirst()))
    case "print": (PrintCommand.self, Array(words.dropFirst()))
    case "check": (CheckCommand.self, Array(words.dropFirst()))
    case "draft": (DraftCommand.self, Array(words.dropFirst()))
    case "sources": (SourcesCommand.self, Array(words.dropFirst()))
    case "spc": (SPCCommand.self, Array(words.dropFirst()))
    case let word? where word.hasPrefix("--generate-completion-script"): (CommandTree.self, words)
    default: (BoardCommand.self, WallOptions.prepared(BoardOptions.prepared(words)))
    }
  }

  /// Ends with help where it was asked for, else with what is wrong with the command line.
  private static func end(_ command: any ParsableCommand.Type, with error: any Error) -> Never {
    let isHelp = command.exitCode(for: error).isSuccess
    if isHelp {
      Output.print(command.fullMessage(for: error))
      exit(0)
    }
    Output.error(complaint(command, error))
    exit(command.exitCode(for: error).rawValue)
  }

  /// What is wrong with a command line; it quotes what was typed, or pasted from somewhere.
  static func complaint(_ command: any ParsableCommand.Type, _ error: any Error) -> String {
    command.fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
      .map { Glyph.sanitised(String($0)) }.joined(separator: "\n")
  }
}
