/// A connection as ODBC takes it: `DSN=Performance;UID=sitrep_reader;…`.
public enum ConnectionText {
  /// Puts it together.
  ///
  /// - Parameters:
  ///   - password: the secret, which whoever calls forgets soon.
  ///   - setting: what the data source's part of `odbc.ini` says of a key; `nil` where it says nothing.
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

  /// The option that makes the driver require TLS; `nil` where it does already, or need not.
  private static func encryption(
    of connection: WarehouseConnection, _ kind: DriverKind, _ setting: (String) -> String?
  ) throws(FetchFailure) -> WarehouseConnection.Option? {
    guard let encryption = kind.encryption else {
      if connection.requiresTLS, !kind.needsNoEncryption {
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
      // The driver of today takes TLS for granted.
      return kind == .microsoft && setting("Encrypt") == nil ? .init("Encrypt", "no") : nil
    }
    // What odbc.ini requires beyond that, such as a certificate that is checked, stays.
    let settled = encryption.keys.lazy.compactMap(setting).first
    if let settled, encryption.strong.contains(settled.lowercased()) { return nil }
    return .init(encryption.keys[0], encryption.value)
  }

  /// A value in braces, where it could be taken for something else without them.
  private static func quoted(_ option: WarehouseConnection.Option) -> String {
    let value = option.value
    let isPlain = value.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./\\:,@+#%~".unicodeScalars.contains($0)
    }
    if isPlain, option.key != "DRIVER" || value.contains("/") { return value }
    return "{" + value.split(separator: "}", omittingEmptySubsequences: false).joined(separator: "}}") + "}"
  }
}
