import Testing
import Warehouse

/// FreeTDS against what stands in for SQL Server: it logs in and streams, and a stream that is cut is never half a table.
@Suite struct StandInTests {
  let program = FetchProgram()

  @Test func `a table is streamed, with decimals, dates, NULL and empty texts as they are`() throws {
    let server = try TestServer("tds.py")
    #expect(
      try program.csv(program.standIn(server), "select 5 rows") == """
        organisation,day,value,note
        R00,2016-02-07,0.25,
        R01,2016-02-08,1.25,""
        R02,2016-02-09,2.25,Ynys Môn 🏥
        R03,2016-02-10,3.25,
        R04,2016-02-11,4.25,""

        """)
  }

  @Test func `a stream that is cut after most rows is an error, and the result there was stays`() throws {
    let server = try TestServer("tds.py")
    let connection = program.standIn(server)
    let before = try program.csv(connection, "select 5 rows")
    let cut = try program.failure(connection, "select 100000 rows cut after 99000")
    guard case .cut(let rows, _)? = cut else { return unexpected(cut, "a stream that was cut") }
    #expect(rows > 90_000)
    let ended = try program.failure(connection, "select 100000 rows error after 99000")
    guard case .cut? = ended else { return unexpected(ended, "a stream that was cut") }
    #expect(program.folder.read("result.csv") == before)
  }

  @Test func `a server that answers nothing is given up in time`() throws {
    let server = try TestServer("tds.py")
    var connection = program.standIn(server)
    connection.queryTimeout = 1
    #expect(try program.failure(connection, "select 5 rows stall") == .queryTooLong(seconds: 1))
  }

  @Test func `an expired password, a stranger, and no TLS each have their own sentence`() throws {
    let server = try TestServer("tds.py")
    let expired = try program.failure(program.standIn(server, user: "expired"), "select 1 rows")
    guard case .passwordExpired? = expired else { return unexpected(expired, "an expired password") }
    let stranger = try program.failure(program.standIn(server, user: "stranger"), "select 1 rows")
    guard case .loginRefused? = stranger else { return unexpected(stranger, "a login that was refused") }
    var connection = program.standIn(server)
    connection.requiresTLS = true
    let open = try program.failure(connection, "select 1 rows")
    guard case .noTLS? = open else { return unexpected(open, "a server without TLS") }
  }
}
