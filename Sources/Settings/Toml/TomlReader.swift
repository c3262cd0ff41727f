import Metrics

/// A TOML file while it is being read: the keys that were asked for, and the problems with their values.
///
/// Every key in a table that was not asked for is a problem, so each reader must ask for every key that it knows.
struct TomlReader: Sendable {
  /// A table of the file, and its name in problems.
  struct Table: Hashable, Sendable {
    let index: Int
    /// Its name in problems: `[[organisation]]`, `the system`.
    let title: String
    /// The place where it begins.
    let place: TomlPlace
  }

  /// The file's name, for problems.
  let file: String
  private let nodes: [TomlNode]
  private var asked: [Table: [String]] = [:]
  private var found: [Placed<Fault>] = []

  /// Begins to read a document.
  init(_ document: TomlDocument, file: String) {
    nodes = document.nodes
    self.file = file
  }

  /// The file itself, as a table.
  func root(_ title: String) -> Table { Table(index: 0, title: title, place: nodes[0].place) }

  /// Records a problem.
  mutating func report(_ fault: Fault, at place: TomlPlace) { found.append(Placed(value: fault, place: place)) }

  /// All problems, including unknown keys, in the order of the file.
  func problems() -> [Problem] {
    let all = found + asked.flatMap { unknownKeys(of: $0.key, known: $0.value) }
    // Two faults at one place keep the order in which they were found.
    let ordered = all.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
    return ordered.map { $0.element.value.problem(at: $0.element.place, in: file) }
  }

  private func unknownKeys(of table: Table, known: [String]) -> [Placed<Fault>] {
    nodes[table.index].children.map { nodes[$0] }.filter { !known.contains($0.key) }.map {
      Placed(value: .unknownKey($0.key, of: table.title, known: known), place: $0.place)
    }
  }

  /// Whether a table has a key, right or wrong.
  func has(_ key: String, in table: Table) -> Bool {
    nodes[table.index].children.contains { nodes[$0].key == key }
  }

  /// The node under a key; the key counts as known from then on.
  mutating func node(_ key: String, in table: Table) -> TomlNode? {
    index(key, in: table).map { nodes[$0] }
  }

  private mutating func index(_ key: String, in table: Table) -> Int? {
    asked[table, default: []].append(key)
    return nodes[table.index].children.first { nodes[$0].key == key }
  }

  /// The items of a list.
  func items(of node: TomlNode) -> [TomlNode] { node.children.map { nodes[$0] } }

  /// The table under a key.
  mutating func table(_ key: String, in table: Table, title: String) -> Table? {
    guard let index = index(key, in: table) else { return nil }
    guard nodes[index].kind == .table else {
      report(.wrongValue(key, found: nodes[index].description, expected: "a table"), at: nodes[index].place)
      return nil
    }
    return Table(index: index, title: title, place: nodes[index].place)
  }

  /// The keys of a table whose keys are free.
  func keys(of table: Table) -> [Placed<String>] {
    nodes[table.index].children.map { Placed(value: nodes[$0].key, place: nodes[$0].place) }
  }

  /// Marks a key as known without reading its value.
  mutating func allow(_ key: String, in table: Table) { asked[table, default: []].append(key) }

  /// The tables written `[[key]]`.
  mutating func tables(_ key: String, in table: Table) -> [Table] {
    guard let index = index(key, in: table) else { return [] }
    let title = "[[\(key)]]"
    switch nodes[index].kind {
    case .table:
      report(.singleBrackets(key), at: nodes[index].place)
      return [Table(index: index, title: title, place: nodes[index].place)]
    case .list:
      return nodes[index].children.compactMap { item in
        guard nodes[item].kind == .table else {
          report(.wrongValue(key, found: nodes[item].description, expected: "tables"), at: nodes[item].place)
          return nil
        }
        return Table(index: item, title: title, place: nodes[item].place)
      }
    default:
      report(.wrongValue(key, found: nodes[index].description, expected: "tables"), at: nodes[index].place)
      return []
    }
  }
}
