/// How to connect to a database through ODBC: a `[[connection]]` of `sources.toml`. It never has a secret, only its
/// location.
public struct WarehouseConnection: Hashable, Sendable {
  /// Where the password is stored.
  public enum Password: Hashable, Sendable {
    /// There is none: the engine identifies the user by other means.
    case none
    /// In a file of the user's that nobody else can read.
    case file(String)
    /// In an environment variable.
    case environment(String)
  }

  /// Its name in `sources.toml`.
  public var name: String
  /// A data source of `odbc.ini`; `nil` where a driver is named.
  public var dsn: String?
  /// The name of a driver in `odbcinst.ini`, or its file.
  public var driver: String?
  /// The server, in the form that the driver takes.
  public var server: String?
  /// The database.
  public var database: String?
  /// Other options of the driver, passed on as they are.
  public var options: [Option]
  /// The user.
  public var user: String?
  /// Where the password is stored.
  public var password: Password
  /// Whether a connection without TLS is refused.
  public var requiresTLS: Bool
  /// Seconds to wait for the login.
  public var loginTimeout: Int
  /// Seconds to wait for the last row of a query.
  public var queryTimeout: Int

  /// One option of a driver.
  public struct Option: Hashable, Sendable {
    /// The driver's name for it.
    public var key: String
    /// Its value.
    public var value: String

    /// An option.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A connection that requires TLS and allows a minute for a query.
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

  /// The value of an option, ignoring case.
  public func option(_ key: String) -> String? { options.last { $0.key.lowercased() == key.lowercased() }?.value }
}
