import CLinux
import Glibc
import Metrics
import Testing

@testable import Actions

/// What is written into a folder of actions comes back, whatever happens to its files.
@Suite struct ActionFolderTests {
  let scratch = ScratchFolder()

  @Test func `an action that is agreed and done says who did what and when`() throws {
    var event = ActionEvent(.action, at: Moment("2018-03-20T09:00:07")!, by: "ward@a")
    event.subject = ActionSubject(metric: "rtt.incomplete-18", organisation: "RD8", period: Period("2018-02"))
    (event.text, event.owner, event.due) = (
      "open two lists on \"Saturdays\"\\", "Head of Elective Care", Day("2018-03-27")
    )
    let id = try scratch.folder.write(event, as: "a.jsonl")
    try scratch.change(id, .done, "lists run until May", at: "2018-03-26T10:00:00", as: "b.jsonl")
    let book = scratch.folder.read()
    #expect(book.problems == [])
    let action = try #require(book.action(id))
    #expect(action.text == event.text && action.subject == event.subject && action.owner == "Head of Elective Care")
    #expect(action.status == .done && action.closedAt == Moment("2018-03-26T10:00:00"))
    #expect(action.lastWords == "lists run until May" && action.history.count == 2)
    #expect(book.actions(about: "rtt.incomplete-18", of: "RD8") == [action])
  }

