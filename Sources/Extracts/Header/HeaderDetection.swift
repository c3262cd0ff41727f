import Metrics

/// What the first bytes of a file show: its separator, its header and the layout that claims it, or why it is refused.
enum HeaderDetection {
  /// A layout claims the file.
  case claimed(BoundLayout, separator: UInt8)
  /// No layout claims it, for this reason.
  case refused(ExtractProblem, line: Int?)

  /// Examines the first bytes of a file, after its byte order mark.
  init(_ bytes: UnsafeRawBufferPointer, isWhole: Bool, layouts: [Layout], memory: HeaderMemory) {
    if let cause = HeaderDetection.noText(bytes) {
      self = .refused(cause, line: nil)
      return
    }
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    for separator in separators {
      let found = HeaderDetection.search(
        bytes, isWhole: isWhole, separator: separator, layouts: layouts, memory: memory)
      if let found {
        self = .claimed(found, separator: separator)
        return
      }
    }
    // The nearest layout is worked out only for a file that nothing claims.
    var nearest: Candidate?
    for separator in separators {
      let rows = HeaderDetection.rows(bytes, isWhole: isWhole, separator: separator)
      let found =
        HeaderDetection.nearest(rows.filter { $0.titles.allSatisfy { Decimal($0) == nil } }, layouts)
        ?? HeaderDetection.nearest(rows, layouts)
      if let found, nearest.map({ found.share > $0.share }) ?? true { nearest = found }
    }
    if nearest.map({ $0.share == 0 }) ?? true, let (cause, line) = HeaderDetection.unended(bytes, isWhole: isWhole) {
      self = .refused(cause, line: line)
      return
    }
    self = nearest.map { .refused($0.refusal, line: $0.header.line) } ?? .refused(.empty, line: nil)
  }

  /// The first of the first forty rows that does not end within these bytes: where it starts, and why; `nil` when all
  /// end.
  private static func unended(_ bytes: UnsafeRawBufferPointer, isWhole: Bool) -> (ExtractProblem, line: Int)? {
    var splitter = RecordSplitter(separator: UInt8(ascii: ","))
    var record = Record()
    var position = 0
    for _ in 0..<rowsToSearch {
      record.clear()
      if splitter.next(in: bytes, from: &position, into: &record) { continue }
      if isWhole { return splitter.isInsideQuotes ? (.unclosedQuote, splitter.quoteLine) : nil }
      return splitter.isInsideRecord ? (.headerTooLong, record.line) : nil
    }
    return nil
  }

  /// How many rows are searched for the header, which may have titles above it.
  private static let rowsToSearch = 40

  /// A row that is similar to the header of a layout, and what it lacks.
  private struct Candidate {
    let layout: Layout
    let header: Header
    let missing: [Requirement]
    /// The share of the layout's required columns that the row has, 0...1.
    let share: Double

    init(_ layout: Layout, _ header: Header) {
      self.layout = layout
      self.header = header
      let required: Int
      (missing, required) = layout.missing(in: header)
      share = 1 - Double(missing.count) / Double(max(1, required))
    }

    var lacks: [String] { missing.map { $0.title(beside: header) } }
    /// Why the file is not read: it is known to be another table, it lacks a few columns, or it resembles no layout.
    var refusal: ExtractProblem {
      if share >= 0.5, let cause = layout.refusal?(header) { return cause }
      let titles = header.titles.filter { !$0.isEmpty }
      return share < 0.5 && titles.count > 1
        ? .unknownTable(Array(titles.prefix(6)), more: max(0, titles.count - 6))
        : .noLayout(layout.name, lacks: lacks)
    }
  }

  /// The first row among the first forty that some layout claims.
  private static func search(
    _ bytes: UnsafeRawBufferPointer, isWhole: Bool, separator: UInt8, layouts: [Layout], memory: HeaderMemory
  ) -> BoundLayout? {
    var found: BoundLayout?
    forEachRow(bytes, isWhole: isWhole, separator: separator) { record, preamble in
      if let known = memory.claimant(of: record) {
        found = known.moved(to: record.line, under: preamble)
        return nil
      }
      found = preamble.isEmpty ? headerless(record, layouts) : nil
      if found != nil { return nil }
      let header = Header(record, preamble: preamble)
      found = claimant(of: header, among: layouts)
      // For a system's own layouts, the name of the file and sheet and the rows above the header may decide too.
      if let found, !found.layout.isLocal { memory.remember(found, row: record) }
      return found == nil ? header : nil
    }
    return found
  }

  /// The first forty rows, each treated as a header.
  private static func rows(_ bytes: UnsafeRawBufferPointer, isWhole: Bool, separator: UInt8) -> [Header] {
    var headers: [Header] = []
    forEachRow(bytes, isWhole: isWhole, separator: separator) { record, preamble in
      let header = Header(record, preamble: preamble)
      headers.append(header)
      return header
    }
    return headers
  }

