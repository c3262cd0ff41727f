import Foundation
import Metrics
import Testing

@testable import Feeds

/// What is found at paths, before anything is read.
@Suite struct FeedContentsTests {
  let folder = TemporaryFolder()

  @Test func `the CSV files of a folder are found in the order of their names`() {
    for name in ["b.csv", "a.CSV", "c.csv", "d.tsv", "notes.md", "README.txt", ".hidden.csv", "below/d.csv"] {
      folder.write("x", to: name)
    }
    let contents = FeedContents(paths: [folder.path])
    #expect(contents.files.map(\.name) == ["a.CSV", "b.csv", "c.csv", "d.tsv"])
    #expect(contents.problems.isEmpty)
  }

  @Test func `a text beside extracts is passed over, and that is said; alone it is no extract`() {
    let text = folder.write("x", to: "a.txt")
    #expect(FeedContents(paths: [folder.path]).problems.map(\.message) == ["contains no extracts"])
    folder.write("x", to: "b.csv")
    #expect(
      FeedContents(paths: [folder.path]).problems.map(\.text) == [
        """
        a.txt: warning: is not read: in a folder, only .csv, .tsv, .tab, .csv.gz, .xlsx, .xlsm, .xls, .ods and .zip files are read; expected a CSV
          fix: nothing, if it has no figures; otherwise name it: sitrep "\(text)"
        """
      ])
  }

  @Test func `a file that is named is read whatever its name`() {
    let path = folder.write("x", to: "extract.txt")
    #expect(FeedContents(paths: [path]).files.map(\.name) == ["extract.txt"])
  }

  @Test func `the settings beside a file that is named count`() {
    let path = folder.write("x", to: "a.csv")
    let settings = folder.write("name = \"X\"", to: "system.toml")
    #expect(FeedContents(paths: [path]).settings == settings)
  }

  @Test func `a folder with nothing but settings is a feed`() {
    folder.write("name = \"X\"", to: "system.toml")
    let contents = FeedContents(paths: [folder.path])
    #expect(contents.problems.isEmpty && contents.settings != nil)
  }

  @Test func `a second system.toml is not used, and that is said`() {
    let first = folder.write("", to: "one/system.toml")
    let second = folder.write("", to: "two/system.toml")
    let contents = FeedContents(paths: [folder.path + "/one", folder.path + "/two"])
    #expect(contents.settings == first)
    #expect(
      contents.problems.map(\.text) == [
        """
        \(second): warning: is a second system.toml, and is not used; expected one for the whole board
          fix: remove one of the two; the board uses \(first)
        """
      ])
  }

  @Test func `files of one name from two folders carry their folder's name`() {
    for place in ["one", "two"] { folder.write("x", to: "\(place)/a.csv") }
    let contents = FeedContents(paths: [folder.path + "/one", folder.path + "/two", folder.path + "/two"])
    #expect(contents.files.map(\.name) == ["one/a.csv", "two/a.csv"])
  }

  @Test func `a path that leads nowhere is missing`() {
    let contents = FeedContents(paths: [folder.path + "/nothing"])
    #expect(contents.missing == [folder.path + "/nothing"])
    #expect(
      contents.problems.map(\.text) == [
        """
        \(folder.path)/nothing: error: there is no such file or folder; expected a folder of extracts, a CSV, a workbook \
        or a zip
          fix: check the spelling: ls "\(folder.path)"
        """
      ])
  }

  @Test func `a folder without extracts names the folder in it that has some`() {
    folder.write("x", to: "below/a.csv")
    #expect(
      FeedContents(paths: [folder.path]).problems.map(\.text) == [
        """
        \(folder.path): error: contains no extracts; expected CSV files, workbooks, zips of CSV files, or a system.toml
          fix: a folder in it does: sitrep "\(folder.path)/below"
        """
      ])
  }

  @Test func `an empty folder says what belongs into it`() {
    #expect(FeedContents(paths: [folder.path]).problems.first?.fix == "put extracts into it, or name another folder")
  }

  @Test(arguments: [("a.7z", "unpack it, or pack it as a zip"), ("a.tar.gz", "unpack it, or pack it as a zip")])
  func `what is packed in another way is not read, and what takes the extract out is said`(name: String, remedy: String)
  {
    let path = folder.write("x", to: name)
    let alone = FeedContents(paths: [path]).problems
    #expect(alone.map(\.text) == ["\(name): error: is not read: it is not a CSV; expected a CSV\n  fix: \(remedy)"])
    folder.write("x", to: "b.csv")
    let beside = FeedContents(paths: [folder.path]).problems
    #expect(beside.map(\.severity) == [.warning])
  }

  @Test func `a folder called like a file is not opened as one`() {
    folder.write("x", to: "x.csv/keep.txt")
    #expect(
      FeedContents(paths: [folder.path]).problems.map(\.text) == [
        """
        x.csv: warning: is a folder, and is not opened as a file; expected a CSV
          fix: to read what is in it, name it: sitrep "\(folder.path)/x.csv"
        """
      ])
  }

  @Test func `a pipe is never opened`() {
    mkfifo(folder.path + "/pipe.csv", 0o600)
    #expect(FeedContents(paths: [folder.path]).problems.map(\.message) == ["is a pipe or a device, not a file"])
  }
}
