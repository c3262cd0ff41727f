/// Writes the values of cells as their formats show them.
struct CellWriter {
  /// The meaning that each cell format of the workbook gives to a number.
  let formats: [CellFormat]
  let dates: SerialDate

  /// The meaning of a cell's format; a format that the workbook does not have leaves the number as it is.
  @inline(__always)
  func format(_ number: Int) -> CellFormat { number < formats.count ? formats[number] : .plain }

  /// Writes a number.
  func append(_ value: Double, _ format: CellFormat, to out: inout [UInt8]) {
    let isWritten =
      switch format {
      case .plain, .percent: false
      case .date: dates.appendDate(value, to: &out)
      case .month: dates.appendMonth(value, to: &out)
      case .time: dates.appendTime(value, to: &out)
      }
    if !isWritten { PlainNumber.append(value, isPercent: format == .percent, to: &out) }
  }

  /// Writes a number that the file has as text; a text that is not a number is written as it is.
  func append(_ text: UnsafeBufferPointer<UInt8>, _ format: CellFormat, to out: inout [UInt8]) {
    switch format {
    case .plain, .percent:
      if PlainNumber.append(text, isPercent: format == .percent, to: &out) { return }
    case .date, .month, .time:
      if let value = PlainNumber.value(text) { return append(value, format, to: &out) }
    }
    FieldText.append(text, to: &out)
  }

  /// Writes an instant in ISO 8601, `2026-03-01T08:30:00`; midnight is written as the day.
  static func append(instant text: [UInt8], to out: inout [UInt8]) {
    var text = text
    if text.last == 0x5A { text.removeLast() }
    if text.count > 10, text[10] == 0x54 {
      let time = text[11...]
      if time.allSatisfy({ $0 == 0x30 || $0 == 0x3A || $0 == 0x2E }) {
        text.removeSubrange(10...)
      } else {
        text[10] = 0x20
      }
    }
    FieldText.append(text, to: &out)
  }
}
