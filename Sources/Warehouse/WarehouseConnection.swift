/// How to reach a database through ODBC: a `[[connection]]` of `sources.toml`. It never holds a secret, only where one is.
public struct WarehouseConnection: Hashable, Sendable {
  /// Where the password is.
  public enum Password: Hashable, Sendable {
    /// There is none: the engine knows the user by other means.
    case none
    /// In a file of the user's own that nobody else can read.
    case file(String)
    /// In a variable of the environment.
    case environment(String)
  }

  /// Its name in `sources.toml`.
  public var name: String
  /// A data source of `odbc.ini`; `nil` where a driver is named.
  public var dsn: String?
  /// A driver's name in `odbcinst.ini`, or its file.
  public var driver: String?
  /// The server, as the driver takes it.
  public var server: String?
  /// The database.
  public var database: String?
  /// What else the driver is told, as it stands.
  public var options: [Option]
  /// The user.
  public var user: String?
  /// Where the password is.
  public var password: Password
  /// Whether a connection without TLS is refused.
  public var requiresTLS: Bool
  /// Seconds to wait until the engine lets us in.
  public var loginTimeout: Int
  /// Seconds to wait until a query has brought its last row.
  public var queryTimeout: Int

  /// One option of a driver.
  public struct Option: Hashable, Sendable {
    /// As the driver names it.
    public var key: String
    /// Its value.
    public var value: String

    /// An option.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A connection that requires TLS and has a minute for a query.
  public init(
    name: String, dsn: String? = nil, driver: String? = nil, server: String? = nil, database: String? = nil,
    options: [Option] = [], user: String? = nil, password: Password = .none, requiresTLS: Bool = true,
    loginTimeout: Int = 5, queryTimeout: Int = 60
  ) {
    self.name = name
    self.dsn = dsn
    self.driver = driver
    self.server = server
    self.database = database
    self.options = options
    self.user = user
    self.password = password
    self.requiresTLS = requiresTLS
    self.loginTimeout = loginTimeout
    self.queryTimeout = queryTimeout
  }

  /// The value of an option, whatever the case of its letters.
  public func option(_ key: String) -> String? { options.last { $0.key.lowercased() == key.lowercased() }?.value }
}
