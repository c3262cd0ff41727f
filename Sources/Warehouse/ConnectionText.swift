/// A connection in the form that ODBC takes: `DSN=Performance;UID=sitrep_reader;…`.
public enum ConnectionText {
  /// Builds the text.
  ///
  /// - Parameters:
  ///   - password: the secret, which the caller should forget soon.
  ///   - setting: returns the data source's setting for a key in `odbc.ini`; `nil` where it has none.
  public static func text(
    of connection: WarehouseConnection, kind: DriverKind, password: String?, setting: (String) -> String?
  ) throws(FetchFailure) -> String {
    var parts: [WarehouseConnection.Option] = []
    if let dsn = connection.dsn { parts.append(.init("DSN", dsn)) }
    if let driver = connection.driver { parts.append(.init("DRIVER", driver)) }
    if let server = connection.server { parts.append(.init("SERVER", server)) }
    if let database = connection.database { parts.append(.init("DATABASE", database)) }
    if let user = connection.user { parts.append(.init("UID", user)) }
    parts += connection.options
    for option in kind.usualOptions where connection.option(option.key) == nil && setting(option.key) == nil {
      parts.append(option)
    }
    if let option = try encryption(of: connection, kind, setting) { parts.append(option) }
    if let password { parts.append(.init("PWD", password)) }
    return parts.map { "\($0.key)=\(quoted($0))" }.joined(separator: ";") + ";"
  }

  /// The option that makes the driver require TLS; `nil` where it already does, or need not.
  private static func encryption(
    of connection: WarehouseConnection, _ kind: DriverKind, _ setting: (String) -> String?
  ) throws(FetchFailure) -> WarehouseConnection.Option? {
    guard let encryption = kind.encryption else {
      if connection.requiresTLS, !kind.needsNoEncryption {
        // A data source that the driver manager does not know has no driver whose setting could be known.
        if connection.driver == nil, let dsn = connection.dsn, setting("Driver") == nil {
          throw .noDataSource("\"\(dsn)\" is in no odbc.ini")
        }
        throw .unknownTLS(driver: connection.driver ?? connection.dsn ?? "")
      }
      return nil
    }
    for key in encryption.keys {
      guard let value = connection.option(key) else { continue }
      if connection.requiresTLS, !encryption.strong.contains(value.lowercased()) {
        throw .weakTLS(option: key, value: value)
      }
      return nil
    }
    guard connection.requiresTLS else {
      // The current driver requires TLS by default.
      return kind == .microsoft && setting("Encrypt") == nil ? .init("Encrypt", "no") : nil
    }
    // Stricter settings in odbc.ini, such as a certificate that is checked, are kept.
    let settled = encryption.keys.lazy.compactMap(setting).first
    if let settled, encryption.strong.contains(settled.lowercased()) { return nil }
    return .init(encryption.keys[0], encryption.value)
  }

  /// A value in braces, where it would otherwise be ambiguous.
  private static func quoted(_ option: WarehouseConnection.Option) -> String {
    let value = option.value
    let isPlain = value.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./\\:,@+#%~".unicodeScalars.contains($0)
    }
    if isPlain, option.key != "DRIVER" || value.contains("/") { return value }
    return "{" + value.split(separator: "}", omittingEmptySubsequences: false).joined(separator: "}}") + "}"
  }
}
