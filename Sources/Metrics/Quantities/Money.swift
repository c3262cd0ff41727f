/// An amount in whole pounds, with the precision it was published with.
public struct Money: Hashable, Sendable {
  /// Pounds; negative for a deficit or an adverse amount.
  public let pounds: Int
  /// What one unit of the last published digit is worth, in pounds: 100,000 for `£9.4m`, 1,000 for `£000`, 1 for pounds.
  public let precision: Int

  /// An amount of whole pounds, published to the nearest `precision` pounds.
  public init(pounds: Int, precision: Int = 1) {
    self.pounds = pounds
    self.precision = max(1, precision)
  }

  /// The unit a money column is written in when the cell itself names none.
  public enum Unit: Int, Sendable {
    /// `£`
    case pounds = 1
    /// `£000`
    case thousands = 1000
    /// `£m`
    case millions = 1_000_000
  }

  /// An amount as documents print it: `(9.4)`, `-9.4`, `−9.4`, `£9.4m`, `9,400`. Brackets mean negative. A unit in the
  /// cell (`m`, `k`) beats the column's. `nil` when the text is no amount.
  public init?(_ text: some StringProtocol, unit columnUnit: Unit) {
    var body = Substring(text).filter { $0 != "," && $0 != "£" && $0 != " " && $0 != "\u{A0}" }
    var negative = false
    if body.first == "(", body.last == ")" {
      negative = true
      body = String(body.dropFirst().dropLast())
    } else if body.first == "-" || body.first == "−" || body.first == "–" {
      negative = true
      body = String(body.dropFirst())
    } else if body.first == "+" {
      body = String(body.dropFirst())
    }
    var unit = columnUnit
    if let last = body.last, last == "m" || last == "M" {
      unit = .millions
      body = String(body.dropLast())
    } else if let last = body.last, last == "k" || last == "K" {
      unit = .thousands
      body = String(body.dropLast())
    }
    guard let first = body.first, first.isASCII, first.isNumber || first == ".", let decimal = Decimal(body) else {
      return nil
    }
    let scale = Decimal.powerOfTen(decimal.places)
    let (product, overflow) = decimal.unscaled.multipliedReportingOverflow(by: unit.rawValue)
    // Money is held in whole pounds: pence are rounded half away from zero.
    guard !overflow else { return nil }
    let pounds = Ratio(product, scale).rounded(places: 0)
    self.init(pounds: negative ? -pounds : pounds, precision: max(1, unit.rawValue / scale))
  }

  /// Nothing, known exactly.
  public static let zero = Money(pounds: 0)
  /// Without its sign.
  public var magnitude: Money { Money(pounds: abs(pounds), precision: precision) }
  /// The sum, as coarse as the coarser of the two.
  public static func + (left: Money, right: Money) -> Money {
    let (sum, overflow) = left.pounds.addingReportingOverflow(right.pounds)
    return Money(
      pounds: overflow ? (left.pounds > 0 ? Int.max : -Int.max) : sum, precision: max(left.precision, right.precision))
  }
  /// The difference, as coarse as the coarser of the two.
  public static func - (left: Money, right: Money) -> Money {
    left + Money(pounds: -right.pounds, precision: right.precision)
  }
  /// The same amount with the other sign.
  public static prefix func - (money: Money) -> Money { Money(pounds: -money.pounds, precision: money.precision) }

  /// `£9.4m`, `£302k`, `£940`, with a minus for a negative amount: for sentences.
  public var text: String {
    (pounds < 0 ? "-" : "") + "£" + magnitude.digits
  }

  /// `9.4m` or `(9.4m)`: brackets for a negative amount, as tables print it.
  public var bracketed: String { pounds < 0 ? "(\(magnitude.digits))" : digits }

  /// In millions as tables print it, `9.4` or `(9.4)`, without the unit; at least one decimal.
  public var millions: String {
    let places = precision >= 100_000 ? 1 : precision >= 10_000 ? 2 : precision >= 1000 ? 3 : 1
    let digits = Ratio(abs(pounds), 1_000_000).text(places: places)
    return pounds < 0 ? "(\(digits))" : digits
  }

  private var digits: String {
    switch abs(pounds) {
    case 1_000_000...:
      let places = precision >= 100_000 ? 1 : precision >= 10_000 ? 2 : 1
      return Ratio(abs(pounds), 1_000_000).text(places: places) + "m"
    case 100_000... where precision >= 100_000: return Ratio(abs(pounds), 1_000_000).text(places: 1) + "m"
    case 1000...:
      let places = precision < 1000 && abs(pounds) < 1_000_000 && abs(pounds) % 1000 != 0 ? 1 : 0
      return Ratio(abs(pounds), 1000).text(places: places) + "k"
    default: return Ratio(abs(pounds), 1).text(places: 0)
    }
  }
}
