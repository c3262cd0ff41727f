/// Why a fetch brought nothing. Where there are words of a driver's or an engine's, a password in them is struck out.
public enum FetchFailure: Error, Hashable, Sendable {
  // Before anything is connected.
  /// unixODBC is not installed.
  case noDriverManager
  /// `sitrep-fetch` is not beside the program.
  case noHelper(String)
  /// The driver manager does not know the driver, or cannot load it.
  case noDriver(String)
  /// The driver manager does not know the data source.
  case noDataSource(String)
  /// The password's file is not one that only we can read.
  case passwordFile(String, reason: String)
  /// There is no such variable.
  case passwordVariable(String)
  /// Nobody told us how this driver requires TLS.
  case unknownTLS(driver: String)
  /// An option asks for less than TLS.
  case weakTLS(option: String, value: String)

  // Connecting.
  /// The server has no TLS.
  case noTLS(String)
  /// The engine does not let this user in.
  case loginRefused(String)
  /// The password has to be changed first.
  case passwordExpired(String)
  /// Nobody answers there.
  case unreachable(String)
  /// Nobody answered for so many seconds.
  case noAnswer(seconds: Int)

  // Asking.
  /// The engine does not run the query, or came upon an error in the middle of it.
  case queryRefused(String)
  /// The query would change something.
  case wouldWrite(String)
  /// The query, or the watermark, had not come to its end after so many seconds.
  case queryTooLong(seconds: Int)
  /// The connection broke.
  case connectionLost(String)

  // Reading.
  /// The result was cut after so many rows.
  case cut(rows: Int, String)
  case tooManyRows(limit: Int)
  case tooManyBytes(limit: Int)
  /// A text of more than 4,000 characters.
  case textTooLong(row: Int, column: String)
  /// A value that is not what its column held before.
  case typeChanged(row: Int, column: String, was: String, value: String)
  case secondTable
  case noTable
  /// A column without a name, counted from 1.
  case unnamedColumn(Int)
  case columnTwice(String)
  case binaryColumn(String)

  // Here.
  /// The file could not be written; in the system's words.
  case notWritten(String)
  /// The driver ended the process.
  case crashed(signal: Int)
  /// The process had to be ended after so many seconds.
  case hung(seconds: Int)
  /// The process said nothing that is understood.
  case unintelligible
  /// The folder of results is not ours alone.
  case folder(String, reason: String)
}
