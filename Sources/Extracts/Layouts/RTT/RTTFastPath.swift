import CRows
import Metrics

/// Reads the ordinary rows of an RTT extract: no quotes from the part on, ASCII only, every field present. For a row
/// that is not Part_2, it decodes nothing and only counts commas.
///
/// Consecutive rows have the same provider and commissioner, so the fields before the part are read once and then
/// compared. Any other row is left to `RTT.read`, so that the two always agree.
struct RTTFastPath {
  private let columns: RTTColumns
  private let shape: crows_shape
  private let keyColumns: [Int]
  /// The number of commas from the part to the end of the row.
  private let commas: Int
  private let instructions: crows_level
  /// The bytes of the fields before the part, including their last comma.
  private var prefix: [UInt8] = []
  /// The ends of the fields before the part.
  private var ends: [Int]
  /// The places of the key columns in the prefix: provider, commissioner, then those of the period.
  private var keys: [Range<Int>]
  /// The provider that was found last.
  private var provider: (code: UInt64?, number: Int) = (nil, 0)
  /// The sums that rows with the prefix belong to; `nil` while they are not known.
  private var pair: RTTTally.Pair?
  /// The part of the rows that were skipped last.
  private var other: (word: UInt64, mask: UInt64) = (0, .max)
  /// The functions met so far, by up to eight bytes of their code, and the place of the last one.
  private var functions: [(code: UInt64, number: Int)] = []
  private var lastFunction = 0
  /// Published files have 26 functions.
  private static let functionLimit = 64
  /// The rows that have not been added to the sums yet.
  private var entries: [RTTTally.Entry] = []
  private static let entryLimit = 128

  /// The path for a header; `nil` where the columns are in another order than published.
  init?(_ columns: RTTColumns, period: PeriodColumn, fieldCount: Int, _ instructions: crows_level) {
    let bands = columns.bands
    guard columns.functions.count == 1, let first = bands.bands.first, bands.fault == nil else { return nil }
    let (part, function, after) = (columns.part, columns.functions[0], first.column + bands.bands.count)
    keyColumns = [columns.provider, columns.commissioner] + period.columns
    let isInOrder = bands.bands.enumerated().allSatisfy { $0.element.column == first.column + $0.offset }
    let names = [columns.providerName, columns.commissionerName].compactMap { $0 }
    guard isInOrder, (keyColumns + names).allSatisfy({ $0 < part }), part < function, function < first.column,
      columns.totalAll == fieldCount - 1, after < fieldCount, bands.bands.count <= CROWS_MOST_COUNTS
    else { return nil }
    self.columns = columns
    self.instructions = instructions
    shape = crows_shape(
      fields: first.column - part - 1, key: function - part - 1, counts: bands.bands.count,
      others: fieldCount - 1 - after, within: bands.within18, over: bands.over52)
    commas = fieldCount - 1 - part
    ends = [Int](repeating: 0, count: part)
    keys = keyColumns.map { _ in 0..<0 }
  }

  /// Reads rows up to the first that is not ordinary or not complete; returns how many.
  mutating func read(
    _ block: UnsafeRawBufferPointer, _ position: inout Int, line: Int, _ tally: inout RTTTally,
    _ period: PeriodColumn, _ builder: inout ContributionBuilder
  ) -> Int {
    guard let bytes = block.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
    defer { settle(&tally) }
    var rows = 0
    var row = crows_row()
    while true {
      var stop = CROWS_UNUSUAL
      rows += pass(bytes, block.count, &position, &stop)
      if stop == CROWS_PREFIX {
        guard readPrefix(bytes, block.count, position) else { return rows }
        continue
      }
      guard stop == CROWS_WORD else { return rows }
      let part = position + prefix.count
      switch RTTPart(block.loadUnaligned(fromByteOffset: part, as: UInt64.self)) {
      case .incomplete:
        var end = part + RTTPart.incompleteLength
        guard withUnsafePointer(to: shape, { crows_read(instructions, bytes, block.count, &end, $0, &row) }) != 0,
          row.stated == row.sum || row.stated < 0
        else { return rows }
        let fields = UnsafeRawBufferPointer(rebasing: block[position..<(Int(row.key_end) + 1)])
        guard add(&row, fields, line: line + rows, &tally, period, &builder) else { return rows }
        position = end
        rows += 1
      case .other(let word, let mask): other = (word, mask)
      case .unknown: return rows
      }
    }
  }

  /// Adds the rows read so far to the sums.
  private mutating func settle(_ tally: inout RTTTally) {
    tally.add(entries)
    entries.removeAll(keepingCapacity: true)
  }

  /// Skips rows with the same prefix and the same other part; returns how many.
  @inline(__always)
  private func pass(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ position: inout Int, _ stop: inout crows_stop
  ) -> Int {
    prefix.withUnsafeBufferPointer {
      var alike = crows_alike(
        prefix: $0.baseAddress, prefix_length: $0.count, word: other.word, word_mask: other.mask, commas: commas)
      return crows_pass(instructions, bytes, count, &position, &alike, &stop)
    }
  }
}

/// The fields before the part.
extension RTTFastPath {
  /// Reads the fields before the part from a row; `false` when they are not ordinary, or not all there.
  private mutating func readPrefix(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ position: Int) -> Bool {
    prefix.removeAll(keepingCapacity: true)
    pair = nil
    guard crows_fields(instructions, bytes, count, position, ends.count, &ends) != 0 else { return false }
    for (place, column) in keyColumns.enumerated() {
      keys[place] = (column == 0 ? 0 : ends[column - 1] + 1 - position)..<(ends[column] - position)
    }
    let end = ends[ends.count - 1] + 1
    prefix.append(contentsOf: UnsafeBufferPointer(start: bytes + position, count: end - position))
    return true
  }

