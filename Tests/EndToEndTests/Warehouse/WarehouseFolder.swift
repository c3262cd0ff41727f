import Foundation

/// A settings folder with a `sources.toml`, a password and a cache of its own, and the board that is opened with it.
struct WarehouseFolder {
  let folder = TemporaryFolder()
  var file: String { "\(folder.path)/sources.toml" }

  /// - Parameters:
  ///   - query: SQL, or a file's name with `query-file`.
  ///   - source: further lines of the `[[source]]`.
  init(_ server: TestServer, query: String, source: String = "", connection: String = "", name: String = "A&E daily") {
    folder.write(TestServer.password, to: "password")
    chmod("\(folder.path)/password", 0o600)
    folder.write(query, to: "query.sql")
    folder.write(
      """
      [[connection]]
      name = "warehouse"
      driver = "PostgreSQL Unicode"
      server = "127.0.0.1"
      database = "postgres"
      options = { Port = "\(server.port)" }
      user = "reader"
      password-file = "password"
      \(connection)
      [[source]]
      name = "\(name)"
      query-file = "query.sql"
      \(source)
      """, to: "sources.toml")
  }

  /// What the program is started with: nothing of the user's own.
  var environment: [String: String] {
    [
      "XDG_CACHE_HOME": "\(folder.path)/cache", "XDG_CONFIG_HOME": "\(folder.path)/config",
      "XDG_STATE_HOME": "\(folder.path)/state",
    ]
  }

  /// Runs the program.
  func run(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(arguments, in: folder.path, environment: environment)
  }

  /// The figures of the board: by metric, organisation, period and item, numerator and denominator or value.
  func figures(_ arguments: [String] = []) throws -> Set<String> {
    try figures(printing: ["--sources", file] + arguments)
  }

  /// The figures of a board of files alone.
  func figures(ofFolder path: String) throws -> Set<String> { try figures(printing: [path]) }

  private func figures(printing arguments: [String]) throws -> Set<String> {
    let outcome = try run(["print", "--format", "json", "--all-periods", "--breakdowns"] + arguments)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let figures = object?["figures"] as? [[String: Any]] ?? []
    return Set(
      figures.filter { !($0["source"] is NSNull) }.map { figure in
        ["metric", "organisation", "period", "item", "numerator", "denominator", "value"].map { key in
          guard let value = figure[key], !(value is NSNull) else { return "" }
          if key == "value", !(figure["denominator"] is NSNull) { return "" }
          return "\(value)"
        }.joined(separator: "|")
      })
  }
}