  @Test func `every byte that is changed is found, and its line named`() throws {
    for number in 1...3 { try scratch.act("action \(number)") }
    let whole = scratch.bytes("a.jsonl")
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 1
      let file = WriterFile(bytes, name: "a.jsonl")
      let line = 1 + whole[..<place].count { $0 == UInt8(ascii: "\n") }
      let found = file.problems.filter { $0.severity == .error }
      // A changed line end makes one line of two; whatever else, the line itself is named.
      #expect(
        found.contains { $0.line == line } || !file.isOurs,
        "byte \(place) of line \(line): \(file.problems.map(\.text))")
    }
  }

  @Test(arguments: [(1, 2), (2, 3), (3, 4)]) func `a line that is taken away is missed by the next`(
    taken: Int, missedAt: Int
  ) throws {
    for number in 1...4 { try scratch.act("action \(number)") }
    var lines = scratch.bytes("a.jsonl").split(separator: UInt8(ascii: "\n")).map(Array.init)
    lines.remove(at: taken - 1)
    let file = WriterFile(lines.flatMap { $0 + [UInt8(ascii: "\n")] }, name: "a.jsonl")
    #expect(file.entries.count == 3)
    #expect(file.problems.map(\.line) == [missedAt - 1])
  }

  @Test func `a line that a crash cut short anywhere is named, and the next one begins below it`() throws {
    try scratch.act("first")
    let first = scratch.bytes("a.jsonl")
    try scratch.act("second")
    let whole = scratch.bytes("a.jsonl")
    for length in stride(from: first.count + 1, to: whole.count - 1, by: 7) {
      scratch.write(Array(whole.prefix(length)), "a.jsonl")
      #expect(scratch.folder.read().problems.map(\.message) == ["this line was cut short while it was written"])
      try scratch.act("third")
      let book = scratch.folder.read()
      #expect(book.actions.map(\.text) == ["first", "third"])
      #expect(book.problems.map(\.line) == [2])
    }
    // Cut short in its very first line, the file still takes the next one.
    scratch.write(Array(first.prefix(30)), "a.jsonl")
    try scratch.act("again")
    #expect(scratch.folder.read().actions.map(\.text) == ["again"])
  }

  @Test func `writers at the same time lose nothing, and every chain holds`() throws {
    let folder = scratch.folder
    nonisolated(unsafe) var threads: [pthread_t] = []
    // Eight programs, two of them always the same writer.
    for number in 0..<8 {
      let work = Unmanaged.passRetained(Work(folder: folder, number: number))
      var thread = pthread_t()
      pthread_create(
        &thread, nil,
        { work in
          Unmanaged<Work>.fromOpaque(work!).takeRetainedValue().run()
          return nil
        }, work.toOpaque())
      threads.append(thread)
    }
    for thread in threads { pthread_join(thread, nil) }
    let book = folder.read()
    #expect(book.problems == [])
    #expect(Set(book.actions.map(\.text)).count == 8 * 50)
  }

  private final class Work: Sendable {
    let folder: ActionFolder
    let number: Int

    init(folder: ActionFolder, number: Int) { (self.folder, self.number) = (folder, number) }

    func run() {
      for count in 0..<50 {
        var event = ActionEvent(.action, at: Moment("2018-03-20")!, by: "w")
        event.text = "\(number) \(count)"
        _ = try? folder.write(event, as: "writer\(number / 2).jsonl")
      }
    }
  }

  @Test func `a clock set back keeps the order of the lines, and is told`() throws {
    let id = try scratch.act("agreed", at: "2018-03-20T09:00:00")
    try scratch.change(id, .blocked, at: "2018-03-20T08:00:00")
    try scratch.change(id, .done, at: "2018-03-19T08:00:00")
    let book = scratch.folder.read()
    #expect(book.actions.map(\.status) == [.done])
    #expect(book.problems.map(\.severity) == [.warning] && book.problems[0].line == 2)
  }

  @Test func `an action closed by a machine whose clock is behind is closed`() throws {
    let id = try scratch.act("agreed", at: "2018-03-20T09:00:00")
    try scratch.change(id, .done, at: "2018-03-20T08:59:00", as: "b.jsonl")
    #expect(scratch.folder.read().actions.map(\.status) == [.done])
    #expect(scratch.folder.read().problems == [])
  }

  @Test(arguments: [
    (
      "{\"level\":\"info\",\"msg\":\"started\"}\n{\"level\":\"info\"}\n",
      "this is not a file of actions: its first line is \"{\"level\":\"info\",\"msg\":\"started\"}\"; it is left alone"
    ),
    ("PK\u{3}\u{4}\u{0}", "this is not a file of actions: its first line is \"PK···\"; it is left alone"),
    (
      String(repeating: "\u{1B}[2J", count: 20),
      "this is not a file of actions: its first line is \"\(String(repeating: "·[2J", count: 10))…\"; it is left alone"
    ),
    ("ward 4, 943 476 5919\n", "this is not a file of actions: its first line has an NHS number; it is left alone"),
    ("{\"sitrep\":2,\"event\":\"poll\"}\n", "the file is of version 2; this sitrep reads version 1"),
  ]) func `another program's file is one problem and is never written to`(text: String, message: String) throws {
    scratch.write(text, "a.jsonl")
    scratch.write("anything", "notes.txt")
    try scratch.act("ours", as: "b.jsonl")
    let book = scratch.folder.read()
    #expect(book.problems.map(\.message) == [message])
    #expect(book.actions.map(\.text) == ["ours"])
    #expect(throws: ActionFolder.WriteFailure.self) { try scratch.act("ours") }
    #expect(scratch.bytes("a.jsonl") == Array(text.utf8))
  }

  @Test func `a copy of a file counts once, and is told`() throws {
    try scratch.act("one")
    try scratch.act("two")
    scratch.write(scratch.bytes("a.jsonl"), "a-copy.jsonl")
    let book = scratch.folder.read()
    #expect(book.actions.count == 2)
    #expect(book.problems.map(\.message) == ["2 events are in a-copy.jsonl as well; they count once"])
  }

  @Test func `a folder that is missing, or no folder, or closed to us is said in a sentence`() throws {
    let missing = ActionFolder(scratch.path + "/none")
    #expect(
      missing.read().problems.map(\.message) == ["the folder of actions cannot be read: No such file or directory"])
    #expect(missing.read().problems[0].fix.hasPrefix("mkdir"))
    scratch.write("x", "file")
    #expect(ActionFolder(scratch.path + "/file").read().problems.count == 1)
    let failure = #expect(throws: ActionFolder.WriteFailure.self) {
      try missing.write(ActionEvent(.action, at: Moment("2018-03-20")!, by: "w"), as: "a.jsonl")
    }
    #expect(failure?.message.contains("No such file or directory; make the folder") == true)
    mkdir(scratch.path + "/dir.jsonl", 0o700)
    defer { rmdir(scratch.path + "/dir.jsonl") }
    #expect(scratch.folder.read().problems.map(\.message) == ["this is not an ordinary file; it is left alone"])
  }

  @Test func `a folder that lets nobody write is said in a sentence`() throws {
    // Nobody, not even root, makes a file there.
    let closed = ActionFolder("/sys")
    let failure = #expect(throws: ActionFolder.WriteFailure.self) {
      try closed.write(ActionEvent(.action, at: Moment("2018-03-20")!, by: "w"), as: "a.jsonl")
    }
    #expect(failure?.message.contains("/sys/a.jsonl cannot be opened: ") == true)
    #expect(failure?.message.hasSuffix("; ask for permission to write there: ls -ld \"/sys\"") == true)
    #expect(closed.read().problems == [])
  }

  @Test func `what was agreed stays while its file or its folder is away, and that is said`() throws {
    try scratch.act("ours")
    try scratch.act("theirs", as: "b.jsonl")
    let theirs = scratch.bytes("b.jsonl")
    var reading = ActionFolder.Reading()
    scratch.folder.read(&reading)
    scratch.remove("b.jsonl")
    #expect(scratch.folder.read(&reading) && !reading.isEmptied)
    #expect(reading.book.actions.map(\.text) == ["ours", "theirs"])
    #expect(
      reading.book.problems.map(\.message) == [
        "the file b.jsonl is gone; its actions are shown as they were last read"
      ])
    #expect(!scratch.folder.read(&reading))
    // A share that is not connected leaves an empty folder in its place.
    let ours = scratch.bytes("a.jsonl")
    scratch.remove("a.jsonl")
    #expect(scratch.folder.read(&reading) && reading.isEmptied)
    #expect(reading.book.actions.count == 2)
    #expect(
      reading.book.problems.map(\.message) == [
        "2 files are gone, a.jsonl first; their actions are shown as they were last read"
      ])
    rmdir(scratch.path)
    #expect(scratch.folder.read(&reading))
    #expect(reading.book.actions.count == 2)
    #expect(
      reading.book.problems.map(\.message) == [
        "the folder of actions cannot be read: No such file or directory; the actions are shown as they were last read"
      ])
    mkdir(scratch.path, 0o700)
    scratch.write(ours, "a.jsonl")
    scratch.write(theirs, "b.jsonl")
    #expect(scratch.folder.read(&reading) && !reading.isEmptied)
    #expect(reading.book.actions.count == 2 && reading.book.problems == [])
    // A copy that is deleted, as its problem advises, is not missed.
    scratch.write(theirs, "c.jsonl")
    scratch.folder.read(&reading)
    scratch.remove("c.jsonl")
    scratch.folder.read(&reading)
    #expect(reading.book.actions.count == 2 && reading.book.problems == [])
  }

  private static let hostile = [
    "two\nlines\r\n", "\"},{\"sitrep\":1", "\\\"\\", "\",\"hash\":\"0\"}", "\u{0}\u{1B}[2J\u{7F}\u{9B}",
    "a\u{202E}b\u{200B}\u{FEFF}",
    "\u{2028}\u{2029}\u{85}", "=cmd|'/c calc'!A1", "</script><img src=x onerror=alert(1)>", "👩🏽‍⚕️ é e\u{301} \u{10FFFF}",
    "\\u0000 \\n", "%s%n", "../../etc/passwd", " ",
  ]

  @Test(arguments: hostile) func `a hostile text comes back as it was written, in every field, and breaks no line`(
    text: String
  ) throws {
    var event = ActionEvent(.action, at: Moment("2018-03-20T09:00:07")!, by: text)
    event.subject = ActionSubject(
      metric: MetricID(text), organisation: OrganisationCode(text), period: Period("2018-02"))
    (event.text, event.owner, event.escalatedTo) = (text, text, text)
    let id = try scratch.folder.write(event, as: "a.jsonl")
    var change = ActionEvent(.change, at: Moment("2018-03-21")!, by: text)
    (change.id, change.text, change.owner) = (id, text, text)
    try scratch.folder.write(change, as: "a.jsonl")
    let file = WriterFile(scratch.bytes("a.jsonl"), name: "a.jsonl")
    #expect(file.entries.map(\.event) == [event, change])
    #expect(file.problems == [] && scratch.folder.read().problems == [])
    let bytes = scratch.bytes("a.jsonl")
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 2)
    #expect(bytes.allSatisfy { $0 == UInt8(ascii: "\n") || $0 >= 0x20 && $0 != 0x7F })
  }

  @Test func `ten thousand actions are read, and only what has changed is read again`() throws {
    var text = ""
    var previous = ""
    for number in 0..<10_000 {
      var event = ActionEvent(.action, at: Moment("2018-03-20T09:00:00")!, by: "w")
      event.text = "action \(number)"
      let line = EventLine.written(event, after: previous)!
      text += line.text + "\n"
      previous = line.hash
    }
    scratch.write(text, "a.jsonl")
    var reading = ActionFolder.Reading()
    #expect(scratch.folder.read(&reading))
    #expect(reading.book.actions.count == 10_000 && reading.book.problems == [])
    #expect(!scratch.folder.read(&reading))
    try scratch.act("one more")
    #expect(scratch.folder.read(&reading))
    #expect(reading.book.actions.count == 10_001 && reading.book.problems == [])
  }
}
