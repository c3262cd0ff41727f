/// An error reported by a driver: its SQLSTATE, the engine's number, and its words.
public struct DriverTrouble: Hashable, Sendable {
  /// The SQLSTATE, five characters.
  public let state: String
  /// The engine's own number.
  public let native: Int
  /// The driver's words, with any password removed.
  public let words: String

  /// An error, with a secret removed from its words.
  public init(state: String, native: Int, words: String, secret: String? = nil) {
    self.state = state
    self.native = native
    self.words = secret.map { DriverTrouble.strike($0, from: words) } ?? words
  }

  /// A text with every occurrence of a secret replaced.
  static func strike(_ secret: String, from text: String) -> String {
    guard !secret.isEmpty else { return text }
    let (bytes, wanted) = (Array(text.utf8), Array(secret.utf8))
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place...].starts(with: wanted) {
        result += Array("…".utf8)
        place += wanted.count
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func says(_ parts: String...) -> Bool {
    let lower = words.lowercased()
    return parts.contains { lower.contains($0) }
  }

  /// The failure that it means while connecting. Drivers use one state for many errors, so the words decide where they
  /// must.
  ///
  /// - Parameters:
  ///   - seconds: the login timeout.
  ///   - requiresTLS: whether the driver was told to require TLS.
  public func whileConnecting(seconds: Int, requiresTLS: Bool = false) -> FetchFailure {
    if state == "IM002" || says("data source name not found") { return .noDataSource(words) }
    if says("can't open lib", "file not found") || ["IM003", "IM004", "IM012"].contains(state) {
      return .noDriver(words)
    }
    // 18487 and 18488 are SQL Server's, 28001 Oracle's.
    if [18487, 18488, 28001].contains(native) || says("password has expired", "password expired", "must be changed") {
      return .passwordExpired(words)
    }
    if says("does not support ssl", "ssl was required", "encryption not supported", "ssl provider") {
      return .noTLS(words)
    }
    if state.hasPrefix("28") || says("no pg_hba.conf entry")
      || says("authentication failed", "login failed", "login incorrect", "no password supplied")
      || says("does not exist") && says("role", "database")
    {
      return .loginRefused(words)
    }
    if ["HYT00", "HYT01", "S1T00"].contains(state) || says("timeout expired", "timed out") {
      return .noAnswer(seconds: seconds)
    }
    // FreeTDS does not say why it stopped after it had reached a server.
    if requiresTLS, says("adaptive server connection failed"), !says("unavailable") { return .noTLS("") }
    return .unreachable(words)
  }

  /// The states of a lock that was not given, or that two queries wanted of each other: the standard's and PostgreSQL's.
  private static let locks: Set<String> = ["40001", "40P01", "55P03"]
  /// The same in SQL Server's numbers, a deadlock and a lock timeout, and in Oracle's.
  private static let lockNumbers: Set<Int> = [1205, 1222, 54, 60]

  /// The failure that it means while a query runs.
  ///
  /// - Parameter seconds: the query timeout.
  public func whileAsking(seconds: Int) -> FetchFailure {
    if ["HYT00", "HYT01", "57014", "S1T00"].contains(state) || says("statement timeout", "query timeout") {
      return .queryTooLong(seconds: seconds)
    }
    if state == "25006" || says("read-only transaction", "readonly database") { return .wouldWrite(words) }
    if state.hasPrefix("08") || state.hasPrefix("57P") || says("terminating connection", "server closed the connection")
    {
      return .connectionLost(words)
    }
    if DriverTrouble.locks.contains(state) || DriverTrouble.lockNumbers.contains(native)
      || says("database is locked", "database table is locked")
    {
      return .locked(words)
    }
    return .queryRefused(words)
  }

  /// The failure that it means after rows have arrived.
  public func whileReading(rows: Int, seconds: Int) -> FetchFailure {
    let failure = whileAsking(seconds: seconds)
    if case .queryTooLong = failure { return failure }
    return .cut(rows: rows, words)
  }
}
