import ArgumentParser
import Glibc

/// The program: which command was meant, and the status it ends with.
@main
enum Sitrep {
  static func main() {
    var arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "print":
      arguments.removeFirst()
      run(PrintCommand.self, Array(arguments))
    case "check":
      arguments.removeFirst()
      run(CheckCommand.self, Array(arguments))
    case "spc":
      arguments.removeFirst()
      run(SPCCommand.self, Array(arguments))
    case let word? where word.hasPrefix("--generate-completion-script"): run(CommandTree.self, Array(arguments))
    default: run(BoardCommand.self, WallOptions.prepared(BoardOptions.prepared(Array(arguments))))
    }
  }

  private static func run<Command: ParsableCommand>(_ command: Command.Type, _ arguments: [String]) {
    do {
      var parsed = try command.parseAsRoot(arguments)
      try parsed.run()
    } catch let ending as Ending {
      ending.take()
    } catch {
      command.exit(withError: error)
    }
  }
}
