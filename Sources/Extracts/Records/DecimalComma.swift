import Metrics

/// Numbers in files whose fields are separated by semicolons, where a comma is the decimal sign.
enum DecimalComma {
  /// The number with a decimal point; `nil` where it is ambiguous: a point before three digits may be a thousands
  /// separator, `1.000`, or not.
  static func pointed(_ bytes: some Collection<UInt8>) -> [UInt8]? {
    let bytes = Array(bytes)
    let commas = bytes.filter { $0 == comma }.count
    guard let place = bytes.firstIndex(of: point) else {
      return commas > 1 ? nil : bytes.map { $0 == comma ? point : $0 }
    }
    let isFraction = bytes[..<place].allSatisfy { !(0x31...0x39).contains($0) }
    let decimals = bytes[(place + 1)...].prefix { (0x30...0x39).contains($0) }.count
    return commas == 0 && (isFraction || decimals != 3) ? bytes : nil
  }

  private static let comma = UInt8(ascii: ",")
  private static let point = UInt8(ascii: ".")
}

extension Record {
  /// The text of an amount with its decimal comma turned into a point; `nil` where it is ambiguous.
  func amountText(_ field: Int) -> String? {
    let text = text(field)
    return hasDecimalCommas ? DecimalComma.pointed(text.utf8).map { String(decoding: $0, as: UTF8.self) } : text
  }
}

extension Record {
  /// The damage that a spreadsheet has done to a number, where a field shows any: an error, or lost digits.
  func damage(_ field: Int) -> Fault? {
    let text = text(field)
    if text.hasPrefix("#") { return Fault(.spreadsheetError(text), field) }
    return SpreadsheetDamage.isExponent(text) ? Fault(.exponent(text), field) : nil
  }

  /// The fault of a field that is not a number of the kind wanted; where it would be a number with the other decimal
  /// sign, the fault is that it is ambiguous.
  func fault(_ field: Int, _ cause: (String) -> ExtractProblem) -> Fault {
    if let damage = damage(field) { return damage }
    let isOther = hasDecimalCommas && Decimal(printed: content[trimmed(field)]) != nil
    return Fault(isOther ? .twoReadings(text(field)) : cause(text(field)), field)
  }
}
