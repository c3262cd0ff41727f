import Metrics

/// The contents of a numeric cell. Blank, `-`, `.`, `*` and 0 are different things.
enum Cell: Equatable {
  /// A number, without thousands separators.
  case number(Decimal)
  /// A number before a percent sign, `80.00%`, which is not a count.
  case percent(Decimal)
  /// Empty: not collected, or not applicable.
  case blank
  /// `-`, `.` or `N/A`: not calculable, or not available.
  case unavailable
  /// `*`: a small number that the publisher suppressed.
  case suppressed
  /// Anything else.
  case other
}

extension Record {
  /// The contents of a numeric cell.
  func cell(_ field: Int) -> Cell {
    let range = trimmed(field)
    if range.isEmpty { return .blank }
    if let whole = digits(in: range) { return .number(Decimal(whole)) }
    if range.count == 1 {
      switch content[range.lowerBound] {
      case 0x2D, 0x2E: return .unavailable
      case 0x2A: return .suppressed
      default: return .other
      }
    }
    if isHiddenNumber(range) { return .suppressed }
    if self.field(field, isLowercased: "[x]") || self.field(field, isLowercased: "[z]") { return .unavailable }
    if self.field(field, isLowercased: "n/a") || self.field(field, isLowercased: "na") { return .unavailable }
    if content[range.upperBound - 1] == 0x25 { return printed(range.dropLast()).map(Cell.percent) ?? .other }
    return printed(range).map(Cell.number) ?? .other
  }

  /// Whether it is `<5`, `[c]` or `**`: a number too small to be published, in a form other than `*`.
  private func isHiddenNumber(_ range: Range<Int>) -> Bool {
    let bytes = content[range]
    if bytes.first == UInt8(ascii: "<") {
      let digits = bytes.dropFirst().drop { $0 == 0x20 || $0 == UInt8(ascii: "=") }
      return (1...2).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
    return bytes.elementsEqual("[c]".utf8) || bytes.elementsEqual("[C]".utf8) || bytes.allSatisfy { $0 == 0x2A }
  }

  /// A number as a spreadsheet prints it, with the decimal sign of its file.
  private func printed(_ range: Range<Int>) -> Decimal? {
    hasDecimalCommas
      ? DecimalComma.pointed(content[range]).flatMap { Decimal(printed: $0[...]) } : Decimal(printed: content[range])
  }

  /// A number of digits alone, as in nearly every cell.
  private func digits(in range: Range<Int>) -> Int? {
    guard range.count <= 18 else { return nil }
    var value = 0
    for index in range {
      let digit = content[index] &- 0x30
      if digit > 9 { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }
}

extension Decimal {
  /// A number as Excel prints it: `17,712`, `-3`, `0.7324`.
  ///
  /// Digits beyond the twelfth place are floating-point noise and are dropped. A separator must be followed by three
  /// digits.
  init?(printed bytes: ArraySlice<UInt8>) {
    var bytes = bytes
    let negative = bytes.first == 0x2D
    if negative { bytes.removeFirst() }
    var value = 0
    var places: Int?
    var digits = 0
    var sinceSeparator: Int?
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        digits += 1
        if let since = sinceSeparator, places == nil { sinceSeparator = since + 1 }
        if let seen = places {
          if seen == 12 { continue }
          places = seen + 1
        }
        guard value <= (Int.max - 9) / 10 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      case 0x2C:
        guard places == nil, digits > 0, sinceSeparator == nil ? digits <= 3 : sinceSeparator == 3 else { return nil }
        sinceSeparator = 0
      case 0x2E:
        guard places == nil, sinceSeparator == nil || sinceSeparator == 3 else { return nil }
        sinceSeparator = nil
        places = 0
      default: return nil
      }
    }
    guard digits > 0, sinceSeparator == nil || sinceSeparator == 3 else { return nil }
    self.init(negative ? -value : value, places: places ?? 0)
  }

  /// The whole number that it is, ignoring floating-point noise (`870296.9999999999`); `nil` when it is not whole.
  var whole: Int? {
    if places == 0 { return unscaled }
    let nearest = ratio.rounded(places: 0)
    let distance = (ratio - Ratio(nearest)).magnitude
    return distance.isZero || (places >= 7 && distance < Ratio(1, 1_000_000)) ? nearest : nil
  }
}
