import Testing

@testable import Workbooks

@Suite struct PlainNumberTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("007", "7"), ("8123", "8123"), ("12345678901234567890", "12345678901234567000"),
    ("+5", "5"),
    ("0.77039100000000002", "0.770391"), ("2.0", "2"), ("1.50", "1.5"), (".5", "0.5"), ("5.", "5"),
    ("2167584.0000000005", "2167584.0000000005"), ("1E-7", "0.0000001"), ("2.4e3", "2400"), ("-1.5E+2", "-150"),
    ("0.1", "0.1"), ("100", "100"), ("1e15", "1000000000000000"), ("0.30000000000000004", "0.30000000000000004"),
  ])
  func `a number of a file is written without an exponent and without the noise behind it`(
    _ text: String, _ plain: String
  ) {
    #expect(written(text) == plain)
  }

  @Test(arguments: ["", "-", "abc", "1e", "1e999", "0x10", "1,5", "NaN", "INF", "1.2.3"])
  func `what is no number is not written as one`(_ text: String) {
    #expect(written(text) == nil)
  }

  @Test(arguments: [
    ("0.770391", "77.0391%"), ("0.75692867008111795", "75.6928670081118%"), ("1", "100%"), ("0", "0%"),
    ("-0.05", "-5%"),
    ("0.001", "0.1%"), ("12.5", "1250%"), ("1E-4", "0.01%"),
  ])
  func `a fraction shown as a percentage is moved by two places, and by nothing else`(_ text: String, _ percent: String)
  {
    #expect(written(text, isPercent: true) == percent)
  }

  @Test(arguments: [
    (0.1, "0.1"), (31.5, "31.5"), (-4250.5, "-4250.5"), (1e20, "100000000000000000000"),
    (1.0 / 3, "0.3333333333333333"),
    (123456789.123456789, "123456789.12345679"), (2_351_000, "2351000"),
  ])
  func `a binary number has the fewest digits that give it back`(_ value: Double, _ plain: String?) {
    var out: [UInt8] = []
    PlainNumber.append(value, to: &out)
    let text = String(decoding: out, as: UTF8.self)
    if let plain { #expect(text == plain) }
    #expect(Double(text) == value)
  }

  @Test func `every number that is written gives itself back`() {
    var state: UInt64 = 88_172_645_463_325_252
    for round in 0..<20_000 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let value = round % 2 == 0 ? Double(bitPattern: state) : Double(Int(state % 1_000_000_000)) / 1000
      guard value.isFinite else { continue }
      var out: [UInt8] = []
      PlainNumber.append(value, to: &out)
      #expect(Double(String(decoding: out, as: UTF8.self)) == value)
    }
  }

  private func written(_ text: String, isPercent: Bool = false) -> String? {
    var out: [UInt8] = []
    let isNumber = Array(text.utf8).withUnsafeBufferPointer { PlainNumber.append($0, isPercent: isPercent, to: &out) }
    return isNumber ? String(decoding: out, as: UTF8.self) : nil
  }
}
