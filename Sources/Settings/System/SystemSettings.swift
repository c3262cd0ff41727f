import Metrics

/// `system.toml`: the health system that a board is about, beside the extracts.
public enum SystemSettings {
  /// Whether the bytes are TOML to their end; a file that is being written usually is not.
  public static func isWhole(_ bytes: [UInt8]) -> Bool { (try? TomlDocument(bytes: bytes)) != nil }

  /// The system that a file describes, and the problems in the file.
  ///
  /// Whatever is valid is kept. With a file that is not TOML, the board is about every organisation in the extracts.
  ///
  /// - Parameter fileName: the name used in problems, and as the source of targets without one.
  public static func read(_ bytes: [UInt8], fileName: String) -> (system: HealthSystem, problems: [Problem]) {
    do {
      var reader = SystemReader(TomlReader(try TomlDocument(bytes: bytes), file: fileName))
      let system = reader.system()
      return (system, reader.toml.problems())
    } catch {
      let fault = Fault.notTOML(
        error.message, instead: "until then the board shows every organisation in the extracts")
      return (.everything, [fault.problem(at: error.place, in: fileName)])
    }
  }
}

/// A `system.toml` while it is being read, table by table.
struct SystemReader {
  /// The file, and its problems so far.
  var toml: TomlReader
  /// The `[[metric]]` tables.
  var metrics = MetricTables()
  /// The `[[organisation]]` tables.
  var organisations = OrganisationTables()
  /// The `[[layout]]` tables.
  var layouts: [LocalLayout] = []
  /// The line on which each of them begins.
  var layoutLines: [Int] = []
  private let root: TomlReader.Table

  /// Begins to read a file.
  init(_ toml: TomlReader) {
    self.toml = toml
    root = toml.root("the system")
  }

  /// The system the file describes.
  mutating func system() -> HealthSystem {
    // Every known key is read, so that all others are reported as unknown.
    let name = toml.text("name", in: root)?.value
    let shortName = toml.text("short-name", in: root)?.value
    let code = toml.text("code", in: root)
    let asAt = toml.moment("as-at", in: root)
    let keepsHistory = toml.truth("history", in: root)
    let costOfBedDay = toml.count("cost-of-bed-day", in: root)
    let size = toml.size(in: root)
    let organisationTables = toml.tables("organisation", in: root)
    let targetTables = toml.tables("target", in: root)
    let chartTables = toml.tables("chart", in: root)
    let metricTables = toml.tables("metric", in: root)
    let layoutTables = toml.tables("layout", in: root)

    for table in organisationTables { readOrganisation(table) }
    let systemOrganisation = organisations.takeSystem(code: code?.value, reportingTo: &toml)
    var system = unnamedSystem(code: code?.value ?? systemOrganisation?.code.text)
    if let name = name ?? systemOrganisation?.name { (system.name, system.shortName) = (name, name) }
    system.shortName = shortName ?? systemOrganisation?.shortName ?? system.shortName
    system.asAt = asAt
    system.keepsHistory = keepsHistory ?? false
    system.costOfBedDay = costOfBedDay
    system.stated = size.completed(by: systemOrganisation?.stated ?? StatedSize())
    system.organisations = organisations.organisations(of: system.code, reportingTo: &toml)
    for table in metricTables { readMetric(table) }
    for table in targetTables { readTarget(table, of: system.code) }
    for table in chartTables { readChart(table, of: system.code) }
    for table in layoutTables { readLayout(table, of: system.code) }
    system.metrics = metrics.metrics
    system.layouts = layouts
    system.targets = metrics.targets
    system.charts = metrics.charts
    return system
  }

  /// A system with only a code. Without a code, the board is about everything in the extracts, unless the file lists
  /// organisations.
  private mutating func unnamedSystem(code: String?) -> HealthSystem {
    if let code { return HealthSystem(code: OrganisationCode(code), name: code) }
    guard !organisations.isEmpty else { return .everything }
    // One organisation is a system of its own, and needs no second code.
    if let only = organisations.only {
      return HealthSystem(code: "SYSTEM", name: only.name, shortName: only.shortName)
    }
    toml.report(.missing("code", of: root.title, example: "code = \"QHG\""), at: root.place)
    return HealthSystem(code: "SYSTEM", name: "SYSTEM")
  }
}

extension TomlReader {
  /// The size that a table states for its organisation.
  mutating func size(in table: Table) -> StatedSize {
    StatedSize(
      population: count("population", in: table), practices: count("practices", in: table),
      beds: count("beds", in: table))
  }
}

extension StatedSize {
  /// This size, completed by another where a value is not stated.
  func completed(by other: StatedSize) -> StatedSize {
    StatedSize(
      population: population ?? other.population, practices: practices ?? other.practices, beds: beds ?? other.beds)
  }
}
