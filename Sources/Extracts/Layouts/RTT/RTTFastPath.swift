import Metrics

/// Reads the ordinary rows of an RTT extract: without quotes from the part on, no letter that is not ASCII, every field
/// there, every code known. It decodes nothing of a row that is not Part_2 and only counts its commas.
///
/// Consecutive rows have the same provider and commissioner: the fields before the part are read once and then compared.
/// Whatever is not ordinary is left to `RTT.read`, so both always agree.
struct RTTFastPath {
  /// Where the columns are, as far as the path relies on their order.
  private let part, function, firstBand, bandCount, fieldCount: Int
  private let keyColumns: [Int]
  /// The bytes of the fields before the part, with their last comma.
  private var prefix: [UInt8] = []
  /// Where the key columns are in the prefix: provider, commissioner, then those of the period.
  private var keyRanges: [Range<Int>]
  /// Where the rows of the prefix are summed; `nil` while a code is unknown.
  private var pair: RTTTally.Pair?
  /// The functions seen, by up to eight bytes of their code.
  private var functions: [(code: UInt64, number: Int)] = []

  /// The path for a header; `nil` where the columns are in another order than published.
  init?(_ columns: RTTColumns, period: PeriodColumn?, fieldCount: Int) {
    guard let period, columns.functions.count == 1, let first = columns.bands.bands.first, columns.bands.fault == nil
    else { return nil }
    keyColumns = [columns.provider, columns.commissioner] + period.columns
    part = columns.part
    function = columns.functions[0]
    firstBand = first.column
    bandCount = columns.bands.bands.count
    self.fieldCount = fieldCount
    keyRanges = keyColumns.map { _ in 0..<0 }
    let isInOrder = columns.bands.bands.enumerated().allSatisfy { $0.element.column == first.column + $0.offset }
    guard isInOrder, keyColumns.allSatisfy({ $0 < columns.part }), (columns.providerName ?? 0) < columns.part,
      (columns.commissionerName ?? 0) < columns.part, part < function, function < firstBand,
      columns.totalAll == fieldCount - 1, firstBand + bandCount < fieldCount
    else { return nil }
  }

  /// What one row of Part_2 is read with.
  struct Target {
    var tally: RTTTally
    var bands: [UInt32]
  }

  /// Reads rows up to the first that is not ordinary, or not whole; how many.
  mutating func read(
    _ block: UnsafeRawBufferPointer, _ position: inout Int, line: Int, _ target: inout Target, _ period: PeriodColumn,
    _ findings: inout Findings
  ) -> Int {
    var rows = 0
    while position < block.count {
      if !OrdinaryBytes.stand(prefix, in: block, at: position) {
        guard readPrefix(block, position) else { return rows }
      }
      let start = position + prefix.count
      guard start + 8 <= block.count else { return rows }
      let end: Int?
      switch RTTFastPath.part(block.loadUnaligned(fromByteOffset: start, as: UInt64.self)) {
      case .incomplete: end = readRow(block, start + 7, line: line + rows, &target, period, &findings)
      case .other: end = OrdinaryBytes.endOfRow(block, from: start, commas: fieldCount - 1 - part)
      case .unknown: end = nil
      }
      guard let end else { return rows }
      position = end
      rows += 1
    }
    return rows
  }
}

/// The fields before the part.
extension RTTFastPath {
  /// Takes the fields before the part from a row; `false` when they are not ordinary, or not all there.
  private mutating func readPrefix(_ block: UnsafeRawBufferPointer, _ position: Int) -> Bool {
    prefix.removeAll(keepingCapacity: true)
    pair = nil
    var index = position
    for field in 0..<part {
      let start = index
      guard let end = OrdinaryBytes.endOfQuotableField(block, start) else { return false }
      for (place, column) in keyColumns.enumerated() where column == field {
        keyRanges[place] = (start - position)..<(end - position)
      }
      index = end + 1
    }
    prefix.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[position..<index]))
    return true
  }

  /// Looks up the codes of the prefix.
  private mutating func resolve(_ period: PeriodColumn, _ tally: inout RTTTally, _ findings: inout Findings) {
    prefix.withUnsafeBytes { prefix in
      let keys = keyRanges.map { UnsafeRawBufferPointer(rebasing: prefix[$0]) }
      guard let month = period.last(Array(keys[2...])), let provider = findings.namedBody(keys[0]) else { return }
      let isOutside = keys[1].elementsEqual([0x4E, 0x4F, 0x4E, 0x43])
      let commissioner = isOutside ? nil : findings.namedBody(keys[1])
      if isOutside || commissioner != nil { pair = tally.pair(provider, commissioner, findings.number(of: month)) }
    }
  }
}

