import Warehouse

extension SourcesReader {
  /// Reads a `[[connection]]`; `nil` where any part of it is not valid, because half a connection is never opened.
  mutating func connection(_ table: TomlReader.Table, name: String) -> WarehouseConnection? {
    let dsn = toml.text("dsn", in: table)
    let driver = toml.text("driver", in: table)
    let server = toml.text("server", in: table)?.value
    let database = toml.text("database", in: table)?.value
    let options = options(in: table)
    let user = toml.text("user", in: table)?.value
    let password = password(in: table)
    let encrypt = toml.truth("encrypt", in: table)
    let login = toml.seconds("login-timeout", in: table, "5s", 1...300)
    let time = toml.seconds("query-timeout", in: table, "60s", 1...3600)
    if let dsn, driver != nil {
      toml.report(.source(.both("dsn", "driver")), at: dsn.place)
      return nil
    }
    if dsn == nil, driver == nil {
      if !toml.has("dsn", in: table), !toml.has("driver", in: table) {
        toml.report(.missing("dsn", of: table.title, example: "dsn = \"Performance\""), at: table.place)
      }
      return nil
    }
    let isBroken =
      toml.has("encrypt", in: table) && encrypt == nil || toml.has("login-timeout", in: table) && login == nil
      || toml.has("query-timeout", in: table) && time == nil
    guard let options, let password, !isBroken else { return nil }
    return WarehouseConnection(
      name: name, dsn: dsn?.value, driver: driver?.value, server: server, database: database, options: options,
      user: user, password: password, requiresTLS: encrypt ?? true, loginTimeout: login ?? 5, queryTimeout: time ?? 60)
  }

  /// The driver's options as written; `nil` where any of them is not valid.
  private mutating func options(in table: TomlReader.Table) -> [WarehouseConnection.Option]? {
    var isRight = true
    var options: [WarehouseConnection.Option] = []
    for pair in toml.pairs("options", in: table) {
      let key = pair.value.key.lowercased()
      if ["pwd", "password"].contains(key) {
        toml.report(.source(.password(pair.value.key)), at: pair.place)
        isRight = false
      } else if pair.value.key.contains(where: { ";={}[]".contains($0) }) {
        toml.report(
          .wrongItem(of: "options", found: "called \"\(pair.value.key)\"", expected: "a name"), at: pair.place)
        isRight = false
      } else {
        options.append(WarehouseConnection.Option(pair.value.key, pair.value.value))
      }
    }
    return isRight ? options : nil
  }

  /// Where the password is stored; `nil` where that is not valid.
  private mutating func password(in table: TomlReader.Table) -> WarehouseConnection.Password? {
    let file = toml.text("password-file", in: table)
    let variable = toml.text("password-environment", in: table)
    toml.allow("password", in: table)
    if let password = toml.node("password", in: table) {
      toml.report(.source(.password("password")), at: password.place)
      return nil
    }
    switch (file, variable) {
    case (let file?, .some):
      toml.report(.source(.both("password-file", "password-environment")), at: file.place)
      return nil
    case (let file?, nil): return .file(file.value)
    case (nil, let variable?): return .environment(variable.value)
    case (nil, nil):
      return toml.has("password-file", in: table) || toml.has("password-environment", in: table) ? nil : .some(.none)
    }
  }
}
