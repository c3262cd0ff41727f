/// The names that files give to totals where other rows have the code or name of an organisation.
enum TotalName {
  private static let names: [StaticString] = [
    "total", "grand total", "totals", "england", "eng", "england total", "total england", "national", "national total",
    "all",
  ]
  private static let englands: [StaticString] = ["england", "eng", "national", "england total", "total england"]

  /// Whether a field names a total and not an organisation; a dash means England in published sheets.
  static func isTotal(_ record: Record, _ field: Int) -> Bool {
    let range = record.trimmed(field)
    guard !range.isEmpty, range.count <= 14 else { return false }
    return isDash(record, range) || names.contains { record.field(field, isLowercased: $0) }
  }

  /// Whether it names England.
  static func isEngland(_ record: Record, _ field: Int) -> Bool {
    englands.contains { record.field(field, isLowercased: $0) }
  }

  /// `-`, `–` or `—`, in UTF-8 or Windows-1252.
  private static func isDash(_ record: Record, _ range: Range<Int>) -> Bool {
    let (bytes, start) = (record.content, range.lowerBound)
    switch range.count {
    case 1: return [0x2D, 0x96, 0x97].contains(bytes[start])
    case 3: return bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && (0x93...0x94).contains(bytes[start + 2])
    default: return false
    }
  }
}
