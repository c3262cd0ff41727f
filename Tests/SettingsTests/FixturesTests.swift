import Foundation
import Metrics
import Settings
import Testing

@Suite struct `The system files of the fixtures` {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures")

  private func read(_ path: String) throws -> (system: HealthSystem, problems: [Problem]) {
    let url = Self.folder.appending(path: path).appending(path: "system.toml")
    return SystemSettings.read([UInt8](try Data(contentsOf: url)), fileName: "system.toml")
  }

  static let right: [(path: String, code: OrganisationCode, organisations: Int)] = [
    ("demo", "QZ9", 11), ("published/blmk-2016", "QHG", 9), ("published/buckinghamshire-2016", "QU9-BUCKS", 19),
    ("published/buckinghamshire-2018", "QU9-BUCKS", 12), ("published/herefordshire-worcestershire-2016", "QGH", 12),
    ("published/somerset-2016", "QSL", 6),
  ]

  @Test(.enabled(if: FileManager.default.fileExists(atPath: folder.path), "needs Fixtures"), arguments: right)
  func `are read without a problem`(_ one: (path: String, code: OrganisationCode, organisations: Int)) throws {
    let read = try read(one.path)
    #expect(read.problems.map(\.text) == [])
    #expect(read.system.code == one.code)
    #expect(read.system.organisations.count == one.organisations)
  }

  static let wrong: [(path: String, lines: [Int])] = [
    ("system-duplicate-code", [12]), ("system-missing-parent", [9]), ("system-parent-loop", [15]),
    ("system-syntax-error", [2]), ("system-unknown-key", [10]), ("system-unknown-metric", [12, 13]),
    ("system-wrong-type", [8, 10]),
  ]

  @Test(.enabled(if: FileManager.default.fileExists(atPath: folder.path), "needs Fixtures"), arguments: wrong)
  func `that are wrong say on which line`(_ one: (path: String, lines: [Int])) throws {
    #expect(try read("wrong/\(one.path)").problems.map(\.line) == one.lines)
  }
}
