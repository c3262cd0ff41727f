import ArgumentParser
import Screen
import Settings

/// The options of a board: how it looks, and what is printed instead of it.
struct BoardOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Print one view and exit: --frame, --frame=ansi or --frame=svg.", valueName: "format"))
  var frame: FrameForm?
  @Option(help: ArgumentHelp("Columns and rows for --frame: 120x40.", valueName: "size"), transform: BoardOptions.size)
  var size: Size?
  @Option(
    help: ArgumentHelp(
      "Keys to press first, separated by spaces: \"down enter type:milton wait:30s\".", valueName: "keys"),
    transform: BoardOptions.keys)
  var keys: KeyScript?
  @Option(
    help: ArgumentHelp("Folder of actions and notes, which may be on a share.", valueName: "folder"),
    completion: .directory)
  var actions: String?
  @Option(
    help: ArgumentHelp("Mark what changed since a time or a day, not since you last looked: 07:00.", valueName: "time"))
  var since: String?
  @Option(help: ArgumentHelp("Name of a theme, or a theme file.", valueName: "name or file"), completion: .themes)
  var theme: String?
  @Flag(inversion: .prefixedNo, help: "Use ASCII characters only.") var ascii: Bool?
  @Flag(inversion: .prefixedNo, help: "Use the mouse.") var mouse: Bool?
  @Option(
    help: ArgumentHelp("Most colours to use: truecolor, 256, 16, 8 or none.", valueName: "colours"),
    completion: .list(ColourDepth.words.map(\.word)), transform: BoardOptions.depth)
  var colours: ColourDepth?
  @Option(help: ArgumentHelp("Format for saved views: text, ansi or svg.", valueName: "format"))
  var write: FrameForm?
  @Flag(inversion: .prefixedNo, help: "Plain text for screen readers.")
  var plain: Bool?
  @Flag(inversion: .prefixedNo, help: "Open the view you left last time.") var resume: Bool?
  @Option(
    help: ArgumentHelp(
      "Time between checks of the files: 5s, 2m. Default: 10s on a network share, otherwise 1m.",
      valueName: "time"), transform: BoardOptions.poll)
  var poll: Duration?
  @Option(help: ArgumentHelp("Write a log of file events to this file.", valueName: "file")) var log: String?

  /// The settings made by options; the environment and `config.toml` make the others.
  var settings: BoardSettings {
    var settings = BoardSettings()
    (settings.theme, settings.ascii, settings.mouse) = (theme, ascii, mouse)
    (settings.colours, settings.write, settings.plain, settings.resume) = (colours, write, plain, resume)
    (settings.poll, settings.actions) = (poll, actions)
    return settings
  }

  /// The arguments with `--frame` written as `--frame=text`: its value is optional, and never the next word.
  static func prepared(_ arguments: [String]) -> [String] {
    // Everything after a lone `--` is a word, whatever it looks like.
    let end = arguments.firstIndex(of: "--") ?? arguments.count
    return arguments[..<end].map { $0 == "--frame" ? "--frame=text" : $0 } + arguments[end...]
  }

  @Sendable private static func size(_ text: String) throws -> Size {
    guard let size = Size(text: text) else { throw ValidationError("expected columns and rows such as 120x40") }
    return size
  }

  @Sendable private static func depth(_ text: String) throws -> ColourDepth {
    guard let depth = ColourDepth(word: text) else {
      throw ValidationError("expected truecolor, 256, 16, 8 or none")
    }
    return depth
  }

  @Sendable private static func poll(_ text: String) throws -> Duration {
    guard let time = BoardSettings.poll(text) else { throw ValidationError("expected \(BoardSettings.pollWords)") }
    return time
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

extension FrameForm: ExpressibleByArgument {}

extension CompletionKind {
  /// The built-in themes; the name of a file can be typed as well.
  fileprivate static var themes: CompletionKind { .list(Theme.builtIn.map(\.name)) }
}
