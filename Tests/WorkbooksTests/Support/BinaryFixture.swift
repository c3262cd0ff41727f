/// A small `.xls` put together for one test, record by record, in a compound file.
struct BinaryFixture {
  var isOf1904 = false
  /// Format codes by their numbers.
  var codes: [(id: Int, code: String)] = []
  /// The format number of each cell format.
  var formats: [Int] = [0]
  /// The records of the shared texts, whole.
  var sharedTexts: [UInt8] = []
  /// Records that stand right behind the first one.
  var opening: [UInt8] = []
  var version = 0x0600
  var sheets: [(name: String, state: Int, type: Int, records: [UInt8])] = []
  var container = CompoundFixture()
  var streamName = "Workbook"

  /// A workbook of one sheet with these records.
  init(_ records: [[UInt8]] = [], formats: [Int] = [0], codes: [(id: Int, code: String)] = []) {
    sheets = [("Sheet1", 0, 0, records.flatMap { $0 })]
    (self.formats, self.codes) = (formats, codes)
  }

  var bytes: [UInt8] {
    var container = container
    container.streams.insert((streamName, stream), at: 0)
    return container.bytes
  }

  /// The stream of the workbook.
  var stream: [UInt8] {
    var globals = record(0x809, little(version, 2) + little(5, 2) + little(0, 12)) + opening
    globals += record(0x22, little(isOf1904 ? 1 : 0, 2))
    for (id, code) in codes { globals += record(0x41E, little(id, 2) + wide(code)) }
    for format in formats { globals += record(0xE0, little(0, 2) + little(format, 2) + little(0, 16)) }
    let length = globals.count + sheets.reduce(0) { $0 + 4 + 8 + $1.name.utf8.count } + sharedTexts.count + 4
    var (list, content) = ([UInt8](), [UInt8]())
    for sheet in sheets {
      let head = little(length + content.count, 4) + [UInt8(sheet.state), UInt8(sheet.type)]
      list += record(0x85, head + [UInt8(sheet.name.utf8.count), 0] + Array(sheet.name.utf8))
      let kind = sheet.type == 0 ? 0x10 : sheet.type == 2 ? 0x20 : 0x40
      content += record(0x809, little(version, 2) + little(kind, 2) + little(0, 12)) + sheet.records + record(0x0A, [])
    }
    globals += list
    return globals + sharedTexts + record(0x0A, []) + content
  }
}

/// A record: its number, its length, its bytes.
func record(_ kind: Int, _ content: [UInt8]) -> [UInt8] { little(kind, 2) + little(content.count, 2) + content }

/// Where a cell is, and its format.
func cell(_ row: Int, _ column: Int, _ format: Int = 0) -> [UInt8] {
  little(row, 2) + little(column, 2) + little(format, 2)
}

/// A binary number of eight bytes.
func double(_ value: Double) -> [UInt8] { little(Int(bitPattern: UInt(value.bitPattern)), 8) }

/// A text with its length, in two bytes a character.
func wide(_ text: String) -> [UInt8] { little(text.utf16.count, 2) + [1] + text.utf16.flatMap { little(Int($0), 2) } }

/// A text with its length, in one byte a character.
func narrow(_ text: String) -> [UInt8] { little(text.utf8.count, 2) + [0] + Array(text.utf8) }

/// A compound file around some streams.
struct CompoundFixture {
  var streams: [(name: String, bytes: [UInt8])] = []
  /// Whether the sectors lie back to front.
  var isReversed = false

  private static let sector = 512

  var bytes: [UInt8] {
    var (mini, miniTable) = ([UInt8](), [Int]())
    var (data, chains, starts) = ([[UInt8]](), [[Int]](), [Int]())
    for stream in streams {
      if stream.bytes.count < 4096 {
        let count = (stream.bytes.count + 63) / 64
        starts.append(count == 0 ? -2 : miniTable.count)
        mini += stream.bytes + [UInt8](repeating: 0, count: count * 64 - stream.bytes.count)
        for number in 0..<count { miniTable.append(number == count - 1 ? -2 : miniTable.count + 1) }
      } else {
        starts.append(data.count)
        chains.append(add(stream.bytes, to: &data))
      }
    }
    let miniStart = mini.isEmpty ? -2 : data.count
    if !mini.isEmpty { chains.append(add(mini, to: &data)) }
    let miniTableStart = miniTable.isEmpty ? -2 : data.count
    if !miniTable.isEmpty { chains.append(add(miniTable.flatMap { little($0, 4) }, to: &data)) }
    let directoryStart = data.count
    // The directory's places are those of the turned file, so it is put together last.
    let directoryCount = (streams.count + 1 + 3) / 4
    let total = data.count + directoryCount
    func place(_ number: Int) -> Int { number < 0 ? number : isReversed ? total - 1 - number : number }
    var entries = entry(
      "Root Entry", type: 5, child: streams.isEmpty ? -1 : 1, start: place(miniStart), size: mini.count)
    for (number, stream) in streams.enumerated() {
      let isSmall = stream.bytes.count < 4096
      entries += entry(
        stream.name, type: 2, right: number + 1 < streams.count ? number + 2 : -1,
        start: isSmall ? starts[number] : place(starts[number]), size: stream.bytes.count)
    }
    chains.append(add(entries, to: &data))
    var table = [Int](repeating: -1, count: total)
    for chain in chains {
      for (number, sector) in chain.enumerated() {
        table[place(sector)] = number + 1 < chain.count ? place(chain[number + 1]) : -2
      }
    }
    let tables = (total + 127 + total / 64) / 128
    let tableBytes = (table + [Int](repeating: -3, count: tables)).flatMap { little($0, 4) }
    var sectors = [[UInt8]](repeating: [], count: total)
    for (number, sector) in data.enumerated() { sectors[place(number)] = sector }
    var head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    for word in [0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 0, 0] { head += little(word, 2) }
    let miniTables = miniTable.isEmpty ? 0 : 1
    for long in [tables, place(directoryStart), 0, 4096, place(miniTableStart), miniTables, -2, 0] {
      head += little(long, 4)
    }
    let places = (0..<109).flatMap { little($0 < tables ? total + $0 : -1, 4) }
    let rest = [UInt8](repeating: 0xFF, count: tables * CompoundFixture.sector - tableBytes.count)
    return head + places + Array(sectors.joined()) + tableBytes + rest
  }

  /// Adds bytes as whole sectors; their numbers.
  private func add(_ bytes: [UInt8], to data: inout [[UInt8]]) -> [Int] {
    let first = data.count
    for start in stride(from: 0, to: bytes.count, by: CompoundFixture.sector) {
      let part = Array(bytes[start..<min(start + CompoundFixture.sector, bytes.count)])
      data.append(part + [UInt8](repeating: 0, count: CompoundFixture.sector - part.count))
    }
    return Array(first..<data.count)
  }

  private func entry(_ name: String, type: Int, right: Int = -1, child: Int = -1, start: Int, size: Int) -> [UInt8] {
    let units: [UInt8] = name.utf16.reduce(into: []) { $0 += little(Int($1), 2) } + [0, 0]
    var entry = units + [UInt8](repeating: 0, count: 64 - units.count) + little(units.count, 2)
    entry += [UInt8(type), 1] + little(-1, 4) + little(right, 4) + little(child, 4) + [UInt8](repeating: 0, count: 36)
    return entry + little(start, 4) + little(size, 4) + little(0, 4)
  }
}
