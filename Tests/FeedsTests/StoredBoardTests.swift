import Foundation
import Metrics
import Testing
import Threads

@testable import Feeds

/// What a feed's small files contributed, and what its board worked out, is used again for exactly the same board only.
@Suite struct StoredBoardTests {
  let folder = TemporaryFolder()
  let place = TemporaryFolder()

  private var cacheFolder: String { place.path + "/sitrep/readings" }
  private func stored(_ ending: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cacheFolder)) ?? []).filter { $0.hasSuffix(ending) }
      .map { "\(cacheFolder)/\($0)" }
  }

  /// A month of A&E of three trusts, of which the last misses the target.
  private func write(_ month: Int, missed: Int = 700, organisations: Int = 3, age: TimeInterval = 3600) {
    var text = "metric,organisation,period,breakdown,item,numerator,denominator,value,source\n"
    for number in 1...organisations {
      text += "ae.four-hour,R\(number),2018-0\(month),,,\(number == organisations ? missed : 960),1000,,\n"
    }
    let path = folder.write(text, to: "\(month).csv")
    try? FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
  }

  /// The system of the tests, or one with a target of its own that nobody misses.
  private func system(_ isEasy: Bool = false) -> HealthSystem {
    var system = HealthSystem(
      code: "QX", name: "System",
      organisations: (1...4).map { number in
        Organisation(code: OrganisationCode("R\(number)"), name: "Trust \(number)", role: .provider)
      })
    if isEasy {
      system.targets = [
        Target(
          MetricID("ae.four-hour"), scope: .everyone, kind: .local, value: Decimal(50), from: nil, to: nil, source: "")
      ]
    }
    return system
  }

  private struct Opening {
    let loaded: Loaded
    let read: [String]
    let attention: [Exception]
  }

  private func open(
    _ system: HealthSystem? = nil, day: Int32 = 17_700, settings: String? = nil, variant: String = "",
    cache: Bool = true, choice: TargetTable.Choice = .standard
  ) -> Opening {
    let read = Locked<[String]>([])
    let shown = system ?? self.system()
    if let settings { folder.write(settings, to: "system.toml") }
    var feed = Feed(paths: [folder.path]) { _ in (shown, []) }
    feed.variant = variant
    if cache { feed.cache = ReadingCache(folder: cacheFolder, program: "1", freshness: -10, leastOfSmallFiles: 0) }
    var pass = ReloadPass(feed: feed) { _ in Moment(day: Day(number: day)) }
    pass.disk.read = { file, context, memory, onTwoThreads, beat throws(FeedFault) in
      read.withLock { $0.append(file.name) }
      return try file.read(context, memory: memory, onTwoThreads: onTwoThreads, beat: beat)
    }
    let loaded =
      pass.first().loaded ?? Loaded(board: Board(.everything, []), contributions: [], files: [], feedProblems: [])
    let attention = loaded.board.exceptions(of: shown.code, ViewSettings(choice: choice))
    loaded.keep()
    return Opening(loaded: loaded, read: read.withLock { $0.sorted() }, attention: attention)
  }

  /// That a board opened with the cache is the board without it, with the same list of what needs attention.
  private func expectPlain(_ opened: Opening, _ plain: Opening, _ location: SourceLocation = #_sourceLocation) {
    #expect(opened.loaded.board == plain.loaded.board, sourceLocation: location)
    #expect(opened.attention == plain.attention, sourceLocation: location)
  }

  @Test func `small files are stored together once the board has been shown, and not read again`() {
    for month in 1...4 { write(month) }
    let first = open()
    #expect(first.read.count == 4 && first.attention.count == 1)
    #expect(stored(".readings").count == 1 && stored(".workings").count == 1)
    let again = open()
    #expect(again.read.isEmpty)
    expectPlain(again, open(cache: false))
  }

  @Test func `a list that is first asked for when the board is opened again is stored beside the others`() throws {
    for month in 1...4 { write(month) }
    _ = open()
    let path = try #require(stored(".workings").first)
    let first = try Data(contentsOf: URL(fileURLWithPath: path))
    _ = open()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
    _ = open(choice: .local)
    let both = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(both.count > first.count)
    _ = open(choice: .local)
    expectPlain(open(), open(cache: false))
    expectPlain(open(choice: .local), open(cache: false, choice: .local))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == both)
  }

  @Test func `a few small files are read as fast as they are looked up, and nothing is stored`() {
    write(1)
    var feed = Feed(paths: [folder.path]) { _ in (.everything, []) }
    feed.cache = ReadingCache(folder: cacheFolder, program: "1", freshness: -10)
    feed.load().keep()
    #expect(stored("").isEmpty)
  }

  @Test func `of small files only the one that was replaced is read, and its figures count`() {
    for month in 1...4 { write(month) }
    _ = open()
    write(4, missed: 990, age: 60)
    let opened = open()
    #expect(opened.read == ["4.csv"] && opened.attention.isEmpty)
    expectPlain(opened, open(cache: false))
    let again = open()
    #expect(again.read.isEmpty && again.attention.isEmpty)
  }

  @Test func `a file that came and one that went change what needs attention`() {
    for month in 1...4 { write(month) }
    _ = open()
    write(5, organisations: 4, age: 60)
    expectPlain(open(), open(cache: false))
    try? FileManager.default.removeItem(atPath: "\(folder.path)/5.csv")
    expectPlain(open(), open(cache: false))
    try? FileManager.default.removeItem(atPath: "\(folder.path)/4.csv")
    expectPlain(open(), open(cache: false))
  }

  @Test func `another target, another day and another choice of system are another board`() {
    for month in 1...4 { write(month) }
    #expect(open(settings: "# one").attention.count == 1)
    let easy = system(true)
    // The settings file says so in other bytes, and `--system` in other words.
    expectPlain(open(easy, settings: "# two", choice: .local), open(easy, cache: false, choice: .local))
    expectPlain(open(settings: "# one"), open(cache: false))
    expectPlain(open(easy, variant: "QX", choice: .local), open(easy, cache: false, choice: .local))
    // Before the last month was over, its figures were of a later time.
    expectPlain(open(day: 17_590, settings: "# one"), open(day: 17_590, cache: false))
  }

  @Test(arguments: ["readings", "workings"], ReadingCacheTests.damages.indices)
  func `whatever becomes of what is stored, the board is that of the files`(ending: String, number: Int) {
    for month in 1...4 { write(month) }
    _ = open()
    let paths = stored(".\(ending)")
    #expect(paths.count == 1)
    for path in paths { ReadingCacheTests.damages[number].1(path) }
    expectPlain(open(), open(cache: false))
    expectPlain(open(), open(cache: false))
  }

  @Test func `what another folder's board worked out is not taken for this one's`() throws {
    for month in 1...4 { write(month) }
    _ = open()
    let of = try #require(stored(".workings").first)
    let first = try Data(contentsOf: URL(fileURLWithPath: of))
    write(4, missed: 990, age: 60)
    _ = open()
    // The workings of the first board lie where those of the second are looked for.
    try first.write(to: URL(fileURLWithPath: of))
    let opened = open()
    #expect(opened.attention.isEmpty)
    expectPlain(opened, open(cache: false))
  }
}