  /// The sums that rows with the prefix belong to; `nil` when one of its codes is new.
  private mutating func knownPair(
    _ month: Period, _ tally: inout RTTTally, _ builder: inout ContributionBuilder
  ) -> RTTTally.Pair? {
    let (keys, before) = (keys, provider)
    let found = prefix.withUnsafeBytes { prefix -> (provider: (code: UInt64?, number: Int), commissioner: Int?)? in
      let code = RTTFastPath.packed(prefix, keys[0])
      let known =
        code != nil && code == before.code
        ? before.number : builder.namedOrganisation(UnsafeRawBufferPointer(rebasing: prefix[keys[0]]))
      guard let known else { return nil }
      if RTTFastPath.packed(prefix, keys[1]) == RTTFastPath.outside { return ((code, known), nil) }
      return builder.namedOrganisation(UnsafeRawBufferPointer(rebasing: prefix[keys[1]])).map { ((code, known), $0) }
    }
    guard let found else { return nil }
    provider = found.provider
    return tally.pair(found.provider.number, found.commissioner, builder.number(of: month))
  }

  /// `NONC`: patients outside the English standard.
  private static let outside: UInt64 = 0x434E_4F4E

  /// The month of the prefix; `nil` when it is not that of the row before, or when a code is quoted.
  private func month(_ period: PeriodColumn) -> Period? {
    prefix.withUnsafeBytes { prefix in
      // The bytes of a quoted code are those of a different code, whose name contains the quotes.
      if keys.contains(where: { prefix[$0].first == 0x22 }) { return nil }
      return period.last(
        UnsafeRawBufferPointer(rebasing: prefix[keys[2]]),
        keys.count > 3 ? UnsafeRawBufferPointer(rebasing: prefix[keys[3]]) : nil)
    }
  }
}

/// The row itself.
extension RTTFastPath {
  /// Counts a row that is ordinary. Returns `false` and counts nothing when the row needs the strict reader after all.
  ///
  /// - Parameter fields: the fields up to the function, with the comma after it.
  @inline(__always)
  private mutating func add(
    _ row: inout crows_row, _ fields: UnsafeRawBufferPointer, line: Int, _ tally: inout RTTTally,
    _ period: PeriodColumn, _ builder: inout ContributionBuilder
  ) -> Bool {
    let code = RTTFastPath.packed(fields, (fields.count - 1 - (row.key_end - row.key_start))..<(fields.count - 1))
    var function = knownFunction(code)
    // Only here: a row that is left to the strict reader must not add its organisations, in another order, before that
    // reader does.
    if pair == nil || function == nil { find(fields, line: line, code, &function, &tally, period, &builder) }
    guard let pair, let function else { return false }
    let sum = Int(row.sum)
    guard tally.rows.add(pair.place, function, line: line, sum: sum) == nil else { return false }
    let sums = RTTTally.Sums(line: line, within: Int(row.within), over52: Int(row.over), total: sum)
    entries.append(tally.entry(sums, pair, function))
    if entries.count == RTTFastPath.entryLimit { settle(&tally) }
    if tally.isListed(pair, function) {
      let (instructions, counts) = (instructions, shape.counts)
      tally.addToLists(pair, function) { crows_add(instructions, &row, counts, $0) }
    }
    if row.stated >= 0 { tally.compareTotalAll(stated: Int(row.stated), summed: sum, line: line) }
    return true
  }

  /// Finds the sums that rows with the prefix belong to, and the function; new codes are recorded.
  private mutating func find(
    _ fields: UnsafeRawBufferPointer, line: Int, _ code: UInt64?, _ function: inout Int?, _ tally: inout RTTTally,
    _ period: PeriodColumn, _ builder: inout ContributionBuilder
  ) {
    guard let month = month(period) else { return }
    if function != nil { pair = knownPair(month, &tally, &builder) }
    if pair != nil, function != nil { return }
    var record = Record()
    var splitter = RecordSplitter(separator: UInt8(ascii: ","), line: line)
    var position = 0
    _ = splitter.next(in: fields, from: &position, into: &record)
    guard let place = try? columns.place(record, month, &tally, &builder) else { return }
    (pair, function) = (place.pair, place.function)
    if let code, functions.count < RTTFastPath.functionLimit { functions.append((code, place.function)) }
  }

  /// The number of a function that has been met; most often it is the one after that of the row before.
  @inline(__always)
  private mutating func knownFunction(_ code: UInt64?) -> Int? {
    guard let code else { return nil }
    let next = lastFunction + 1
    if next < functions.count, functions[next].code == code {
      lastFunction = next
      return functions[next].number
    }
    guard let place = functions.firstIndex(where: { $0.code == code }) else { return nil }
    lastFunction = place
    return functions[place].number
  }

  /// A field as a number; `nil` when it has more than eight bytes.
  @inline(__always)
  private static func packed(_ bytes: UnsafeRawBufferPointer, _ field: Range<Int>) -> UInt64? {
    guard field.count <= 8, field.upperBound >= 8 else { return nil }
    // A shift by the whole width gives 0.
    return bytes.loadUnaligned(fromByteOffset: field.upperBound - 8, as: UInt64.self) >> UInt64(64 - 8 * field.count)
  }
}