/// The part and what follows it.
extension RTTFastPath {
  private enum Part {
    case incomplete, other, unknown
  }

  /// Which part these eight bytes begin with; only the spellings that are published.
  private static func part(_ bytes: UInt64) -> Part {
    switch bytes & 0x00FF_FFFF_FFFF_FFFF {
    case 0x2C_325F_7472_6150, 0x2C_325F_5452_4150: return .incomplete  // Part_2, PART_2,
    case 0x2C_335F_7472_6150, 0x2C_335F_5452_4150: return .other  // Part_3, PART_3,
    default: break
    }
    switch bytes {
    case 0x2C41_315F_7472_6150, 0x2C42_315F_7472_6150, 0x2C41_325F_7472_6150: return .other  // Part_1A, 1B, 2A,
    case 0x2C41_315F_5452_4150, 0x2C42_315F_5452_4150, 0x2C41_325F_5452_4150: return .other  // PART_1A, 1B, 2A,
    default: return .unknown
    }
  }

  /// Reads a row of Part_2 from the field after the part; where the next row starts, or `nil` when it is not ordinary.
  private mutating func readRow(
    _ block: UnsafeRawBufferPointer, _ start: Int, line: Int, _ target: inout Target, _ period: PeriodColumn,
    _ findings: inout Findings
  ) -> Int? {
    var index = start
    var code = 0..<0
    for field in (part + 1)..<firstBand {
      guard let end = OrdinaryBytes.endOfField(block, index) else { return nil }
      if field == function { code = index..<end }
      index = end + 1
    }
    guard let function = number(UnsafeRawBufferPointer(rebasing: block[code]), &target.tally) else { return nil }
    guard let sum = OrdinaryCounts.read(block, &index, into: &target.bands) else { return nil }
    for _ in (firstBand + bandCount)..<(fieldCount - 1) {
      guard let end = OrdinaryBytes.endOfField(block, index) else { return nil }
      index = end + 1
    }
    guard let stated = RTTFastPath.readTotal(block, &index), stated == sum || stated < 0 else { return nil }
    // Only now: a row that is left to the strict reader must not leave its bodies behind, in another order than there.
    if pair == nil { resolve(period, &target.tally, &findings) }
    guard let pair else { return nil }
    guard target.tally.rowBefore(pair, function, sum: sum, line: line) == nil else { return nil }
    target.tally.add(target.bands, pair, function, line: line)
    if stated >= 0 { target.tally.compareTotalAll(stated: stated, summed: sum, line: line) }
    return index
  }

  /// The number of a function that has been seen.
  private mutating func number(_ code: UnsafeRawBufferPointer, _ tally: inout RTTTally) -> Int? {
    guard code.count <= 8 else { return nil }
    var packed: UInt64 = 0
    for byte in code { packed = packed << 8 | UInt64(byte) }
    for known in functions where known.code == packed { return known.number }
    guard let number = tally.knownFunction(code) else { return nil }
    functions.append((packed, number))
    return number
  }

  /// Reads the last field, digits or nothing, and the end of the line; -1 for nothing.
  private static func readTotal(_ block: UnsafeRawBufferPointer, _ position: inout Int) -> Int? {
    let start = position
    var value = 0
    while position < block.count {
      let byte = block[position]
      position += 1
      if byte >= 0x30, byte <= 0x39, position - start <= 12 {
        value = value * 10 + Int(byte - 0x30)
      } else if byte == 0x0A {
        return position - start == 1 ? -1 : value
      } else if byte == 0x0D, position < block.count, block[position] == 0x0A {
        position += 1
        return position - start == 2 ? -1 : value
      } else {
        return nil
      }
    }
    return nil
  }
}
