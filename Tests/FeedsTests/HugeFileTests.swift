import Extracts
import Foundation
import Metrics
import Testing

@testable import Feeds

/// Files that claim billions of rows and hold next to none: eight gigabytes of nothing that take no room on the disk.
@Suite struct HugeFileTests {
  let folder = TemporaryFolder()

  private static let beginnings: [(text: String, problem: String)] = [
    ("", "the file is not text"),
    (performance("RZ1"), "a record that starts here does not end within 1 MB; nothing after it was read"),
  ]

  @Test(arguments: beginnings, [false, true])
  func `a file that claims a billion rows is not read beyond what it turns out to be`(
    beginning: (text: String, problem: String), onTwoThreads: Bool
  ) throws {
    // Empty lines as far as the header is looked for: what comes then is met among the rows.
    let text = beginning.text.isEmpty ? "" : beginning.text + String(repeating: "\n", count: ByteStream.blockSize)
    let path = folder.write(text, to: "a.csv")
    #expect(truncate(path, 8 << 30) == 0)
    let file = FoundFile(path: path, name: "a.csv", identity: try FileIdentity(path: path), packing: .none)
    var blocks = 0
    let reading = try file.read(ReadingContext(of: .everything), onTwoThreads: onTwoThreads) { blocks += 1 }
    #expect(blocks < 10)
    #expect(reading.contribution.problems.map(\.message) == [beginning.problem])
    #expect(reading.contribution.observations.count == (beginning.text.isEmpty ? 0 : 1))
    #expect(!reading.isComplete)
  }
}
