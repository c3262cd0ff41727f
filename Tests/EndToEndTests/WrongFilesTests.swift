import Foundation
import Testing

/// Every way of being wrong, through the whole program; `Fixtures/wrong/README.md` says why each file exists.
@Suite struct WrongFilesTests {
  /// Files that leave nothing to show, with words of the sentence each gets.
  static let nothingToShow = [
    ("unknown-layout.csv", "no layout fits"), ("header-only.csv", "no rows"), ("empty.csv", "empty"),
    ("binary.csv", "workbook"), ("utf-16.csv", "UTF-16"), ("directory.csv", "contains no extracts"),
    ("cut-short.zip", "cut short"), ("cut-short.csv.gz", "cut short"), ("no-gzip.csv.gz", "no gzip"),
    ("damaged.csv.gz", "incorrect data check"), ("second-part-damaged.csv.gz", "incorrect header check"),
    ("junk-after.csv.gz", "follows what is packed"),
  ]

  @Test(arguments: nothingToShow)
  func `a file that is no extract ends with 1 and one clear sentence`(name: String, words: String) throws {
    for command in [["print"], []] {
      let outcome = try Program.run(command + ["wrong/\(name)"])
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      #expect(outcome.error.contains(words), "\(outcome.error)")
      #expect(outcome.error.contains("fix: "))
    }
    #expect(try Program.run(["check", "wrong/\(name)"]).status == 1)
  }

  /// Files with an error beside what can be shown: the place, and words of the sentence.
  static let partlyWrong = [
    ("unclosed-quote.csv", ":3", "quote"), ("row-too-short.csv", ":3", "9 fields"),
    ("row-too-long.csv", ":3", "17 fields"), ("quote-takes-rows.csv", ":3", "swallows the next line"),
    ("not-a-number.csv", ":3", "\"n/a\""), ("negative-count.csv", ":3", "\"-6000\""),
    ("unknown-period.csv", ":3", "MSitAE-FEBUARY-2018"), ("unknown-metric.csv", ":2", "ae.four-hour"),
    ("more-than-all.csv", ":2", "10,480"), ("members.zip", "/bad.csv:2:8", "\"n/a\""),
    ("damaged.zip", "/May-2020.csv", "crc error"), ("encrypted.zip", "/May-2020.csv", "encrypted"),
  ]

  @Test(arguments: partlyWrong)
  func `what cannot be read has its place in the file, and check ends with 1`(
    name: String, place: String, words: String
  ) throws {
    let outcome = try Program.run(["check", "wrong/\(name)"])
    #expect(outcome.status == 1)
    #expect(outcome.output.split(separator: "\n").contains { $0.contains("\(name)\(place)") && $0.contains(words) })
  }

  @Test func `fields separated by semicolons are read, and that is said`() throws {
    let outcome = try Program.run(["check", "wrong/semicolons.csv"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("warning: ") && outcome.output.contains("semicolons"))
  }

  /// Files that are used whole, with one warning: its place, and words of the sentence.
  static let warned = [
    ("rtt-total-all-differs.csv", ":3:69", "a difference of 7"), ("bridge-order-twice.csv", ":4:4", "as on line 3"),
    ("bridge-without-opening.csv", ":2", "has no opening"), ("semicolons.csv", ":1", "semicolons"),
  ]

  @Test(arguments: warned)
  func `what is odd is said once, and used`(name: String, place: String, words: String) throws {
    let outcome = try Program.run(["check", "wrong/\(name)"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\(name)\(place): warning: ") && outcome.output.contains(words))
    #expect(outcome.output.hasSuffix("1 file, 0 errors, 1 warning\n"))
  }

  @Test func `a revised file counts, and its original is said to be superseded`() throws {
    let outcome = try Program.run(["check", "wrong/revised"])
    #expect(outcome.output.contains("superseded     by Monthly-AE-February-2018-revised.csv, whose figures count"))
    #expect(outcome.output.components(separatedBy: "superseded").count == 2)
  }

  /// Files that look wrong and are not.
  static let right = [
    "total-row-spelt-four-ways.csv", "byte-order-mark.csv", "line-ends-lf.csv", "line-ends-cr.csv",
    "line-ends-mixed.csv",
    "suppressed.csv",
  ]

  @Test(arguments: right)
  func `what looks wrong and is not, is no problem`(name: String) throws {
    let outcome = try Program.run(["check", "wrong/\(name)"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("1 file, no problems\n"))
  }

  @Test func `a good file counts beside a bad one`() throws {
    let outcome = try Program.run(["print", "wrong/good-and-bad"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("good.csv:"))
    #expect(try Program.run(["check", "wrong/good-and-bad"]).status == 1)
  }

  @Test func `extracts load without a system.toml that cannot be read`() throws {
    let outcome = try Program.run(["print", "wrong/system-syntax-error", "--format", "json"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"system\": {\"code\": \"ALL\""))
    #expect(outcome.output.contains("\"file\": \"system.toml\", \"line\": 2"))
  }

  @Test(
    arguments: ["escape-sequences.csv", "bidirectional.csv", "members.zip"],
    [
      ["print"], ["check"], ["--frame"], ["print", "--format", "json"], ["print", "--format", "csv"],
      ["check", "--format", "json"],
    ])
  func `nothing a terminal would obey is ever written`(name: String, command: [String]) throws {
    let outcome = try Program.run(command + ["wrong/\(name)"])
    let hostile = (outcome.output + outcome.error).unicodeScalars.filter { scalar in
      scalar != "\n" && [.control, .format, .lineSeparator].contains(scalar.properties.generalCategory)
    }
    #expect(hostile.isEmpty)
    #expect(!outcome.output.isEmpty)
  }
}
