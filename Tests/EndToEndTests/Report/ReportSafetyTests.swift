import Foundation
import Testing

/// Nothing that a file, a setting or an action says becomes markup; and a report is whole, or it is not there.
@Suite struct ReportSafetyTests {
  let folder = TemporaryFolder()

  /// Texts that end an element, an attribute, a comment, a style or a CDATA section, or begin something.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</td></tr></table><h1>x",
    "--><!--", "]]>", "</style><style>*{display:none}", "&lt;b&gt; &amp;", "<svg onload=x>", "</title>",
    "<!DOCTYPE x [<!ENTITY y 'z'>]>",
  ]

  @Test(arguments: hostile) func `a hostile text is a text, wherever it stands`(text: String) throws {
    let escaped = text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
    folder.write(
      """
      code = "QZ9"
      name = "System \(escaped)"
      [[organisation]]
      code = "RZ1"
      role = "provider"
      name = "Trust \(escaped)"
      short-name = "Short \(escaped)"
      [[metric]]
      id = "own.metric"
      title = "Measure \(escaped)"
      unit = "patients"
      direction = "lower"
      target = 3
      breakdowns = ["kind"]
      """, to: "system.toml")
    let quoted = "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    let rows =
      (1...9).map { "own.metric,RZ1,2017-0\($0),,,,,\($0 + 4)" } + ["own.metric,RZ1,2017-09,kind,\(quoted),,,5"]
    let header = "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
    // A slash cannot stand in a name.
    let name = text.replacingOccurrences(of: "/", with: "⁄")
    folder.write(header + rows.joined(separator: "\n") + "\n", to: "\(name).csv")
    folder.write(
      header + "own.metric,\(quoted),2017-09,,,,,5\nown.metric,RZ1,\(quoted),,,,,5\n", to: "wrong \(name).csv")
    let actions = TemporaryFolder()
    for arguments in [
      [
        "--text=\(text)", "--owner=\(text)", "--escalated-to=\(text)", "--metric", "own.metric", "--organisation",
        "RZ1",
      ],
      ["--note", "--text=\(text)", "--metric", "own.metric", "--organisation", "RZ1", "--period", "2017-05"],
    ] { #expect(try Program.run(["act", actions.path] + arguments).status == 0) }
    actions.write("{\(text)\n", to: "\(name).jsonl")

    let report = try ReadReport.of([folder.path, "detail", "RZ1", "own", "--actions", actions.path])
    #expect(report.isSame)
    let markup: Set<String> = ["script", "img", "b", "SCRIPT"]
    #expect(markup.isDisjoint(with: report.elements))
    #expect(!report.attributes.contains { $0.hasPrefix("on") || $0 == "src" })
    #expect(report.headings.count { $0.level == 1 } == 1)
    // Each of them is there to be read, as it was written.
    let read = report.texts
    for start in ["Trust ", "Short ", "Measure "] { #expect(read.contains { $0.contains(start + text) }, "\(start)") }
    #expect(read.filter { $0 == text }.count >= 4)
    #expect(read.contains { $0.contains("\(name).csv") })
  }

  @Test func `an escape sequence and what hides or turns text round is not in it`() throws {
    let actions = TemporaryFolder()
    let text = "a\u{1B}[31m b\u{202E}c d\u{200B}e\u{9B}f\u{7}"
    _ = try Program.run(["act", actions.path, "--text", text, "--owner", text])
    let report = try ReadReport.of(["demo", "actions", "--actions", actions.path])
    let bad: Set<Unicode.Scalar> = ["\u{1B}", "\u{202E}", "\u{200B}", "\u{9B}", "\u{7}"]
    #expect(report.source.unicodeScalars.allSatisfy { !bad.contains($0) })
  }

  @Test func `each file stands with its SHA-256, its length and its rows`() throws {
    let header = "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
    let data = header + "ae.handovers,RZ1,2018-02,,,,,3\nae.handovers,RZ1,2018-01,,,,,4\n"
    folder.write(data, to: "own.csv")
    folder.write("[[metric]]\nid = \"ae.handovers\"\nunit = \"patients\"\n", to: "system.toml")
    let report = try ReadReport.of([folder.path])
    let table = try #require(report.tables.first { $0.caption.hasPrefix("Files") })
    for name in ["own.csv", "system.toml"] {
      let row = try #require(table.rows.first { $0[0].text == name })
      let digest = try Program.run(["-c", "sha256sum < '\(folder.path)/\(name)'"], program: "/bin/bash").output.prefix(
        64)
      #expect(ReadReport.cell(row, table, "SHA-256")?.text == String(digest))
      #expect(ReadReport.cell(row, table, "bytes")?.value == "\(folder.read(name).utf8.count)")
    }
    #expect(ReadReport.cell(try #require(table.rows.first), table, "rows read")?.value == "2")
  }

  @Test func `a member of a zip stands with the digest of the zip, and says so`() throws {
    let report = try ReadReport.of(["containers/ae-2020.zip"])
    let table = try #require(report.tables.first { $0.caption.hasPrefix("Files") })
    let digest = try Program.run(
      ["-c", "sha256sum < '\(Program.fixture("containers/ae-2020.zip"))'"], program: "/bin/bash")
    for row in table.rows {
      #expect(ReadReport.cell(row, table, "SHA-256")?.text == String(digest.output.prefix(64)))
      #expect(ReadReport.cell(row, table, "remark")?.text.contains("those of ae-2020.zip") == true)
    }
    #expect(table.rows.count > 1)
  }

  @Test func `actions stand with owner, day and state, and a note is on its chart`() throws {
    let report = try ReadReport.of(["demo", "--actions", Program.fixture("actions")])
    let table = try #require(report.tables.first { $0.caption.hasPrefix("Actions") })
    let listed = try Program.run(["actions", Program.fixture("actions"), "--format", "json", "--now", "2018-03-20"])
    let events = try #require(JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
    let actions = events.filter { $0["kind"] as? String == "action" }
    #expect(table.rows.map { $0[0].text } == actions.map { $0["text"] as? String })
    #expect(table.rows.map { ReadReport.cell($0, table, "due")?.value } == actions.map { $0["due"] as? String })
    let none = try ReadReport.of(["demo"])
    #expect(!none.headings.contains { $0.text.hasPrefix("Actions") })
  }

  @Test func `the same files at the same time give the same bytes`() throws {
    let arguments = ["demo", "--actions", Program.fixture("actions"), "--now", "2018-03-20T09:00"]
    #expect(try ReadReport.written(arguments).source == ReadReport.written(arguments).source)
  }

  // MARK: - Whole, or not there

  @Test func `a dash writes it to standard output, and a file of that name is replaced`() throws {
    let arguments = ["report", "demo", "summary", "--out"]
    let printed = try Program.run(arguments + ["-"])
    #expect(
      printed.status == 0 && printed.output.hasSuffix("</html>\n"))
    folder.write("old", to: "board.html")
    #expect(try Program.run(arguments + ["\(folder.path)/board.html"]).status == 0)
    #expect(folder.read("board.html") == printed.output)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["board.html"])
  }

  @Test func `a disk that is full ends with 74, and the old file stays as it was`() throws {
    folder.write("old", to: "board.html")
    let line = "ulimit -f 8; exec \"$0\" report demo --out '\(folder.path)/board.html'"
    let outcome = try Program.run(["-c", line, Program.path], program: "/bin/bash")
    #expect(outcome.status == 74 && outcome.error.contains("board.html could not be written whole: File too large"))
    #expect(folder.read("board.html") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["board.html"])
    let full = try Program.run(["report", "demo", "--out", "/dev/full"])
    #expect(full.status == 74 && full.error.contains("No space left on device"))
    let nowhere = try Program.run(["report", "demo", "--out", "\(folder.path)/none/board.html"])
    #expect(nowhere.status == 74 && nowhere.error.contains("No such file or directory"))
    let standard = try Program.run(
      ["-c", "exec \"$0\" report demo --out - > /dev/full", Program.path], program: "/bin/bash")
    #expect(standard.status == 74)
  }

  @Test func `a link stays a link, and what it leads to is replaced`() throws {
    folder.write("old", to: "real.html")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link.html", withDestinationPath: "real.html")
    #expect(try Program.run(["report", "demo", "summary", "--out", "\(folder.path)/link.html"]).status == 0)
    #expect(folder.read("real.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/link.html") == "real.html")
  }
}

