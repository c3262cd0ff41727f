import ArgumentParser
import CLinux
import Dashboard
import Extracts
import Feeds
import Glibc
import Reports
import Screen

/// `sitrep spc`: control charts of any CSV, without a board.
struct SPCCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep spc", abstract: "Control charts (XmR, with the Making Data Count rules) of any CSV.",
    discussion: """
      The file has the columns date and value, and may have series_id, target, improvement_direction (increase, \
      decrease, neutral), fix_after_n_points, screen_outliers (TRUE, FALSE) and rebase_dates (separated by semicolons). \
      In a terminal the charts are drawn as text; otherwise the output is a CSV with a row for each date.
      """)

  @OptionGroup var options: Options

  /// What to chart, and how.
  struct Options: ParsableArguments {
    @Argument(help: "A CSV of one or more series.", completion: .file()) var file: String
    @Option(help: "Output format: text or csv. Default: text in a terminal, otherwise csv.") var format: SPCFormat?
    @Flag(help: "Use ASCII characters only.") var ascii = false
  }

  mutating func run() throws {
    let (bytes, problem) = PlainFile.contents(options.file)
    if let problem { throw ExitReason.nothingLoaded([problem], advice: "") }
    let read = SeriesFile(bytes, name: options.file)
    let isTerminal = clinux_is_terminal(STDOUT_FILENO) != 0
    if !read.series.isEmpty {
      switch options.format ?? (isTerminal ? .text : .csv) {
      case .csv: Output.print(ControlChartTable(read.series).csv)
      case .text: Output.print(drawn(ControlChartSheet(read.series), columns: isTerminal ? SPCCommand.columns : 80))
      }
    }
    if !read.problems.isEmpty { Output.error(read.problems.map(\.shownText).joined(separator: "\n")) }
    if read.hasErrors { throw ExitReason.checkFailed }
  }

  private func drawn(_ sheet: ControlChartSheet, columns: Int) -> String {
    let text = sheet.text(columns: columns)
    return options.ascii ? text.inASCII : text
  }

  /// The width of the terminal, within limits.
  private static var columns: Int {
    var (columns, rows): (Int32, Int32) = (0, 0)
    guard clinux_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0 else { return 80 }
    return min(max(40, Int(columns)), 160)
  }
}

/// The formats of control charts.
enum SPCFormat: String, ExpressibleByArgument, CaseIterable {
  /// Charts drawn with characters.
  case text
  /// A row for each date.
  case csv
}
