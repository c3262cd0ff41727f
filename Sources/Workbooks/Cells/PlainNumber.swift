/// Numbers written without an exponent, with as few digits as give exactly what the cell has.
enum PlainNumber {
  /// The most digits that a binary number always preserves.
  private static let exactDigits = 15
  private static let powers = [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  /// Writes a number, as a percentage where `isPercent`: `0.770391` becomes `77.0391%`.
  static func append(_ value: Double, isPercent: Bool = false, to out: inout [UInt8]) {
    if value.rounded() == value, value.magnitude < 1e15 {
      append(unscaled: Int(value), places: 0, isPercent, to: &out)
      return
    }
    for places in 1...6 {
      let scaled = (value * powers[places]).rounded()
      guard scaled.magnitude < 1e15 else { break }
      if scaled / powers[places] == value {
        append(unscaled: Int(scaled), places: places, isPercent, to: &out)
        return
      }
    }
    var text = value.description
    text.withUTF8 { if !write($0, isPercent, to: &out, isShortest: true) { out.append(contentsOf: $0) } }
  }

  /// Writes a number that a file has as text, `0.77039100000000002` or `2.4E3`; `false` with nothing written where it
  /// is not a number.
  static func append(_ text: UnsafeBufferPointer<UInt8>, isPercent: Bool = false, to out: inout [UInt8]) -> Bool {
    if !isPercent, text.count <= exactDigits, let first = text.first, first != 0x30 || text.count == 1,
      text.allSatisfy({ $0 &- 0x30 <= 9 })
    {
      out.append(contentsOf: text)
      return true
    }
    return write(text, isPercent, to: &out, isShortest: false)
  }

  /// A number that a file has as text; `nil` where it is not a number.
  static func value(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let first = text.first, first &- 0x30 <= 9 || [0x2B, 0x2D, 0x2E].contains(first),
      text.allSatisfy({ $0 &- 0x30 <= 9 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) })
    else { return nil }
    if text.count <= exactDigits, text.allSatisfy({ $0 &- 0x30 <= 9 }) {
      return Double(text.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }

  private static func append(unscaled: Int, places: Int, _ isPercent: Bool, to out: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      var (rest, start) = (unscaled.magnitude, 20)
      repeat {
        start -= 1
        buffer[start] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      } while rest > 0
      let digits = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[start...])
      write(digits: digits, exponent: -places, isNegative: unscaled < 0, isPercent, to: &out)
    }
  }

  /// Splits a number into its parts and writes it; one with more digits than a binary number preserves is written as
  /// the nearest binary number.
  private static func write(
    _ text: UnsafeBufferPointer<UInt8>, _ isPercent: Bool, to out: inout [UInt8], isShortest: Bool
  ) -> Bool {
    guard text.count <= 400 else { return false }
    let parts: (count: Int, isWritten: Bool)? = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 400) { digits in
      var (count, exponent, place) = (0, 0, 0)
      var (hasPoint, hasDigit) = (false, false)
      let isNegative = text.first == 0x2D
      if isNegative || text.first == 0x2B { place = 1 }
      while place < text.count {
        let byte = text[place]
        if byte &- 0x30 <= 9 {
          hasDigit = true
          if count > 0 || byte != 0x30 {
            digits[count] = byte
            count += 1
          }
          if hasPoint { exponent -= 1 }
        } else if byte == 0x2E, !hasPoint {
          hasPoint = true
        } else {
          break
        }
        place += 1
      }
      guard hasDigit, let power = power(text[place...]) else { return nil }
      exponent += power
      while count > 0, digits[count - 1] == 0x30 {
        count -= 1
        exponent += 1
      }
      guard isShortest || count <= exactDigits else { return (count, false) }
      write(
        digits: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[..<count]), exponent: exponent,
        isNegative: isNegative, isPercent, to: &out)
      return (count, true)
    }
    guard let parts else { return false }
    if parts.isWritten { return true }
    guard let value = value(text) else { return false }
    append(value, isPercent: isPercent, to: &out)
    return true
  }

  /// The exponent after the digits: 0 for nothing, -5 for `E-5`; `nil` for anything else, or for a number that no cell
  /// can have.
  private static func power(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let letter = text.first else { return 0 }
    guard letter | 0x20 == 0x65, let power = Int(String(decoding: text.dropFirst(), as: UTF8.self)),
      (-400...400).contains(power)
    else { return nil }
    return power
  }

  private static func write(
    digits: UnsafeBufferPointer<UInt8>, exponent: Int, isNegative: Bool, _ isPercent: Bool, to out: inout [UInt8]
  ) {
    var (count, exponent) = (digits.count, isPercent ? exponent + 2 : exponent)
    while count > 0, digits[count - 1] == 0x30 {
      count -= 1
      exponent += 1
    }
    if count == 0 || digits[0] == 0x30 {
      out.append(0x30)
    } else {
      if isNegative { out.append(0x2D) }
      // The number of digits before the point.
      let whole = count + exponent
      if whole <= 0 {
        out.append(contentsOf: [0x30, 0x2E])
        for _ in whole..<0 { out.append(0x30) }
        out.append(contentsOf: digits[..<count])
      } else if whole >= count {
        out.append(contentsOf: digits[..<count])
        for _ in count..<whole { out.append(0x30) }
      } else {
        out.append(contentsOf: digits[..<whole])
        out.append(0x2E)
        out.append(contentsOf: digits[whole..<count])
      }
    }
    if isPercent { out.append(0x25) }
  }
}
