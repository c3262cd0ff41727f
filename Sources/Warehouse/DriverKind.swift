/// The drivers that are known: how each is made to require TLS, to stream, and to read only.
public enum DriverKind: Hashable, Sendable {
  case postgreSQL
  case freeTDS
  /// Microsoft's ODBC Driver for SQL Server.
  case microsoft
  case sqlite
  case mySQL
  case mariaDB
  /// Snowflake's own driver, which always uses TLS.
  case snowflake
  /// Databricks and Spark, by Simba.
  case databricks
  case other

  /// The kind of a driver, by its name and its file.
  public init(_ names: [String]) {
    let text = names.joined(separator: " ").lowercased()
    let known: [(String, DriverKind)] = [
      ("psqlodbc", .postgreSQL), ("postgresql", .postgreSQL), ("tdsodbc", .freeTDS), ("freetds", .freeTDS),
      ("msodbcsql", .microsoft), ("odbc driver 1", .microsoft), ("sqlite", .sqlite), ("maodbc", .mariaDB),
      ("mariadb", .mariaDB), ("myodbc", .mySQL), ("mysql", .mySQL), ("snowflake", .snowflake),
      ("sparkodbc", .databricks), ("databricks", .databricks), ("simba spark", .databricks),
    ]
    self = known.first { text.contains($0.0) }?.1 ?? .other
  }

  /// The driver's setting for TLS.
  struct Encryption {
    /// The names of the setting; the first is the one that sitrep writes.
    let keys: [String]
    /// The value that sitrep sets.
    let value: String
    /// The values that require TLS, in lower case.
    let strong: Set<String>
  }

  /// Its setting for TLS; `nil` where it needs none, or where none is known.
  var encryption: Encryption? {
    switch self {
    case .postgreSQL:
      Encryption(keys: ["SSLmode"], value: "require", strong: ["require", "verify-ca", "verify-full"])
    case .freeTDS: Encryption(keys: ["Encryption"], value: "require", strong: ["require", "strict"])
    case .microsoft: Encryption(keys: ["Encrypt"], value: "yes", strong: ["yes", "mandatory", "strict", "true"])
    case .mySQL:
      Encryption(
        keys: ["SSLMODE", "ssl-mode"], value: "REQUIRED", strong: ["required", "verify_ca", "verify_identity"])
    case .mariaDB: Encryption(keys: ["FORCETLS"], value: "1", strong: ["1", "yes", "true"])
    case .databricks: Encryption(keys: ["SSL"], value: "1", strong: ["1"])
    case .sqlite, .snowflake, .other: nil
    }
  }

  /// Whether its connection uses no network, or always uses TLS.
  var needsNoEncryption: Bool { self == .sqlite || self == .snowflake }

  /// Options that limit its memory and keep its texts whole, unless the connection states others.
  var usualOptions: [WarehouseConnection.Option] {
    switch self {
    // Without these, the whole result is kept in memory: 378 MB for a million rows.
    case .postgreSQL: [.init("UseDeclareFetch", "1"), .init("Fetch", "1000")]
    case .freeTDS: [.init("ClientCharset", "UTF-8"), .init("ApplicationIntent", "ReadOnly")]
    case .microsoft: [.init("ApplicationIntent", "ReadOnly")]
    default: []
    }
  }

  /// The statements that make the transaction read only; none where the engine has no such mode, and a rollback must
  /// suffice.
  public var readOnlyStatements: [String] {
    switch self {
    // After the second statement, nothing can undo the first.
    case .postgreSQL: ["set transaction read only", "select 1"]
    case .sqlite: ["pragma query_only = on"]
    case .mySQL, .mariaDB: ["set session transaction read only"]
    default: []
    }
  }
}
