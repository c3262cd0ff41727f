import Metrics

/// Waiting lists summed by body and treatment function while an RTT extract is read.
///
/// A slot is one body in one month, a pair a provider and its commissioner in one month. Each has a row of places, one a
/// function, so that consecutive rows of one pair find their sums without hashing.
struct RTTTally {
  /// The slots that the rows of one provider, commissioner and month are summed in.
  struct Pair {
    let place: Int
    let provider: Int
    /// `nil` for NONC: patients outside the English standard.
    let commissioner: Int?
  }

  /// The list of one slot and function, as far as figures need it.
  struct Group {
    let slot: Int32
    let function: Int32
    var line: Int32
    var rows: Int32 = 0
    var within = 0
    var over52 = 0
    var total = 0

    /// Adds the sums of a row, or of a function.
    mutating func add(_ other: Group) {
      line = min(line, other.line)
      rows += other.rows
      within += other.within
      over52 += other.over52
      total += other.total
    }
  }

  /// Stands for the whole list of patients who are not English, among the numbers of functions.
  static let outside = 0
  /// The same, from the rows of functions, for a file that states no whole.
  static let outsideFunctions = 1
  static let firstFunction = 2
  let bandCount: Int
  private let within18: Int
  private let over52: Int
  var functions = Interner()
  /// The parts that the numbers of functions stand for; `nil` for the whole and the two that are no function.
  var functionItems: [BreakdownItem?] = [nil, nil]
  /// The number of the function C_999; -1 until one is seen.
  var wholeFunction = -1
  var stride = 64
  var slotTable = HashTable()
  /// The body and month of each slot.
  private(set) var slots: [(body: Int, period: Int32)] = []
  private var groupPlaces: [Int32] = []
  private(set) var groups: [Group] = []
  var pairTable = HashTable()
  /// The slots of each pair; -1 for NONC.
  var pairs: [(provider: Int, commissioner: Int)] = []
  var rowPlaces: [Int32] = []
  var rows: [(line: Int32, sum: Int32)] = []
  var listPlaces: [Int32] = []
  var lists: [UInt32] = []
  /// `Total All` of the file beside the sum of its bands, and the first line that states one.
  var totalAll = (stated: 0, summed: 0, line: 0)

  init(_ bands: RTTBands) {
    bandCount = bands.bands.count
    within18 = bands.within18
    over52 = bands.over52
  }

  /// The number of the treatment function in a field.
  mutating func function(_ record: Record, _ field: Int) -> Int {
    let (number, isNew) = functions.number(of: record, field)
    if isNew {
      let isWhole = record.field(field, isLowercased: "c_999")
      if isWhole { wholeFunction = number + RTTTally.firstFunction }
      functionItems.append(isWhole ? nil : BreakdownItem("treatment-function", record.text(field)))
      if functionItems.count > stride { widen() }
    }
    return number + RTTTally.firstFunction
  }

  /// The number of a treatment function that has been seen.
  func knownFunction(_ code: UnsafeRawBufferPointer) -> Int? {
    functions.known(code).map { $0 + RTTTally.firstFunction }
  }

  /// Where the rows of a provider, commissioner and month are summed.
  mutating func pair(_ provider: Int, _ commissioner: Int?, _ period: Int32) -> Pair {
    let first = slot(provider, period)
    let second = commissioner.map { slot($0, period) }
    let place = pairTable.number(of: RTTTally.key(first, second ?? -1), next: pairs.count)
    if place == pairs.count {
      pairs.append((first, second ?? -1))
      rowPlaces.append(contentsOf: repeatElement(-1, count: stride))
    }
    return Pair(place: place, provider: first, commissioner: second)
  }

