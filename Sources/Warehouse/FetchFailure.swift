/// Why a fetch failed. Where it has the words of a driver or an engine, any password in them has been removed.
public enum FetchFailure: Error, Hashable, Sendable {
  // Before connecting.
  /// unixODBC is not installed.
  case noDriverManager
  /// `sitrep-fetch` is not beside the program.
  case noHelper(String)
  /// The driver manager does not know the driver, or cannot load it.
  case noDriver(String)
  /// The driver manager does not know the data source.
  case noDataSource(String)
  /// The password file is missing, or other users can read it.
  case passwordFile(String, reason: String)
  /// The environment variable does not exist.
  case passwordVariable(String)
  /// It is not known how this driver is made to require TLS.
  case unknownTLS(driver: String)
  /// An option asks for less than TLS.
  case weakTLS(option: String, value: String)

  // Connecting.
  /// The server has no TLS.
  case noTLS(String)
  /// The engine refused the login.
  case loginRefused(String)
  /// The password has to be changed first.
  case passwordExpired(String)
  /// No server answers at that address.
  case unreachable(String)
  /// The server did not answer within this time.
  case noAnswer(seconds: Int)

  // Running the query.
  /// The engine refused the query, or reported an error while running it.
  case queryRefused(String)
  /// Something else holds what the query wants to read.
  case locked(String)
  /// The query would change something.
  case wouldWrite(String)
  /// The query, or the watermark's query, did not finish within this time.
  case queryTooLong(seconds: Int)
  /// The connection broke.
  case connectionLost(String)

  // Reading the result.
  /// The result broke off after this many rows.
  case cut(rows: Int, String)
  case tooManyRows(limit: Int)
  case tooManyBytes(limit: Int)
  /// A text of more than 4,000 characters.
  case textTooLong(row: Int, column: String)
  /// A value of another type than its column had before.
  case typeChanged(row: Int, column: String, was: String, value: String)
  case secondTable
  case noTable
  /// A column without a name, counted from 1.
  case unnamedColumn(Int)
  case columnTwice(String)
  case binaryColumn(String)

  // In this program.
  /// The file could not be written; in the operating system's words.
  case notWritten(String)
  /// The driver ended the process.
  case crashed(signal: Int)
  /// The process had to be ended after this time.
  case hung(seconds: Int)
  /// The process reported nothing that can be understood.
  case unintelligible
  /// Other users can read the folder of results.
  case folder(String, reason: String)
}
