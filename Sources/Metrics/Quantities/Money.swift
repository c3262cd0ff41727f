/// An amount in whole pounds, with the precision with which it was published.
public struct Money: Hashable, Sendable {
  /// Pounds; negative for a deficit or an adverse amount.
  public let pounds: Int
  /// The value of one unit of the last published digit, in pounds: 100,000 for `£9.4m`, 1,000 for `£000`, 1 for pounds.
  public let precision: Int

  /// An amount of whole pounds, published to the nearest `precision` pounds.
  public init(pounds: Int, precision: Int = 1) {
    self.pounds = max(pounds, -Int.max)
    self.precision = max(1, precision)
  }

  /// The unit of a money column, for cells that name none.
  public enum Unit: Int, Sendable {
    /// `£`
    case pounds = 1
    /// `£000`
    case thousands = 1000
    /// `£m`
    case millions = 1_000_000
  }

  /// An amount as documents print it: `(9.4)`, `-9.4`, `−9.4`, `£9.4m`, `9,400`. Brackets mean negative. A unit in the
  /// cell (`m`, `k`) has precedence over the column's. `nil` when the text is not an amount, for example `9,4` and `9
  /// 4`.
  public init?(_ text: some StringProtocol, unit columnUnit: Unit) {
    if let plain = text.utf8.withContiguousStorageIfAvailable({ Money.plain($0) }), let (decimal, isNegative) = plain {
      guard let money = Money(decimal, isNegative: isNegative, unit: columnUnit) else { return nil }
      self = money
      return
    }
    var organisation = Money.trimmed(Substring(text))
    var negative = false
    if organisation.first == "(", organisation.last == ")" {
      negative = true
      organisation = Money.trimmed(organisation.dropFirst().dropLast())
    }
    var hasPound = Money.dropPound(&organisation)
    if !negative, let sign = organisation.first, "-−–+".contains(sign) {
      negative = sign != "+"
      organisation = Money.trimmed(organisation.dropFirst())
    }
    if !hasPound { hasPound = Money.dropPound(&organisation) }
    var unit = columnUnit
    if let last = organisation.last, "mMkK".contains(last) {
      unit = last == "m" || last == "M" ? .millions : .thousands
      organisation = Money.trimmed(organisation.dropLast())
    }
    guard let first = organisation.utf8.first, (0x30...0x39).contains(first) || first == 0x2E,
      let plain = Money.ungrouped(organisation), let decimal = Decimal(plain)
    else { return nil }
    self.init(decimal, isNegative: negative, unit: unit)
  }

  /// A number of units; `nil` when it does not fit. Money is stored in whole pounds: pence are rounded half away from
  /// zero.
  private init?(_ decimal: Decimal, isNegative: Bool, unit: Unit) {
    let scale = Decimal.powerOfTen(decimal.places)
    let (product, overflow) = decimal.unscaled.multipliedReportingOverflow(by: unit.rawValue)
    guard !overflow else { return nil }
    let pounds = Ratio(product, scale).rounded(places: 0)
    self.init(pounds: isNegative ? -pounds : pounds, precision: max(1, unit.rawValue / scale))
  }

  /// `9.4` or `(9.4)` and nothing else, as in nearly every cell of money, read in one pass; `nil` for any other text,
  /// valid or not.
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> (Decimal, isNegative: Bool)? {
    guard bytes.count < 18, let first = bytes.first, let last = bytes.last else { return nil }
    let isBracketed = first == UInt8(ascii: "(") && last == UInt8(ascii: ")")
    var (value, digits, places) = (0, 0, -1)
    for place in (isBracketed ? 1 : 0)..<(bytes.count - (isBracketed ? 1 : 0)) {
      let digit = bytes[place] &- UInt8(ascii: "0")
      if digit < 10 {
        value = value * 10 + Int(digit)
        digits += 1
        if places >= 0 { places += 1 }
      } else if bytes[place] == UInt8(ascii: "."), places < 0 {
        places = 0
      } else {
        return nil
      }
    }
    return digits > 0 && places <= 12 ? (Decimal(value, places: max(0, places)), isBracketed) : nil
  }

