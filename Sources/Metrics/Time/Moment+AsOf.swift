/// Days of the past, as somebody types them who looks back.
extension Moment {
  /// A day in words or digits, `20 Nov`, `20 Nov 2026`, `2026-11-20`, with or without a time after it, `09:00`; `nil` when
  /// the text is none.
  ///
  /// A day without a year is the last one that is not later than now, and a day without a time is the whole day.
  public init?(asOf text: some StringProtocol, before now: Moment) {
    if let exact = Moment(text), text.contains(":") {
      self = exact
      return
    }
    var words = String(text).split { $0 == " " }.map(String.init)
    let time = words.last.flatMap { $0.contains(":") ? $0 : nil }
    if time != nil { words.removeLast() }
    guard let day = Moment.day(words, before: now.day) else { return nil }
    guard let time else {
      self.init(day: day, second: 86_399)
      return
    }
    guard let moment = Moment("\(day.text)T\(time)") else { return nil }
    self = moment
  }

  private static func day(_ words: [String], before today: Day) -> Day? {
    if words.count == 1 { return Day(words[0]) }
    guard (2...3).contains(words.count), let number = Int(words[0]), let month = Month.number(named: words[1]) else {
      return nil
    }
    if words.count == 3 { return Int(words[2]).flatMap { Day(year: $0, month: month, day: number) } }
    let year = today.civil.year
    // The 29th of February may be some years back.
    return (0...8).lazy.compactMap { Day(year: year - $0, month: month, day: number) }.first { $0 <= today }
  }

  /// Whether it is the end of a day: a day without a time.
  public var isWholeDay: Bool { second == 86_399 }

  /// `as known on 20 Nov 2026`, `as known on 20 Nov 2026 at 09:00`.
  public var asOfWords: String {
    "as known on \(Period.title(of: day))" + (isWholeDay ? "" : " at \(clock)")
  }

  /// `as of 20 Nov`.
  public var asOfBrief: String { "as of \(date)" }
}
