import Metrics
import Screen
import Settings

/// What the environment and `config.toml` settle; an option on the command line goes before both.
struct UserSettings {
  /// The name of the file.
  static let fileName = "config.toml"

  /// The variables `SITREP_…`.
  let environment: BoardSettings
  /// The file.
  let file: BoardSettings
  /// What is wrong in the file.
  let problems: [Problem]

  /// Reads both; a variable that is wrong ends the program, as a wrong option does.
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

  /// What is settled by either, the environment first.
  var settled: BoardSettings { environment.completed(by: file) }
}
