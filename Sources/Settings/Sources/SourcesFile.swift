import Metrics
import Warehouse

/// `sources.toml`: the databases that figures are fetched from, and the queries.
public enum SourcesFile {
  /// Reads the text of a query's file, named relative to `sources.toml`; `nil` where it cannot be read.
  public typealias QueryReader = (String) -> String?

  /// The sources that a file describes, and the problems in it; valid sources are kept.
  public static func read(
    _ bytes: [UInt8], fileName: String, query: QueryReader
  ) -> (sources: [WarehouseSource], problems: [Problem]) {
    do {
      let document = try TomlDocument(bytes: bytes)
      // Not escaping: the reader of a query's file lives as long as this call.
      return withoutActuallyEscaping(query) { query in
        var reader = SourcesReader(TomlReader(document, file: fileName), query: query)
        let sources = reader.sources()
        return (sources, reader.toml.problems())
      }
    } catch {
      let fault = Fault.notTOML(error.message, instead: "until then no source in it is fetched")
      return ([], [fault.problem(at: error.place, in: fileName)])
    }
  }
}

/// A `sources.toml` while it is being read.
struct SourcesReader {
  /// The file, and its problems so far.
  var toml: TomlReader
  let query: SourcesFile.QueryReader
  private var connections: [String: WarehouseConnection] = [:]
  /// Connections that exist but are not valid: a source that names one is not reported for it.
  private var broken: Set<String> = []

  /// Begins to read a file.
  init(_ toml: TomlReader, query: @escaping SourcesFile.QueryReader) {
    self.toml = toml
    self.query = query
  }

  /// The sources the file describes.
  mutating func sources() -> [WarehouseSource] {
    let root = toml.root("sources.toml")
    for table in toml.tables("connection", in: root) { readConnection(table) }
    var sources: [WarehouseSource] = []
    for table in toml.tables("source", in: root) {
      guard let source = source(table) else { continue }
      if sources.contains(where: { $0.name == source.name }) {
        toml.report(.source(.nameTwice(source.name, of: table.title)), at: table.place)
      } else {
        sources.append(source)
      }
    }
    return sources
  }

  private mutating func readConnection(_ table: TomlReader.Table) {
    let name = needed("name", in: table, example: "name = \"warehouse\"")
    let connection = connection(table, name: name ?? "")
    guard let name else { return }
    if connections[name] != nil || broken.contains(name) {
      toml.report(.source(.nameTwice(name, of: table.title)), at: table.place)
    } else if let connection {
      connections[name] = connection
    } else {
      broken.insert(name)
    }
  }

  private mutating func source(_ table: TomlReader.Table) -> WarehouseSource? {
    let name = needed("name", in: table, example: "name = \"A&E daily\"")
    let connection = connection(namedIn: table)
    let query = text("query", in: table)
    let watermark = toml.text("watermark", in: table)?.value
    let refresh = toml.seconds("refresh", in: table, "15m", 5...86_400)
    let limit = toml.count("row-limit", in: table, least: 1)
    let rows = rows(in: table)
    guard let name, let connection, let query else { return nil }
    return WarehouseSource(
      name: name, connection: connection, query: query, watermark: watermark, refresh: refresh ?? 900, rows: rows,
      rowLimit: limit ?? WarehouseSource.usualRowLimit)
  }

  /// The connection that a source names; where it names none, the only connection.
  private mutating func connection(namedIn table: TomlReader.Table) -> WarehouseConnection? {
    guard let name = toml.text("connection", in: table) else {
      if !toml.has("connection", in: table) {
        // A fault of the only connection has already been reported.
        if connections.count + broken.count == 1 { return connections.values.first }
        toml.report(
          .missing("connection", of: table.title, example: "connection = \"warehouse\""), at: table.place)
      }
      return nil
    }
    if let connection = connections[name.value] { return connection }
    if !broken.contains(name.value) {
      toml.report(.unknownWord(name.value, for: "connection", known: connections.keys.sorted()), at: name.place)
    }
    return nil
  }

  /// A query, in this file or in a file of its own.
  private mutating func text(_ key: String, in table: TomlReader.Table) -> String? {
    let own = toml.text(key, in: table)
    let file = toml.text("\(key)-file", in: table)
    switch (own, file) {
    case (let own?, nil): return own.value
    case (let own?, .some):
      toml.report(.source(.both(key, "\(key)-file")), at: own.place)
      return nil
    case (nil, let file?):
      guard let text = query(file.value)?.trimmed, !text.isEmpty else {
        toml.report(.source(.unreadable(file.value)), at: file.place)
        return nil
      }
      return text
    case (nil, nil):
      if !toml.has(key, in: table), !toml.has("\(key)-file", in: table) {
        toml.report(.missing(key, of: table.title, example: "query-file = \"ae-daily.sql\""), at: table.place)
      }
      return nil
    }
  }

  /// The query for the rows behind a figure, which must have exactly three question marks.
  private mutating func rows(in table: TomlReader.Table) -> String? {
    guard let rows = toml.text("rows", in: table) else { return nil }
    let marks = SourcesReader.questionMarks(in: rows.value)
    guard marks == 3 else {
      toml.report(.source(.questionMarks(marks)), at: rows.place)
      return nil
    }
    return rows.value
  }

  /// The number of question marks outside quotes and comments, each of which takes a value.
  static func questionMarks(in query: String) -> Int {
    var marks = 0
    var rest = query.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "?": marks += 1
      case "'", "\"", "`":
        while let next = rest.popFirst(), next != scalar {}
      case "[":
        while let next = rest.popFirst(), next != "]" {}
      case "-" where rest.first == "-":
        while let next = rest.popFirst(), next != "\n" {}
      case "/" where rest.first == "*":
        rest.removeFirst()
        while let next = rest.popFirst(), next != "*" || rest.first != "/" {}
      default: break
      }
    }
    return marks
  }

  /// A text that is required.
  mutating func needed(_ key: String, in table: TomlReader.Table, example: String) -> String? {
    if let text = toml.text(key, in: table) { return text.value }
    if !toml.has(key, in: table) { toml.report(.missing(key, of: table.title, example: example), at: table.place) }
    return nil
  }
}

extension TomlReader {
  /// A time in whole seconds, as `5s` or `15m`.
  mutating func seconds(_ key: String, in table: Table, _ example: String, _ range: ClosedRange<Int>) -> Int? {
    guard let text = text(key, in: table) else { return nil }
    if let time = Seconds(text.value), range.contains(time.count) { return time.count }
    report(
      .wrongValue(
        key, found: "the text \"\(text.value)\"",
        expected: "a time from \(Seconds.words(range.lowerBound)) to \(Seconds.words(range.upperBound))",
        write: "\(key) = \"\(example)\""),
      at: text.place)
    return nil
  }
}

/// A whole number of seconds, as people write it.
struct Seconds {
  let count: Int

  private static let units = [("s", 1), ("m", 60), ("h", 3600)]

  /// `30s`, `15m` or `1h`; `nil` for anything else.
  init?(_ text: String) {
    guard let unit = Seconds.units.first(where: { text.hasSuffix($0.0) }), text.count <= 8,
      let number = Int(text.dropLast()), number >= 0, text.first?.isNumber == true
    else { return nil }
    count = number * unit.1
  }

  /// A number of seconds in the largest unit that divides it.
  static func words(_ count: Int) -> String {
    guard count > 0, let unit = units.last(where: { count % $0.1 == 0 }) else { return "\(count)s" }
    return "\(count / unit.1)\(unit.0)"
  }
}
