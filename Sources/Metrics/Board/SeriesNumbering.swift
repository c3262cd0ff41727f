/// The numbers of the series of all figures, as far as they depend on the files alone.
///
/// A national return of ten years has nearly three million figures, and numbering them is most of the work of gathering its
/// series.
struct SeriesNumbering: Sendable {
  /// The names that the numbers refer to: metrics, organisations and parts, each in the order of their numbers.
  let names: [String]
  /// The identities of the series, by number.
  let ids: [SeriesID]
  /// The lengths of the periods of each metric, by its number.
  let grains: [GrainSet]
  /// The number of the series of each figure, file by file.
  let series: PackedNumbers

  /// Below this many figures, numbers are found as fast as they are read.
  static let least = 100_000

  /// Whether they fit figures with these names: as many, none of a series that does not exist.
  func fits(_ names: SeriesNames, figures: Int) -> Bool {
    // As a number without a sign, a negative one is the largest: one comparison finds both kinds of damage.
    var most: UInt32 = 0
    for number in series { most = max(most, UInt32(bitPattern: number)) }
    return figures == series.count && most < UInt32(ids.count) && names.inOrder == self.names
      && ids.allSatisfy { id in
        id.metric >= 0 && Int(id.metric) < names.metrics.values.count && id.organisation >= 0
          && Int(id.organisation) < names.organisations.values.count && id.part >= -1
          && Int(id.part) < names.parts.values.count
      } && grains.count == names.metrics.values.count
  }
}

/// Whole numbers in as few bytes as their range needs.
struct PackedNumbers: RandomAccessCollection, Sendable {
  private let column: NumberColumn
  let startIndex = 0, endIndex: Int

  init(_ numbers: [Int32]) {
    column = NumberColumn.sideBySide([numbers])[0]
    endIndex = numbers.count
  }

  subscript(place: Int) -> Int32 { column[place] }
}

extension PackedNumbers: Stored {
  func write(to bytes: inout StoredWriter) {
    bytes.write(count)
    NumberColumn.write([column], of: count, to: &bytes)
  }
  init(from bytes: inout StoredReader) throws(StoredDamage) {
    endIndex = try bytes.number()
    guard (0...Int(Int32.max)).contains(endIndex) else { throw StoredDamage() }
    column = try NumberColumn.read(1, of: endIndex, from: &bytes)[0]
  }
}

extension SeriesNames {
  /// Every name that a series can have, in the order of the numbers.
  var inOrder: [String] {
    metrics.values.map(\.text) + [""] + organisations.values.map(\.text) + [""]
      + parts.values.flatMap { [$0.breakdown, $0.item] }
  }
}

extension SeriesStore {
  /// How its figures are numbered; `nil` where there are fewer of them than this, or where some of them are not used.
  func numbering(from least: Int = SeriesNumbering.least) -> SeriesNumbering? {
    guard !ends.isEmpty, places.count >= least else { return nil }
    var first: [Int] = []
    for file in files { first.append((first.last ?? 0) + file.count) }
    var series = [Int32](repeating: -1, count: places.count)
    var start: Int32 = 0
    for (number, end) in ends.enumerated() {
      for place in places[Int(start)..<Int(end)] {
        let file = Int(place.contribution)
        series[(file == 0 ? 0 : first[file - 1]) + Int(place.observation)] = Int32(number)
      }
      start = end
    }
    return SeriesNumbering(
      names: filed.names.inOrder, ids: Array(table.ids.prefix(ends.count)), grains: filed.grains,
      series: PackedNumbers(series))
  }
}
