import CRows
import Testing

/// The instructions that this processor can read rows with.
struct Instructions: Sendable, CustomTestStringConvertible {
  let level: crows_level

  static let all = [CROWS_PORTABLE, CROWS_AVX2, CROWS_AVX512].filter { $0.rawValue <= crows_best().rawValue }
    .map(Instructions.init)
  var testDescription: String { ["portable", "AVX2", "AVX-512"][Int(level.rawValue)] }
}

/// Rows read sixty-four bytes at a time, against what reads them byte by byte.
@Suite struct `rows of bytes` {
  private static let shape = crows_shape(fields: 2, key: 1, counts: 105, others: 2, within: 18, over: 52)

  /// What a row of counts comes to; as text, to be compared.
  private func read(_ bytes: [UInt8], from start: Int, _ level: crows_level) -> String {
    var (position, row, shape) = (start, crows_row(), Self.shape)
    // A copy of exactly its bytes, so that the address sanitizer sees who looks beyond them.
    guard crows_read(level, bytes, bytes.count, &position, &shape, &row) != 0 else { return "none" }
    var counts = [UInt32](repeating: 0, count: 105)
    crows_add(level, &row, 105, &counts)
    return "\(position) \(row.key_start)-\(row.key_end) \(row.within) \(row.over) \(row.sum) \(row.stated) \(counts)"
  }

  /// A row of counts of up to so many digits, after eight bytes of another row; now and then one thing of it is unusual.
  private func row(_ random: inout GeneratedFile, digits: Int) -> (bytes: [UInt8], counts: [Int]) {
    var counts: [Int] = []
    var text = "0,0,0,0,Pathways,C_100,"
    for _ in 0..<105 {
      let isEmpty = random.chance(2)
      let digits = 1 + random.number(random.chance(4) ? digits : 1)
      let count = isEmpty ? 0 : random.number((0..<digits).reduce(1) { limit, _ in limit * 10 })
      counts.append(count)
      text += isEmpty ? "," : "\(count),"
    }
    return (Array("\(text)7,,\(counts.reduce(0, +))".utf8), counts)
  }

  @Test(arguments: Instructions.all) func `are the counts that were written`(instructions: Instructions) {
    var random = GeneratedFile(seed: 7)
    for seed in 1...2000 {
      let (bytes, counts) = row(&random, digits: 1 + seed % 7)
      let end = random.one(of: ["\n", "\r\n", "\nR,next", "\r\n,,,"])
      let sums = [counts[..<18], counts[52...], counts[...]].map { $0.reduce(0, +) }
      let place = bytes.count + (end.utf8.first == 0x0D ? 2 : 1)
      let stated = sums[2]
      let expected =
        stated > 99_999_999
        ? "none" : "\(place) 17-22 \(sums[0]) \(sums[1]) \(sums[2]) \(stated) \(counts.map(UInt32.init))"
      #expect(read(bytes + Array(end.utf8), from: 8, instructions.level) == expected, "\(seed)")
    }
  }

