/// The rows of a CSV as texts, to be shown rather than measured.
public enum CSVRows {
  /// Every row, the header included; empty lines are left out.
  public static func read(_ bytes: [UInt8]) -> [[String]] {
    bytes.withUnsafeBytes { block in
      var splitter = RecordSplitter(separator: UInt8(ascii: ","))
      var record = Record()
      var position = 0
      var rows: [[String]] = []
      while splitter.next(in: block, from: &position, into: &record) || splitter.finish(into: &record) {
        rows.append(record.texts)
        record.clear()
      }
      return rows
    }
  }
}
