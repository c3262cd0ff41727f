/// The form of a failure in a report from one process to the other.
extension FetchFailure {
  /// Its name in a report.
  var word: String {
    switch self {
    case .noDriverManager: "no-driver-manager"
    case .noHelper: "no-helper"
    case .noDriver: "no-driver"
    case .noDataSource: "no-data-source"
    case .passwordFile: "password-file"
    case .passwordVariable: "password-variable"
    case .unknownTLS: "unknown-tls"
    case .weakTLS: "weak-tls"
    case .noTLS: "no-tls"
    case .loginRefused: "login-refused"
    case .passwordExpired: "password-expired"
    case .unreachable: "unreachable"
    case .noAnswer: "no-answer"
    case .queryRefused: "query-refused"
    case .locked: "locked"
    case .wouldWrite: "would-write"
    case .queryTooLong: "query-too-long"
    case .connectionLost: "connection-lost"
    case .cut: "cut"
    case .tooManyRows: "too-many-rows"
    case .tooManyBytes: "too-many-bytes"
    case .textTooLong: "text-too-long"
    case .typeChanged: "type-changed"
    case .secondTable: "second-table"
    case .noTable: "no-table"
    case .unnamedColumn: "unnamed-column"
    case .columnTwice: "column-twice"
    case .binaryColumn: "binary-column"
    case .notWritten: "not-written"
    case .crashed: "crashed"
    case .hung: "hung"
    case .unintelligible: "unintelligible"
    case .folder: "folder"
    }
  }

  /// The details of the failure, in order.
  var details: [String] {
    switch self {
    case .noDriverManager, .secondTable, .noTable, .unintelligible: []
    case .noHelper(let words), .noDriver(let words), .noDataSource(let words), .passwordVariable(let words),
      .unknownTLS(let words), .noTLS(let words), .loginRefused(let words), .passwordExpired(let words),
      .unreachable(let words), .queryRefused(let words), .locked(let words), .wouldWrite(let words),
      .connectionLost(let words),
      .columnTwice(let words), .binaryColumn(let words), .notWritten(let words):
      [words]
    case .noAnswer(let number), .queryTooLong(let number), .tooManyRows(let number), .tooManyBytes(let number),
      .unnamedColumn(let number), .crashed(let number), .hung(let number):
      ["\(number)"]
    case .passwordFile(let first, let second), .weakTLS(let first, let second), .folder(let first, let second):
      [first, second]
    case .cut(let rows, let words): ["\(rows)", words]
    case .textTooLong(let row, let column): ["\(row)", column]
    case .typeChanged(let row, let column, let was, let value): ["\(row)", column, was, value]
    }
  }

  init?(word: String, details: [String]) {
    let first = details.first ?? ""
    let second = details.count > 1 ? details[1] : ""
    let number = Int(first) ?? 0
    switch word {
    case "no-driver-manager": self = .noDriverManager
    case "no-helper": self = .noHelper(first)
    case "no-driver": self = .noDriver(first)
    case "no-data-source": self = .noDataSource(first)
    case "password-file": self = .passwordFile(first, reason: second)
    case "password-variable": self = .passwordVariable(first)
    case "unknown-tls": self = .unknownTLS(driver: first)
    case "weak-tls": self = .weakTLS(option: first, value: second)
    case "no-tls": self = .noTLS(first)
    case "login-refused": self = .loginRefused(first)
    case "password-expired": self = .passwordExpired(first)
    case "unreachable": self = .unreachable(first)
    case "no-answer": self = .noAnswer(seconds: number)
    case "query-refused": self = .queryRefused(first)
    case "locked": self = .locked(first)
    case "would-write": self = .wouldWrite(first)
    case "query-too-long": self = .queryTooLong(seconds: number)
    case "connection-lost": self = .connectionLost(first)
    case "cut": self = .cut(rows: number, second)
    case "too-many-rows": self = .tooManyRows(limit: number)
    case "too-many-bytes": self = .tooManyBytes(limit: number)
    case "text-too-long": self = .textTooLong(row: number, column: second)
    case "type-changed":
      guard details.count == 4 else { return nil }
      self = .typeChanged(row: number, column: second, was: details[2], value: details[3])
    case "second-table": self = .secondTable
    case "no-table": self = .noTable
    case "unnamed-column": self = .unnamedColumn(number)
    case "column-twice": self = .columnTwice(first)
    case "binary-column": self = .binaryColumn(first)
    case "not-written": self = .notWritten(first)
    case "crashed": self = .crashed(signal: number)
    case "hung": self = .hung(seconds: number)
    case "unintelligible": self = .unintelligible
    case "folder": self = .folder(first, reason: second)
    default: return nil
    }
  }
}