  static func key(_ provider: Int, _ commissioner: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: provider) << 32 | UInt64(truncatingIfNeeded: commissioner + 1)
  }

  static func key(_ body: Int, in period: Int32) -> UInt64 {
    UInt64(truncatingIfNeeded: body) << 32 | UInt64(truncatingIfNeeded: period)
  }

  mutating func slot(_ body: Int, _ period: Int32) -> Int {
    let slot = slotTable.number(of: RTTTally.key(body, in: period), next: slots.count)
    if slot == slots.count {
      slots.append((body, period))
      groupPlaces.append(contentsOf: repeatElement(-1, count: stride))
      listPlaces += [-1, -1]
    }
    return slot
  }

  /// The row of a pair and function that was counted before; `nil` when this is the first, which is noted.
  mutating func rowBefore(_ pair: Pair, _ function: Int, sum: Int, line: Int) -> (line: Int32, sum: Int32)? {
    let place = pair.place * stride + function
    if rowPlaces[place] >= 0 { return rows[Int(rowPlaces[place])] }
    rowPlaces[place] = Int32(truncatingIfNeeded: rows.count)
    rows.append((Int32(truncatingIfNeeded: line), Int32(truncatingIfNeeded: sum)))
    return nil
  }

  /// Adds a row to the lists it belongs to.
  mutating func add(_ bands: [UInt32], _ pair: Pair, _ function: Int, line: Int) {
    let row = sums(bands, line: line)
    let isWhole = function == wholeFunction
    guard let commissioner = pair.commissioner else {
      add(row, to: pair.provider, isWhole ? RTTTally.outside : RTTTally.outsideFunctions)
      return
    }
    add(row, to: pair.provider, function)
    add(row, to: commissioner, function)
    // Lists are summed from functions only in a file that has no C_999 at all.
    guard isWhole || wholeFunction < 0 else { return }
    addToList(bands, pair.provider, isWhole: isWhole)
    addToList(bands, commissioner, isWhole: isWhole)
  }

  /// Adds a row's `Total All` to the file's.
  mutating func compareTotalAll(stated: Int, summed: Int, line: Int) {
    totalAll.stated += stated
    totalAll.summed += summed
    if totalAll.line == 0 { totalAll.line = line }
  }

  private func sums(_ bands: [UInt32], line: Int) -> Group {
    var row = Group(slot: 0, function: 0, line: Int32(truncatingIfNeeded: line), rows: 1)
    bands.withUnsafeBufferPointer { bands in
      var (within, between, over) = (0, 0, 0)
      for band in 0..<within18 { within &+= Int(bands[band]) }
      for band in within18..<over52 { between &+= Int(bands[band]) }
      for band in over52..<bands.count { over &+= Int(bands[band]) }
      row.within = within
      row.over52 = over
      row.total = within &+ between &+ over
    }
    return row
  }

  mutating func add(_ row: Group, to slot: Int, _ function: Int) {
    let place = slot * stride + function
    if groupPlaces[place] < 0 {
      groupPlaces[place] = Int32(truncatingIfNeeded: groups.count)
      groups.append(Group(slot: Int32(truncatingIfNeeded: slot), function: Int32(function), line: row.line))
    }
    groups[Int(groupPlaces[place])].add(row)
  }

  mutating func addToList(_ bands: [UInt32], _ slot: Int, isWhole: Bool) {
    let place = slot * 2 + (isWhole ? 0 : 1)
    if listPlaces[place] < 0 {
      listPlaces[place] = Int32(truncatingIfNeeded: lists.count / bandCount)
      lists.append(contentsOf: bands)
      return
    }
    let start = Int(listPlaces[place]) * bandCount
    lists.withUnsafeMutableBufferPointer { lists in
      bands.withUnsafeBufferPointer { bands in
        for band in 0..<bands.count { lists[start + band] &+= bands[band] }
      }
    }
  }

  /// Makes room for more functions than there was.
  mutating func widen() {
    func widened(_ places: [Int32]) -> [Int32] {
      var wide: [Int32] = []
      for start in Swift.stride(from: 0, to: places.count, by: stride) {
        wide += places[start..<(start + stride)]
        wide.append(contentsOf: repeatElement(-1, count: stride))
      }
      return wide
    }
    groupPlaces = widened(groupPlaces)
    rowPlaces = widened(rowPlaces)
    stride *= 2
  }

  /// The group of a slot's function.
  func group(_ slot: Int32, _ function: Int) -> Group? {
    guard function >= 0 else { return nil }
    let place = groupPlaces[Int(slot) * stride + function]
    return place < 0 ? nil : groups[Int(place)]
  }

  /// The bands of a slot's list: the whole that is stated; in a file that states none, the sum of the functions.
  func list(_ slot: Int) -> [UInt32]? {
    let place = listPlaces[slot * 2 + (wholeFunction < 0 ? 1 : 0)]
    return place < 0 ? nil : Array(lists[(Int(place) * bandCount)..<((Int(place) + 1) * bandCount)])
  }
}
