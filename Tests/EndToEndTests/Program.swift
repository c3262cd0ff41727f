import Foundation

/// The real binary, as the build of the tests left it beside them, run with arguments.
struct Program {
  /// What it wrote, and how it ended.
  struct Outcome {
    /// The exit status; 128 + n where signal n ended it.
    let status: Int32
    /// Standard output and standard error.
    let output: String, error: String
  }

  /// The binary.
  static let path = Bundle.main.executableURL!.deletingLastPathComponent().appendingPathComponent("sitrep").path

  /// The project's folder.
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A file or folder of the fixtures.
  static func fixture(_ name: String) -> String { "\(project)/Fixtures/\(name)" }

  /// Runs it to its end, away from any terminal.
  ///
  /// - Parameters:
  ///   - folder: the current folder; the fixtures' unless said otherwise.
  ///   - environment: variables beside the usual ones.
  ///   - program: the binary, where it is not the one of the build.
  static func run(
    _ arguments: [String], in folder: String = fixture(""), environment: [String: String] = [:],
    program: String = path
  ) throws -> Outcome {
    let scratch = TemporaryFolder()
    let status = try Spawned.run(
      program, arguments, in: folder,
      environment: ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 },
      output: "\(scratch.path)/output", error: "\(scratch.path)/error")
    return Outcome(status: status, output: scratch.read("output"), error: scratch.read("error"))
  }
}

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let path = NSTemporaryDirectory() + "sitrep-\(UUID().uuidString)"

  init() { try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file; its path.
  @discardableResult
  func write(_ text: String, to name: String) -> String {
    _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(text.utf8))
    return "\(path)/\(name)"
  }

  func read(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data(), as: UTF8.self)
  }
}
