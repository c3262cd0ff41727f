import CLinux

/// A list of 32-bit whole numbers, each in as few bytes as their range needs: none where all are equal.
///
/// Columns that are made together share their bytes, and the numbers at one place lie side by side. A board of ten years
/// asks for the numbers of a place in a hundred files, one after the other: that is one piece of memory a file, where
/// columns of their own would be as many as there are columns.
struct NumberColumn: Sendable {
  private let base: Int32
  /// Bytes per number: 0...4, the lowest byte first.
  private let width: Int
  /// The bits that belong to a number, among the 32 that are read.
  private let mask: UInt32
  /// The byte at which the first number begins, and how many bytes there are from one number to the next.
  private let start: Int, stride: Int
  /// The numbers of all columns made together, then padding: any number can be read as 32 bits.
  private let bytes: [UInt8]

  private static let padding = 4

  private init(base: Int32, width: Int, start: Int, stride: Int, bytes: [UInt8]) {
    (self.base, self.width, self.start, self.stride, self.bytes) = (base, width, start, stride, bytes)
    mask = width == 4 ? .max : 1 << UInt32(width * 8) - 1
  }

  /// Columns of these numbers, of which each has as many.
  static func sideBySide(_ columns: [[Int32]]) -> [NumberColumn] {
    let count = columns.first?.count ?? 0
    let shapes = columns.map { Shape($0) }
    let stride = shapes.reduce(0) { $0 + $1.width }
    let size = count * stride + padding
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { bytes, filled in
      var start = 0
      for (numbers, shape) in zip(columns, shapes) {
        precondition(numbers.count == count)
        shape.write(numbers, to: bytes, from: start, stride: stride)
        start += shape.width
      }
      for place in (count * stride)..<size { bytes[place] = 0 }
      filled = size
    }
    return sideBySide(shapes.map { ($0.base, $0.width) }, bytes)
  }

  /// The columns with these bases and widths, in bytes that hold all of them.
  private static func sideBySide(_ shapes: [(base: Int32, width: Int)], _ bytes: [UInt8]) -> [NumberColumn] {
    let stride = shapes.reduce(0) { $0 + $1.width }
    var start = 0
    return shapes.map { base, width in
      defer { start += width }
      return NumberColumn(base: base, width: width, start: start, stride: stride, bytes: bytes)
    }
  }

  /// The first `count` numbers, which must exist, one after the other: much faster than asking for each.
  func numbers(_ count: Int) -> [Int32] {
    precondition(count >= 0 && count * stride <= bytes.count - NumberColumn.padding)
    if width == 0 { return Array(repeating: base, count: count) }
    return bytes.withUnsafeBytes { bytes in
      [Int32](unsafeUninitializedCapacity: count) { numbers, filled in
        for place in 0..<count {
          let above = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + place * stride, as: UInt32.self))
          numbers[place] = base &+ Int32(truncatingIfNeeded: above & mask)
        }
        filled = count
      }
    }
  }

  /// Asks for the memory of a place, at which the numbers of all columns lie, without waiting for it.
  @inline(__always)
  func prefetch(_ place: Int) {
    let first = place * stride
    precondition(place >= 0 && first <= bytes.count - NumberColumn.padding)
    bytes.withUnsafeBytes { clinux_prefetch($0.baseAddress! + first) }
  }

  /// The number at a place, which must exist.
  @inline(__always)
  subscript(place: Int) -> Int32 {
    // A file of one month: nothing has to be read to know it.
    if width == 0 { return base }
    let first = start + place * stride
    precondition(place >= 0 && first <= bytes.count - NumberColumn.padding)
    let above = bytes.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: first, as: UInt32.self)) }
    return base &+ Int32(truncatingIfNeeded: above & mask)
  }
}

extension NumberColumn {
  /// The least number of a column, and how many bytes each needs above it.
  private struct Shape {
    let base: Int32
    let width: Int

    init(_ numbers: [Int32]) {
      var (least, most) = (Int32.max, Int32.min)
      for number in numbers {
        least = min(least, number)
        most = max(most, number)
      }
      base = numbers.isEmpty ? 0 : least
      let range = numbers.isEmpty ? 0 : UInt32(truncatingIfNeeded: Int(most) - Int(least))
      width = (UInt32.bitWidth - range.leadingZeroBitCount + 7) / 8
    }

    /// Writes numbers at every so many bytes.
    func write(_ numbers: [Int32], to bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, stride: Int) {
      // Each width has its own loop: a national month has nine columns of 24,000 numbers.
      switch width {
      case 0: break
      case 1: write(numbers, to: bytes, from: start, stride: stride, width: 1)
      case 2: write(numbers, to: bytes, from: start, stride: stride, width: 2)
      case 3: write(numbers, to: bytes, from: start, stride: stride, width: 3)
      default: write(numbers, to: bytes, from: start, stride: stride, width: 4)
      }
    }

    @inline(__always)
    private func write(
      _ numbers: [Int32], to bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, stride: Int, width: Int
    ) {
      precondition(numbers.isEmpty || start + (numbers.count - 1) * stride + width <= bytes.count)
      var first = start
      for number in numbers {
        let above = UInt32(bitPattern: number &- base)
        for byte in 0..<width { bytes[first &+ byte] = UInt8(truncatingIfNeeded: above >> UInt32(byte * 8)) }
        first &+= stride
      }
    }
  }
}

extension NumberColumn {
  /// Writes columns that were made together, of so many numbers each.
  ///
  /// Without numbers each column has bytes of its own, as the first version wrote them: what a history knows of a file
  /// beside its figures has that form for years.
  static func write(_ columns: [NumberColumn], of count: Int, to bytes: inout StoredWriter) {
    for column in columns {
      column.base.write(to: &bytes)
      bytes.write(column.width)
      if count == 0 { bytes.write(raw: column.bytes) }
    }
    if count > 0 { bytes.write(raw: columns.first?.bytes ?? []) }
  }

  /// The next columns in stored bytes: so many, with so many numbers each.
  static func read(_ columns: Int, of count: Int, from bytes: inout StoredReader) throws(StoredDamage) -> [NumberColumn]
  {
    var shapes: [(base: Int32, width: Int)] = []
    var raw = UnsafeRawBufferPointer(start: nil, count: 0)
    for _ in 0..<columns {
      let (base, width): (Int32, Int) = (try bytes.value(), try bytes.number())
      guard (0...4).contains(width) else { throw StoredDamage() }
      shapes.append((base, width))
      if count == 0 { raw = try bytes.raw() }
    }
    if count > 0 { raw = try bytes.raw() }
    guard raw.count == count * shapes.reduce(0, { $0 + $1.width }) + padding else { throw StoredDamage() }
    return sideBySide(shapes, Array(raw))
  }
}
