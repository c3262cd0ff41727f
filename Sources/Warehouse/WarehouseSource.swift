/// A table that is read from a database as a file is read from a folder: a `[[source]]` of `sources.toml`.
public struct WarehouseSource: Hashable, Sendable {
  /// Its name in `sources.toml`, which is unique.
  public var name: String
  /// The connection to its database.
  public var connection: WarehouseConnection
  /// The query, whose result is read like a CSV with the same columns.
  public var query: String
  /// A query for one value that changes whenever the figures do; `nil` where the main query is always run.
  public var watermark: String?
  /// Seconds from one fetch to the next.
  public var refresh: Int
  /// A query for the rows behind a figure, with three values to bind: organisation, first day, the day after the last.
  public var rows: String?
  /// A result with more rows than this is refused.
  public var rowLimit: Int

  /// The most rows of a result, unless a source states another number.
  public static let usualRowLimit = 1_000_000
  /// The most bytes of a result as CSV.
  public static let byteLimit = 1 << 30
  /// The most rows that are shown of those behind a figure.
  public static let shownRows = 10_000

  /// A source that is fetched every quarter of an hour.
  public init(
    name: String, connection: WarehouseConnection, query: String, watermark: String? = nil, refresh: Int = 900,
    rows: String? = nil, rowLimit: Int = WarehouseSource.usualRowLimit
  ) {
    self.name = name
    self.connection = connection
    self.query = query
    self.watermark = watermark
    self.refresh = refresh
    self.rows = rows
    self.rowLimit = rowLimit
  }

  /// Its name in problems and source lines: `warehouse:A&E daily`.
  public var title: String { WarehouseSource.prefix + name }

  /// What every title begins with.
  public static let prefix = "warehouse:"
}

extension WarehouseSource {
  /// The name of its result in the cache: its own name, then a hash of the connection and the query, so that another
  /// query, or another server, has another file.
  public var cacheName: String {
    let letters = name.lowercased().unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    let password: String =
      switch connection.password {
      case .none: ""
      case .file(let path): path
      case .environment(let name): name
      }
    let parts =
      [
        name, connection.dsn ?? "", connection.driver ?? "", connection.server ?? "", connection.database ?? "",
        connection.user ?? "", password, query,
      ]
      + connection.options.flatMap { [$0.key, $0.value] }
    // FNV-1a: a name, not a secret.
    var number: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in parts.joined(separator: "\u{0}").utf8 { number = (number ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "\(String(letters.prefix(40)))-\(String(number, radix: 16))"
  }
}
