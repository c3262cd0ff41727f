/// A request to `sitrep-fetch`, sent over its standard input: connect, query, write a CSV.
public struct FetchRequest: Hashable, Sendable {
  /// A value that is bound to the query, and never inserted into its text.
  public enum Value: Hashable, Sendable {
    case text(String)
    case day(year: Int, month: Int, day: Int)
  }

  /// The connection to the database.
  public var connection: WarehouseConnection
  /// The query.
  public var query: String
  /// The values for its question marks, in order.
  public var values: [Value]
  /// The watermark's query, and its value when the stored CSV was fetched.
  public var watermark: String?, knownWatermark: String?
  /// The types of the columns at that time; a column with a new name may have any type.
  public var columns: [ResultColumn]
  /// The most rows, and the most bytes of CSV.
  public var rowLimit: Int, byteLimit: Int
  /// Whether only the first rows are wanted, so that further rows are not a failure.
  public var takesFirstRows: Bool
  /// The file that the CSV replaces.
  public var output: String

  /// A request.
  public init(
    connection: WarehouseConnection, query: String, values: [Value] = [], watermark: String? = nil,
    knownWatermark: String? = nil, columns: [ResultColumn] = [], rowLimit: Int = WarehouseSource.usualRowLimit,
    byteLimit: Int = WarehouseSource.byteLimit, takesFirstRows: Bool = false, output: String
  ) {
    self.connection = connection
    self.query = query
    self.values = values
    self.watermark = watermark
    self.knownWatermark = knownWatermark
    self.columns = columns
    self.rowLimit = rowLimit
    self.byteLimit = byteLimit
    self.takesFirstRows = takesFirstRows
    self.output = output
  }

  /// The longest that the fetch may take, in seconds, before the caller ends it. A query and its watermark have a
  /// timeout each, and a driver that does not keep them is given a little more.
  public var patience: Int { connection.loginTimeout + (watermark == nil ? 1 : 2) * connection.queryTimeout + 10 }
}

extension FetchRequest {
  /// The request as bytes.
  public var bytes: [UInt8] {
    var list = FieldList()
    list.add("connection", connection.name)
    list.add("dsn", connection.dsn)
    list.add("driver", connection.driver)
    list.add("server", connection.server)
    list.add("database", connection.database)
    list.add("user", connection.user)
    for option in connection.options {
      list.add("option", option.key)
      list.add("option-value", option.value)
    }
    switch connection.password {
    case .none: break
    case .file(let path): list.add("password-file", path)
    case .environment(let name): list.add("password-environment", name)
    }
    list.add("tls", connection.requiresTLS ? "required" : "as it comes")
    list.add("login-timeout", connection.loginTimeout)
    list.add("query-timeout", connection.queryTimeout)
    list.add("query", query)
    for value in values {
      switch value {
      case .text(let text): list.add("value", "t\(text)")
      case .day(let year, let month, let day): list.add("value", "d\(year)-\(month)-\(day)")
      }
    }
    list.add("watermark", watermark)
    list.add("known-watermark", knownWatermark)
    for column in columns { list.add("column", column.text) }
    list.add("row-limit", rowLimit)
    list.add("byte-limit", byteLimit)
    if takesFirstRows { list.add("first-rows", "yes") }
    list.add("output", output)
    return list.bytes
  }

  /// A request from bytes; `nil` where they are not a request.
  public init?(bytes: some Collection<UInt8>) {
    guard let list = FieldList(bytes: bytes), let name = list["connection"], let query = list["query"],
      let output = list["output"], let login = list.number("login-timeout"), let time = list.number("query-timeout"),
      let rows = list.number("row-limit"), let most = list.number("byte-limit"), login > 0, time > 0, rows >= 0
    else { return nil }
    let password: WarehouseConnection.Password =
      list["password-file"].map { .file($0) } ?? list["password-environment"].map { .environment($0) } ?? .none
    let values = list.all("value").map(Value.init(text:))
    guard !values.contains(nil) else { return nil }
    self.init(
      connection: WarehouseConnection(
        name: name, dsn: list["dsn"], driver: list["driver"], server: list["server"], database: list["database"],
        options: zip(list.all("option"), list.all("option-value")).map { WarehouseConnection.Option($0, $1) },
        user: list["user"], password: password, requiresTLS: list["tls"] != "as it comes", loginTimeout: login,
        queryTimeout: time),
      query: query, values: values.compactMap { $0 }, watermark: list["watermark"],
      knownWatermark: list["known-watermark"], columns: list.all("column").compactMap(ResultColumn.init(text:)),
      rowLimit: rows, byteLimit: most, takesFirstRows: list["first-rows"] != nil, output: output)
  }
}

extension FetchRequest.Value {
  fileprivate init?(text: String) {
    guard text.first == "d" else {
      guard text.first == "t" else { return nil }
      self = .text(String(text.dropFirst()))
      return
    }
    let parts = text.dropFirst().split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self = .day(year: parts[0], month: parts[1], day: parts[2])
  }
}
