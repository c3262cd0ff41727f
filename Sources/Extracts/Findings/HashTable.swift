/// A table from 64-bit keys to small numbers for the inner loops: it hashes with one multiplication and never deletes.
struct HashTable {
  private var keys = [UInt64](repeating: 0, count: 256)
  private var values = [Int32](repeating: -1, count: 256)
  private var shift: UInt64 = 56
  private(set) var count = 0

  /// The number of a key; `nil` when it has none.
  subscript(key: UInt64) -> Int? {
    var slot = slot(key)
    while values[slot] >= 0 {
      if keys[slot] == key { return Int(values[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// The number of a key; a key without a number is given `next`.
  mutating func number(of key: UInt64, next: Int) -> Int {
    var slot = slot(key)
    while values[slot] >= 0 {
      if keys[slot] == key { return Int(values[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    keys[slot] = key
    values[slot] = Int32(truncatingIfNeeded: next)
    count += 1
    if count * 2 > keys.count { grow() }
    return next
  }

  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    values = [Int32](repeating: -1, count: oldKeys.count * 2)
    shift -= 1
    for (key, value) in zip(oldKeys, oldValues) where value >= 0 {
      var slot = slot(key)
      while values[slot] >= 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      values[slot] = value
    }
  }
}
