import Metrics
import Testing

@testable import Feeds

/// A board that fills in while its files are read, and a reading that is stopped.
@Suite struct FillingTests {
  let kept = KeptBoard()

  private func write(_ codes: [String]) {
    for code in codes { kept.folder.write(performance(code), to: "\(code.lowercased()).csv") }
  }

  @Test func `the board is shown while its files are read, and says that more is to come`() {
    write(["RZ1", "RZ2", "RZ3"])
    kept.look()
    let fills = kept.fills.withLock { $0 }
    #expect(fills.first.map { $0.files } == 1)
    #expect(fills.allSatisfy { $0.rest == .toCome && $0.files < 3 })
    #expect(kept.loaded?.rest == Loaded.Rest.none && kept.loaded?.files.count == 3)
  }

  @Test func `a reading that is stopped shows what it has, and names every file that it has not`() {
    write(["RZ1", "RZ2", "RZ3"])
    kept.stopsAfter = 1
    kept.look()
    #expect(kept.loaded?.rest == .stopped(2))
    #expect(kept.within("RZ1") == "90" && kept.within("RZ2") == nil)
    #expect(
      kept.problems == [
        "rz2.csv: was not read: reading was stopped before it",
        "rz3.csv: was not read: reading was stopped before it",
      ])
  }

  @Test func `what a reading was stopped before stays unread until it is asked for, and then is there`() {
    write(["RZ1", "RZ2", "RZ3"])
    kept.stopsAfter = 1
    kept.look()
    kept.settle()
    #expect(kept.loaded?.rest == .stopped(2) && kept.boards == 1)
    kept.takeUpAgain()
    #expect(kept.loaded?.rest == Loaded.Rest.none && kept.problems == [])
    #expect(kept.within("RZ2") == "90" && kept.within("RZ3") == "90")
    #expect(kept.takeRead() == ["rz1.csv", "rz2.csv", "rz3.csv"])
  }

  @Test func `a new version that the reading was stopped before leaves the old figures, labelled`() {
    write(["RZ1", "RZ2"])
    kept.look()
    kept.stopsAfter = 1
    kept.folder.write(performance("RZ1", within: 70), to: "rz1.csv")
    kept.folder.write(performance("RZ2", within: 70), to: "rz2.csv")
    kept.settle()
    #expect(kept.within("RZ1") == "70" && kept.within("RZ2") == "90")
    #expect(kept.label.hasPrefix("unreadable"))
    kept.takeUpAgain()
    #expect(kept.within("RZ2") == "70" && kept.label == "current")
  }
}
