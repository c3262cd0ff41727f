/// A failure in words that a user can act on: what happened, and what to do.
extension FetchFailure {
  /// What happened; lower case, no full stop.
  public var message: String {
    switch self {
    case .noDriverManager: "cannot be fetched: unixODBC is not installed"
    case .noHelper(let path): "cannot be fetched: the program \"\(path)\" is missing"
    case .noDriver(let words): "the ODBC driver cannot be loaded\(FetchFailure.tail(words))"
    case .noDataSource(let words): "the data source is not known to unixODBC\(FetchFailure.tail(words))"
    case .passwordFile(let path, let reason): "the password file \"\(path)\" is refused: \(reason)"
    case .passwordVariable(let name): "the variable \(name) with the password is not set"
    case .unknownTLS(let driver): "TLS cannot be required of the driver \"\(driver)\": its setting for it is not known"
    case .weakTLS(let option, let value): "the option \(option) is \"\(value)\", which allows a connection without TLS"
    case .noTLS(let words): "the server does not offer TLS\(FetchFailure.tail(words))"
    case .loginRefused(let words): "the database refused the login\(FetchFailure.tail(words))"
    case .passwordExpired(let words): "the password has expired\(FetchFailure.tail(words))"
    case .unreachable(let words): "the database cannot be reached\(FetchFailure.tail(words))"
    case .noAnswer(let seconds): "the database did not answer the login within \(FetchFailure.seconds(seconds))"
    case .queryRefused(let words): "the database did not run the query\(FetchFailure.tail(words))"
    case .locked(let words): "the database is locked by another program\(FetchFailure.tail(words))"
    case .wouldWrite(let words): "the query tries to change the database, which is refused\(FetchFailure.tail(words))"
    case .queryTooLong(let seconds): "the query did not finish within \(FetchFailure.seconds(seconds))"
    case .connectionLost(let words): "the connection to the database broke\(FetchFailure.tail(words))"
    default: resultMessage
    }
  }

  /// What happened to the result.
  private var resultMessage: String {
    switch self {
    case .cut(let rows, let words):
      "the result was cut short after \(FetchFailure.grouped(rows)) rows, and none of it is used\(FetchFailure.tail(words))"
    case .tooManyRows(let limit): "the query returns more than \(FetchFailure.grouped(limit)) rows"
    case .tooManyBytes(let limit): "the query returns more than \(FetchFailure.grouped(limit >> 20)) MB"
    case .textTooLong(let row, let column):
      "row \(FetchFailure.grouped(row)), column \"\(column)\": the text is longer than 4,000 characters"
    case .typeChanged(let row, let column, let was, let value):
      "row \(FetchFailure.grouped(row)), column \"\(column)\": the value is \"\(value)\", but the column was \(was) before"
    case .secondTable: "the query returns more than one table"
    case .noTable: "the query returns no table"
    case .unnamedColumn(let place): "column \(place) of the result has no name"
    case .columnTwice(let name): "two columns of the result are called \"\(name)\""
    case .binaryColumn(let name): "column \"\(name)\" contains binary data"
    case .notWritten(let words): "the result could not be saved: \(words.lowercased())"
    case .crashed(let signal): "the ODBC driver crashed (signal \(signal))"
    case .hung(let seconds): "the ODBC driver stopped responding and was ended after \(FetchFailure.seconds(seconds))"
    case .unintelligible: "sitrep-fetch ended without a report"
    case .folder(let path, let reason): "the folder \"\(path)\" for fetched results is refused: \(reason)"
    default: ""
    }
  }

  /// What to do about it.
  public var fix: String {
    switch self {
    case .noDriverManager: "install unixODBC and the driver of your database: apt-get install unixodbc odbc-postgresql"
    case .noHelper: "install sitrep again: make install puts it there"
    case .noDriver: "install the driver, or correct its name; odbcinst -q -d lists those there are"
    case .noDataSource: "correct dsn, or add it to odbc.ini; odbcinst -q -s lists those there are"
    case .passwordFile(let path, _): "chmod 600 \"\(path)\", and make it yours: chown $USER \"\(path)\""
    case .passwordVariable(let name): "set \(name) before sitrep starts, or use password-file"
    case .unknownTLS: "set the driver's own option for TLS, and write encrypt = false in the connection"
    case .weakTLS(let option, _): "remove \(option); to go without TLS, write encrypt = false in the connection"
    case .noTLS: "turn TLS on at the server; to go without it, write encrypt = false in the connection"
    case .loginRefused: "check user and password; sitrep sources --try shows what the database says"
    case .passwordExpired: "change the password in the database, then in the password file"
    case .unreachable, .connectionLost: "check that the server is up; it is tried again by itself"
    case .noAnswer: "check that the server is up, or raise login-timeout; it is tried again by itself"
    case .queryRefused: "correct the query, and try it: sitrep sources --try"
    case .locked: "nothing to do while another program writes: it is tried again by itself"
    case .wouldWrite: "write a query that only reads"
    case .queryTooLong: "let the database do more of the adding up, or raise query-timeout"
    case .cut: "nothing to do if it was a restart: it is tried again by itself"
    case .tooManyRows, .tooManyBytes: "group the figures in the query, or raise row-limit in the source"
    case .textTooLong: "leave the column out, or cut it in the query: left(column, 200)"
    case .typeChanged(_, let column, _, _): "correct the figures, or cast it in the query: cast(\"\(column)\" as …)"
    case .secondTable: "leave one select in the query"
    case .noTable: "end the query with a select"
    case .unnamedColumn: "name it in the query: … as value"
    case .columnTwice: "name one of them otherwise in the query"
    case .binaryColumn: "leave it out of the query"
    case .notWritten: "make room on the disk; it is tried again by itself"
    case .crashed, .hung, .unintelligible: "update the driver; sitrep sources --try tries it by hand"
    case .folder(let path, _): "make it yours alone: chmod 700 \"\(path)\""
    }
  }

  /// A driver's words after a colon, without the prefixes that it puts in brackets.
  private static func tail(_ words: String) -> String {
    var rest = words[...]
    while rest.hasPrefix("["), let end = rest.firstIndex(of: "]") { rest = rest[rest.index(after: end)...] }
    let line = rest.split(whereSeparator: \.isNewline).joined(separator: " ")
    let spaces = line.split(separator: " ").joined(separator: " ")
    return spaces.isEmpty ? "" : ": \(spaces)"
  }

  private static func seconds(_ count: Int) -> String { "\(count) second\(count == 1 ? "" : "s")" }

  /// A number with its thousands separated: `1,000,000`.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }
}
