/// The rows of an RTT extract that were counted, so that none is counted twice.
///
/// Most files repeat none: a bit for each function of a pair tells. Only where one does, or where there are more functions
/// than bits, are the rows filed.
struct RTTRows {
  /// A row that was counted.
  struct Row {
    let pair: Int
    let function: Int
    let line: Int
    let sum: Int
  }

  private struct Stored {
    let pair: Int32
    let function: Int32
    let line: Int32
    let sum: Int32
  }

  /// Rows of a later part of the file, in its numbers.
  private struct LaterPart {
    let stored: [Stored]
    /// What its pairs and functions are here.
    let pairs: [Int]
    let functions: [Int]
    /// How many lines stand before it.
    let lines: Int
  }

  private var stored: [Stored] = []
  /// The rows of later parts that are not among the stored ones yet: nobody asks for them while no row comes twice.
  private var later: [LaterPart] = []
  /// A bit for each of the first functions, pair by pair.
  private var seen: [UInt64] = []
  /// The places of the rows that are filed, the first so many.
  private var places = HashTable()
  private var filed = 0

  /// Makes room for so many rows.
  mutating func reserve(_ count: Int) { stored.reserveCapacity(count) }

  /// Makes room for one more pair.
  mutating func addPair() { seen.append(0) }

  /// Notes a row; the one of its pair and function that was counted before, if there is one, and then nothing is noted.
  @inline(__always)
  mutating func add(_ pair: Int, _ function: Int, line: Int, sum: Int) -> Row? {
    let bit = RTTRows.bit(function)
    if bit == 0 || seen[pair] & bit != 0, let before = before(pair, function) { return before }
    seen[pair] |= bit
    stored.append(
      Stored(
        pair: Int32(truncatingIfNeeded: pair), function: Int32(truncatingIfNeeded: function),
        line: Int32(truncatingIfNeeded: line), sum: Int32(clamping: sum)))
    return nil
  }

  /// The row of a pair and function.
  mutating func before(_ pair: Int, _ function: Int) -> Row? {
    let bit = RTTRows.bit(function)
    if bit != 0, seen[pair] & bit == 0 { return nil }
    takeOver()
    while filed < stored.count {
      let key = RTTTally.key(Int(stored[filed].pair), Int(stored[filed].function))
      _ = places.number(of: key, next: filed)
      filed += 1
    }
    return places[RTTTally.key(pair, function)].map { row(stored[$0]) }
  }

  /// Whether a row of a later part of the file is one of these.
  ///
  /// - Parameters:
  ///   - pairs: what the pairs of the later part are here; -1 for those that are not.
  ///   - functions: what its functions are here.
  mutating func repeats(_ part: RTTRows, _ pairs: [Int], _ functions: [Int]) -> Bool {
    var part = part
    part.takeOver()
    for row in part.stored {
      let (pair, function) = (pairs[Int(row.pair)], functions[Int(row.function)])
      if pair >= 0, before(pair, function) != nil { return true }
    }
    return false
  }

  /// Takes over the rows of a later part of the file, none of which is one of these.
  ///
  /// - Parameters:
  ///   - pairs: what the pairs of the later part are here.
  ///   - functions: what its functions are here.
  mutating func join(_ part: RTTRows, _ pairs: [Int], _ functions: [Int], lines: Int) {
    var part = part
    part.takeOver()
    for (place, bits) in part.seen.enumerated() { seen[pairs[place]] |= RTTRows.bits(bits, as: functions) }
    later.append(LaterPart(stored: part.stored, pairs: pairs, functions: functions, lines: lines))
  }

  /// Puts the rows of later parts among the others.
  private mutating func takeOver() {
    for part in later {
      stored.reserveCapacity(stored.count + part.stored.count)
      for row in part.stored {
        stored.append(
          Stored(
            pair: Int32(truncatingIfNeeded: part.pairs[Int(row.pair)]),
            function: Int32(truncatingIfNeeded: part.functions[Int(row.function)]),
            line: row.line &+ Int32(truncatingIfNeeded: part.lines), sum: row.sum))
      }
    }
    later = []
  }

  private func row(_ row: Stored) -> Row {
    Row(pair: Int(row.pair), function: Int(row.function), line: Int(row.line), sum: Int(row.sum))
  }

  /// The bits of functions that have other numbers here.
  private static func bits(_ bits: UInt64, as functions: [Int]) -> UInt64 {
    var (rest, found) = (bits, UInt64(0))
    while rest != 0 {
      found |= bit(functions[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    return found
  }

  /// The bit of a function; 0 where there is none for it.
  private static func bit(_ function: Int) -> UInt64 { function < 64 ? 1 << UInt64(function) : 0 }
}
