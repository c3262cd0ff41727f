/// The rows of an RTT extract that have been counted, so that none is counted twice.
///
/// Most files repeat no row, so one bit for each function of a pair is enough. The rows are stored in a table only
/// where one is repeated, or where there are more functions than bits.
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
    /// The number here of each of its pairs and functions.
    let pairs: [Int]
    let functions: [Int]
    /// The number of lines before it.
    let lines: Int
  }

  private var stored: [Stored] = []
  /// The rows of later parts that have not been added to the stored ones: they are needed only when a row comes twice.
  private var later: [LaterPart] = []
  /// A bit for each of the first functions, by pair.
  private var seen: [UInt64] = []
  /// The places of the rows that are in the table, which are the first ones.
  private var places = HashTable()
  private var filed = 0

  /// Makes room for a number of rows.
  mutating func reserve(_ count: Int) { stored.reserveCapacity(count) }

  /// Makes room for one more pair.
  mutating func addPair() { seen.append(0) }

  /// Records a row. Returns the row of the same pair and function that was counted before, where there is one; then
  /// nothing is recorded.
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

  /// Whether a row of a later part of the file repeats one of these.
  ///
  /// - Parameters:
  ///   - pairs: the numbers here of the later part's pairs; -1 for pairs that are not here.
  ///   - functions: the numbers here of its functions.
  mutating func repeats(_ part: RTTRows, _ pairs: [Int], _ functions: [Int]) -> Bool {
    var part = part
    part.takeOver()
    for row in part.stored {
      let (pair, function) = (pairs[Int(row.pair)], functions[Int(row.function)])
      if pair >= 0, before(pair, function) != nil { return true }
    }
    return false
  }

  /// Adds the rows of a later part of the file, none of which repeats one of these.
  ///
  /// - Parameters:
  ///   - pairs: the numbers here of the later part's pairs.
  ///   - functions: the numbers here of its functions.
  mutating func join(_ part: RTTRows, _ pairs: [Int], _ functions: [Int], lines: Int) {
    var part = part
    part.takeOver()
    for (place, bits) in part.seen.enumerated() { seen[pairs[place]] |= RTTRows.bits(bits, as: functions) }
    later.append(LaterPart(stored: part.stored, pairs: pairs, functions: functions, lines: lines))
  }

  /// Adds the rows of later parts to the table.
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

  /// The bit of a function; 0 for a function without one.
  private static func bit(_ function: Int) -> UInt64 { function < 64 ? 1 << UInt64(function) : 0 }
}
