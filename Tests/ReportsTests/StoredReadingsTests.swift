import Extracts
import Foundation
import Metrics
import TestSupport
import Testing
import Threads

@testable import Feeds
@testable import Reports

/// The figures from stored readings are those from the files themselves, byte for byte in JSON.
@Suite final class StoredReadingsTests {
  private let scratch = NSTemporaryDirectory() + "sitrep-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: scratch) }

  /// The listing of a folder's board, and how many files were read for it. Files of any size are stored, and what the
  /// board works out for the listing.
  private func listing(_ folder: String, cache: String?) -> (json: String, read: Int) {
    let read = Locked(0)
    var feed = Feed(paths: [folder]) { _ in (.everything, []) }
    feed.cache = cache.map { ReadingCache(folder: $0, program: "1", freshness: -10, leastOfSmallFiles: 0) }
    var pass = ReloadPass(feed: feed)
    pass.disk.read = { file, context, memory, onTwoThreads, beat throws(FeedFault) in
      read.withLock { $0 += 1 }
      return try file.read(context, memory: memory, onTwoThreads: onTwoThreads, beat: beat)
    }
    guard let loaded = pass.first().loaded else { return ("no board", 0) }
    defer { loaded.keep() }
    let board = loaded.board
    // Every period of the demonstration is a book.
    let listing = FigureListing(board, allPeriods: !folder.hasSuffix("demo"), breakdowns: true)
    return (listing.json(asAt: Day(number: 18_000)), read.withLock { $0 })
  }

  /// Reads a folder without a cache, into an empty one, and from it; returns how many files the last of them read.
  private func expectSame(_ folder: String, _ what: String) -> (first: Int, again: Int) {
    let cache = "\(scratch)/cache/\(UUID().uuidString)"
    let wanted = listing(folder, cache: nil)
    let first = listing(folder, cache: cache)
    let again = listing(folder, cache: cache)
    #expect(wanted.json == first.json, "\(what), stored for the first time")
    #expect(wanted.json == again.json, "\(what), from what was stored")
    return (first.read, again.read)
  }

  @Test(arguments: [
    "demo", "layouts", "wrong", "exports", "containers", "workbooks", "published/blmk-2016",
    "published/buckinghamshire-2018", "published/somerset-2016",
  ])
  func `every fixture has the same figures from what is stored`(fixture: String) {
    let (first, again) = expectSame(ReferenceFolder.fixtures.location.appending(path: fixture).path, fixture)
    #expect(first > 0)
    // What has no layout, or could not be read to its end, is read again; of the demonstration that is nothing.
    if fixture == "demo" { #expect(again == 0) }
  }

  @Test(arguments: 0..<200)
  func `a generated folder has the same figures from what is stored`(seed: UInt64) {
    let folder = "\(scratch)/\(seed)"
    GeneratedFolder(seed: seed).write(to: folder)
    _ = expectSame(folder, "seed \(seed)")
  }
}

/// A folder of files in several of sitrep's own layouts, with what files have wrong, by a seed.
private struct GeneratedFolder {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 99 }

  private mutating func chance(_ of: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(of))
  }

  func write(to folder: String) {
    var random = self
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for number in 0..<(1 + random.chance(4)) {
      var text = random.chance(3) == 0 ? random.finance() : random.performance()
      if random.chance(6) == 0 { text = String(text.dropLast(random.chance(40))) }
      _ = FileManager.default.createFile(atPath: "\(folder)/\(number).csv", contents: Data(text.utf8))
    }
  }

  private mutating func month() -> String { "201\(5 + chance(4))-\(["01", "02", "06", "11"][chance(4)])" }

  private mutating func performance() -> String {
    let metrics = ["ae.four-hour", "rtt.18-weeks", "cancer.62-day", "dtoc.days", "no.such-metric"]
    var text = "metric,organisation,period,breakdown,item,numerator,denominator,value,source,note\n"
    for _ in 0..<(3 + chance(60)) {
      let metric = metrics[chance(20) == 0 ? 4 : chance(4)]
      let organisation = ["RA1", "RA2", "RB3", "QZ9", "Total", "04F"][chance(6)]
      let period = [month(), "\(month())-1\(chance(9))", "2017/18 Q\(1 + chance(5))", "", "2017/18"][chance(5)]
      let part = metric == "ae.four-hour" && chance(4) == 0 ? "department,\(1 + chance(3))" : ","
      let value = ["\(chance(90)),100,", ",,\(chance(1000)).5", "*,*,", ",,", "\(chance(5_000_000_000)),,", "x,1,"][
        chance(6)]
      text += "\(metric),\(organisation),\(period),\(part),\(value),\"Board paper, p. \(chance(9))\",\n"
    }
    return text
  }

  private mutating func amount() -> String {
    ["", "\(chance(9_000_000))", "-\(chance(90)).5m", "£\(chance(900)),000", "(\(chance(9_000)))", "n/a"][chance(6)]
  }

  private mutating func finance() -> String {
    var text =
      "organisation,period,unit,basis,control total,plan to date,actual to date,forecast outturn,stf plan,stf actual\n"
    for _ in 0..<(3 + chance(20)) {
      let amounts = (0..<6).map { _ in "\"\(amount())\"" }.joined(separator: ",")
      text += "RA\(1 + chance(3)),\(month()),\(["pounds", "thousands", ""][chance(3)]),,\(amounts)\n"
    }
    return text
  }
}
