import CToml

/// A TOML file that has been read: a list of nodes, starting with the file itself.
struct TomlDocument: Sendable {
  /// The nodes, each after the one that contains it.
  let nodes: [TomlNode]

  /// An empty file.
  static let empty = TomlDocument(
    nodes: [TomlNode(kind: .table, key: "", text: "", place: TomlPlace(line: 1, column: 1))])

  private init(nodes: [TomlNode]) { self.nodes = nodes }

  /// Why a file is not TOML, and where reading stopped.
  struct SyntaxError: Error, Equatable {
    let message: String
    let place: TomlPlace
  }

  /// Reads a file.
  init(bytes: [UInt8]) throws(SyntaxError) {
    let handle = bytes.withUnsafeBytes { ctoml_parse($0.bindMemory(to: CChar.self).baseAddress, $0.count) }
    guard let handle else {
      throw SyntaxError(message: "there is not enough memory to read it", place: TomlPlace(line: 1, column: 1))
    }
    defer { ctoml_free(handle) }
    if let message = ctoml_error(handle) {
      let place = TomlPlace(line: Int(ctoml_error_line(handle)), column: Int(ctoml_error_column(handle)))
      throw SyntaxError(message: TomlDocument.sentence(String(cString: message), at: place, in: bytes), place: place)
    }
    nodes = TomlDocument.nodes(of: handle)
  }

  private static func nodes(of handle: OpaquePointer) -> [TomlNode] {
    var nodes: [TomlNode] = []
    for place in 0..<ctoml_count(handle) {
      let node = ctoml_node_at(handle, place)
      if node.parent >= 0 { nodes[Int(node.parent)].children.append(place) }
      nodes.append(
        TomlNode(
          kind: TomlNode.Kind(node.kind), key: text(node.key, node.key_length), text: text(node.text, node.text_length),
          place: TomlPlace(line: Int(node.line), column: Int(node.column))))
    }
    // toml++ sorts tables by name; problems should be in the order of the file.
    for place in nodes.indices where nodes[place].kind == .table {
      nodes[place].children = nodes[place].children.sorted { nodes[$0].place < nodes[$1].place }
    }
    return nodes
  }

  private static func text(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// toml++'s words in the style of this project's problems: lower case, on one line.
  private static func sentence(_ message: String, at place: TomlPlace, in bytes: [UInt8]) -> String {
    // Its message for a string without an end on its line is about control characters.
    if message.contains("parsing string"), isPastEnd(place, of: bytes) { return "the text is not closed with a quote" }
    let line = String(message.map { $0.isNewline ? " " : $0 })
    let words = line.hasSuffix(".") ? String(line.dropLast()) : line
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// Whether a place is after the last character of its line.
  private static func isPastEnd(_ place: TomlPlace, of bytes: [UInt8]) -> Bool {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard place.line >= 1, place.line <= lines.count else { return true }
    let line = lines[place.line - 1].filter { $0 != UInt8(ascii: "\r") }
    return place.column > String(decoding: line, as: UTF8.self).unicodeScalars.count
  }
}
