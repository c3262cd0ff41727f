import Foundation
import Metrics
import Testing
import Warehouse

@testable import Feeds

/// A source in a database is fetched, kept and read as a file is; whatever goes wrong leaves what was good.
@Suite struct SourceTests {
  private func feed(_ stand: StandInFetch, paths: [String] = []) -> Feed {
    Feed(paths: paths, sources: [stand.source]) { _ in (.everything, []) }
  }

  private func value(_ loaded: Loaded) -> String? {
    loaded.board.figure(Series.Key(.fourHour, "RZ1"), in: Period("2018-02")!)?.measurement.numerator?.text(places: 0)
  }

  @Test func `what is fetched is on the board under the name of the source`() {
    let stand = StandInFetch()
    stand.bring(performance("RZ1", within: 81))
    let loaded = feed(stand).load()
    #expect(loaded.files.map(\.name) == ["warehouse:A&E daily"])
    #expect(value(loaded) == "81")
    #expect(loaded.rest == .none)
  }

  @Test func `a problem in a row says the row and the column by its name`() {
    let stand = StandInFetch()
    stand.bring(performance("RZ1") + "ae.four-hour,RZ1,2018-03,,,,,lots\n")
    let problems = feed(stand).load().board.problems
    #expect(problems.map(\.place) == ["warehouse:A&E daily: row 2, column \"value\""])
  }

  @Test func `within its time of refresh a source is not asked again, by whichever board`() {
    let stand = StandInFetch(refresh: 3600)
    stand.bring(performance("RZ1", within: 81))
    _ = feed(stand).load()
    stand.bring(performance("RZ1", within: 10))
    #expect(value(feed(stand).load()) == "81")
    #expect(stand.runs == 1)
  }

  @Test func `two boards at once ask one after another, and the second takes what the first has brought`() {
    let stand = StandInFetch(refresh: 3600)
    stand.bring(performance("RZ1", within: 81))
    let feed = feed(stand)
    DispatchQueue.concurrentPerform(iterations: 4) { _ in #expect(value(feed.load()) == "81") }
    #expect(stand.runs == 1)
  }

  @Test func `the watermark that was seen goes with the next request, and what is unchanged is kept`() {
    let stand = StandInFetch(watermark: true)
    stand.bring(performance("RZ1", within: 81), watermark: "2018-02-14")
    _ = feed(stand).load()
    #expect(!stand.contents("request").contains("known-watermark"))
    stand.behave("echo unchanged=4")
    #expect(value(feed(stand).load()) == "81")
    #expect(stand.contents("request").contains("known-watermark\n2018-02-14\n"))
  }

  @Test func `a result that another file has taken the place of is asked for without its watermark`() throws {
    let stand = StandInFetch(watermark: true)
    stand.bring(performance("RZ1"), watermark: "2018-02-14")
    _ = feed(stand).load()
    try performance("RZ1", within: 1).write(toFile: stand.source.file, atomically: true, encoding: .utf8)
    _ = feed(stand).load()
    #expect(!stand.contents("request").contains("known-watermark"))
  }

  static let endings: [(script: String, failure: FetchFailure)] = [
    ("kill -SEGV $$", .crashed(signal: 11)), ("kill -KILL $$", .crashed(signal: 9)), ("exit 0", .unintelligible),
    ("echo hello", .unintelligible), ("printf 'unchanged=1'", .unintelligible),
    ("head -c 3000000 /dev/urandom; exit 3", .unintelligible),
    ("printf half > \"$draft\"; kill -SEGV $$", .crashed(signal: 11)),
  ]

  @Test(arguments: endings) func `however the program ends, it takes nothing with it`(
    script: String, failure: FetchFailure
  ) {
    let stand = StandInFetch()
    stand.bring(performance("RZ1", within: 81))
    let feed = feed(stand)
    _ = feed.load()
    stand.behave(script)
    let loaded = feed.load()
    #expect(value(loaded) == "81")
    let problem = loaded.board.problems.first
    #expect(problem?.file == "warehouse:A&E daily" && problem?.fix == failure.fix)
    #expect(problem?.message.contains("has not been fetched since") == true)
    #expect(problem?.message.hasSuffix(failure.message) == true)
    #expect(!stand.results.contains { $0.hasSuffix(".part") })
  }

  @Test func `a program that hangs is ended, with whatever it has started`() {
    let stand = StandInFetch()
    stand.behave("sleep 1000 & echo $! > '\(stand.folder.path)/child'; wait")
    let request = FetchRequest(connection: stand.source.source.connection, query: "", output: stand.source.file)
    let report = FetchProcess(stand.source.helper, request, patience: 300).run()
    #expect(report == .failed(.hung(seconds: request.patience)))
    let child = pid_t(stand.contents("child").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    // Ended, or a zombie that its new parent has still to bury.
    func isAlive() -> Bool {
      let words = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8))?.split(separator: " ")
      return words.map { $0.count > 2 && $0[2] != "Z" } ?? false
    }
    // A signal arrives when the system has time for it.
    for _ in 0..<2000 where isAlive() { usleep(5000) }
    #expect(!isAlive())
  }

