import COdbc
import Warehouse

/// A connection through ODBC.
final class Session {
  let handle: OpaquePointer
  private let secret: String?

  /// A session that is not connected yet.
  init(secret: String?) throws(FetchFailure) {
    guard let handle = codbc_open() else { throw .noDriverManager }
    self.handle = handle
    self.secret = secret
  }

  deinit { codbc_close(handle) }

  /// Connects.
  func connect(_ text: String, seconds: Int, requiresTLS: Bool) throws(FetchFailure) {
    var trouble = codbc_trouble()
    guard codbc_connect(handle, text, Int32(clamping: seconds), &trouble) == 0 else {
      throw self.trouble(trouble).whileConnecting(seconds: seconds, requiresTLS: requiresTLS)
    }
  }

  /// A name, as the driver gives it; empty where it gives none.
  func name(_ which: codbc_name) -> String {
    var bytes = [CChar](repeating: 0, count: 512)
    codbc_name_of(handle, which, &bytes, bytes.count)
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// `PostgreSQL 15.18.0`.
  var engine: String { "\(name(codbc_engine)) \(name(codbc_engine_version))" }
  /// `psqlodbcw.so 13.02.0000`.
  var driver: String { "\(name(codbc_driver)) \(name(codbc_driver_version))" }

  /// Runs a query; returns the columns of its table, or none where it has no table.
  func execute(
    _ query: String, _ values: [FetchRequest.Value], seconds: Int
  ) throws(FetchFailure) -> [ResultColumn] {
    var trouble = codbc_trouble()
    let count = Session.withParameters(values) { parameters, count in
      codbc_execute(handle, query, parameters, count, Int32(clamping: seconds), &trouble)
    }
    guard count >= 0 else { throw self.trouble(trouble).whileAsking(seconds: seconds) }
    return (0..<count).map { place in
      let column = codbc_column_at(handle, place)
      let type = ColumnType(rawValue: String(UnicodeScalar(UInt8(truncatingIfNeeded: column.type.rawValue)))) ?? .text
      return ResultColumn(name: String(cString: column.name), type: type)
    }
  }

  /// The first value of the first row; `nil` where there is none, or where it is NULL.
  func firstValue(seconds: Int) throws(FetchFailure) -> String? {
    var trouble = codbc_trouble()
    var bytes = [CChar](repeating: 0, count: 4096)
    switch codbc_first_value(handle, &bytes, bytes.count, &trouble) {
    case 1: return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    case 0: return nil
    default: throw self.trouble(trouble).whileAsking(seconds: seconds)
    }
  }

  /// The driver's error, without the password.
  func trouble(_ trouble: codbc_trouble) -> DriverTrouble {
    var trouble = trouble
    let state = withUnsafeBytes(of: &trouble.state) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let words = withUnsafeBytes(of: &trouble.words) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return DriverTrouble(state: state, native: Int(trouble.native), words: words, secret: secret)
  }

  private static func withParameters(
    _ values: [FetchRequest.Value], _ body: (UnsafePointer<codbc_parameter>?, Int32) -> Int32
  ) -> Int32 {
    var texts: [UnsafeMutablePointer<CChar>] = []
    defer { for text in texts { text.deallocate() } }
    let parameters = values.map { value in
      var parameter = codbc_parameter()
      switch value {
      case .text(let text):
        let bytes = Array(text.utf8CString)
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        texts.append(copy)
        parameter.text = UnsafePointer(copy)
      case .day(let year, let month, let day):
        parameter.is_day = 1
        (parameter.year, parameter.month, parameter.day) = (
          Int16(clamping: year), UInt16(clamping: month), UInt16(clamping: day)
        )
      }
      return parameter
    }
    return parameters.withUnsafeBufferPointer { body($0.baseAddress, Int32($0.count)) }
  }
}
