import Foundation
import Testing

/// A huddle at the real board in a real terminal, and the one of the next morning.
@Suite struct HuddleTests {
  private let folder = TemporaryFolder()

  private func board(_ now: String, _ more: String = "") -> String {
    "clear; \(Program.path) Fixtures/demo --actions \(folder.path) --period month --now \(now) \(more); echo ended $?"
  }

  private func listed(_ now: String) throws -> [String: Any] {
    let outcome = try Program.run(["actions", folder.path, "--format", "json", "--now", now])
    #expect(outcome.status == 0 && outcome.error == "")
    let all = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(all.map { $0["kind"] as? String } == ["action", "note"])
    #expect(all.last?["text"] as? String == "New booking system")
    return try #require(all.first)
  }

  @Test func `a huddle acts on the worst figure, notes an event, sees both, and closes the action next day`() throws {
    let terminal = try TmuxTerminal()
    try terminal.type(board("2018-03-20T09:00"))
    try terminal.waits(for: "Cancer 62-day")
    // The worst figure is one key away.
    try terminal.press("e")
    try terminal.waits(for: "exception 1 of")
    try terminal.waits(for: "By treatment function")
    try terminal.press("A")
    try terminal.waits(for: "New action · Fellgate RTT, Feb 2018")
    try terminal.type("Open two Saturday lists")
    try terminal.type("Head of Elective Care")
    try terminal.type("tomorrow")
    try terminal.waits(for: "agreed: Open two Saturday lists")
    try terminal.waits(for: "· Open two Saturday lists")
    try terminal.press("N")
    try terminal.waits(for: "New note")
    try terminal.type("New booking system")
    try terminal.waits(for: "noted: New booking system")
    // On the chart, in the table of months, and in words beside them.
    try terminal.waits(for: "Feb 18 ◇")
    let chart = try terminal.screen.split(separator: "\n").prefix(20)
    #expect(chart.contains { $0.contains("◇") })
    try terminal.waits(for: "◇ New booking system")
    // In the summary.
    try terminal.press("S")
    try terminal.waits(for: "1 action · L lists them")
    try terminal.waits(for: "Feb 2018 ◇")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
    // On the wall: the chart with the note, and who does what by when.
    let list = folder.write("detail RZ1 rtt 2s\nactions 2s\n", to: "playlist.txt")
    try terminal.type(board("2018-03-20T09:05", "--kiosk \(list)"))
    try terminal.waits(for: "Head of Elective Care · due 21 Mar 2018")
    #expect(try terminal.screen.contains("· Open two Saturday lists"))
    try terminal.waits(for: "treat 1,669 more")
    let wall = try terminal.screen
    #expect(wall.contains("◇"), "\(wall)")
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
    let open = try listed("2018-03-20T10:00")
    #expect(open["status"] as? String == "open" && open["due"] as? String == "2018-03-21")
    // The next morning it is due, and done.
    try terminal.type(board("2018-03-21T09:00"))
    try terminal.waits(for: "Cancer 62-day")
    try terminal.press("L")
    try terminal.waits(for: "due today")
    try terminal.press("A")
    try terminal.waits(for: "▸status")
    try terminal.type("done")
    try terminal.type("Lists are staffed until May")
    try terminal.press("Enter", "Enter", "Enter")
    try terminal.waits(for: "changed: the action")
    try terminal.waits(for: "nothing open")
    try terminal.press("S")
    try terminal.waits(for: "· summary")
    #expect(try !terminal.screen.contains("L lists them"))
    try terminal.press("q")
    try terminal.waits(for: "ended 0")
    let closed = try listed("2018-03-21T10:00")
    #expect(closed["status"] as? String == "done")
    #expect((closed["closed_at"] as? String)?.hasPrefix("2018-03-21T09:00") == true)
    #expect((closed["history"] as? [[String: Any]])?.count == 2)
  }
}
