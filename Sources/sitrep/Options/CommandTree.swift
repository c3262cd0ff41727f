import ArgumentParser

/// All commands in one tree, from which shell completions are made. `Sitrep.main` distinguishes the commands itself,
/// because the first word of a board may be a path or a view.
struct CommandTree: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep", abstract: BoardCommand.configuration.abstract,
    subcommands: [
      Demo.self, Print.self, Report.self, Check.self, Draft.self, Act.self, Actions.self, SPC.self, Sources.self,
    ])

  @Argument(help: "Folders, CSV files, and the words of a view.", completion: .file()) var words: [String] = []
  @OptionGroup var feed: FeedOptions
  @OptionGroup var board: BoardOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var wall: WallOptions

  /// `sitrep demo`.
  struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "demo", abstract: "Open the demonstration, a fictional system.")
    @Argument(help: "The words of a view.") var words: [String] = []
    @OptionGroup var board: BoardOptions
    @OptionGroup var view: ViewOptions
  }

  /// `sitrep print`.
  struct Print: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "print", abstract: PrintCommand.configuration.abstract)
    @OptionGroup var options: PrintCommand.Options
  }

  /// `sitrep report`.
  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report", abstract: ReportCommand.configuration.abstract)
    @OptionGroup var options: ReportCommand.Options
  }

  /// `sitrep check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: CheckCommand.configuration.abstract)
    @OptionGroup var options: CheckCommand.Options
  }

  /// `sitrep draft`.
  struct Draft: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "draft", abstract: DraftCommand.configuration.abstract)
    @OptionGroup var options: DraftCommand.Options
  }

  /// `sitrep act`.
  struct Act: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "act", abstract: ActCommand.configuration.abstract)
    @OptionGroup var options: ActCommand.Options
  }

  /// `sitrep actions`.
  struct Actions: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "actions", abstract: ActionsCommand.configuration.abstract)
    @OptionGroup var options: ActionsCommand.Options
  }

  /// `sitrep sources`.
  struct Sources: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sources", abstract: SourcesCommand.configuration.abstract)
    @OptionGroup var options: SourcesCommand.Options
  }

  /// `sitrep spc`.
  struct SPC: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "spc", abstract: SPCCommand.configuration.abstract)
    @OptionGroup var options: SPCCommand.Options
  }
}
