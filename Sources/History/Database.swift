import CSQLite

/// A connection to a database file; used by one thread at a time, and closed with the value.
final class Database {
  private let handle: OpaquePointer

  /// Opens the file at a path, which is made where it is missing.
  ///
  /// - Parameter patience: how many milliseconds to wait for another program that has it locked.
  init(path: String, patience: Int32) throws(HistoryFault) {
    var opened: OpaquePointer?
    let code = csqlite_open(path, 1, &opened)
    guard code == CSQLITE_OK.code, let opened else {
      let words = opened.map { String(cString: csqlite_message($0)) } ?? "no memory"
      if let opened { csqlite_close(opened) }
      throw HistoryFault(code, words)
    }
    handle = opened
    csqlite_wait(handle, patience)
    csqlite_distrust(handle)
  }

  deinit { csqlite_close(handle) }

  /// The fault that a result stands for.
  func fault(_ code: Int32) -> HistoryFault { HistoryFault(code, String(cString: csqlite_message(handle))) }

  /// A statement that can be carried out again and again.
  func statement(_ words: String) throws(HistoryFault) -> Statement {
    var prepared: OpaquePointer?
    let code = csqlite_prepare(handle, words, &prepared)
    guard code == CSQLITE_OK.code, let prepared else { throw fault(code) }
    return Statement(prepared, of: self)
  }

  /// Carries out a statement once, with these numbers in it; its rows are dropped.
  func run(_ words: String, _ numbers: Int...) throws(HistoryFault) {
    let statement = try statement(words)
    for (place, number) in numbers.enumerated() { statement.bind(number, at: place + 1) }
    while try statement.step() {}
  }

  /// The first number of the first row; `nil` where there is none.
  func number(_ words: String, _ numbers: Int...) throws(HistoryFault) -> Int? {
    let statement = try statement(words)
    for (place, number) in numbers.enumerated() { statement.bind(number, at: place + 1) }
    return try statement.step() ? statement.optional(0) : nil
  }

  /// Looks the whole file through for damage.
  func check() throws(HistoryFault) {
    let rows = try statement("pragma quick_check(1)")
    guard try rows.step() else { return }
    let words = rows.text(0)
    rows.rewind()
    if words != "ok" { throw .corrupt(String(words.prefix { $0 != "\n" })) }
  }

  /// Carries out changes, all of them or none.
  func change<Result>(_ changes: () throws(HistoryFault) -> Result) throws(HistoryFault) -> Result {
    try run("begin immediate")
    do throws(HistoryFault) {
      let result = try changes()
      try run("commit")
      return result
    } catch {
      // Where the disk is full SQLite has taken them back already.
      try? run("rollback")
      throw error
    }
  }
}

/// One statement of a connection.
final class Statement {
  private let handle: OpaquePointer
  private let database: Database

  fileprivate init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { csqlite_finalize(handle) }

  /// Goes on to the next row; whether there is one. After the last the statement can be carried out again.
  func step() throws(HistoryFault) -> Bool {
    let code = csqlite_step(handle)
    switch code {
    case CSQLITE_ROW.code: return true
    case CSQLITE_DONE.code:
      csqlite_reset(handle)
      return false
    default:
      csqlite_reset(handle)
      throw database.fault(code)
    }
  }

  /// Carries it out with these numbers.
  func run(_ numbers: Int?...) throws(HistoryFault) {
    for (place, number) in numbers.enumerated() { bind(number, at: place + 1) }
    while try step() {}
  }

  /// The first number of the first row, with these numbers put in; `nil` where there is none.
  func number(_ numbers: Int?...) throws(HistoryFault) -> Int? {
    for (place, number) in numbers.enumerated() { bind(number, at: place + 1) }
    guard try step() else { return nil }
    defer { csqlite_reset(handle) }
    return optional(0)
  }

  /// Lets the rest of the rows be.
  func rewind() { csqlite_reset(handle) }

  /// Puts a number into a place, counted from 1.
  func bind(_ number: Int?, at place: Int) {
    if let number {
      csqlite_bind_number(handle, Int32(place), Int64(number))
    } else {
      csqlite_bind_nothing(handle, Int32(place))
    }
  }

  /// Puts a text into a place, counted from 1.
  func bind(_ text: String, at place: Int) {
    // The length is said, so that a text may hold anything; an empty one is none the less a text.
    _ = text.withCString { csqlite_bind_text(handle, Int32(place), $0, Int32(text.utf8.count)) }
  }

  /// Puts bytes into a place, counted from 1.
  func bind(_ bytes: [UInt8], at place: Int) {
    _ = bytes.withUnsafeBytes { csqlite_bind_bytes(handle, Int32(place), $0.baseAddress, Int32($0.count)) }
  }

  /// The number in a column, counted from 0.
  func int(_ column: Int) -> Int { Int(csqlite_number(handle, Int32(column))) }

  /// The number in a column; `nil` where there is none.
  func optional(_ column: Int) -> Int? { csqlite_is_nothing(handle, Int32(column)) != 0 ? nil : int(column) }

  /// The text in a column.
  func text(_ column: Int) -> String {
    guard let text = csqlite_text(handle, Int32(column)) else { return "" }
    return String(
      decoding: UnsafeBufferPointer(start: text, count: Int(csqlite_count(handle, Int32(column)))), as: UTF8.self)
  }

  /// The bytes in a column.
  func bytes(_ column: Int) -> [UInt8] {
    guard let bytes = csqlite_bytes(handle, Int32(column)) else { return [] }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(csqlite_count(handle, Int32(column)))))
  }
}

extension Int {
  /// A number as SQLite's functions return it.
  var code: Int32 { Int32(truncatingIfNeeded: self) }
}
