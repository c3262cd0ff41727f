import Metrics

/// Waiting lists summed by body and treatment function while an RTT extract is read.
struct RTTTally {
  /// Which list a row belongs to: that of a body's treatment function in one month.
  struct Row {
    let provider: Int
    /// `nil` for NONC: patients outside the English standard.
    let commissioner: Int?
    let period: Int32
    let function: Int
    let line: Int

    /// What makes the row one of a kind.
    var key: UInt64 {
      let pair = UInt64(truncatingIfNeeded: provider) << 42 | UInt64(truncatingIfNeeded: commissioner ?? 0xF_FFFF) << 22
      return pair | UInt64(truncatingIfNeeded: function) << 10 | UInt64(truncatingIfNeeded: period)
    }
  }

  /// The list of one body and function in one month, as far as figures need it.
  struct Group {
    let body: Int32
    let period: Int32
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
  static let outside = -2
  /// The same, from the rows of functions, for a file that states no whole.
  static let outsideFunctions = -3
  private let bandCount: Int
  private let within18: Int
  private let over52: Int
  private var functions = Interner()
  private(set) var functionItems: [BreakdownItem?] = []
  /// The number of the function C_999; -1 until one is seen.
  private(set) var wholeFunction = -1
  private var places = HashTable()
  private(set) var groups: [Group] = []
  private var listPlaces = HashTable()
  private var lists: [UInt32] = []
  private(set) var listKeys: [(body: Int, period: Int32, isWhole: Bool)] = []
  /// `Total All` of the file beside the sum of its bands, and the first line that states one.
  private(set) var totalAll = (stated: 0, summed: 0, line: 0)

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
      if isWhole { wholeFunction = number }
      functionItems.append(isWhole ? nil : BreakdownItem("treatment-function", record.text(field)))
    }
    return number
  }

  /// The number of a treatment function that has been seen.
  func knownFunction(_ code: UnsafeRawBufferPointer) -> Int? { functions.known(code) }

  /// Adds a row to the lists it belongs to.
  mutating func add(_ bands: [UInt32], _ row: Row) {
    var group = Group(
      body: Int32(row.provider), period: row.period, function: Int32(row.function),
      line: Int32(truncatingIfNeeded: row.line), rows: 1)
    bands.withUnsafeBufferPointer { bands in
      for band in 0..<within18 { group.within &+= Int(bands[band]) }
      for band in over52..<bands.count { group.over52 &+= Int(bands[band]) }
      for band in within18..<over52 { group.total &+= Int(bands[band]) }
    }
    group.total &+= group.within &+ group.over52
    let isWhole = row.function == wholeFunction
    guard let commissioner = row.commissioner else {
      add(group, to: row.provider, function: isWhole ? RTTTally.outside : RTTTally.outsideFunctions)
      return
    }
    for body in [row.provider, commissioner] {
      add(group, to: body, function: row.function)
      addToList(bands, body, row.period, isWhole: isWhole)
    }
  }

  /// Adds a row's `Total All` to the file's.
  mutating func compareTotalAll(stated: Int, summed: Int, line: Int) {
    totalAll = (totalAll.stated + stated, totalAll.summed + summed, totalAll.line == 0 ? line : totalAll.line)
  }

  private mutating func add(_ row: Group, to body: Int, function: Int) {
    let place = places.number(of: RTTTally.key(body, row.period, function), next: groups.count)
    if place == groups.count {
      groups.append(
        Group(body: Int32(body), period: row.period, function: Int32(function), line: row.line))
    }
    groups[place].add(row)
  }

  private mutating func addToList(_ bands: [UInt32], _ body: Int, _ period: Int32, isWhole: Bool) {
    let place = listPlaces.number(of: RTTTally.key(body, period, isWhole ? 0 : 1), next: listKeys.count)
    if place == listKeys.count {
      lists.append(contentsOf: bands)
      listKeys.append((body, period, isWhole))
      return
    }
    lists.withUnsafeMutableBufferPointer { lists in
      bands.withUnsafeBufferPointer { bands in
        for band in 0..<bands.count { lists[place * bands.count + band] &+= bands[band] }
      }
    }
  }

  /// The group of a body's function in a month.
  func group(_ body: Int32, _ period: Int32, _ function: Int) -> Group? {
    places[RTTTally.key(Int(body), period, function)].map { groups[$0] }
  }

  /// Whether a body's whole list is stated in a month.
  func hasWholeList(_ body: Int, _ period: Int32) -> Bool { listPlaces[RTTTally.key(body, period, 0)] != nil }

  /// The bands of a list.
  func list(_ place: Int) -> [UInt32] { Array(lists[(place * bandCount)..<((place + 1) * bandCount)]) }

  private static func key(_ body: Int, _ period: Int32, _ function: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: body) << 40 | UInt64(truncatingIfNeeded: period & 0xFFFF) << 24
      | UInt64(truncatingIfNeeded: function & 0xFF_FFFF)
  }
}
