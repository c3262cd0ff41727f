import COdbc
import Warehouse

/// What the driver manager's own files say about a connection: its driver, and its settings.
struct DataSource {
  private let dsn: String?
  /// The kind of driver, judged by its names.
  let kind: DriverKind

  init(_ connection: WarehouseConnection) {
    dsn = connection.dsn
    let named = connection.driver ?? connection.dsn.flatMap { DataSource.value($0, "Driver", "odbc.ini") } ?? ""
    let file = DataSource.value(named, "Driver", "odbcinst.ini") ?? ""
    kind = DriverKind([named, file])
  }

  /// The setting for a key in `odbc.ini`.
  func setting(_ key: String) -> String? { dsn.flatMap { DataSource.value($0, key, "odbc.ini") } }

  private static func value(_ section: String, _ key: String, _ file: String) -> String? {
    guard !section.isEmpty else { return nil }
    var bytes = [CChar](repeating: 0, count: 1024)
    guard codbc_profile(section, key, file, &bytes, Int32(bytes.count)) != 0 else { return nil }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
