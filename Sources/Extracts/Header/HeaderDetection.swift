import Metrics

/// What the first bytes of a file tell: its separator, its header and the layout that claims it, or why it is refused.
enum HeaderDetection {
  /// A layout claims the file.
  case claimed(BoundLayout, separator: UInt8)
  /// None does, for this reason.
  case refused(ExtractProblem, line: Int?)

  /// Looks at the first bytes of a file, its byte order mark taken off.
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
    // Only a file that nothing claims is worth asking what it comes nearest to.
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

  /// The row among the first forty that does not end in these bytes, where it starts, and why; `nil` when all end.
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

  /// The header is looked for in so many rows: titles may stand above it.
  private static let rowsToSearch = 40

  /// A row that comes near to the header of a layout, and what it lacks for that.
  private struct Candidate {
    let layout: Layout
    let header: Header
    let missing: [Requirement]
    /// The share of the columns the layout requires that the row names, 0...1.
    let share: Double

    init(_ layout: Layout, _ header: Header) {
      self.layout = layout
      self.header = header
      let required: Int
      (missing, required) = layout.missing(in: header)
      share = 1 - Double(missing.count) / Double(max(1, required))
    }

    var lacks: [String] { missing.map { $0.title(beside: header) } }
    /// Why it is not read: it is known to be another table, it lacks little, or it has next to nothing of any layout.
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
      // Of a system's own layouts the file's name and sheet, and what is above the header, may decide too.
      if let found, !found.layout.isLocal { memory.remember(found, row: record) }
      return found == nil ? header : nil
    }
    return found
  }

  /// The first forty rows, each taken as a header.
  private static func rows(_ bytes: UnsafeRawBufferPointer, isWhole: Bool, separator: UInt8) -> [Header] {
    var headers: [Header] = []
    forEachRow(bytes, isWhole: isWhole, separator: separator) { record, preamble in
      let header = Header(record, preamble: preamble)
      headers.append(header)
      return header
    }
    return headers
  }

  /// Gives each of the first forty rows with those above it, until one is not taken for a header and kept as one of them.
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

  /// The layout of files without a header that this first row belongs to.
  private static func headerless(_ record: Record, _ layouts: [Layout]) -> BoundLayout? {
    for layout in layouts {
      guard let titles = layout.headerless?(record) else { continue }
      return layout.bound(to: Header(titles: titles, line: 0))
    }
    return nil
  }

  /// The layout of highest rank among those that lack nothing; most lack the first column they require.
  private static func claimant(of header: Header, among layouts: [Layout]) -> BoundLayout? {
    var best: BoundLayout?
    for layout in layouts {
      guard let bound = layout.bound(to: header) else { continue }
      if best.map({ bound.rank > $0.rank }) ?? true { best = bound }
    }
    return best
  }

  /// The row and the layout of which it lacks least.
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

  /// Why these bytes are no text; `nil` when they are.
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
    // A disk that ran full, or a copy that was cut short, leaves zeros after the last row: the rows before them are whole.
    let text = bytes.prefix { $0 != 0 }
    return text.count > 0 && bytes[text.count...].allSatisfy({ $0 == 0 }) ? nil : .binary
  }

  /// What is no table but was saved under the name of one: a web page, often one that asks to sign in, or an answer of a
  /// service.
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

  /// Text of two or four bytes a character: of a table nearly every character is ASCII, so that the zeros stand in the same
  /// places nearly everywhere. `nil` for anything else.
  private static func wideText(_ bytes: UnsafeRawBufferPointer) -> ExtractProblem? {
    let head = bytes.prefix(1024)
    var zeros = [0, 0, 0, 0]
    for (place, byte) in head.enumerated() where byte == 0 { zeros[place % 4] += 1 }
    /// Whether these places of four bytes are zero but for one in five, and the others hardly ever.
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

  /// Whether one of the bytes is 0, eight at a time: every file is asked.
  private static func holdsZero(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = 0
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