  /// The text without spaces at its ends.
  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first == " " || first == "\u{A0}" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\u{A0}" { text.removeLast() }
    return text
  }

  /// Removes a pound sign at the front; returns whether there was one.
  private static func dropPound(_ text: inout Substring) -> Bool {
    guard text.first == "£" else { return false }
    text = trimmed(text.dropFirst())
    return true
  }

  /// The text without its commas, each of which must be followed by exactly three digits; `nil` otherwise.
  private static func ungrouped(_ text: Substring) -> String? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].utf8.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
        return nil
      }
    }
    return groups.joined() + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// Zero, known exactly.
  public static let zero = Money(pounds: 0)
  /// The amount without its sign.
  public var magnitude: Money { Money(pounds: abs(pounds), precision: precision) }
  /// The sum, with the coarser precision of the two.
  public static func + (left: Money, right: Money) -> Money {
    let (sum, overflow) = left.pounds.addingReportingOverflow(right.pounds)
    return Money(
      pounds: overflow ? (left.pounds > 0 ? Int.max : -Int.max) : sum, precision: max(left.precision, right.precision))
  }
  /// The difference, with the coarser precision of the two.
  public static func - (left: Money, right: Money) -> Money {
    left + Money(pounds: -right.pounds, precision: right.precision)
  }
  /// The sum of some amounts; `nil` for none, and where one of them is not known, because missing is never zero.
  public static func total(_ amounts: some Sequence<Money?>) -> Money? {
    var total: Money?
    for amount in amounts {
      guard let amount else { return nil }
      total = total.map { $0 + amount } ?? amount
    }
    return total
  }

  /// The same amount with the other sign.
  public static prefix func - (money: Money) -> Money { Money(pounds: -money.pounds, precision: money.precision) }

  /// `£9.4m`, `£302k`, `£940`, with a minus for a negative amount: for sentences.
  public var text: String {
    (pounds < 0 ? "-" : "") + "£" + magnitude.digits
  }

  /// To the pound: `£302,415`, with a minus for a negative amount.
  public var exactText: String { (pounds < 0 ? "-" : "") + "£" + Ratio(abs(pounds)).text(places: 0) }

  /// `£9.4m` or `(£9.4m)`: for sentences that set a surplus beside a deficit, as finance reports write them.
  public var bracketedText: String { pounds < 0 ? "(£" + magnitude.digits + ")" : text }

  /// `9.4m` or `(9.4m)`: brackets for a negative amount, as tables print it, with the precision with which it was
  /// published.
  public var bracketed: String {
    let isFine = precision < 10_000 && abs(pounds) >= 1_000_000
    let digits = isFine ? Ratio(abs(pounds), 1_000_000).text(places: 3) + "m" : digits
    return pounds < 0 ? "(\(digits))" : digits
  }

  /// In millions as tables print it, `9.4` or `(9.4)`, without the unit: with at least one decimal, and with enough to
  /// keep thousands of pounds that were published.
  public var millions: String { millions(places: placesInMillions) }

  /// The number of decimals in millions that its precision needs.
  public var placesInMillions: Int {
    precision >= 100_000 ? 1 : precision >= 10_000 ? 2 : precision >= 1000 ? 3 : precision >= 100 ? 4 : 3
  }

  /// In millions with this many decimals: `9.4` or `(9.4)`.
  public func millions(places: Int) -> String {
    let digits = Ratio(abs(pounds), 1_000_000).text(places: places)
    return pounds < 0 ? "(\(digits))" : digits
  }

  private var digits: String {
    switch abs(pounds) {
    case 1_000_000...:
      let places = precision >= 1_000_000 ? 0 : precision >= 100_000 ? 1 : precision >= 10_000 ? 2 : 1
      return Ratio(abs(pounds), 1_000_000).text(places: places) + "m"
    case 100_000... where precision >= 100_000: return Ratio(abs(pounds), 1_000_000).text(places: 1) + "m"
    case 1000...:
      let places = precision < 1000 && abs(pounds) < 1_000_000 && abs(pounds) % 1000 != 0 ? 1 : 0
      return Ratio(abs(pounds), 1000).text(places: places) + "k"
    default: return Ratio(abs(pounds), 1).text(places: 0)
    }
  }
}
