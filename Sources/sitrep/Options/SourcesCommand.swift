import ArgumentParser
import Feeds
import Metrics
import Screen
import Warehouse

/// `sitrep sources`: the database sources, and their states.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep sources", abstract: "List the database sources and their states, or try one.",
    discussion: """
      Sources are described in sources.toml, in the settings folder or in the file that --sources names. --try connects, \
      runs the query, and shows the first rows, the layout they match and the time it took; the board is not changed.
      """)

  @OptionGroup var options: Options

  /// What to list.
  struct Options: ParsableArguments {
    @Option(
      name: .customLong("try"), help: ArgumentHelp("Fetch this source now and show its first rows.", valueName: "name"))
    var tried: String?
    @Option(help: ArgumentHelp("The file that describes the sources.", valueName: "file"), completion: .file())
    var sources: String?
  }

  mutating func run() throws {
    let shelf = try SourceShelf(named: options.sources, opensPaths: false)
    guard shelf.file != nil else {
      throw ExitReason.nothingLoaded(
        [], advice: "sitrep: there is no sources.toml; write one into the settings folder, or name it with --sources")
    }
    if !shelf.problems.isEmpty { Output.error(shelf.problems.map(\.shownText).joined(separator: "\n")) }
    guard let tried = options.tried else {
      if shelf.sources.isEmpty { throw ExitReason.checkFailed }
      return Output.print(SourceTable.text(of: shelf.sources.map(\.status)))
    }
    guard let source = shelf.sources.first(where: { $0.source.name == tried }) else {
      let known = shelf.sources.map { "\"\($0.source.name)\"" }.joined(separator: ", ")
      throw ExitReason.wrongUsage(
        Glyph.sanitised("no source is called \"\(tried)\"; expected \(known.isEmpty ? "one in the file" : known)"))
    }
    let (system, _) = SystemChoice(wanted: nil, problems: []).system(shelf.systemFile)
    let trial = source.trial(of: system)
    Output.print(SourceTable.text(of: trial, source.source))
    if case .failed = trial.report { throw ExitReason.checkFailed }
  }
}

extension SourceShelf {
  /// The `system.toml` beside the file.
  var systemFile: Feed.SettingsFile? {
    system.flatMap { path in SmallFile.bytes(path).map { Feed.SettingsFile(bytes: $0, name: "system.toml") } }
  }
}
