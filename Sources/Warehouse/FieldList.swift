/// Keys and values, with repeated keys allowed, in the form in which one process sends them to the other.
struct FieldList: Hashable {
  private(set) var fields: [Field] = []

  struct Field: Hashable {
    let key: String
    let value: String
  }

  init() {}

  /// The last value of a key.
  subscript(key: String) -> String? { fields.last { $0.key == key }?.value }

  /// Every value of a key, in order.
  func all(_ key: String) -> [String] { fields.filter { $0.key == key }.map(\.value) }

  /// A whole number.
  func number(_ key: String) -> Int? { self[key].flatMap { Int($0) } }

  /// Adds a value, if there is one.
  mutating func add(_ key: String, _ value: String?) {
    if let value { fields.append(Field(key: key, value: value)) }
  }

  /// Adds a number.
  mutating func add(_ key: String, _ value: Int) { add(key, "\(value)") }
}

extension FieldList {
  /// The list as bytes: every key and every value is ended by a zero, which neither a query nor a name can contain.
  var bytes: [UInt8] {
    fields.flatMap { field in [field.key, field.value].flatMap { $0.utf8.filter { $0 != 0 } + [0] } }
  }

  /// A list from bytes; `nil` where they are not a list.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.isEmpty || bytes.reversed().first == 0 else { return nil }
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    guard parts.count % 2 == 0 else { return nil }
    let texts = parts.map { String(decoding: $0, as: UTF8.self) }
    for place in stride(from: 0, to: texts.count, by: 2) { add(texts[place], texts[place + 1]) }
  }

  /// The list on one line: `key=value`, separated by tabs; characters that would break the line are written as `%0A`.
  var line: String {
    fields.map { "\(FieldList.escaped($0.key))=\(FieldList.escaped($0.value))" }.joined(separator: "\t")
  }

  /// A list from one line without its line end; `nil` where the line is not a list.
  init?(line: String) {
    guard !line.isEmpty else { return }
    for part in line.split(separator: "\t", omittingEmptySubsequences: false) {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      add(FieldList.plain(part[..<equals]), FieldList.plain(part[part.index(after: equals)...]))
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar == "%" || scalar == "=" || scalar.value == 0x7F {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func plain(_ text: Substring) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "%", let code = UInt32(String(String.UnicodeScalarView(rest.prefix(2))), radix: 16),
        let meant = Unicode.Scalar(code)
      {
        result.append(meant)
        rest = rest.dropFirst(2)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
