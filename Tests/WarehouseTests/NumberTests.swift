import COdbc
import Testing

/// How a floating-point number that an engine returned is written into the CSV.
@Suite struct NumberTests {
  private func text(_ value: Double, isSingle: Bool = false) -> String {
    var bytes = [CChar](repeating: 0, count: 64)
    let length = codbc_number_text(value, isSingle ? 1 : 0, &bytes)
    return String(decoding: bytes.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The digits of a number without sign, point, exponent and the zeros around them.
  private func digits(_ text: String) -> String {
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }.filter(\.isNumber)
    return String(mantissa.drop { $0 == "0" }.reversed().drop { $0 == "0" }.reversed())
  }

  @Test(arguments: [
    (0.1, "0.1"), (-0.5, "-0.5"), (1234.5, "1234.5"), (95, "95"), (-3, "-3"), (0.000001, "0.000001"),
    (100_000, "100000"),
    (999_999_999_999_999, "999999999999999"), (0.1 + 0.2, "0.30000000000000004"), (1e-7, "0.0000001"), (0, "0"),
    (-0.0, "0"),
    (9_007_199_254_740_993, "9007199254740992"), (1e22, "1.0e22"), (2.5e-300, "2.5e-300"),
  ])
  func `a number has the digits that it was stored with`(value: Double, written: String) {
    #expect(text(value) == written || digits(text(value)) == digits(written) && Double(text(value)) == value)
    if !written.contains("e") { #expect(text(value) == written) }
  }

  @Test func `whatever the number, it reads back as itself and no shorter text does`() {
    var generator = Numbers(state: 11)
    for _ in 0..<20_000 {
      let value = generator.double()
      let written = text(value)
      #expect(Double(written) == value, "\(value) was written as \(written)")
      if value.isNormal {
        #expect(digits(written).count <= digits("\(value)").count, "\(value) was written as \(written)")
      }
      let single = generator.single()
      let narrow = text(Double(single), isSingle: true)
      #expect(Float(narrow) == single, "\(single) was written as \(narrow)")
      if single.isNormal {
        #expect(digits(narrow).count <= digits("\(single)").count, "\(single) was written as \(narrow)")
      }
    }
  }
}

/// Numbers as an engine may hold them: amounts, shares, sums of decimals, and any pattern of bits that is finite.
private struct Numbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }

  mutating func double() -> Double {
    let amount = Double(Int64(truncatingIfNeeded: next() % 2_000_000_000_000) - 1_000_000_000_000)
    return switch next() % 5 {
    case 0: amount
    case 1: amount / [10, 100, 1000, 1e6, 1e7][Int(next() % 5)]
    case 2: amount * 0.1 + 0.2
    case 3: Double(next() % 1000) / Double(next() % 1000 + 1)
    default: finite(Double(bitPattern: next()))
    }
  }

  mutating func single() -> Float {
    switch next() % 3 {
    case 0: Float(next() % 2_000_000) / 100
    case 1: Float(next() % 1000) / Float(next() % 1000 + 1)
    default: finite(Float(bitPattern: UInt32(truncatingIfNeeded: next())))
    }
  }

  private func finite<Value: BinaryFloatingPoint>(_ value: Value) -> Value { value.isFinite ? value : 0.25 }
}
