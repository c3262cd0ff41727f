import Metrics

extension Period {
  /// A period as people and spreadsheets write it: in the form of sitrep's own layouts, or as `14/02/2018`, `14/02/2018
  /// 00:00`, `2018-02-14T00:00:00`, `Apr-17`, `April 2017`, `2019/04`, `201904`, `2018-19 Q1`, `Q1 2018/19`, `Jan
  /// 2018-19`.
  ///
  /// A time is ignored. `nil` when the text is none of these.
  init?(written text: String) {
    if let period = Period(text) {
      self = period
      return
    }
    let date = Period.withoutTime(text)
    if date.isEmpty { return nil }
    if date != text, let period = Period(date) {
      self = period
    } else if let period = Period.ofNHSYear(date) {
      self = period
    } else if let day = Day(british: date) {
      self = .day(day)
    } else if let month = Period.month(date) {
      self = .month(month)
    } else {
      return nil
    }
  }

  /// The date before a time, `00:00` or `00:00:00.000`, that follows a space or a T.
  private static func withoutTime(_ text: String) -> String {
    guard let place = text.lastIndex(where: { $0 == " " || $0 == "T" || $0 == "t" }) else { return text }
    let time = text[text.index(after: place)...]
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].utf8.count <= 2, parts[1].utf8.count == 2,
      time.utf8.allSatisfy({ (0x30...0x39).contains($0) || ":.Zz".utf8.contains($0) })
    else { return text }
    return String(text[..<place])
  }

  /// `2018-19 Q1`, `Q1 2018/19`, `2018-19`, `Jan 2018-19`.
  private static func ofNHSYear(_ text: String) -> Period? {
    let words = text.split { $0 == " " || $0 == "\u{A0}" }
    func year(_ word: Substring) -> NHSYear? { NHSYear(word) ?? NHSYear(published: word) }
    if words.count == 1 { return year(words[0]).map(Period.year) }
    guard words.count == 2 else { return nil }
    for (first, second) in [(words[0], words[1]), (words[1], words[0])] {
      guard let year = year(first) else { continue }
      if let number = Month.number(named: second) { return .month(year.firstMonth.advanced(by: (number + 8) % 12)) }
      return Period("\(year.text) \(second)")
    }
    return nil
  }

  /// A month and a year and nothing else: `Apr-17`, `April 2017`, `2019/04`, `201904`.
  private static func month(_ text: String) -> Month? {
    if text.utf8.count == 6, let number = Int(text) { return Month(year: number / 100, month: number % 100) }
    let words = text.split { " -/_.,".contains($0) }
    guard words.count == 2 else { return nil }
    return Month(published: text)
  }
}
