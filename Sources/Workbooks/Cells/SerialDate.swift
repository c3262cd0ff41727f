/// A date or time as a workbook stores it: days since the end of 1899, or since the start of 1904, with the fraction of
/// a day.
struct SerialDate {
  /// Whether 0 is the first day of 1904.
  let is1904: Bool

  /// The last day that a workbook can have, 31 December 9999.
  private static let last = 2_958_465
  private static let millisecondsOfDay = 86_400_000

  /// Writes a day as `2026-03-01`, followed by the time where it is not midnight: `2026-03-01 08:30:00`; `false` with
  /// nothing written for a number that is not a day.
  ///
  /// Before March 1900 the day numbers of a workbook are one too low, because it has a 29 February 1900; the number 60,
  /// which is that day, is not a day.
  func appendDate(_ serial: Double, to out: inout [UInt8]) -> Bool {
    guard serial.isFinite, serial >= 0, serial < Double(SerialDate.last + 1) else { return false }
    let milliseconds = Int((serial * Double(SerialDate.millisecondsOfDay)).rounded())
    var day = milliseconds / SerialDate.millisecondsOfDay
    if is1904 {
      day += 1462
    } else {
      guard day >= 1, day != 60 else { return false }
      if day < 60 { day += 1 }
    }
    guard day <= SerialDate.last else { return false }
    SerialDate.append(daysSince1970: day - 25_569, to: &out)
    let rest = milliseconds % SerialDate.millisecondsOfDay
    if rest > 0 {
      out.append(0x20)
      SerialDate.append(milliseconds: rest, to: &out)
    }
    return true
  }

  /// Writes a month as `2026-03` where the day is the first, as it is for dates that stand for months; otherwise the
  /// day.
  func appendMonth(_ serial: Double, to out: inout [UInt8]) -> Bool {
    guard appendDate(serial, to: &out) else { return false }
    SerialDate.shortenToMonth(&out)
    return true
  }

  /// Removes the day from the date that was written last, where it is the first of its month and has no time.
  static func shortenToMonth(_ out: inout [UInt8]) {
    if out.suffix(3).elementsEqual([0x2D, 0x30, 0x31]) { out.removeLast(3) }
  }

  /// Writes a length of time as `36:00:00`; `false` with nothing written for a negative one.
  ///
  /// A number as large as a present-day date is such a date, in a format that shows only its time.
  func appendTime(_ serial: Double, to out: inout [UInt8]) -> Bool {
    guard serial.isFinite, serial >= 0 else { return false }
    if serial >= 10_000 { return appendDate(serial, to: &out) }
    SerialDate.append(milliseconds: Int((serial * Double(SerialDate.millisecondsOfDay)).rounded()), to: &out)
    return true
  }

  /// Writes hours, minutes and seconds, and thousandths where there are any.
  static func append(milliseconds: Int, to out: inout [UInt8]) {
    let seconds = milliseconds / 1000
    let hours = seconds / 3600
    if hours < 100 { append(hours, digits: 2, to: &out) } else { out.append(contentsOf: String(hours).utf8) }
    out.append(0x3A)
    append(seconds / 60 % 60, digits: 2, to: &out)
    out.append(0x3A)
    append(seconds % 60, digits: 2, to: &out)
    if milliseconds % 1000 > 0 {
      out.append(0x2E)
      append(milliseconds % 1000, digits: 3, to: &out)
    }
  }

  /// Writes a day of the Gregorian calendar.
  private static func append(daysSince1970 days: Int, to out: inout [UInt8]) {
    // Counted from 1 March of the year 0, so that a leap day is the last of its year.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let day = shifted % 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    append(year + era * 400 + (month >= 10 ? 1 : 0), digits: 4, to: &out)
    out.append(0x2D)
    append(month < 10 ? month + 3 : month - 9, digits: 2, to: &out)
    out.append(0x2D)
    append(dayOfYear - (153 * month + 2) / 5 + 1, digits: 2, to: &out)
  }

  private static func append(_ number: Int, digits: Int, to out: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      out.append(UInt8(0x30 + number / divisor % 10))
      divisor /= 10
    }
  }
}
