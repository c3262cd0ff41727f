extension Period {
  /// A period as sitrep's own layouts write it: `2018-02-14`, `2018-W07`, `2018-02`, `February 2018`, `2017/18 Q3`,
  /// `2017/18`, `2017/18 M11`, `2017/18 YTD M11`, or empty for undated. `nil` for any other text.
  public init?(_ text: some StringProtocol) {
    if let plain = Period(plain: text) {
      self = plain
      return
    }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" })
    switch words.count {
    case 0: self = .undated
    case 1:
      guard let period = Period(word: words[0]) else { return nil }
      self = period
    case 2:
      if let number = Month.number(named: words[0]), let year = Period.digits(words[1], count: 4),
        let month = Month(year: year, month: number)
      {
        self = .month(month)
      } else if let year = NHSYear(words[0]), let part = Period(part: words[1], of: year) {
        self = part
      } else {
        return nil
      }
    case 3:
      guard let year = NHSYear(words[0]), words[1].lowercased() == "ytd",
        case .month(let month)? = Period(part: words[2], of: year)
      else { return nil }
      self = .yearToDate(month)
    default: return nil
    }
  }

  /// `2018-02-14` or `2018-02` and nothing else, as in nearly every row of a daily or monthly file, read in one pass.
  /// `nil` for any other text, valid or not.
  private init?(plain text: some StringProtocol) {
    let numbers = text.utf8.withContiguousStorageIfAvailable { Period.plainNumbers(in: $0) }
    guard let (year, number, day) = numbers ?? nil, let month = Month(year: year, month: number) else { return nil }
    guard let day else {
      self = .month(month)
      return
    }
    guard let day = Day(year: year, month: number, day: day) else { return nil }
    self = .day(day)
  }

  /// Year, month and, if there is one, day of `2018-02-14` or `2018-02`.
  private static func plainNumbers(in bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int, Int?)? {
    guard bytes.count == 7 || bytes.count == 10, let year = number(bytes, 0..<4), let month = number(bytes, 5..<7),
      bytes[4] == UInt8(ascii: "-")
    else { return nil }
    if bytes.count == 7 { return (year, month, nil) }
    guard bytes[7] == UInt8(ascii: "-"), let day = number(bytes, 8..<10) else { return nil }
    return (year, month, day)
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for place in range {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// `2018-02-14`, `2018-W07`, `2018-02` or `2017/18`.
  private init?(word: some StringProtocol) {
    if let year = NHSYear(word) {
      self = .year(year)
      return
    }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 2, let year = Period.digits(parts[0], count: 4) else { return nil }
    if parts.count == 2, parts[1].first == "W" || parts[1].first == "w" {
      guard let number = Period.digits(parts[1].dropFirst(), count: 2), let week = Week(year: year, week: number) else {
        return nil
      }
      self = .week(week)
    } else if parts.count == 2 {
      guard let number = Period.digits(parts[1], count: 2), let month = Month(year: year, month: number) else {
        return nil
      }
      self = .month(month)
    } else {
      guard parts.count == 3, let month = Period.digits(parts[1], count: 2),
        let number = Period.digits(parts[2], count: 2), let day = Day(year: year, month: month, day: number)
      else { return nil }
      self = .day(day)
    }
  }

  /// `Q3` or `M11` of an NHS year.
  private init?(part: some StringProtocol, of year: NHSYear) {
    let digits = part.dropFirst()
    guard let letter = part.first, (1...2).contains(digits.utf8.count),
      let number = Period.digits(digits, count: digits.utf8.count)
    else { return nil }
    switch letter {
    case "Q", "q":
      guard let quarter = Quarter(year: year, number: number) else { return nil }
      self = .quarter(quarter)
    case "M", "m":
      guard let month = year.month(number) else { return nil }
      self = .month(month)
    default: return nil
    }
  }

  /// Exactly `count` ASCII digits as a number.
  static func digits(_ text: some StringProtocol, count: Int) -> Int? {
    guard text.utf8.count == count, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  /// The period as sitrep's own layouts and its JSON write it; empty when undated.
  public var text: String {
    switch self {
    case .day(let day): return Period.isoText(day)
    case .week(let week): return "\(week.isoYear)-W\(NHSYear.twoDigits(week.number))"
    case .month(let month): return "\(month.year)-\(NHSYear.twoDigits(month.number))"
    case .quarter(let quarter): return "\(quarter.year.text) Q\(quarter.number)"
    case .year(let year): return year.text
    case .yearToDate(let month): return "\(month.nhsYear.text) YTD M\(month.numberInNHSYear)"
    case .undated: return ""
    }
  }

  /// The period for people: `14 Feb 2018`, `week 7 2018`, `Feb 2018`, `Q3 2017/18`, `2017/18`, `M11 2017/18 to date`,
  /// `undated`.
  public var title: String {
    switch self {
    case .day(let day): return Period.title(of: day)
    case .week(let week): return "week \(week.number) \(week.isoYear)"
    case .month(let month): return "\(month.shortName) \(month.year)"
    case .quarter(let quarter): return "Q\(quarter.number) \(quarter.year.text)"
    case .year(let year): return year.text
    case .yearToDate(let month): return "M\(month.numberInNHSYear) \(month.nhsYear.text) to date"
    case .undated: return "undated"
    }
  }

  /// `14 Feb 2018`.
  public static func title(of day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(number) \(Month.names[month - 1].prefix(3)) \(year)"
  }

  private static func isoText(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(year)-\(NHSYear.twoDigits(month))-\(NHSYear.twoDigits(number))"
  }
}

extension Day {
  /// A day written as `2018-02-14`; `nil` for any other text.
  public init?(_ text: some StringProtocol) {
    guard case .day(let day)? = Period(text) else { return nil }
    self = day
  }

  /// The day written as `2018-02-14`.
  public var text: String { Period.day(self).text }
}

extension NHSYear {
  /// A year written as `2017/18`, whose second part must follow the first; `nil` otherwise.
  public init?(_ text: some StringProtocol) { self.init(text, separator: "/") }

  /// A year as published files write it, `2016-17`; `nil` for any other text.
  public init?(published text: some StringProtocol) { self.init(text, separator: "-") }

  private init?(_ text: some StringProtocol, separator: Character) {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 2, let first = Period.digits(parts[0], count: 4),
      let second = Period.digits(parts[1], count: 2),
      (1..<9999).contains(first), (first + 1) % 100 == second
    else { return nil }
    self.init(firstYear: Int32(first))
  }
}
