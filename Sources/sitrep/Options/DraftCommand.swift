import ArgumentParser
import CLinux
import Extracts
import Feeds
import Glibc
import Metrics
import Settings

/// `sitrep draft`: a `[[layout]]` for a file that no layout fits.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep draft", abstract: "Draft a system.toml that reads your own file.",
    discussion: """
      Examines a CSV or a workbook, guesses its organisations, its periods and the meaning of each column, and prints a \
      [[layout]] with the [[metric]] and [[organisation]] tables it needs. Lines with ? are guesses. If the folder of the \
      file has a system.toml, add the output to it.
      """)

  @OptionGroup var options: Options

  /// What to look at.
  struct Options: ParsableArguments {
    @Argument(help: "A CSV or a workbook.", completion: .file()) var file: String
    @Option(help: ArgumentHelp("One sheet of a workbook.", valueName: "name")) var sheet: String?
  }

  mutating func run() throws {
    let read = PlainTables(options.file)
    if let problem = read.problem { throw ExitReason.nothingLoaded([problem], advice: "") }
    let name = options.file.split(separator: "/").last.map(String.init) ?? options.file
    let wanted = options.sheet?.lowercased()
    var draft = LayoutDraft(beside: systemBeside)
    var count = 0
    for (sheet, bytes) in read.tables where wanted == nil || sheet?.lowercased() == wanted {
      guard let table = DraftTable(file: name, sheet: sheet, layout: layout(of: bytes, name, sheet), bytes: bytes)
      else {
        continue
      }
      draft.add(table)
      count += 1
    }
    guard count > 0 else {
      let sheets = read.tables.compactMap(\.sheet).map { "\"\($0)\"" }.joined(separator: ", ")
      let problem = Problem(
        .error, file: name, wanted == nil ? "no table is found" : "the workbook has no table in a sheet of that name",
        expected: "a row of column names and rows of figures",
        fix: sheets.isEmpty ? "look whether it is the right file" : "write one of its sheets: \(sheets)")
      throw ExitReason.nothingLoaded([problem], advice: "")
    }
    Output.print(draft.toml)
  }

  /// The system that the folder of the file describes; `nil` where it has no `system.toml`.
  private var systemBeside: HealthSystem? {
    let folder = options.file.lastIndex(of: "/").map { String(options.file[...$0]) } ?? ""
    let (bytes, problem) = PlainFile.contents(folder + "system.toml")
    guard problem == nil, !bytes.isEmpty else { return nil }
    return SystemSettings.read(bytes, fileName: "system.toml").system
  }

  /// The layout of sitrep's that already reads a table; empty where none does.
  private func layout(of bytes: [UInt8], _ name: String, _ sheet: String?) -> String {
    var reader = ExtractReader(
      file: SourceFile(
        name: sheet.map { "\(name):\($0)" } ?? name, sheet: sheet.map { SourceSheet(name: $0, hiding: "") }))
    bytes.withUnsafeBytes { reader.read($0) }
    return reader.finish().contribution.layout
  }
}
