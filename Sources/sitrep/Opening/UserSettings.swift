import Metrics
import Screen
import Settings

/// The settings in the environment and in `config.toml`; an option on the command line takes precedence over both.
struct UserSettings {
  /// The name of the file.
  static let fileName = "config.toml"

  /// The variables `SITREP_…`.
  let environment: BoardSettings
  /// The file.
  let file: BoardSettings
  /// The problems in the file.
  let problems: [Problem]

  /// Reads both; an invalid variable ends the program, as an invalid option does.
  init() throws(ExitReason) {
    do throws(BoardSettings.WrongVariable) {
      environment = try BoardSettings(environment: Places.environment)
    } catch {
      throw .wrongUsage(error.message)
    }
    guard let path = UserFolders.configuration.map({ $0 + "/" + UserSettings.fileName }),
      let bytes = SmallFile.bytes(path)
    else {
      (file, problems) = (BoardSettings(), [])
      return
    }
    (file, problems) = BoardSettings.read(bytes, fileName: path)
  }

  /// The settings from either, with the environment taking precedence.
  var settled: BoardSettings { environment.completed(by: file) }
}
