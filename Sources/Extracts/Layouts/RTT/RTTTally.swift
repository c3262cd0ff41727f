import Metrics

/// Waiting lists summed by organisation and treatment function while an RTT extract is read.
///
/// A slot is one organisation in one month; a pair is a provider and its commissioner in one month. Each has a row of
/// places, one for each function, so that consecutive rows of one pair find their sums without hashing.
struct RTTTally {
  /// The slots in which the rows of one provider, commissioner and month are summed.
  struct Pair {
    let place: Int
    let provider: Int
    /// The commissioner's slot; `nil` for NONC, patients outside the English standard.
    let commissioner: Int?
  }

  /// The sums of some rows, in half a cache line.
  struct Sums {
    /// The first line.
    var line: Int32
    var rows: Int32
    var within: Int
    var over52: Int
    var total: Int

    /// No rows.
    static let none = Sums(line: .max, rows: 0, within: 0, over52: 0, total: 0)

    /// The sums of a row.
    init(line: Int, within: Int, over52: Int, total: Int) {
      self.init(line: Int32(truncatingIfNeeded: line), rows: 1, within: within, over52: over52, total: total)
    }

    private init(line: Int32, rows: Int32, within: Int, over52: Int, total: Int) {
      (self.line, self.rows) = (line, rows)
      (self.within, self.over52, self.total) = (within, over52, total)
    }

    /// Adds the sums of other rows.
    @inline(__always)
    mutating func add(_ other: Sums) {
      line = min(line, other.line)
      rows &+= other.rows
      within += other.within
      over52 += other.over52
      total += other.total
    }
  }

  /// What one row adds to the sums of its slots.
  struct Entry {
    let sums: Sums
    let provider: Int32
    /// -1 for NONC.
    let commissioner: Int32
    let function: Int32
  }

  /// The list of one slot and function, as far as figures need it.
  struct Group {
    let slot: Int
    let function: Int
    var sums: Sums
    /// Whether a suppressed number is part of the sums, so that they are not known.
    var isHidden = false
  }

  /// The number that represents the whole list of patients of commissioners outside England, among those of functions.
  static let outside = 0
  /// The same, summed from the rows of functions, for a file that states no whole.
  static let outsideFunctions = 1
  static let firstFunction = 2
  /// How many functions of each slot have their sums in a table; published files have 26 functions and about 600 slots.
  private static let stride = 32
  private static let slotLimit = 1 << 14
  let bandCount: Int
  var functions = Interner()
  /// The parts that the numbers of functions represent; `nil` for the whole, and for the two numbers that are not
  /// functions.
  var functionItems: [BreakdownItem?] = [nil, nil]
  /// The number of the function C_999; -1 until it has been met.
  var wholeFunction = -1
  var slotTable = HashTable()
  /// The organisation and month of each slot.
  private(set) var slots: [(organisation: Int, period: Int32)] = []
  /// The sums of each slot and each of the first functions, by slot.
  private var sums: [Sums] = []
  /// The sums of further slots and functions, which no published file has, and their places.
  private var furtherSums: [Sums] = []
  private var furtherPlaces = HashTable()
  /// The slots and functions that have rows, in the order in which they first came.
  private var filled: [(slot: Int32, function: Int32)] = []
  var pairTable = HashTable()
  /// The slots of each pair; -1 for NONC.
  var pairs: [(provider: Int, commissioner: Int)] = []
  /// The rows that were counted.
  var rows = RTTRows()
  var listPlaces: [Int32] = []
  var lists: [UInt32] = []
  /// The groups that include a suppressed number, by slot and function.
  private var hidden: Set<UInt64> = []
  /// The slots of those groups that are functions.
  private var slotsHiding: Set<Int> = []
  /// `Total All` of the file, the sum of its bands, and the first line that states a total.
  var totalAll = (stated: 0, summed: 0, line: 0)

  init(_ bands: RTTBands) {
    bandCount = bands.bands.count
  }

  /// The number of the treatment function in a field.
  mutating func function(_ record: Record, _ field: Int) -> Int {
    let (number, isNew) = functions.number(of: record, field)
    if isNew {
      let isWhole = record.field(field, isLowercased: "c_999")
      addFunction(isWhole ? nil : BreakdownItem("treatment-function", record.text(field)))
    }
    return function(number)
  }

