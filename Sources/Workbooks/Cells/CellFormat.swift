/// What a number format says about the meaning of a number.
enum CellFormat: UInt8 {
  /// A number as it is.
  case plain
  /// A fraction shown as a percentage.
  case percent
  /// A day, with or without a time.
  case date
  /// A month of a year: the day in it is not shown.
  case month
  /// A time of day or a length of time: hours, minutes, seconds, no day.
  case time

  /// The format of a number that Excel keeps in its own list and does not write out.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 18...21, 45...47: self = .time
    case 17: self = .month
    case 14...16, 22, 27...31, 34...36, 50...54, 57, 58: self = .date
    case 32, 33, 55, 56: self = .time
    default: self = .plain
    }
  }

  /// The format as a workbook writes it out: `dd/mm/yyyy`, `[$-409]mmm\-yy`, `0.0%`.
  ///
  /// Whatever is in quotes or brackets, or follows `\`, `_` or `*`, is text and makes neither a date nor a percentage;
  /// only `[h]`, `[mm]` and `[ss]` mean lengths of time. The part before the first semicolon decides, because it is for
  /// positive numbers.
  init(code: some StringProtocol) {
    var scan = CellFormat.Scan()
    var bytes = code.utf8.makeIterator()
    scanning: while let byte = bytes.next() {
      switch byte {
      case 0x22:
        while let next = bytes.next(), next != 0x22 {}
      case 0x5C, 0x5F, 0x2A: _ = bytes.next()
      case 0x5B:
        var inside: [UInt8] = []
        while let next = bytes.next(), next != 0x5D { inside.append(next | 0x20) }
        if let first = inside.first, [0x68, 0x6D, 0x73].contains(first), inside.allSatisfy({ $0 == first }) {
          scan.hasTime = true
        }
      case 0x3B: break scanning
      default: scan.see(byte | 0x20, as: byte)
      }
    }
    self = scan.format(isGeneral: code.lowercased().hasPrefix("general"))
  }

  private struct Scan {
    var hasTime = false
    private var hasDay = false, hasYear = false, hasMonthOrMinute = false, hasPercent = false, hasDigits = false

    mutating func see(_ letter: UInt8, as byte: UInt8) {
      switch letter {
      case 0x64: hasDay = true
      case 0x79: hasYear = true
      case 0x68, 0x73: hasTime = true
      case 0x6D: hasMonthOrMinute = true
      default:
        if byte == 0x25 { hasPercent = true }
        if byte == 0x23 || byte == 0x3F { hasDigits = true }
      }
    }

    func format(isGeneral: Bool) -> CellFormat {
      if isGeneral { return .plain }
      // `#` and `?` are digits of a number, and never part of a date.
      if !hasDigits {
        if hasYear, hasMonthOrMinute, !hasDay, !hasTime { return .month }
        if hasDay || hasYear || hasMonthOrMinute && !hasTime { return .date }
        if hasTime { return .time }
      }
      return hasPercent ? .percent : .plain
    }
  }
}
