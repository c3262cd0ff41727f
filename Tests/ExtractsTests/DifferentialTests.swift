import Foundation
import Metrics
import Testing

@testable import Extracts

/// The fast way of reading and the strict one agree, and the strict one agrees with Python's `csv`, on generated files;
/// `GENERATED=100000 swift test` makes so many.
@Suite struct `two readers` {
  private static let count = Int(ProcessInfo.processInfo.environment["GENERATED"] ?? "") ?? 150

  /// Files of 52 weeks, and longer ones whose rows are wide; one file after the other with other instructions.
  @Test(arguments: [52, 104]) func `of RTT extracts agree on every dialect`(weeks: Int) {
    var context = ReadingContext(metrics: Metric.builtIn)
    var ordinary = 0
    // The last ones once left their organisations in another order, and took a quoted code for one with quotes in its name.
    for seed in Array(1...Self.count) + [99779, 58655] {
      context.instructions = Instructions.all[seed % Instructions.all.count].level
      var file = GeneratedFile(seed: UInt64(seed))
      let bytes = file.rtt(weeks: weeks)
      let block = file.one(of: [17, 100, 1000, 1 << 16])
      var fast = ExtractReader(file: SourceFile(name: "f.csv"), context: context)
      var strict = ExtractReader(file: SourceFile(name: "f.csv"), context: context, isStrict: true)
      for start in stride(from: 0, to: bytes.count, by: block) {
        bytes[start..<min(start + block, bytes.count)].withUnsafeBytes {
          fast.read($0)
          strict.read($0)
        }
      }
      let (left, right) = (fast.finish(), strict.finish())
      #expect(left.contribution.dump == right.contribution.dump, "seed \(seed)")
      #expect(left.isComplete == right.isComplete, "seed \(seed)")
      if left.contribution.errors.isEmpty { ordinary += 1 }
    }
    #expect(ordinary > Self.count / 10)
  }

  @Test func `of RTT extracts with stray quotes agree`() {
    var taken = 0
    for seed in 1...Self.count * 2 {
      var file = GeneratedFile(seed: UInt64(seed))
      let bytes = file.quoted(file.rtt(repeats: 2, damages: file.chance(3)))
      var fast = ExtractReader(file: SourceFile(name: "f.csv"))
      var strict = ExtractReader(file: SourceFile(name: "f.csv"), isStrict: true)
      let block = file.one(of: [100, 1000, 1 << 16])
      for start in stride(from: 0, to: bytes.count, by: block) {
        bytes[start..<min(start + block, bytes.count)].withUnsafeBytes { fast.read($0) }
      }
      bytes.withUnsafeBytes { strict.read($0) }
      let (left, right) = (fast.finish(), strict.finish())
      #expect(left.contribution.dump == right.contribution.dump, "seed \(seed)")
      #expect(left.isComplete == right.isComplete, "seed \(seed)")
      if left.contribution.errors.contains(where: { $0.contains("swallows the next") }) { taken += 1 }
    }
    #expect(taken > Self.count / 10)
  }

  @Test func `of two parts of an RTT extract, joined, agree with one that reads it in one go`() {
    var (joined, refused) = (0, 0)
    for seed in 1...Self.count {
      var file = GeneratedFile(seed: UInt64(seed))
      var bytes = file.rtt(weeks: file.chance(2) ? 104 : 52, repeats: 3, damages: file.chance(2))
      if seed % 5 == 0 { bytes = file.quoted(bytes) }
      guard let middle = bytes.indices.dropFirst(3000 + file.number(4000)).first(where: { bytes[$0] == 0x0A }) else {
        continue
      }
      // Both look for the header in as many bytes, and for what no text holds.
      var strict = ExtractReader(file: SourceFile(name: "f.csv"), isStrict: true, headLimit: 2500)
      for start in stride(from: 0, to: bytes.count, by: 500) {
        bytes[start..<min(start + 500, bytes.count)].withUnsafeBytes { strict.read($0) }
      }
      var first = ExtractReader(file: SourceFile(name: "f.csv"), isStrict: false, headLimit: 2500)
      bytes[..<2500].withUnsafeBytes { first.read($0) }
      bytes[2500...middle].withUnsafeBytes { first.read($0) }
      guard let part = first.laterPart else { continue }
      var rest = ExtractReader(part)
      bytes[(middle + 1)...].withUnsafeBytes { rest.read($0) }
      let isJoined = first.isBetweenRecords && first.join(rest)
      if isJoined { joined += 1 } else { refused += 1 }
      if !isJoined { bytes[(middle + 1)...].withUnsafeBytes { first.read($0) } }
      let (left, right) = (first.finish(), strict.finish())
      #expect(left.contribution.dump == right.contribution.dump, "seed \(seed)")
      #expect(left.isComplete == right.isComplete, "seed \(seed)")
    }
    #expect(joined > 0 && refused > 0)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "no python3"))
  func `of records agree with Python's csv`() throws {
    let files = (1...Self.count * 10).map { seed in
      var file = GeneratedFile(seed: UInt64(seed))
      return file.csv()
    }
    let rows = try pythonRows(files)
    for (bytes, expected) in zip(files, rows) {
      #expect(splitRows(bytes, expecting: expected) == expected, "\(bytes)")
    }
  }

  /// The records of some bytes as hexadecimal text; what ends inside quotes as Python gives it.
  private func splitRows(_ bytes: [UInt8], expecting: [String]) -> [String] {
    var splitter = RecordSplitter(separator: UInt8(ascii: ","))
    var record = Record()
    var rows: [String] = []
    for byte in bytes {
      withUnsafeBytes(of: byte) { block in
        var position = 0
        while splitter.next(in: block, from: &position, into: &record) {
          rows.append(hexadecimal(record))
          record.clear()
        }
      }
    }
    if splitter.finish(into: &record) { rows.append(hexadecimal(record)) }
    if splitter.isInsideQuotes, let last = expecting.last { rows.append(last) }
    return rows
  }

  private func hexadecimal(_ record: Record) -> String {
    (0..<record.count).map { field in
      record.content[record.range(field)].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }.joined(separator: ",")
  }

  /// What Python's `csv` makes of the files, empty lines left out.
  private func pythonRows(_ files: [[UInt8]]) throws -> [[String]] {
    let script = """
      import csv, io, sys
      for line in sys.stdin:
          text = bytes.fromhex(line.strip()).decode('latin-1')
          rows = [r for r in csv.reader(io.StringIO(text, newline='')) if r]
          print(';'.join(','.join(f.encode('latin-1').hex() for f in r) for r in rows) if rows else '!')
      """
    let input = files.map { $0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n" }.joined()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("extracts-\(UUID().uuidString)")
    try Data(input.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", script]
    process.standardInput = try FileHandle(forReadingFrom: path)
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      line == "!" ? [] : line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
