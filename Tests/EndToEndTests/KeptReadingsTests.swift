import Foundation
import Testing

/// The program with what it keeps of the files it has read.
@Suite struct KeptReadingsTests {
  let folder = TemporaryFolder()
  let home = TemporaryFolder()

  private func writeLongFile() {
    let document = String(repeating: "Board paper of the month, ", count: 400)
    var text = "metric,organisation,period,breakdown,item,numerator,denominator,value,source\n"
    for number in 0..<40 { text += "ae.four-hour,R\(number),2018-01,,,9\(number % 10),100,,\"\(document)\"\n" }
    let path = folder.write(text, to: "a.csv")
    try? FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: path)
  }

  private var kept: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(home.path)/.cache/sitrep/readings")) ?? [])
      .filter { $0.hasSuffix(".reading") }
  }

  /// `print`, in a shell that may write no file longer than so many blocks.
  private func print(_ options: String = "", blocks: Int? = nil) throws -> Program.Outcome {
    let limit = blocks.map { "trap '' XFSZ; ulimit -f \($0); " } ?? ""
    return try Program.run(
      [
        "-c", "(\(limit)exec '\(Program.path)' print '\(folder.path)' --format json --now 2018-03-01 \(options)) | cat",
      ],
      environment: ["HOME": home.path], program: "/bin/bash")
  }

  /// A file counts as settled some seconds after it was last touched, which is when it was written here.
  private func waitUntilKept() throws -> Program.Outcome {
    var outcome = try print()
    for _ in 0..<300 where kept.isEmpty {
      usleep(100_000)
      outcome = try print()
    }
    return outcome
  }

  @Test func `figures are the same with what is kept and without, and a full disk keeps nothing`() throws {
    writeLongFile()
    let wanted = try print("--no-cache")
    #expect(kept.isEmpty)
    #expect(wanted.status == 0 && wanted.output.contains("\"ae.four-hour\""))
    let first = try waitUntilKept()
    #expect(kept.count == 1)
    #expect(first.output == wanted.output)
    #expect(try print().output == wanted.output)
    try FileManager.default.removeItem(atPath: "\(home.path)/.cache")
    let full = try print(blocks: 4)
    #expect(full.output == wanted.output && full.error.isEmpty)
    #expect(kept.isEmpty)
  }
}