  /// Adds a function, which takes the next number: the part that it is, or `nil` for the whole.
  mutating func addFunction(_ item: BreakdownItem?) {
    if item == nil, wholeFunction < 0 { wholeFunction = functionItems.count }
    functionItems.append(item)
  }

  /// The number of the function for a text with this number. There is one whole, however it is spelled: `c_999` and
  /// `C_999`.
  func function(_ text: Int) -> Int {
    let place = text + RTTTally.firstFunction
    return functionItems[place] == nil ? wholeFunction : place
  }

  /// The sums that the rows of a provider, commissioner and month belong to.
  mutating func pair(_ provider: Int, _ commissioner: Int?, _ period: Int32) -> Pair {
    let first = slot(provider, period)
    let second = commissioner.map { slot($0, period) }
    let place = pairTable.number(of: RTTTally.key(first, second ?? -1), next: pairs.count)
    if place == pairs.count {
      pairs.append((first, second ?? -1))
      rows.addPair()
    }
    return Pair(place: place, provider: first, commissioner: second)
  }

  static func key(_ provider: Int, _ commissioner: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: provider) << 32 | UInt64(truncatingIfNeeded: commissioner + 1)
  }

  static func key(_ organisation: Int, in period: Int32) -> UInt64 {
    UInt64(truncatingIfNeeded: organisation) << 32 | UInt64(truncatingIfNeeded: period)
  }

  mutating func slot(_ organisation: Int, _ period: Int32) -> Int {
    let slot = slotTable.number(of: RTTTally.key(organisation, in: period), next: slots.count)
    if slot == slots.count {
      if slot == 0 { reserve() }
      slots.append((organisation, period))
      if RTTTally.isTabled(slot, 0) { sums.append(contentsOf: repeatElement(.none, count: RTTTally.stride)) }
      listPlaces += [-1, -1]
    }
    return slot
  }

  /// Makes room for a national month, so that nothing has to be moved while it grows; unused room takes no memory.
  private mutating func reserve() {
    sums.reserveCapacity(RTTTally.stride * 1024)
    lists.reserveCapacity(bandCount * 1024)
    rows.reserve(1 << 16)
  }

  /// What a row adds to the sums, with its function as a number.
  func entry(_ row: Sums, _ pair: Pair, _ function: Int) -> Entry {
    let outside = function == wholeFunction ? RTTTally.outside : RTTTally.outsideFunctions
    return Entry(
      sums: row, provider: Int32(truncatingIfNeeded: pair.provider),
      commissioner: Int32(truncatingIfNeeded: pair.commissioner ?? -1),
      function: Int32(truncatingIfNeeded: pair.commissioner == nil ? outside : function))
  }

  /// Records a row with a suppressed number: the sums that it belongs to are not known.
  mutating func hide(_ entry: Entry) {
    add([entry])
    for slot in [entry.provider, entry.commissioner] where slot >= 0 {
      hidden.insert(RTTTally.key(Int(slot), Int(entry.function)))
      if entry.function >= RTTTally.firstFunction { slotsHiding.insert(Int(slot)) }
    }
  }

  /// Whether any sum is suppressed.
  var isHiding: Bool { !hidden.isEmpty }

  /// Whether the sum of a slot and function is suppressed.
  func isHidden(_ slot: Int, _ function: Int) -> Bool {
    !hidden.isEmpty && hidden.contains(RTTTally.key(slot, function))
  }

  /// Adds rows to the sums that they belong to, many at a time, so that they do not wait for memory one after the
  /// other.
  mutating func add(_ entries: [Entry]) {
    for entry in entries {
      add(entry.sums, to: Int(entry.provider), Int(entry.function))
      if entry.commissioner >= 0 { add(entry.sums, to: Int(entry.commissioner), Int(entry.function)) }
    }
  }

  /// Whether the counts of a row belong to lists too: lists are summed from functions only in a file without any C_999.
  func isListed(_ pair: Pair, _ function: Int) -> Bool {
    pair.commissioner != nil && (function == wholeFunction || wholeFunction < 0)
  }

  /// Adds the counts of a row to the lists it belongs to.
  mutating func addToLists(_ pair: Pair, _ function: Int, _ add: (UnsafeMutablePointer<UInt32>) -> Void) {
    addToList(pair.provider, isWhole: function == wholeFunction, add)
    if let commissioner = pair.commissioner { addToList(commissioner, isWhole: function == wholeFunction, add) }
  }

  /// Adds the `Total All` of a row to that of the file.
  mutating func compareTotalAll(stated: Int, summed: Int, line: Int) {
    totalAll.stated += stated
    totalAll.summed += summed
    if totalAll.line == 0 { totalAll.line = line }
  }

  @inline(__always)
  mutating func add(_ row: Sums, to slot: Int, _ function: Int) {
    guard RTTTally.isTabled(slot, function) else {
      addFurther(row, to: slot, function)
      return
    }
    let place = slot * RTTTally.stride + function
    if sums[place].rows == 0 { fill(slot, function) }
    sums[place].add(row)
  }

  /// Whether the sums of a slot and function are in the table.
  @inline(__always)
  private static func isTabled(_ slot: Int, _ function: Int) -> Bool { function < stride && slot < slotLimit }

  private mutating func addFurther(_ row: Sums, to slot: Int, _ function: Int) {
    let place = furtherPlaces.number(of: RTTTally.key(slot, function), next: furtherSums.count)
    if place == furtherSums.count {
      furtherSums.append(.none)
      fill(slot, function)
    }
    furtherSums[place].add(row)
  }

  private mutating func fill(_ slot: Int, _ function: Int) {
    filled.append((Int32(truncatingIfNeeded: slot), Int32(truncatingIfNeeded: function)))
  }

  /// Adds to the list of a slot.
  mutating func addToList(_ slot: Int, isWhole: Bool, _ add: (UnsafeMutablePointer<UInt32>) -> Void) {
    let place = slot * 2 + (isWhole ? 0 : 1)
    if listPlaces[place] < 0 {
      listPlaces[place] = Int32(truncatingIfNeeded: lists.count / bandCount)
      lists.append(contentsOf: repeatElement(0, count: bandCount))
    }
    let start = Int(listPlaces[place]) * bandCount
    lists.withUnsafeMutableBufferPointer {
      if let list = $0.baseAddress { add(list + start) }
    }
  }

  /// The group of a slot's function; `nil` where it has no rows.
  func group(_ slot: Int, _ function: Int) -> Group? {
    guard function >= 0 else { return nil }
    let sums =
      RTTTally.isTabled(slot, function)
      ? sums[slot * RTTTally.stride + function]
      : furtherPlaces[RTTTally.key(slot, function)].map { furtherSums[$0] } ?? .none
    return sums.rows == 0
      ? nil : Group(slot: slot, function: function, sums: sums, isHidden: isHidden(slot, function))
  }

  /// How many groups there are.
  var groupCount: Int { filled.count }

  /// Calls a closure with every group, in the order in which they first came.
  func forEachGroup(_ body: (Group) -> Void) {
    for (slot, function) in filled {
      if let group = group(Int(slot), Int(function)) { body(group) }
    }
  }

  /// The bands of a slot's list: the stated whole or, in a file that states none, the sum of the functions. `nil` where
  /// there is none, or where a suppressed number is part of it.
  func list(_ slot: Int) -> [UInt32]? {
    if wholeFunction < 0 ? slotsHiding.contains(slot) : isHidden(slot, wholeFunction) { return nil }
    let place = listPlaces[slot * 2 + (wholeFunction < 0 ? 1 : 0)]
    return place < 0 ? nil : Array(lists[(Int(place) * bandCount)..<((Int(place) + 1) * bandCount)])
  }
}

extension RTTTally.Sums {
  /// The sums of the counts of a row.
  init(_ counts: [UInt32], _ bands: RTTBands, line: Int) {
    self.init(line: line, within: 0, over52: 0, total: 0)
    let (within18, over52) = (bands.within18, bands.over52)
    for (band, count) in counts.enumerated() {
      total += Int(count)
      if band < within18 { within += Int(count) }
      if band >= over52 { self.over52 += Int(count) }
    }
  }
}