  /// Calls a closure with each of the first forty rows and the rows above it, until the closure accepts one as the
  /// header.
  private static func forEachRow(
    _ bytes: UnsafeRawBufferPointer, isWhole: Bool, separator: UInt8, _ body: (Record, [[String]]) -> Header?
  ) {
    var splitter = RecordSplitter(separator: separator)
    var record = Record()
    var position = 0
    var preamble: [[String]] = []
    while preamble.count < rowsToSearch {
      if !splitter.next(in: bytes, from: &position, into: &record) {
        guard isWhole, splitter.finish(into: &record) else { return }
      }
      guard let header = body(record, preamble) else { return }
      preamble.append(header.titles)
      record.clear()
    }
  }

  /// The layout for files without a header that this first row belongs to.
  private static func headerless(_ record: Record, _ layouts: [Layout]) -> BoundLayout? {
    for layout in layouts {
      guard let titles = layout.headerless?(record) else { continue }
      return layout.bound(to: Header(titles: titles, line: 0))
    }
    return nil
  }

  /// The layout of the highest rank among those that lack no column; most lack the first column that they require.
  private static func claimant(of header: Header, among layouts: [Layout]) -> BoundLayout? {
    var best: BoundLayout?
    // Every published layout needs two columns, and a title above a table has one.
    let isTitle = header.names.count { !$0.text.isEmpty } < 2
    for layout in layouts where layout.isLocal || !isTitle {
      guard let bound = layout.bound(to: header) else { continue }
      if best.map({ bound.rank > $0.rank }) ?? true { best = bound }
    }
    return best
  }

  /// The row and the layout that differ least.
  private static func nearest(_ rows: [Header], _ layouts: [Layout]) -> Candidate? {
    var best: Candidate?
    for header in rows {
      for layout in layouts {
        let candidate = Candidate(layout, header)
        if best.map({ candidate.share > $0.share }) ?? true { best = candidate }
      }
    }
    return best
  }

  /// Why these bytes are not text; `nil` when they are.
  private static func noText(_ bytes: UnsafeRawBufferPointer) -> ExtractProblem? {
    if bytes.isEmpty { return .empty }
    let start = Array(bytes.prefix(4))
    if start == [0xFF, 0xFE, 0, 0] { return .wideText("UTF-32 (little-endian)") }
    if start == [0, 0, 0xFE, 0xFF] { return .wideText("UTF-32 (big-endian)") }
    if start.starts(with: [0xFF, 0xFE]) { return .wideText("UTF-16 (little-endian)") }
    if start.starts(with: [0xFE, 0xFF]) { return .wideText("UTF-16 (big-endian)") }
    if start == [0x50, 0x4B, 0x03, 0x04] || start == [0xD0, 0xCF, 0x11, 0xE0] { return .workbook }
    guard holdsZero(bytes) else { return bytes.allSatisfy(isSpace) ? .empty : page(bytes) }
    if let cause = wideText(bytes) { return cause }
    // A disk that was full, or a copy that was cut off, leaves zeros after the last row; the rows before them are
    // complete.
    let text = bytes.prefix { $0 != 0 }
    return text.count > 0 && bytes[text.count...].allSatisfy({ $0 == 0 }) ? nil : .binary
  }

  /// Something other than a table that was saved under a table's name: a web page, often one that asks to sign in, or a
  /// service's response.
  private static func page(_ bytes: UnsafeRawBufferPointer) -> ExtractProblem? {
    let start = bytes.drop(while: isSpace).prefix(4096)
    if start.first == UInt8(ascii: "{") { return .serviceAnswer }
    guard start.first == UInt8(ascii: "<") else { return nil }
    let text = TextEncoding.text(Array(start)).lowercased()
    guard
      text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.contains("<head") || text.contains("<body")
    else { return nil }
    return .webPage(asksToSignIn: ["sign in", "log in", "login", "password"].contains { text.contains($0) })
  }

  /// Text of two or four bytes a character. In a table nearly every character is ASCII, so the zeros are nearly always
  /// in the same places. `nil` for anything else.
  private static func wideText(_ bytes: UnsafeRawBufferPointer) -> ExtractProblem? {
    let head = bytes.prefix(1024)
    var zeros = [0, 0, 0, 0]
    for (place, byte) in head.enumerated() where byte == 0 { zeros[place % 4] += 1 }
    /// Whether at least four in five of these byte positions (of every four) are zero, and the others hardly ever.
    func areZero(_ places: [Int]) -> Bool {
      (0..<4).allSatisfy { place in
        let share = zeros[place] * 4 * 5
        return places.contains(place) ? share >= head.count * 4 : share <= head.count
      }
    }
    if areZero([1, 2, 3]) { return .wideText("UTF-32 (little-endian)") }
    if areZero([0, 1, 2]) { return .wideText("UTF-32 (big-endian)") }
    if areZero([1, 3]) { return .wideText("UTF-16 (little-endian)") }
    if areZero([0, 2]) { return .wideText("UTF-16 (big-endian)") }
    return nil
  }

  /// Whether any byte is 0, tested sixteen at a time because every file is tested.
  private static func holdsZero(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = 0
    while place + 16 <= bytes.count {
      let one = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let other = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
      if ((one &- ones) & ~one | (other &- ones) & ~other) & (ones << 7) != 0 { return true }
      place += 16
    }
    while place + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // A byte borrows from its high bit only where it was 0.
      if (word &- ones) & ~word & (ones << 7) != 0 { return true }
      place += 8
    }
    return bytes[place...].contains(0)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
