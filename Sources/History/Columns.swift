import Metrics

/// A measurement as a row of a history holds it: whole numbers, so that nothing is rounded.
struct MeasurementColumns: Equatable {
  let kind: Int
  var numerator: Int?
  var denominator: Int?
  var value: Int?
  var places: Int?

  init(kind: Int, numerator: Int? = nil, denominator: Int? = nil, value: Int? = nil, places: Int? = nil) {
    self.kind = kind
    (self.numerator, self.denominator, self.value, self.places) = (numerator, denominator, value, places)
  }

  init(_ measurement: Measurement) {
    switch measurement {
    case .count(let count):
      // A mean has places; a whole or a half does not.
      if count.isInHalves {
        self.init(kind: 0, value: count.halves)
      } else {
        self.init(kind: 0, value: count.parts, places: 6)
      }
    case .share(let within, let of):
      if within.isInHalves, of.isInHalves {
        self.init(kind: 1, numerator: within.halves, denominator: of.halves)
      } else {
        self.init(kind: 1, numerator: within.parts, denominator: of.parts, places: 6)
      }
    case .rate(let rate): self.init(kind: 2, value: rate.unscaled, places: rate.places)
    case .mean(let total, let of, let published):
      self.init(kind: 3, numerator: total, denominator: of, value: published?.unscaled, places: published?.places)
    case .money(let money): self.init(kind: 4, value: money.pounds, places: money.precision)
    case .suppressed: self.init(kind: 5)
    case .notReturned: self.init(kind: 6)
    }
  }

  /// The measurement; `nil` where no measurement is kept like that.
  var measurement: Measurement? {
    switch (kind, numerator, denominator, value, places) {
    case (0, nil, nil, let halves?, nil): .count(Count(halves: halves))
    case (0, nil, nil, let parts?, 6): .count(Count(parts: parts))
    case (1, let within?, let of?, nil, nil): .share(within: Count(halves: within), of: Count(halves: of))
    case (1, let within?, let of?, nil, 6): .share(within: Count(parts: within), of: Count(parts: of))
    case (2, nil, nil, let unscaled?, let places?) where (0...12).contains(places):
      .rate(Decimal(unscaled, places: places))
    case (3, let total?, let of?, nil, nil): .mean(total: total, of: of)
    case (3, let total?, let of?, let unscaled?, let places?) where (0...12).contains(places):
      .mean(total: total, of: of, published: Decimal(unscaled, places: places))
    case (4, nil, nil, let pounds?, let precision?): .money(Money(pounds: pounds, precision: precision))
    case (5, nil, nil, nil, nil): .suppressed
    case (6, nil, nil, nil, nil): .notReturned
    default: nil
    }
  }
}

/// A period as a row of a history holds it: its length, and its number among those of that length.
struct PeriodColumns: Hashable {
  let grain: Int
  let number: Int

  init(grain: Int, number: Int) { (self.grain, self.number) = (grain, number) }

  init(_ period: Period) {
    let number: Int32 =
      switch period {
      case .day(let day): day.number
      case .week(let week): week.monday.number
      case .month(let month), .yearToDate(let month): month.index
      case .quarter(let quarter): quarter.year.firstYear * 4 + Int32(quarter.number) - 1
      case .year(let year): year.firstYear
      case .undated: 0
      }
    self.init(grain: Int(period.grain.rawValue), number: Int(number))
  }

  /// The period; `nil` where none is kept like that.
  var period: Period? {
    guard let grain = UInt8(exactly: grain).flatMap(Period.Grain.init(rawValue:)), let number = Int32(exactly: number)
    else { return nil }
    switch grain {
    case .day: return .day(Day(number: number))
    case .week:
      let day = Day(number: number)
      return day.weekday == 1 ? .week(day.week) : nil
    case .month: return .month(Month(index: number))
    case .yearToDate: return .yearToDate(Month(index: number))
    case .quarter:
      return Quarter(year: NHSYear(firstYear: number >> 2), number: Int(number & 3) + 1).map(Period.quarter)
    case .year: return .year(NHSYear(firstYear: number))
    case .undated: return number == 0 ? .undated : nil
    }
  }
}

extension Moment {
  /// The moment that lies so many seconds after 1 January 1970 on the clock of the board.
  init(historySecond second: Int) {
    let day = second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
    self.init(day: Day(number: Int32(clamping: day)), second: second - day * 86_400)
  }

  /// Seconds since 1 January 1970 on the clock of the board.
  var historySecond: Int { Int(day.number) * 86_400 + second }
}
