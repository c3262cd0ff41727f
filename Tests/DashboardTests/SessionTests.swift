import Metrics
import Screen
import Testing

@testable import Dashboard

/// From the system down to the rows of a file and back, by keys alone.
@Suite struct SessionTests {
  @Test func `a figure is followed down from the system to the rows of its file, and Esc leads back the same way`()
    throws
  {
    var session = Session()
    try session.play("down enter")
    #expect(session.state.page == .metric(.fourHour))
    #expect(session.state.selectedRow == .organisation("RT2"))
    try session.play("enter")
    #expect(session.state.page == .organisation("RT2"))
    #expect(session.state.selectedRow == .metric(.fourHour))
    try session.play("down enter")
    #expect(session.state.page == .detail(.incomplete, "RT2", nil))
    #expect(session.state.selectedRow == .period(.month(Testshire.last)))
    try session.play("down enter")
    #expect(session.state.page == .source(Series.Key(.incomplete, "RT2"), .month(Testshire.month(2016, 9))))
    #expect(session.state.sourceRows?.rows.count == 2)
    try session.play("escape")
    #expect(session.state.selectedRow == .period(.month(Testshire.month(2016, 9))))
    try session.play("escape")
    #expect(session.state.selectedRow == .metric(.incomplete))
    try session.play("escape escape")
    #expect(session.state.page == .overview)
    #expect(session.state.selectedRow == .organisation("RT2"))
  }

  @Test func `after keys that lead away and back the picture is the one it was`() throws {
    for keys in ["enter escape", "? escape", "! escape", "enter enter enter escape escape escape", "tab backtab"] {
      var session = Session()
      try session.play("down")
      let before = session.frame
      try session.play(keys)
      #expect(session.frame == before, "\(keys)")
    }
  }

  @Test func `a place is opened from the table of a metric, and its overview is about it alone`() throws {
    var session = Session()
    try session.play("enter end enter")
    #expect(session.state.page == .organisation("south"))
    #expect(session.state.scope == "south")
    #expect(session.state.digest[.fourHour]?.rankedFigures.map(\.organisation.code) == ["RT3"])
    try session.play("escape")
    #expect(session.state.scope == "QT1")
    #expect(session.state.selectedRow == .organisation("south"))
  }

  @Test func `the system's own row leads to its detail`() throws {
    var session = Session()
    try session.play("enter home enter")
    #expect(session.state.page == .detail(.fourHour, "QT1", nil))
  }

  @Test func `i on a roll-up says that it is a sum`() throws {
    var session = Session()
    try session.play("enter home i")
    #expect(session.state.message.contains("a total: open an organisation to see its rows"))
    #expect(session.state.page == .metric(.fourHour))
  }

  @Test func `e goes through the exceptions one by one, and Esc back to where it began`() throws {
    var session = Session()
    try session.play("e")
    let count = session.state.digest.exceptions.count
    #expect(count > 3)
    let first = session.state.page
    for _ in 0..<count { try session.play("e") }
    #expect(session.state.page == first)
    try session.play("escape")
    #expect(session.state.page == .overview)
  }

  @Test func `a filter finds by letters in their order, and Esc drops it before it goes back`() throws {
    var session = Session()
    try session.play("enter / type:mrsh enter")
    #expect(MetricPage(session.state, .fourHour).rows.map(\.organisation.code) == ["RT3"])
    try session.play("escape")
    #expect(session.state.page == .metric(.fourHour))
    #expect(session.state.visit.filter.isEmpty)
  }

  @Test func `a command line opens a view, and Esc leads up from it`() throws {
    var session = Session()
    try session.play(": type:provider space type:RT1 space type:rtt enter")
    #expect(session.state.page == .detail(.incomplete, "RT1", nil))
    try session.play("escape")
    #expect(session.state.page == .organisation("RT1"))
    try session.play(": type:prob tab enter")
    #expect(session.state.page == .problems)
  }

  @Test func `a command that means nothing says what could be typed`() throws {
    var session = Session()
    try session.play(": type:provider space type:XYZ enter")
    #expect(session.state.message.contains("\"XYZ\""))
    #expect(session.state.page == .overview)
  }

  @Test func `s and r order the table, the system on top`() throws {
    var session = Session()
    try session.play("enter s")
    #expect(
      MetricPage(session.state, .fourHour).rows.map(\.organisation.code.text).prefix(4) == ["QT1", "RT1", "RT3", "RT2"])
    try session.play("r")
    #expect(
      MetricPage(session.state, .fourHour).rows.map(\.organisation.code.text).prefix(4) == ["QT1", "RT2", "RT3", "RT1"])
  }

  @Test func `an earlier period stays until a later one takes its place`() throws {
    var session = Session()
    try session.play("[ [")
    #expect(session.state.viewSettings.period == .month(Testshire.month(2016, 8)))
    #expect(session.text.contains("August 2016"))
    try session.play("] ]")
    #expect(session.state.viewSettings.period == nil)
    try session.play("]")
    #expect(session.state.message.contains("the latest"))
  }

  @Test func `p shows days where there are daily returns, charts included`() throws {
    var session = Session()
    try session.play("p enter down enter enter")
    #expect(session.text.contains("XmR, 75 days"))
  }

  @Test func `t measures against the trajectory where one is set`() throws {
    var session = Session()
    try session.play("t t")
    #expect(session.state.viewSettings.choice == .trajectory)
    #expect(session.text.contains("trajectory 91.0"))
  }

  @Test func `b turns through reasons on a metric, and through bridge, schemes and plan on money`() throws {
    var session = Session()
    try session.play(": type:detail space type:RT1 space type:finance.control enter")
    #expect(session.text.contains("Fenwick bridge"))
    try session.play("b")
    #expect(session.text.contains("Savings schemes"))
    try session.play("b")
    #expect(session.text.contains("Plan, £m"))
  }

  @Test func `a system without figures says so and opens its organisations`() throws {
    var session = Session(Testshire.bare)
    #expect(session.text.contains("Nothing has been returned for Testshire (made up)."))
    try session.play("down down enter")
    #expect(session.state.page == .organisation("RT1"))
    #expect(session.text.contains("nothing has been returned for Fenwick Hospitals NHS Trust"))
    #expect(session.text.contains("612 beds"))
  }

  @Test func `panels that do not fit are a Tab away`() throws {
    var session = Session(size: Size(columns: 40, rows: 10))
    #expect(session.text.contains("A&E four-hour"))
    try session.play("tab")
    #expect(session.text.contains("RTT 18 weeks"))
    try session.play("backtab backtab")
    #expect(!session.text.contains("A&E four-hour"))
  }

  @Test func `a new board keeps page, cursor and sort`() throws {
    var session = Session()
    try session.play("enter s down")
    let row = session.state.selectedRow
    session.obey(.show(Testshire.board))
    #expect(session.state.selectedRow == row)
    #expect(session.state.visit.sortColumn == 1)
  }
}
