/// Small RTT files in every dialect that spreadsheets and people make, from a seed.
struct GeneratedFile {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// The next number below `limit`.
  mutating func number(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 33) % limit
  }

  /// Whether one in so many happens.
  mutating func chance(_ oneIn: Int) -> Bool { number(oneIn) == 0 }

  /// One of these.
  mutating func one<Value>(of values: [Value]) -> Value { values[number(values.count)] }

  /// An RTT file, mostly in order.
  ///
  /// - Parameters:
  ///   - weeks: after how many weeks the last band begins.
  ///   - repeats: how many times as many rows as usual.
  ///   - damages: whether a byte may be changed, and rows bent.
  mutating func rtt(weeks: Int = 52, repeats: Int = 1, damages: Bool = true) -> [UInt8] {
    let newline = one(of: ["\n", "\n", "\r\n", "\r\n", "\r"])
    let isOrderly = chance(3) || !damages
    var text = chance(8) ? "\u{FEFF}" : ""
    if chance(6) { text += "SHA & Self Trusts - Provider," + newline + newline }
    let head = [
      "Period", "Provider Org Code", "Provider Org Name", "Commissioner Org Code", "Commissioner Org Name",
      "RTT Part Type", "RTT Part Description", "Treatment Function Code", "Treatment Function Name",
    ]
    let bands = (0..<weeks).map { "Gt \($0 < 10 ? "0" : "")\($0) To \($0 < 9 ? "0" : "")\($0 + 1) Weeks SUM 1" }
    let columns =
      head + bands + ["Gt \(weeks) Weeks SUM 1", "Total", "Patients with unknown clock start date", "Total All"]
    text += columns.joined(separator: ",") + newline
    for _ in 0..<(number(30) * repeats) {
      text += row(weeks: weeks, isOrderly: isOrderly) + (isOrderly || !chance(40) ? newline : "")
    }
    if chance(5) { text = String(text.dropLast(number(30))) }
    return damages ? damaged(Array(text.utf8)) : Array(text.utf8)
  }

  private mutating func row(weeks: Int, isOrderly: Bool) -> String {
    let provider = one(of: ["RXQ", "RD8", "RTH"])
    let commissioner = one(of: ["14Y", "10Q", "NONC", "NONC"])
    var fields = [
      "RTT-November-2024", provider, one(of: ["NORTHMERE", "\"KELD, HOSPITAL\"", "THE \"\"OLD\"\" SITE"]), commissioner,
      one(of: ["WEST", "EAST", ""]), one(of: ["Part_1A", "Part_2", "Part_2", "PART_2", "Part_2A", "Part_3"]),
      "Incomplete Pathways", one(of: ["C_100", "C_110", "C_999", "X02"]), "Service",
    ]
    if weeks > 52 { widen(&fields) }
    let largest = weeks > 52 ? one(of: [10, 100, 10_000, 10_000_000]) : 40
    var sum = 0
    for _ in 0...weeks {
      let count = chance(3) ? number(largest) : 0
      sum += count
      fields.append(count == 0 && chance(2) ? "" : "\(count)")
    }
    fields += ["", "", chance(4) ? "" : "\(sum)"]
    if !isOrderly, chance(4) { bend(&fields) }
    return fields.joined(separator: ",")
  }

  /// Gives a row more to be read in than what is usual: long and quoted names, codes of any length, many functions.
  private mutating func widen(_ fields: inout [String]) {
    fields[1] = one(of: ["RXQ", "RD8", "RTH", "R\(number(40))", "\"RXQ\"", "LONGCODE9"])
    fields[2] = one(of: ["", "\"\"", "\"A, B \"\"C\"\", D\"", String(repeating: "NAME ", count: number(30))])
    fields[7] = one(of: ["C_100", "C_999", "C_\(100 + number(90))", "A_LONG_CODE_\(number(3))", ""])
    fields[8] = one(of: ["Service", "", String(repeating: "Service ", count: number(20))])
  }

  /// Bends one thing of a row.
  private mutating func bend(_ fields: inout [String]) {
    let place = number(fields.count)
    switch number(12) {
    case 0: fields[place] = "\"\(fields[place])\""
    case 1: fields[place] = " " + fields[place] + " "
    case 2: fields[place] = one(of: ["-", ".", "*", "n/a", "-3", "1.5", "12.0", "1,234", "99999999", "x\"y"])
    case 3: fields.remove(at: place)
    case 4: fields.insert("", at: place)
    case 5: fields.append(one(of: ["", "x"]))
    case 6: fields[place] = "\"a\nb\""
    case 7: fields[5] = one(of: ["part_2", "Part_2 ", "Part_4", "", "Part_2B", "\"Part_2\""])
    case 8: fields[0] = one(of: ["RTT-october-2024", "Winter", "", "RTT-NOVEMBER-2024"])
    case 9: (fields[fields.count - 1], fields[7]) = ("7", fields[7].lowercased())
    case 10: fields = fields.map { _ in "" }
    default: fields[place] = one(of: ["ST BRÍGID’S", "\u{A0}", "a\u{7F}b", "\u{1}", "\"\"", "\"a\"b"])
    }
  }

  /// Changes a byte now and then.
  private mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    guard chance(3), !bytes.isEmpty else { return bytes }
    var bytes = bytes
    for _ in 0...number(3) {
      let place = number(bytes.count)
      bytes[place] = one(of: [0x22, 0x2C, 0x0A, 0x0D, 0x20, 0x30, 0x41, 0xA0, 0xC3, 0x00, 0x2D])
    }
    return bytes
  }

  /// The same bytes with quotes before some fields, each of them never closed by itself.
  mutating func quoted(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...number(3) {
      let start = number(max(1, bytes.count))
      if let comma = bytes[start...].firstIndex(of: 0x2C) { bytes.insert(0x22, at: comma + 1) }
    }
    return bytes
  }

  /// A few bytes that mean something to a reader of CSV.
  mutating func csv() -> [UInt8] {
    (0..<number(40)).map { _ in one(of: [0x22, 0x22, 0x2C, 0x2C, 0x0A, 0x0D, 0x61, 0x62, 0x20]) }
  }
}
