import Metrics
import Screen
import Testing

@testable import Dashboard

/// A board whose files are still being read says so all the while, and can be told to stop.
@Suite struct ReadingTests {
  @Test func `the header says that it is filling in all the while, the status line how far it has come`() throws {
    var session = Session()
    session.obey(.reading(.underway("reading 3 of 12 files")))
    #expect(session.text.contains("reading files"))
    #expect(session.text.contains("reading 3 of 12 files  x stops"))
    try session.play("t")
    #expect(session.text.contains("reading files") && !session.text.contains("x stops"))
    session.obey(.reading(nil))
    #expect(!session.text.contains("reading files") && session.state.message == "")
  }

  @Test func `x stops a reading and goes on with it`() throws {
    var session = Session()
    session.obey(.reading(.underway("reading 3 of 12 files")))
    try session.play("x")
    #expect(session.effects == [.stopReading])
    session.obey(.reading(.stopped(9)))
    #expect(session.text.contains("9 files have not been read: reading was stopped; x reads them"))
    #expect(session.text.contains("not all read"))
    try session.play("x")
    #expect(session.effects == [.stopReading, .resumeReading])
  }

  @Test func `what changes while a board fills in is no news, and what changes afterwards is`() {
    var session = Session(Testshire.board)
    session.obey(.reading(.underway("reading")))
    session.obey(.show(Board(Testshire.board.healthSystem, [Testshire.activity])))
    #expect(session.state.unseen.isEmpty)
    session.obey(.show(Testshire.board))
    session.obey(.reading(nil))
    #expect(session.state.unseen.isEmpty && session.effects.isEmpty)
    session.obey(.show(Board(Testshire.board.healthSystem, [Testshire.activity])))
    session.obey(.show(Testshire.board))
    #expect(!session.state.unseen.isEmpty)
  }

  @Test func `one file that was left out is said as one`() {
    #expect(LoadingStatus.stopped(1).words.hasPrefix("1 file has not been read"))
  }
}