  @Test(arguments: Instructions.all)
  func `are the same with all instructions, wherever the block ends and whatever stands in them`(
    instructions: Instructions
  ) {
    var random = GeneratedFile(seed: 11)
    for seed in 1...3000 {
      var bytes = row(&random, digits: 8).bytes + Array(random.one(of: ["\n", "\r\n", "\r", "", "\nR,x,y"]).utf8)
      for _ in 0..<random.number(3) {
        bytes[8 + random.number(bytes.count - 8)] = random.one(of: [
          0x2C, 0x0A, 0x22, 0x30, 0x2E, 0x80, 0x00, 0x3A, 0x2F,
        ])
      }
      if random.chance(2) { bytes.removeLast(random.number(bytes.count - 8)) }
      #expect(
        read(bytes, from: 8, instructions.level) == read(bytes, from: 8, CROWS_PORTABLE), "\(seed): \(bytes)")
    }
  }

  @Test(arguments: Instructions.all)
  func `are passed over, and their fields found, as byte by byte`(instructions: Instructions) {
    var random = GeneratedFile(seed: 13)
    for seed in 1...5000 {
      let prefix = (0..<(1 + random.number(100))).map { _ in random.one(of: Array("AB \",".utf8)) }
      var bytes: [UInt8] = []
      for _ in 0..<random.number(6) {
        bytes += prefix + Array(random.one(of: ["Part_1A,", "Part_1A,", "Part_1B,", "Part_3,x"]).utf8)
        bytes += (0..<random.number(150)).map { _ in random.one(of: Array(",,,,,,,,,,0123456789".utf8)) }
        if random.chance(30) { bytes.append(random.one(of: [0x22, 0x80, 0x0D, 0x00, 0x7F])) }
        bytes += Array(random.one(of: ["\n", "\n", "\r\n", ""]).utf8)
      }
      let commas = bytes.split(separator: 0x0A).first.map { $0.dropFirst(prefix.count).count { $0 == 0x2C } } ?? 3
      let word = Array("Part_1A,".utf8)
      #expect(
        passed(bytes, prefix, word, commas, instructions.level) == Rows(bytes).passed(prefix, word, commas), "\(seed)")
      let fields = 1 + random.number(6)
      #expect(ends(bytes, fields, instructions.level) == Rows(bytes).ends(fields), "\(seed)")
    }
  }

  private func passed(
    _ bytes: [UInt8], _ prefix: [UInt8], _ word: [UInt8], _ commas: Int, _ level: crows_level
  ) -> [Int] {
    var (position, stop) = (0, CROWS_UNUSUAL)
    let rows = prefix.withUnsafeBufferPointer {
      var alike = crows_alike(
        prefix: $0.baseAddress, prefix_length: prefix.count,
        word: word.reversed().reduce(0) { $0 << 8 | UInt64($1) }, word_mask: .max, commas: commas)
      return crows_pass(level, bytes, bytes.count, &position, &alike, &stop)
    }
    return [rows, position, Int(stop.rawValue)]
  }

  private func ends(_ bytes: [UInt8], _ fields: Int, _ level: crows_level) -> [Int]? {
    var ends = [Int](repeating: 0, count: fields)
    return crows_fields(level, bytes, bytes.count, 0, fields, &ends) == 0 ? nil : ends
  }
}

/// The same, byte by byte.
private struct Rows {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many rows are passed, where the next one starts, and why no further.
  func passed(_ prefix: [UInt8], _ word: [UInt8], _ commas: Int) -> [Int] {
    var (rows, start) = (0, 0)
    while bytes.count - start >= prefix.count + 8 {
      if !bytes[start...].starts(with: prefix) { return [rows, start, Int(CROWS_PREFIX.rawValue)] }
      let rest = bytes[(start + prefix.count)...]
      if !rest.starts(with: word) { return [rows, start, Int(CROWS_WORD.rawValue)] }
      guard let end = rest.firstIndex(where: { $0 < 0x20 || $0 >= 0x80 || $0 == 0x22 }),
        rest[..<end].count(where: { $0 == 0x2C }) == commas
      else { break }
      let line = bytes[end...]
      guard line.starts(with: [0x0A]) || line.starts(with: [0x0D, 0x0A]) else { break }
      start = end + (bytes[end] == 0x0A ? 1 : 2)
      rows += 1
    }
    return [rows, start, Int(CROWS_UNUSUAL.rawValue)]
  }

  /// Where the first fields end; `nil` where that many do not end, or something else stands in them.
  func ends(_ fields: Int) -> [Int]? {
    var ends: [Int] = []
    var index = 0
    while ends.count < fields {
      let isQuoted = index < bytes.count && bytes[index] == 0x22
      if isQuoted { index += 1 }
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x20 || byte >= 0x80 { return nil }
        if byte == 0x22 {
          guard isQuoted, index + 1 < bytes.count else { return nil }
          if bytes[index + 1] == 0x2C {
            index += 1
            break
          }
          guard bytes[index + 1] == 0x22 else { return nil }
          index += 1
        } else if byte == 0x2C, !isQuoted {
          break
        }
        index += 1
      }
      guard index < bytes.count else { return nil }
      ends.append(index)
      index += 1
    }
    return ends
  }
}
