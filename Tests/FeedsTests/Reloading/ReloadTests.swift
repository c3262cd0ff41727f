import Foundation
import Metrics
import Testing

@testable import Feeds

/// A board follows its files.
@Suite struct ReloadTests {
  let kept = KeptBoard()
  var folder: TemporaryFolder { kept.folder }

  private func open(_ files: [String: String]) {
    for (name, text) in files { folder.write(text, to: name) }
    kept.look()
    _ = kept.takeRead()
  }

  @Test func `a file that changes is read again, and only that one`() {
    open(["a.csv": performance("RZ1"), "b.csv": performance("RZ2")])
    folder.write(performance("RZ1", within: 70), to: "a.csv")
    kept.settle()
    #expect(kept.takeRead() == ["a.csv"])
    #expect(kept.within("RZ1") == "70" && kept.within("RZ2") == "90")
    #expect(kept.boards == 2 && kept.label == "current")
  }

  @Test func `nothing is read while nothing changes`() {
    open(["a.csv": performance("RZ1")])
    for _ in 0..<5 { #expect(kept.look() == nil) }
    #expect(kept.takeRead() == [] && kept.boards == 1)
  }

  @Test func `a new file is read once it has been the same for long enough`() {
    open(["a.csv": performance("RZ1")])
    folder.write(performance("RZ2"), to: "b.csv")
    #expect(kept.look() == 250 && kept.takeRead() == [])
    #expect(kept.look() == 500 && kept.takeRead() == [])
    #expect(kept.look() == nil && kept.takeRead() == ["b.csv"])
    #expect(kept.within("RZ2") == "90")
  }

  @Test func `a burst of a hundred changes is one reload`() {
    open(["a.csv": performance("RZ1")])
    for number in 1...100 { folder.write(performance("R\(100 + number)"), to: "\(number).csv") }
    kept.settle()
    #expect(kept.boards == 2 && kept.loaded?.board.contributions.count == 101)
  }

  @Test func `a burst that goes on while it is looked at is one reload too`() {
    open(["a.csv": performance("RZ1")])
    for number in 1...10 {
      folder.write(performance("R\(100 + number)"), to: "\(number).csv")
      kept.look()
      #expect(number > 3 || kept.boards == 1)
    }
    kept.settle()
    #expect(kept.loaded?.board.contributions.count == 11)
    #expect(kept.boards <= 3)
  }

  @Test func `a file that is replaced in one step is read again, though its length and time are the same`() throws {
    open(["a.csv": performance("RZ1", within: 90)])
    let path = folder.path + "/a.csv"
    let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    let other = folder.write(performance("RZ1", within: 80), to: "other.tmp")
    try FileManager.default.setAttributes([.modificationDate: time as Any], ofItemAtPath: other)
    rename(other, path)
    kept.settle()
    #expect(kept.within("RZ1") == "80")
  }

  @Test func `a file that vanishes leaves its last figures, with the time and the reason`() throws {
    open(["a.csv": performance("RZ1"), "b.csv": performance("RZ2")])
    try FileManager.default.removeItem(atPath: folder.path + "/a.csv")
    kept.settle()
    #expect(kept.within("RZ1") == "90" && kept.label == "missing since 09:00")
    #expect(kept.problems == ["a.csv: has been missing since 09:00; its last good figures stay"])
    kept.now = Moment("2018-03-21T10:00")!
    kept.settle()
    #expect(kept.label == "missing since 20 Mar 09:00")
    folder.write(performance("RZ1", within: 60), to: "a.csv")
    kept.settle()
    #expect(kept.within("RZ1") == "60" && kept.label == "late 13 days" || kept.label == "current")
    #expect(kept.problems == [])
  }

  @Test(arguments: [
    ("", "the file is empty"), ("what,is,this\n1,2,3\n", "no layout fits this file"),
    ("metric,organisation,period,breakdown,item,numerator,denominator,value\n", "no rows under the header"),
    (performance("RZ1", within: 10) + "ae.four-hour,RZ1,2018-01,,,1", "the file ends inside this row"),
    (performance("RZ1", within: 10) + "ae.four-hour,\"RZ", "a quote opened here is not closed"),
  ])
  func `a version that is not whole never takes the place of the last good one`(text: String, sentence: String) {
    open(["a.csv": performance("RZ1")])
    folder.write(text, to: "a.csv")
    kept.settle()
    #expect(kept.within("RZ1") == "90" && kept.label == "incomplete since 09:00")
    #expect(kept.problems.contains("a.csv: has been incomplete since 09:00; its last good figures stay"))
    #expect(kept.problems.contains { $0.contains(sentence) })
    // It is not read over and over.
    _ = kept.takeRead()
    kept.settle()
    #expect(kept.takeRead() == [])
    folder.write(performance("RZ1", within: 50), to: "a.csv")
    kept.settle()
    #expect(kept.within("RZ1") == "50" && kept.label == "current" && kept.problems == [])
  }

  @Test func `a file that comes half written waits until it is whole`() {
    open(["a.csv": performance("RZ1")])
    folder.write(performance("RZ2") + "ae.four-hour,RZ2,2018-01,,,1", to: "b.csv")
    kept.settle()
    #expect(kept.within("RZ2") == nil)
    #expect(kept.problems.contains("b.csv: is incomplete; its figures are shown once it is complete"))
    folder.write(performance("RZ2"), to: "b.csv")
    kept.settle()
    #expect(kept.within("RZ2") == "90" && kept.problems == [])
  }

  @Test func `a file that goes back to its last good version is not read again`() throws {
    open(["a.csv": performance("RZ1")])
    let (path, aside) = (folder.path + "/a.csv", folder.path + "/aside")
    rename(path, aside)
    kept.settle()
    rename(aside, path)
    kept.settle()
    #expect(kept.label == "current" && kept.takeRead() == [])
  }

  @Test func `a file that is renamed is one file, not one more that is gone`() {
    open(["a.csv": performance("RZ1")])
    rename(folder.path + "/a.csv", folder.path + "/b.csv")
    kept.settle()
    #expect(kept.label == "current" && kept.loaded?.files.map(\.name) == ["b.csv"] && kept.problems == [])
  }

  @Test func `a file that is no extract is handed on when it changes`() {
    let theme = folder.write("[roles]", to: "dark.toml.theme")
    kept.others = [theme]
    open(["a.csv": performance("RZ1")])
    folder.write("[selection]", to: "dark.toml.theme")
    kept.settle()
    #expect(kept.otherChanges == [theme] && kept.boards == 1)
  }
}
