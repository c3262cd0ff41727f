/// The texts that the cells of a workbook share, each as a field of a CSV, by number.
struct TextStore {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The number of texts.
  var count: Int { ends.count }

  /// Adds the next text.
  mutating func append(_ text: [UInt8]) throws(WorkbookFault) {
    FieldText.append(text, to: &bytes)
    ends.append(bytes.count)
    // Even an empty text needs room for its end.
    guard bytes.count + ends.count * 8 <= limit else { throw .unpacksBeyond(UInt64(limit)) }
  }

  /// Whether the text with this number is empty; `nil` where there is none.
  func isEmpty(_ number: Int) -> Bool? {
    guard ends.indices.contains(number) else { return nil }
    return ends[number] == (number == 0 ? 0 : ends[number - 1])
  }

  /// Writes a text that exists.
  @inline(__always)
  func append(_ number: Int, to out: inout [UInt8]) {
    out.append(contentsOf: bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
  }
}
