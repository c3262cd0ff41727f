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
      "{\"level\":\"info\",\"msg\":\"started\"}\n{\"level\":\"info\"}\n", "this is no file of actions; it is left alone"
    ),
    ("PK\u{3}\u{4}\u{0}", "this is no file of actions; it is left alone"),
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
    #expect(scratch.folder.read().problems.map(\.message) == ["this is no plain file; it is left alone"])
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
