import Extracts
import Foundation
import Metrics
import Testing
import Threads

@testable import Feeds

/// Large files that were read before are not read again, and never an old reading is taken for a new one.
@Suite struct ReadingCacheTests {
  let folder = TemporaryFolder()
  let place = TemporaryFolder()

  private var cacheFolder: String { place.path + "/sitrep/readings" }
  /// The readings of large files.
  private var kept: [String] { everythingKept.filter { $0.hasSuffix(".reading") } }
  private var everythingKept: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cacheFolder)) ?? []).sorted().map { "\(cacheFolder)/\($0)" }
  }

  /// A performance file long enough to be kept, with everything a file of this layout can yield.
  private func long(_ month: String, within: Int = 900, organisations: Int = 30) -> String {
    var text = "metric,organisation,period,breakdown,item,numerator,denominator,value,source\n"
    // Long by its documents, so that there is little to add up.
    let document = String(repeating: "Board paper of the month, ", count: 400)
    for number in 0..<organisations {
      text += "ae.four-hour,R\(number),\(month),,,\(within),1000,,\(document)\(number % 3)\n"
    }
    return text + "ae.four-hour,RX1,\(month),,,1200,1000,,\nae.four-hour,RX2,\(month),,,*,*,,\n"
  }

  @discardableResult
  private func write(_ text: String, to name: String, age: TimeInterval = 3600) -> String {
    let path = folder.write(text, to: name)
    setAge(path, age)
    return path
  }

  private func setAge(_ path: String, _ age: TimeInterval) {
    try? FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
  }

  /// The board, and which files were read for it rather than taken from the cache.
  private func load(program: String = "1", system: HealthSystem = .everything) -> (Loaded, read: [String]) {
    ReadingCacheTests.load(folder.path, cache: cacheFolder, program: program, system: system)
  }

  private static func load(
    _ folder: String, cache: String, program: String = "1", system: HealthSystem = .everything
  ) -> (Loaded, read: [String]) {
    let read = Locked<[String]>([])
    var feed = Feed(paths: [folder]) { _ in (system, []) }
    // Every file of these tests has just been written: that alone would keep it out.
    feed.cache = ReadingCache(folder: cache, program: program, freshness: -10)
    var pass = ReloadPass(feed: feed)
    pass.disk.read = { file, context, memory, onTwoThreads, beat throws(FeedFault) in
      read.withLock { $0.append(file.name) }
      return try file.read(context, memory: memory, onTwoThreads: onTwoThreads, beat: beat)
    }
    let loaded =
      pass.first().loaded
      ?? Loaded(board: Board(.everything, []), contributions: [], files: [], feedProblems: [])
    // As somebody looks at it before anything is stored.
    _ = loaded.board.exceptions(of: loaded.board.tree.system.code, ViewSettings())
    loaded.keep()
    return (loaded, read.withLock { $0.sorted() })
  }

  /// The board without a cache.
  private func plain(system: HealthSystem = .everything) -> Loaded {
    Feed(paths: [folder.path]) { _ in (system, []) }.load()
  }

  private func expectSame(_ one: Loaded, _ other: Loaded, _ location: SourceLocation = #_sourceLocation) {
    #expect(one.board == other.board, sourceLocation: location)
    for (left, right) in zip(one.board.contributions, other.board.contributions) {
      #expect(left.documents == right.documents, sourceLocation: location)
      #expect(left.organisations == right.organisations, sourceLocation: location)
      #expect(left.statedTotals == right.statedTotals, sourceLocation: location)
      #expect(left.rowsRead == right.rowsRead && left.rowsSkipped == right.rowsSkipped, sourceLocation: location)
      #expect(left.layout == right.layout && left.isLocal == right.isLocal, sourceLocation: location)
    }
  }

  @Test func `a file that is still the same is not read again, and gives the same figures, documents and problems`() {
    for month in 1...3 { write(long("2018-0\(month)"), to: "\(month).csv") }
    write(performance("RZ1"), to: "small.csv")
    let (first, firstRead) = load()
    let (second, secondRead) = load()
    #expect(firstRead == ["1.csv", "2.csv", "3.csv", "small.csv"])
    // A small file is read as fast as what would be kept of it.
    #expect(secondRead == ["small.csv"])
    let problems = second.board.problems.map(\.message)
    #expect(problems.contains { $0.contains("1200") || $0.contains("1,200") })
    expectSame(first, second)
    expectSame(plain(), second)
  }

  @Test func `of many files only the one that was replaced is read`() {
    for month in 1...4 { write(long("2018-0\(month)"), to: "\(month).csv") }
    _ = load()
    write(long("2018-03", within: 700), to: "3.csv", age: 60)
    let (loaded, read) = load()
    #expect(read == ["3.csv"])
    expectSame(plain(), loaded)
    // A new version takes the place of the one before it.
    #expect(kept.count == 4)
    #expect(load().read.isEmpty)
  }

  @Test func `a version of the same length and time is another one all the same`() throws {
    let path = write(long("2018-01"), to: "1.csv")
    _ = load()
    try FileHandle(forWritingTo: URL(fileURLWithPath: path)).write(contentsOf: Data(long("2018-01", within: 700).utf8))
    setAge(path, 3600)
    let (loaded, read) = load()
    #expect(read == ["1.csv"])
    expectSame(plain(), loaded)
  }

  @Test func `a file that was written a moment ago is not kept: it might change again within the same moment`() {
    write(long("2018-01"), to: "1.csv", age: 0)
    var feed = Feed(paths: [folder.path]) { _ in (.everything, []) }
    feed.cache = ReadingCache(folder: cacheFolder)
    _ = feed.load()
    #expect(kept.isEmpty)
  }

  @Test(arguments: ["another build", "another system"])
  func `what another program or another system read does not count`(difference: String) {
    write(long("2018-01"), to: "1.csv")
    _ = load()
    let other = HealthSystem(
      code: "X", name: "Other", organisations: [Organisation(code: "R1", name: "One", role: .provider)])
    let isBuild = difference == "another build"
    #expect(load(program: isBuild ? "2" : "1", system: isBuild ? .everything : other).read == ["1.csv"])
  }

  /// What can become of a kept reading.
  static let damages: [(name: String, Damage)] = [
    ("deleted", { try? FileManager.default.removeItem(atPath: $0) }),
    ("emptied", { truncate($0, 0) }),
    ("cut short", { truncate($0, 1000) }),
    (
      "cut by a byte",
      { path in truncate(path, off_t((try? Data(contentsOf: URL(fileURLWithPath: path)).count) ?? 1) - 1) }
    ),
    ("one bit turned", { change($0) { $0[$0.count / 2] ^= 4 } }),
    ("the last bit turned", { change($0) { $0[$0.count - 1] ^= 1 } }),
    ("something else", { change($0) { $0 = Data("sitrep reading 1".utf8) } }),
    (
      "a folder",
      {
        try? FileManager.default.removeItem(atPath: $0); mkdir($0, 0o700)
      }
    ),
    (
      "a link to nowhere",
      {
        try? FileManager.default.removeItem(atPath: $0); symlink("/nonexistent", $0)
      }
    ),
    (
      "a pipe",
      {
        try? FileManager.default.removeItem(atPath: $0); mkfifo($0, 0o600)
      }
    ),
  ]
  typealias Damage = @Sendable (String) -> Void

  private static func change(_ path: String, _ edit: (inout Data) -> Void) {
    guard var data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      Issue.record("nothing was kept at \(path)")
      return
    }
    edit(&data)
    try? data.write(to: URL(fileURLWithPath: path))
  }

  @Test(arguments: damages.indices)
  func `whatever becomes of what is kept, the figures are those of the file`(number: Int) {
    write(long("2018-01"), to: "1.csv")
    _ = load()
    #expect(kept.count == 1)
    for path in kept { ReadingCacheTests.damages[number].1(path) }
    let (loaded, read) = load()
    #expect(read == ["1.csv"])
    expectSame(plain(), loaded)
  }

  /// What can be wrong with the folder itself.
  @Test(arguments: ["a file", "a folder others may look into", "no folder can be made"])
  func `a folder that cannot be used is no more than a slower start`(what: String) {
    write(long("2018-01"), to: "1.csv")
    mkdir(place.path + "/sitrep", 0o700)
    switch what {
    case "a file": _ = FileManager.default.createFile(atPath: cacheFolder, contents: Data())
    case "a folder others may look into":
      mkdir(cacheFolder, 0o755)
      chmod(cacheFolder, 0o755)
    default:
      rmdir(place.path + "/sitrep")
      _ = FileManager.default.createFile(atPath: place.path + "/sitrep", contents: Data())
    }
    for _ in 0..<2 {
      let (loaded, read) = load()
      #expect(read == ["1.csv"])
      expectSame(plain(), loaded)
    }
  }

  @Test func `what has not been asked for longest goes when the readings take more than they may`() {
    for month in 1...4 { write(long("2018-0\(month)"), to: "\(month).csv") }
    _ = load()
    let sizes = kept.compactMap { try? FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int }
    #expect(sizes.count == 4)
    setAge(kept[2], 86_400 * 40)
    CachedFile.sweep(cacheFolder, keeping: sizes.reduce(0, +) - 1)
    #expect(kept.count == 3)
    // Exactly one of the four is read again, and kept again.
    #expect(load().read.count == 1)
    #expect(kept.count == 4)
  }

  @Test func `two boards on one folder keep and find the same readings`() async {
    for month in 1...6 { write(long("2018-0\(month)"), to: "\(month).csv") }
    let (folder, cache) = (folder.path, cacheFolder)
    let boards = await withTaskGroup(of: Board.self) { group in
      for _ in 0..<4 { group.addTask { ReadingCacheTests.load(folder, cache: cache).0.board } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let wanted = plain().board
    for board in boards { #expect(board == wanted) }
    #expect(kept.count == 6)
    #expect(load().read.isEmpty)
  }

  @Test func `over generated folders the board is the same with what is kept as without`() {
    var chance = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...999_999, using: &chance)
    var random = Seeded(seed)
    for _ in 0..<40 {
      let name = "\(Int.random(in: 1...4, using: &random)).csv"
      let month = "2018-0\(Int.random(in: 1...9, using: &random))"
      switch Int.random(in: 0..<5, using: &random) {
      case 0: try? FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
      case 1:
        let text = long(month, within: Int.random(in: 0...1000, using: &random))
        write(String(text.prefix(Int.random(in: 0...text.count, using: &random))), to: name)
      default:
        write(long(month, within: Int.random(in: 0...1000, using: &random)), to: name)
      }
      if Int.random(in: 0..<6, using: &random) == 0, let path = kept.first { ReadingCacheTests.damages[4].1(path) }
      #expect(load().0.board == plain().board, "seed \(seed)")
    }
  }

  /// Chances that come the same every time.
  private struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      return word ^ word >> 31
    }
  }
}
