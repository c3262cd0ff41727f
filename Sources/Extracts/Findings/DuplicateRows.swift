import Metrics

/// The rows that have been counted, by a hash of what identifies each, so that none is counted twice.
struct DuplicateRows {
  private var places = HashTable()
  private var lines: [Int32] = []
  private var amounts: [Amount] = []

  /// Records a row with these amounts; throws when a row with the same key has already been counted.
  mutating func note(
    _ key: UInt64, _ row: [Amount], columns: [Int], line: Int, header: Header, isMoney: Bool = false
  ) throws(Fault) {
    let place = places.number(of: key, next: lines.count)
    if place == lines.count {
      lines.append(Int32(truncatingIfNeeded: line))
      amounts += row
      return
    }
    let before = amounts[(place * row.count)..<((place + 1) * row.count)]
    guard let difference = zip(row.indices, zip(row, before)).first(where: { $1.0 != $1.1 }) else {
      throw Fault(.repeats(line: Int(lines[place])))
    }
    let (stated, other) = difference.1
    throw Fault(
      .contradicts(
        line: Int(lines[place]), title: header.title(columns[difference.0]), stated: stated.count?.ratio ?? .zero,
        other: other.count?.ratio ?? .zero, isMoney: isMoney), columns[difference.0])
  }
}

extension Record {
  /// A hash of some fields of a row and its period.
  func key(_ fields: [Int], _ period: Period) -> UInt64 {
    var hash = UInt64(bitPattern: Int64(period.lastDay?.number ?? 0)) &* 31 &+ UInt64(period.grain.rawValue)
    for field in fields {
      let range = trimmed(field)
      let part = content.withUnsafeBytes { Interner.hash(UnsafeRawBufferPointer(rebasing: $0[range])) }
      hash = (hash ^ part) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return hash
  }
}
