import Foundation
import Glibc
import Metrics
import Testing

@testable import Feeds

/// Names of files are bytes.
@Suite struct NameTests {
  let folder = TemporaryFolder()

  /// Writes a file whose name is these bytes.
  private func write(_ text: String, named name: [UInt8]) {
    let path = (Array((folder.path + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
    guard let file = fopen(path, "w") else {
      Issue.record("the file could not be written")
      return
    }
    fputs(text, file)
    fclose(file)
  }

  private func load() -> Loaded { Feed(paths: [folder.path]) { _ in (.everything, []) }.load() }

  @Test func `two files whose names differ only in their Unicode form are two`() {
    write(performance("RZ1"), named: Array("caf\u{E9}.csv".utf8))
    write(performance("RZ2"), named: Array("cafe\u{301}.csv".utf8))
    let loaded = load()
    #expect(Set(loaded.files.map(\.name)).count == 2)
    for code in ["RZ1", "RZ2"] {
      #expect(loaded.board.figure(Series.Key(.fourHour, OrganisationCode(code)), in: Period("2018-02")!) != nil)
    }
    // They look alike, so each has its folder before it, and one of them its code.
    #expect(loaded.files.contains { $0.name.hasSuffix("/caf\u{E9}.csv") })
    #expect(loaded.files.contains { $0.name.contains("\\u{") })
    #expect(loaded.board.problems.isEmpty)
  }

  @Test func `a name that is not UTF-8 is read and shown escaped`() {
    write(performance("RZ1"), named: Array("caf".utf8) + [0xE9] + Array(".csv".utf8))
    let loaded = load()
    #expect(loaded.files.map(\.name) == ["caf\\xE9.csv"])
    #expect(loaded.board.figure(Series.Key(.fourHour, "RZ1"), in: Period("2018-02")!) != nil)
    #expect(loaded.board.problems.isEmpty)
  }

  @Test func `a file whose name is not UTF-8 is followed while the board is open`() {
    let kept = KeptBoard()
    let name = Array("caf".utf8) + [0xE9] + Array(".csv".utf8)
    let path = (Array((kept.folder.path + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
    func write(_ within: Int) {
      guard let file = fopen(path, "w") else {
        Issue.record("the file could not be written")
        return
      }
      fputs(performance("RZ1", within: within), file)
      fclose(file)
    }
    write(90)
    kept.look()
    write(70)
    kept.settle()
    #expect(kept.within("RZ1") == "70")
    unlink(path)
    kept.settle()
    #expect(kept.problems.contains("caf\\xE9.csv: has been missing since 09:00; its last good figures stay"))
    #expect(kept.within("RZ1") == "70")
  }

  @Test(arguments: [
    Array("plain.csv".utf8), Array("caf\u{E9}".utf8), Array("cafe\u{301}".utf8), [0xE9, 0xFF, 0x41], [0xF0, 0x9F],
    Array("\u{10FFE9}x".utf8), Array("\u{212B}".utf8), Array("日本".utf8),
  ])
  func `a name is asked for by the bytes it was found with`(bytes: [UInt8]) {
    let text = PathBytes.text(bytes)
    #expect(PathBytes.bytes(of: text) == bytes)
    #expect(PathBytes.text(typed: text) == text)
    #expect(String(validating: bytes, as: UTF8.self).map { PathBytes.shown(text) == $0 } ?? true)
  }
}