/// Small counts of the organisation's own files, which may say who somebody is.
@Suite struct ReportedSmallCountTests {
  let folder = TemporaryFolder()

  init() {
    let months = (1...9).map { "own.falls,RZ1,2017-0\($0),,,,,\($0 == 9 ? 3 : $0 + 10)" }
    folder.write(
      "metric,organisation,period,breakdown,item,numerator,denominator,value\n" + months.joined(separator: "\n")
        + "\nown.falls,RZ2,2017-09,,,,,40\n", to: "falls.csv")
    folder.write(
      """
      code = "QZ9"
      name = "Test"
      [[organisation]]
      code = "RZ1"
      role = "provider"
      [[organisation]]
      code = "RZ2"
      role = "provider"
      [[metric]]
      id = "own.falls"
      unit = "patients"
      direction = "lower"
      target = 1
      """, to: "system.toml")
  }

  @Test func `they are in a report as they are in print, and it says so`() throws {
    let report = try ReadReport.of([folder.path, "provider", "RZ1"])
    #expect(report.paragraphs.contains { $0.contains("--small-counts hide leaves them out") })
    let table = try #require(report.tables.first { $0.metric == "own.falls" })
    #expect(table.rows.contains { $0.contains { $0.value == "3" } })
  }

  @Test func `where they are to be hidden neither figure, variance, chart nor sentence shows one`() throws {
    let report = try ReadReport.of([folder.path, "provider", "RZ1", "--small-counts", "hide"])
    #expect(report.paragraphs.contains { $0.contains("are not shown") })
    #expect(report.drawings.isEmpty)
    let cells = report.tables.filter { $0.metric != nil || $0.caption.hasPrefix("Needs") }.flatMap { $0.rows.joined() }
    #expect(cells.contains { $0.text == "1 to 4, not shown" })
    // The figure is 3, and 2 over its target.
    #expect(
      !cells.contains { ["3", "2", "-2"].contains($0.value ?? "") || $0.text.contains("2 over") || $0.text == "▲ 2" })
    #expect(!report.paragraphs.contains { $0.contains(": 3") })
    let other = try ReadReport.of([folder.path, "provider", "RZ2", "--small-counts", "hide"])
    #expect(other.tables.contains { $0.rows.contains { $0.contains { $0.value == "40" } } })
    #expect(!other.paragraphs.contains { $0.contains("not shown") })
  }
}