  @Test func `a program that is missing is said to be`() {
    let stand = StandInFetch()
    let source = FeedSource(stand.source.source, helper: "/nonexistent/sitrep-fetch", cache: stand.source.cache)
    let loaded = Feed(paths: [], sources: [source]) { _ in (.everything, []) }.load()
    #expect(loaded.board.problems.map(\.message) == [FetchFailure.noHelper("/nonexistent/sitrep-fetch").message])
  }

  @Test func `a folder of results that others may look into is refused, and so is a link`() throws {
    let stand = StandInFetch()
    stand.bring(performance("RZ1"))
    try FileManager.default.createDirectory(atPath: stand.source.cache, withIntermediateDirectories: false)
    chmod(stand.source.cache, 0o755)
    #expect(stand.source.fetch() == .failed(.folder(stand.source.cache, reason: "other users may look into it")))
    rmdir(stand.source.cache)
    symlink("/tmp", stand.source.cache)
    #expect(stand.source.fetch() == .failed(.folder(stand.source.cache, reason: "it is no folder")))
    #expect(stand.runs == 0)
  }

  @Test func `folder and results are the user's alone`() {
    let stand = StandInFetch()
    stand.bring(performance("RZ1"))
    _ = stand.source.fetch()
    var status = stat()
    #expect(stat(stand.source.cache, &status) == 0 && status.st_mode & 0o777 == 0o700)
    for name in stand.results where !name.hasSuffix(".csv") {
      #expect(stat("\(stand.source.cache)/\(name)", &status) == 0 && status.st_mode & 0o077 == 0, "\(name)")
    }
  }

  @Test func `figures stay while a source fails, with why and since when, and come back by themselves`() throws {
    let stand = StandInFetch()
    stand.bring(performance("RZ1", within: 81))
    let desk = SourceDesk([stand.source])
    var pass = ReloadPass(feed: feed(stand)) { _ in Moment("2018-03-20T09:12")! }
    pass.desk = desk
    desk.fetchAll()
    var result = pass.first()
    #expect(try #require(result.loaded).board.problems == [])
    stand.fail(.unreachable("connection refused"))
    desk.fetchAll()
    for second in 0..<4 {
      result = pass.next(after: result.memory, at: Int64(second * 1000), boardIsStale: second == 3)
    }
    var loaded = try #require(result.loaded)
    #expect(value(loaded) == "81")
    #expect(loaded.board.problems.first?.message.contains("since 09:12") == true)
    #expect(
      loaded.board.contributions.map { $0.staleness?.words(on: Day("2018-03-20")!) } == ["not fetched since 09:12"])
    // Another reason is another sentence, and the same moment.
    stand.fail(.passwordExpired(""))
    desk.fetchAll()
    for second in 4..<8 {
      result = pass.next(after: result.memory, at: Int64(second * 1000), boardIsStale: second == 7)
    }
    loaded = try #require(result.loaded)
    #expect(loaded.board.problems.map { $0.message.hasSuffix("the password has expired") } == [true])
    stand.bring(performance("RZ1", within: 82))
    desk.fetchAll()
    for second in 8..<12 {
      result = pass.next(after: result.memory, at: Int64(second * 1000), boardIsStale: second == 11)
    }
    loaded = try #require(result.loaded)
    #expect(value(loaded) == "82" && loaded.board.problems == [])
  }

  @Test func `a board without a figure waits for its sources, and one with a figure says that more is to come`() {
    let stand = StandInFetch()
    var pass = ReloadPass(feed: feed(stand))
    pass.desk = SourceDesk([stand.source])
    let loaded = pass.first().loaded
    #expect(loaded?.isEmpty == true && loaded?.rest == .toCome)
  }

  @Test func `the rows of a figure are asked for with its organisation and days bound to the query`() throws {
    let stand = StandInFetch(rows: "select ? ? ?")
    stand.bring(performance("RZ1"))
    let loaded = feed(stand).load()
    stand.bring("patient,arrived\n\"Jones, A\",2018-02-01\n")
    let request = try #require(
      RowRequest(Series.Key(.fourHour, "RZ1"), Period("2018-02")!, contribution: 0, in: loaded))
    let reading = request.read()
    #expect(stand.contents("request").contains("value\ntRZ1\nvalue\nd2018-2-1\nvalue\nd2018-3-1\n"))
    #expect(stand.contents("request").contains("first-rows\n"))
    #expect(reading.rows.map(\.fields) == [["Jones, A", "2018-02-01"]] && reading.rows.map(\.line) == [1])
    #expect(!stand.results.contains { $0.hasPrefix("rows-") })
    stand.fail(.unreachable(""))
    #expect(request.read().remark == "the rows cannot be fetched: the database cannot be reached")
  }

  @Test func `a source that is tried shows its first rows and layout, and leaves the board as it is`() {
    let stand = StandInFetch()
    stand.bring(performance("RZ1"))
    let trial = stand.source.trial(of: .everything)
    #expect(trial.rows.count == 2 && trial.figures == 1 && !trial.layout.isEmpty)
    #expect(stand.results == [])
  }

  @Test func `another query, server or user has a result of its own`() {
    let source = StandInFetch().source.source
    var others = [source, source, source, source]
    others[1].query = "select 2"
    others[2].connection.server = "other"
    others[3].connection.user = "other"
    #expect(Set(others.map(\.cacheName)).count == 4)
    #expect(source.cacheName.hasPrefix("a-e-daily-"))
  }
}
