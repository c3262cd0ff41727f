import Foundation
import Metrics
import Testing

@testable import Feeds

/// A version that can be read and yet has lost what the last good one had does not take its place.
@Suite struct LastGoodTests {
  let kept = KeptBoard()
  var folder: TemporaryFolder { kept.folder }

  private static let header = "metric,organisation,period,breakdown,item,numerator,denominator,value\n"

  /// Rows of a return, a line each: `RZ1 2018-02 90`.
  private static func file(_ rows: [String]) -> String {
    header
      + rows.map { row in
        let words = row.split(separator: " ")
        return "ae.four-hour,\(words[0]),\(words[1]),,,\(words[2]),100,\n"
      }.joined()
  }

  static let good = file(["RZ1 2018-01 80", "RZ2 2018-01 80", "RZ1 2018-02 90", "RZ2 2018-02 90"])
  /// The good version without its second organisation in January, and as another measure.
  private static let without2 = file(["RZ1 2018-01 10", "RZ3 2018-01 10", "RZ1 2018-02 10"])
  private static let otherMeasure =
    "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
    + ["RZ1,2018-01", "RZ2,2018-01", "RZ1,2018-02", "RZ2,2018-02"].map { "ae.attendances,\($0),,,,,500\n" }.joined()
  private static let unreadable = (1...9).map { "ae.four-hour,RZ\($0),someday,,,1,2,\n" }.joined()

  private func open(_ text: String = good) {
    folder.write(text, to: "a.csv")
    kept.look()
  }

  /// Versions, and what is said of each.
  static let doubtful: [(text: String, label: String)] = [
    (file(["RZ1 2017-03 80", "RZ2 2017-03 80"]), "goes back to Mar 2017"),
    (file(["RZ1 2018-01 80", "RZ2 2018-01 80"]), "goes back to Jan 2018"),
    (file(["RZ1 2018-02 10", "RZ2 2018-02 10"]), "without Jan 2018"),
    (file(["RZ1 2018-01 10", "RZ1 2018-02 10"]), "without RZ2"),
    (without2, "without RZ2"), (otherMeasure, "without ae.four-hour"),
    (file(["RZ1 2018-02 10"]) + unreadable, "only 1 of 10 rows readable"),
    (header + unreadable, "without figures"),
    (good + "ae.four-hour,RZ1,2018-02,,\n", "cut short"),
  ]

  @Test(arguments: doubtful.indices)
  func `a version that has lost what the good one had leaves it, with what is doubtful and since when`(index: Int) {
    let (text, label) = Self.doubtful[index]
    open()
    folder.write(text, to: "a.csv")
    kept.settle()
    #expect(kept.within("RZ1") == "90" && kept.within("RZ2") == "90")
    #expect(kept.label == "\(label) since 09:00")
    #expect(kept.problems.contains("a.csv: \(label) since 09:00; its last good figures stay"), "\(kept.problems)")
    // It is not read over and over.
    _ = kept.takeRead()
    kept.settle()
    #expect(kept.takeRead() == [])
  }

  @Test(arguments: doubtful.indices)
  func `what was doubted can be accepted, and is not doubted again when it comes back`(index: Int) throws {
    open()
    let doubted = folder.write(Self.doubtful[index].text, to: "a.csv")
    kept.settle()
    #expect(kept.accept("a.csv"))
    #expect(!kept.label.contains("since"))
    #expect(!kept.accept("a.csv"))
    rename(doubted, folder.path + "/aside")
    open()
    kept.settle()
    rename(folder.path + "/aside", doubted)
    kept.settle()
    #expect(!kept.label.contains("since"))
  }

  static let welcome: [String] = [
    // A month more; the next month alone; a window of two months that moves on; another figure; one organisation more.
    good + "ae.four-hour,RZ1,2018-03,,,70,100,\n", file(["RZ1 2018-03 70"]),
    file(["RZ1 2018-02 91", "RZ2 2018-02 91", "RZ1 2018-03 70"]), good.replacing(",90,", with: ",91,"),
    good + "ae.four-hour,RZ3,2018-02,,,70,100,\n",
  ]

  @Test(arguments: welcome)
  func `a version that goes on from the good one takes its place`(text: String) {
    open()
    folder.write(text, to: "a.csv")
    kept.settle()
    #expect(kept.loaded?.board.stalenesses.isEmpty == true)
    #expect(kept.boards == 2)
  }

  @Test func `a file that always ended short is no more doubtful for it`() {
    open(Self.good + "ae.four-hour,RZ1,2018-02,,\n")
    folder.write(Self.good.replacing(",90,", with: ",91,") + "ae.four-hour,RZ1,2018-02,,\n", to: "a.csv")
    kept.settle()
    #expect(kept.within("RZ1") == "91" && kept.loaded?.board.stalenesses.isEmpty == true)
  }

  @Test func `a writer that opens its file again every 300 ms is waited for`() throws {
    open(Self.file(["RZ1 2018-02 90"]))
    var rows = ["RZ1 2018-02 40"]
    folder.write(Self.file(rows), to: "a.csv")
    for number in 1...20 {
      let end = Int64(number * 300)
      while kept.milliseconds < end { kept.look() }
      rows.append("RY\(number) 2018-02 1")
      folder.write(Self.file(rows), to: "a.csv")
      #expect(kept.within("RZ1") == "90" && kept.boards == 1)
    }
    kept.settle()
    #expect(kept.within("RZ1") == "40" && kept.within("RY20") == "1" && kept.boards == 2)
  }
}
