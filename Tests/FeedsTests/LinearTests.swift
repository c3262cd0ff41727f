import CArchive
import Foundation
import Metrics
import Testing

@testable import Feeds

/// What many files cost grows with their number, not with its square: steps are counted at n and at 10 n.
@Suite struct LinearTests {
  let folder = TemporaryFolder()

  /// Files that begin alike and yield the same figures but for the last, in a folder of their own.
  private func alike(_ count: Int) -> [FoundFile] {
    let padding = String(repeating: "ae.four-hour,RZ1,2017-01,,,1,2,\n", count: 3)
    for number in 0..<count {
      folder.write(
        performance("RZ1") + padding + "ae.four-hour,RZ1,2018-01,,,\(10_000 + number),20000,\n",
        to: "\(count)/\(number).csv")
    }
    return FeedContents(paths: ["\(folder.path)/\(count)"]).files
  }

  @Test func `files that begin alike are each read once to compare them, and remembered once`() {
    func reads(_ count: Int) -> Int {
      let files = alike(count)
      let contributions = files.map { file in
        (try? file.read(.init(of: .everything)).contribution) ?? Contribution(file: SourceFile(name: ""), layout: "")
      }
      var (memory, noted) = (SameFiles.Memory(), 0)
      #expect(SameFiles.pairs(files, contributions, memory: &memory) { _ in noted += 1 }.isEmpty)
      let first = noted
      // Nothing is read again while nothing changes.
      #expect(SameFiles.pairs(files, contributions, memory: &memory) { _ in noted += 1 }.isEmpty && noted == first)
      return first
    }
    let (few, many) = (reads(20), reads(200))
    #expect(few >= 20 && many <= few * 12)
  }

  @Test func `many copies of one file are each compared with the first`() {
    for number in 0..<100 { folder.write(performance("RZ1"), to: "copies/\(number).csv") }
    let loaded = Feed(paths: [folder.path + "/copies"]) { _ in (.everything, []) }.load()
    #expect(loaded.files.map(\.name) == ["0.csv"])
    #expect(loaded.board.problems.count == 99)
  }

  @Test func `the members of a zip are read through one handle a thread, not one a member`() throws {
    func handles(_ count: Int) throws -> (opened: Int, figures: Int) {
      let zip = try ZipFixture(members: count).write(to: folder.path + "/\(count).zip")
      let files = FeedContents(paths: [zip]).files
      #expect(files.count == count)
      let queue = ExtractQueue(files, context: .init(of: .everything)) { _ in }
      let read = queue.readAll().count {
        if case .read(let contribution, _, _, _) = $0 { !contribution.isEmpty } else { false }
      }
      return (try #require(files.first?.zip).opened, read)
    }
    let (few, many) = (try handles(30), try handles(300))
    #expect(few.figures == 30 && many.figures == 300)
    #expect(many.opened <= 3 && few.opened <= 3)
  }
}

/// A zip of stored members, put together byte by byte.
struct ZipFixture {
  let members: Int

  func write(to path: String) throws -> String {
    var (bytes, list): ([UInt8], [UInt8]) = ([], [])
    func number(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(value >> ($0 * 8) & 0xFF) } }
    for member in 0..<members {
      let content = Array(performance("R\(1000 + member)").utf8)
      let name = Array("\(member).csv".utf8)
      var head = number(20, 2) + number(0, 8)
      head += number(Int(ZipFixture.checksum(content)), 4)
      for length in [content.count, content.count] { head += number(length, 4) }
      head += number(name.count, 2) + number(0, 2)
      list += number(0x0201_4B50, 4) + number(20, 2)
      list += head + number(0, 10)
      list += number(bytes.count, 4) + name
      bytes += number(0x0403_4B50, 4) + head
      bytes += name + content
    }
    var end = number(0x0605_4B50, 4) + number(0, 4)
    for count in [members, members] { end += number(count, 2) }
    end += number(list.count, 4) + number(bytes.count, 4)
    end += number(0, 2)
    try Data(bytes + list + end).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The checksum that zip and gzip use.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xEDB8_8320 }
      }
    }
    return sum ^ UInt32.max
  }
}
