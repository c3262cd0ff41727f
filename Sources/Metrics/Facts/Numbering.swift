/// Values numbered from 0 in the order in which they first came.
struct Numbering<Value: Hashable & Sendable>: Sendable {
  /// The values, by their numbers.
  private(set) var values: [Value] = []
  private var numbers: [Value: Int32] = [:]

  /// The number of a value; a value without a number is given the next.
  mutating func number(of value: Value) -> Int32 {
    if let number = numbers[value] { return number }
    let number = Int32(values.count)
    numbers[value] = number
    values.append(value)
    return number
  }

  /// The number of a value; `nil` where it has none.
  subscript(value: Value) -> Int32? { numbers[value] }
}

extension Numbering where Value: Comparable {
  /// Numbers in the order of the values: the smallest is 0.
  init(inOrder values: Set<Value>) {
    for value in values.sorted() { _ = number(of: value) }
  }
}
