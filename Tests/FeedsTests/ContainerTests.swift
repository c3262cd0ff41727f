import Foundation
import Metrics
import Testing

@testable import Feeds

/// Extracts in `.csv.gz` and `.zip`.
@Suite struct ContainerTests {
  let folder = TemporaryFolder()

  private static func fixture(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)").path
  }

  private func load(_ path: String) -> Loaded { Feed(paths: [path]) { _ in (.everything, []) }.load() }

  private func attendances(_ month: String, in loaded: Loaded) -> Figure? {
    loaded.board.figure(Series.Key(.fourHour, "RZ1"), in: Period(month)!)
  }

  @Test func `gzip and every member of a zip are read like files beside them`() {
    let loaded = load(Self.fixture("containers"))
    #expect(
      loaded.files.map(\.name) == [
        "Monthly-AE-June-2020.csv.gz", "ae-2020.zip/April-2020.csv", "ae-2020.zip/more/May-2020.csv",
      ])
    #expect(loaded.board.problems.isEmpty)
    for month in ["2020-04", "2020-05", "2020-06"] { #expect(attendances(month, in: loaded) != nil) }
  }

  @Test(arguments: ["containers/ae-2020.zip", "containers/Monthly-AE-June-2020.csv.gz"])
  func `a container named on its own is opened, and settings beside it count`(name: String) {
    let loaded = load(Self.fixture(name))
    #expect(!loaded.isEmpty && loaded.board.problems.isEmpty)
  }

  @Test func `the rows of a figure are found again inside a zip and a gzip`() throws {
    let loaded = load(Self.fixture("containers"))
    for (place, month) in [(0, "2020-06"), (1, "2020-04"), (2, "2020-05")] {
      let request = try #require(
        RowRequest(Series.Key(.fourHour, "RZ1"), Period(month)!, contribution: place, in: loaded))
      let reading = request.read()
      #expect(reading.rows.map(\.line) == [2])
      #expect(reading.fileName == loaded.files[place].name && reading.remark == "")
    }
  }

  private func texts(_ path: String, limits: ContainerLimits = ContainerLimits()) -> [String] {
    let contents = FeedContents(paths: [path], limits: limits)
    var texts = contents.problems.map(\.text)
    for file in contents.files {
      do throws(FeedFault) {
        let stream = try ByteStream(file, limits: limits)
        while try stream.next() != nil {}
      } catch {
        texts.append(error.problem(of: file.name).text)
      }
    }
    return texts
  }

  @Test(arguments: [
    (
      "damaged.zip",
      "damaged.zip/May-2020.csv: error: is damaged: crc error; none of it is used; expected a whole file",
      "download the file again"
    ),
    (
      "cut-short.zip",
      "cut-short.zip: error: is damaged: it is no zip, or cut short; none of it is used; expected a whole file",
      "download the file again"
    ),
    (
      "encrypted.zip",
      "encrypted.zip/May-2020.csv: error: is encrypted, and is not read; expected a file without a password",
      "unpack it with its password, and put the CSV into the folder"
    ),
    (
      "damaged.csv.gz",
      "damaged.csv.gz: error: is damaged: incorrect data check; none of it is used; expected a whole file",
      "download the file again"
    ),
    (
      "cut-short.csv.gz",
      "cut-short.csv.gz: error: is damaged: it is cut short; none of it is used; expected a whole file",
      "download the file again"
    ),
    (
      "second-part-damaged.csv.gz",
      """
      second-part-damaged.csv.gz: error: is damaged: incorrect header check; none of it is used; expected a whole file
      """,
      "download the file again"
    ),
    (
      "junk-after.csv.gz",
      """
      junk-after.csv.gz: error: is damaged: something that is no gzip follows what is packed; none of it is used; \
      expected a whole file
      """,
      "download the file again"
    ),
    (
      "no-gzip.csv.gz", "no-gzip.csv.gz: error: is damaged: it is no gzip; none of it is used; expected a whole file",
      "download the file again"
    ),
  ])
  func `what is wrong with a container names it and the member`(name: String, problem: String, fix: String) {
    #expect(texts(Self.fixture("wrong/\(name)")) == [problem + "\n  fix: " + fix])
  }

  @Test func `two members of one name are two files`() {
    let loaded = load(Self.fixture("wrong/same-name-twice.zip"))
    #expect(loaded.files.map(\.name) == ["same-name-twice.zip/extract.csv", "same-name-twice.zip/extract.csv (2)"])
    #expect(attendances("2020-04", in: loaded) != nil && attendances("2020-05", in: loaded) != nil)
    #expect(loaded.board.problems.isEmpty)
  }

  @Test func `a damaged member contributes nothing, the member beside it everything`() {
    let loaded = load(Self.fixture("wrong/damaged.zip"))
    #expect(loaded.files.map(\.name) == ["damaged.zip/April-2020.csv"])
    #expect(attendances("2020-04", in: loaded) != nil && attendances("2020-05", in: loaded) == nil)
  }

  @Test func `members that are no extract are said, with what to do, and the others load`() {
    let contents = FeedContents(paths: [Self.fixture("wrong/members.zip")])
    #expect(
      contents.files.map(\.name) == ["bad", "good", "unknown", "←[2Jescape"].map { "members.zip/\($0).csv" })
    let leadsOut = """
      : error: has a name that leads out of its folder, and is not read; expected a name without a leading / and \
      without ..
        fix: ask whoever packed it; pack the CSV again
      """
    #expect(
      contents.problems.map(\.text) == [
        "members.zip/../outside.csv" + leadsOut, "members.zip//tmp/absolute.csv" + leadsOut,
        "members.zip/C:\\outside.csv" + leadsOut,
        "members.zip/readme.txt: warning: is not read: it is not a CSV; expected a CSV\n  fix: nothing, if it has no figures",
        """
        members.zip/inner.zip: warning: is packed inside a zip, and is not read; expected a CSV
          fix: unpack the outer one: unzip "\(Self.fixture("wrong/members.zip"))"
        """,
        """
        members.zip/report.xlsx: warning: is a workbook inside a zip, and is not read; expected a workbook beside the zip
          fix: unpack it: unzip "\(Self.fixture("wrong/members.zip"))"
        """,
      ])
    #expect(!FileManager.default.fileExists(atPath: "/tmp/absolute.csv"))
  }

  @Test(arguments: [
    (
      ContainerLimits(file: 512), "containers/ae-2020.zip",
      ["ae-2020.zip/April-2020.csv", "ae-2020.zip/more/May-2020.csv"].map {
        "\($0): error: unpacks to more than 512 bytes; none of it is used; expected at most 512 bytes"
      }
    ),
    (
      ContainerLimits(file: 512), "containers/Monthly-AE-June-2020.csv.gz",
      [
        "Monthly-AE-June-2020.csv.gz: error: unpacks to more than 512 bytes; none of it is used; expected at most 512 bytes"
      ]
    ),
    (
      ContainerLimits(zip: 1024), "containers/ae-2020.zip",
      ["ae-2020.zip: error: unpacks to more than 1 KB; none of it is used; expected at most 1 KB"]
    ),
  ])
  func `a container that unpacks beyond a limit is refused`(limits: ContainerLimits, path: String, problems: [String]) {
    let texts = texts(Self.fixture(path), limits: limits)
    #expect(
      texts == problems.map { $0 + "\n  fix: unpack it, and check its contents before you name it" })
  }

  @Test func `a zip of more files than are looked at is refused`() {
    #expect(
      texts(Self.fixture("containers/ae-2020.zip"), limits: ContainerLimits(members: 2)) == [
        """
        ae-2020.zip: error: contains 4 files; none of them is read; expected at most 2
          fix: unpack it, and name the folder
        """
      ])
  }

  @Test func `a member that is longer than its zip states is damaged`() throws {
    let zip = folder.path + "/lies.zip"
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.fixture("containers/ae-2020.zip"))))
    // The unpacked length of the first member, in the zip's list and beside its bytes.
    for (mark, offset) in [([0x50, 0x4B, 1, 2] as [UInt8], 24), ([0x50, 0x4B, 3, 4], 22)] {
      let place = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
      bytes[place + offset] = 10
      bytes[place + offset + 1] = 0
    }
    try Data(bytes).write(to: URL(fileURLWithPath: zip))
    let problems = texts(zip)
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasPrefix(
        "lies.zip/April-2020.csv: error: is damaged: it unpacks to more than the zip states; none of it is used")
        == true
    )
  }

  @Test func `an empty zip is an error`() throws {
    let empty = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
    try Data(empty).write(to: URL(fileURLWithPath: folder.path + "/empty.zip"))
    #expect(
      texts(folder.path + "/empty.zip") == [
        "empty.zip: error: is a zip with nothing in it; expected CSV files\n  fix: download the file again"
      ])
  }

  @Test func `the sentences for what no fixture brings about`() {
    #expect(
      FeedFault.unknownPacking("9").problem(of: "a.zip/b.csv").text == """
        a.zip/b.csv: error: is packed by method 9, which is not read; expected deflate or store
          fix: unpack it, or pack it again as a plain zip
        """)
    #expect(
      FeedFault.noLibrary("libzip").problem(of: "a.zip").text == """
        a.zip: error: cannot be opened: libzip is not installed; expected libzip, which reads zips
          fix: install libzip, or unpack it: unzip "a.zip"
        """)
    #expect(
      FeedFault.settingsInside.problem(of: "a.zip/system.toml", at: "x/a.zip").text == """
        a.zip/system.toml: warning: is a system.toml inside a zip, and is not used; expected one beside the zip
          fix: take it out: unzip "x/a.zip" system.toml
        """)
  }
}

