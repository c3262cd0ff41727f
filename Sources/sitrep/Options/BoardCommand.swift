import ArgumentParser
import CLinux
import Dashboard
import Glibc
import Metrics
import Screen

/// `sitrep`: the live board, or one picture of it.
struct BoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep", abstract: "A performance board for NHS systems, from the CSV extracts they publish.",
    usage: """
      sitrep [<path> ...] [<view>]
      sitrep [<path> ...] [<view>] --frame [--size 120x40] [--keys "down enter"] [--now 2018-03-20T09:00]
      sitrep print [<path> ...] [--format text|json|csv] [--all-periods] [--breakdowns]
      sitrep check [<path> ...] [--format text|json]
      sitrep spc <file> [--format text|csv]
      """,
    discussion: """
      A path is a folder of CSV extracts (its own files, not those of folders in it) or a CSV. The first word that \
      names a view starts the view: \(ViewLine.words.joined(separator: ", ")). Without a path: $SITREP_FOLDER, else \
      the current folder.
      """,
    version: Sitrep.version, helpNames: [.short, .long])

  @Argument(help: "Folders, CSV files, and the words of a view.") var words: [String] = []
  @OptionGroup var feed: FeedOptions
  @Option(help: ArgumentHelp("Print the picture and end: --frame or --frame=text.", valueName: "format"))
  var frame: FrameOption?
  @Option(help: ArgumentHelp("The size of the picture: 120x40.", valueName: "size"), transform: BoardCommand.size)
  var size: Size?
  @Option(
    help: ArgumentHelp(
      "Keys to press first, separated by spaces: \"down enter type:milton wait:30s\".", valueName: "keys"),
    transform: BoardCommand.keys)
  var keys: KeyScript?
  @Option(help: ArgumentHelp("A theme's name, or its file.", valueName: "name or file"))
  var theme: String?
  @Flag(help: "Draw with ASCII alone.") var ascii = false

  mutating func run() throws {
    let words = CommandWords(words)
    let themes = try ThemeShelf(wanted: theme)
    if words == CommandWords(["help"]), !Places.canOpenWithoutPath {
      Output.print(BoardCommand.helpMessage())
      return
    }
    let opening = try Opening(paths: words.paths, feed: feed, problems: themes.problems)
    let request = BoardRequest(
      opening: opening, view: words.view, themes: themes, keys: keys ?? KeyScript(steps: []), isASCII: ascii)
    if frame != nil || clinux_is_terminal(STDOUT_FILENO) == 0 {
      try request.printFrame(size: size ?? BoardRequest.plainSize)
    } else {
      try request.runLive()
    }
  }

  @Sendable private static func size(_ text: String) throws -> Size {
    guard let size = Size(text: text) else { throw ValidationError("expected columns and rows such as 120x40") }
    return size
  }

  @Sendable private static func keys(_ text: String) throws -> KeyScript {
    do throws(KeyScript.UnknownKey) {
      return try KeyScript(text)
    } catch {
      let names = KeyScript.names.map(\.name).filter { !$0.hasPrefix("f") }.joined(separator: " ")
      throw ValidationError(
        "no key is called \"\(Glyph.sanitised(error.word))\"; the keys are \(names) f1…f12 ctrl-x, a single character, "
          + "type:TEXT, wait:30s and resize:80x24")
    }
  }
}

extension Sitrep {
  /// The version, as `--version` prints it.
  static let version = "0.1.0"
}