/// The same extract twice.
@Suite struct SameFilesTests {
  let folder = TemporaryFolder()

  private func load() -> Loaded { Feed(paths: [folder.path]) { _ in (.everything, []) }.load() }

  @Test func `the same bytes under two names count once, and both names are said`() {
    folder.write(performance("RZ1"), to: "a.csv")
    folder.write(performance("RZ1"), to: "copy of a.csv")
    let loaded = load()
    #expect(loaded.files.map(\.name) == ["a.csv"])
    #expect(
      loaded.board.problems.map(\.text) == [
        """
        copy of a.csv: warning: has the same contents as a.csv, which is used; expected each file once
          fix: remove one of the two
        """
      ])
  }

  @Test func `a file in a zip and beside it counts once`() throws {
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/containers")
    let gzip = "Monthly-AE-June-2020.csv.gz"
    try FileManager.default.copyItem(
      atPath: fixtures.appendingPathComponent(gzip).path, toPath: folder.path + "/" + gzip)
    let packed = FeedContents(paths: [folder.path]).files[0]
    var bytes: [UInt8] = []
    try packed.readBlocks {
      bytes += $0
      return true
    }
    folder.write(String(decoding: bytes, as: UTF8.self), to: "plain.csv")
    let loaded = load()
    #expect(loaded.files.map(\.name) == [gzip])
    #expect(loaded.board.problems.map(\.message) == ["has the same contents as \(gzip), which is used"])
  }

  @Test func `files that only yield the same both count`() {
    folder.write(performance("RZ1"), to: "a.csv")
    folder.write(performance("RZ1") + "\n\n", to: "b.csv")
    #expect(load().files.count == 2)
  }
}
