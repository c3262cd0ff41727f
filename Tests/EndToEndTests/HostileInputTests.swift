import Foundation
import Testing

/// Files that mean harm, or were made by a machine gone mad: the program says what is wrong, shows the rest, and lets
/// nothing through.
@Suite struct HostileInputTests {
  let folder = TemporaryFolder()
  private static let header = "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
  private static let sound = "ae.four-hour,RZ1,2018-02,,,90,100,\n"

  /// The system of three organisations, so named; the settings may hold any character, escaped.
  private func nameOrganisations(_ names: String...) {
    var text = "code = \"QZ9\"\nname = \"Test\"\n"
    for number in 1...3 {
      let name = names.indices.contains(number - 1) ? names[number - 1] : "Organisation \(number)"
      let escaped = name.unicodeScalars.map { scalar in
        let digits = String(scalar.value, radix: 16)
        return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }.joined()
      text += "[[organisation]]\ncode = \"RZ\(number)\"\nrole = \"provider\"\nname = \"\(escaped)\"\n"
    }
    folder.write(text, to: "system.toml")
  }

  init() { nameOrganisations() }

  private func figures(_ rows: String, name: String = "a.csv") throws -> [[String: Any]] {
    folder.write(HostileInputTests.header + rows, to: name)
    let outcome = try Program.run(["print", folder.path, "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return object?["figures"] as? [[String: Any]] ?? []
  }

  private func problems() throws -> [String] {
    let outcome = try Program.run(["check", folder.path, "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return (object?["problems"] as? [[String: Any]] ?? []).compactMap { $0["message"] as? String }
  }

  /// What any command prints, screen by screen.
  private func everythingPrinted() throws -> [String] {
    try [
      ["--frame", "--size", "120x40"], ["--frame", "--size", "80x24", "--keys", "enter enter enter i"],
      ["problems", "--frame", "--size", "200x60"], ["--frame", "--keys", "enter"],
    ].map { try Program.run([folder.path] + $0).output }
      + [
        Program.run(["print", folder.path]).output, Program.run(["check", folder.path]).output,
        Program.run(["print", folder.path]).error,
      ]
  }

  @Test(arguments: [
    "\u{1B}[2J\u{1B}]0;pwned\u{07}", "\u{9B}31m", "\r\u{8}\u{8}\u{8}", "\u{202E}drowssap\u{2066}",
    "a\u{200B}b\u{200D}c",
    "\u{E0041}\u{FE0F}\u{2028}", "\u{7F}\u{0}x",
  ])
  func `escape sequences, controls, bidirectional and invisible characters never reach the output`(name: String) throws
  {
    // As a name, a code, a metric, a period and a number.
    nameOrganisations(name)
    folder.write(
      HostileInputTests.header + HostileInputTests.sound
        + "\(name),RZ1,2018-02,,,1,2,\nae.four-hour,\(name),2018-02,,,1,2,\nae.four-hour,RZ1,\(name),,,1,2,\n"
        + "ae.four-hour,RZ1,2018-02,\(name),\(name),\(name),2,\n", to: "a\(name.filter { $0.isLetter }).csv")
    for text in try everythingPrinted() {
      let hostile = text.unicodeScalars.filter { scalar in
        scalar != "\n"
          && (scalar.properties.isDefaultIgnorableCodePoint
            || [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory))
      }
      #expect(hostile.isEmpty, "\(hostile.map { String($0.value, radix: 16) }) in \(text.debugDescription)")
    }
  }

  @Test func `the name of a file may be hostile too`() throws {
    folder.write(HostileInputTests.header + "ae.four-hour,RZ1,2018-02,,,x,100,\n", to: "\u{1B}[31m\u{202E}a.csv")
    for text in try everythingPrinted() {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }

  @Test func `a field of a megabyte is a problem, and what stands before it counts`() throws {
    let figures = try figures(
      HostileInputTests.sound + "ae.four-hour,\"" + String(repeating: "x", count: 2 << 20) + "\",2018-02,,,1,2,\n")
    #expect(figures.contains { $0["organisation"] as? String == "RZ1" && $0["value"] as? Double == 90 })
    #expect(try problems().contains { $0.contains("does not end within 1 MB") })
    #expect(try everythingPrinted().allSatisfy { $0.utf8.count < 100_000 })
  }

  @Test func `a million columns are a file that no layout fits, or one that names none of them`() throws {
    folder.write(
      String(repeating: "a,", count: 1_000_000) + "a\n" + String(repeating: "1,", count: 1_000_000) + "1\n",
      to: "wide.csv")
    folder.write(HostileInputTests.header + HostileInputTests.sound, to: "a.csv")
    #expect(try Program.run(["print", folder.path]).status == 0)
    let check = try Program.run(["check", folder.path])
    #expect(
      check.status == 1 && check.output.contains("wide.csv:1: error: no header was found")
        && check.output.utf8.count < 100_000)
  }

  @Test func `a row of a million fields is a problem of that row`() throws {
    let figures = try figures(
      HostileInputTests.sound + "ae.four-hour,RZ2,2018-02,,,1,2" + String(repeating: ",9", count: 400_000) + "\n"
        + "ae.four-hour,RZ3,2018-02,,,1,2,\n")
    #expect(Set(figures.compactMap { $0["organisation"] as? String }).isSuperset(of: ["RZ1", "RZ3"]))
    #expect(try problems().contains { $0.contains("fields") })
  }

  @Test(arguments: [
    "9223372036854775808", "99999999999999999999999999999999", "1e999", "-1e-999", "NaN", "nan", "inf", "-Infinity",
    "0x10", "1,234e5", "١٢٣", "1_000", "--5", "+-5", "1.2.3", "9223372036854775807",
  ])
  func `a number that is none, or beyond counting, is a problem and no figure`(number: String) throws {
    let figures = try figures(HostileInputTests.sound + "ae.four-hour,RZ2,2018-02,,,\"\(number)\",100,\n")
    #expect(figures.allSatisfy { $0["organisation"] as? String != "RZ2" || $0["value"] is NSNull })
    #expect(try !problems().isEmpty)
    #expect(figures.contains { $0["organisation"] as? String == "RZ1" && $0["value"] as? Double == 90 })
  }

  @Test(arguments: [
    "0000-01", "0000-00-00", "99999-12", "99999-12-31", "2018-13", "2018-02-30", "-2018-02", "2018-W54", "2018-W99",
    "0000-W01", "9999-12-31", "0001-01-01",
  ])
  func `a date far out of time is a problem, or stands where it belongs, and the board still opens`(date: String) throws
  {
    _ = try figures(HostileInputTests.sound + "ae.four-hour,RZ2,\(date),,,1,100,\n")
    let frame = try Program.run([folder.path, "--frame", "--keys", "enter enter enter [ ] p p p"])
    #expect(frame.status == 0)
    if date.hasPrefix("99999") || date.contains("-00") || date.contains("-13") || date.contains("W99") {
      #expect(try problems().contains { $0.contains(date) })
    }
  }

  @Test func `codes that differ only in case or in spaces are one organisation`() throws {
    let figures = try figures(
      "ae.four-hour,RZ1,2018-01,,,90,100,\nae.four-hour,rz1,2018-02,,,91,100,\nae.four-hour,\" RZ1 \",2018-03,,,92,100,\n"
    )
    #expect(Set(figures.compactMap { $0["organisation"] as? String }).subtracting(["QZ9", "RZ2", "RZ3"]) == ["RZ1"])
    #expect(figures.contains { $0["organisation"] as? String == "RZ1" && $0["period"] as? String == "2018-03" })
  }

  @Test(arguments: ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1"])
  func `a text that a spreadsheet would run stands as text in an exported table`(formula: String) throws {
    nameOrganisations(formula)
    folder.write(HostileInputTests.header + HostileInputTests.sound, to: "=a.csv")
    let table = try Program.run(["print", folder.path, "--format", "csv"]).output
    let cells = table.split(separator: "\n").flatMap { $0.split(separator: ",") }
    #expect(table.contains("RZ1"))
    #expect(
      cells.allSatisfy { cell in
        let text = cell.drop { $0 == "\"" }
        guard let first = text.first, "=+-@\t＝".contains(first) else { return true }
        // A number may be negative; it is not run.
        return Double(text) != nil
      })
  }

  @Test func `a name of wide characters and floods of marks tears no table`() throws {
    let flood = "e" + String(repeating: "\u{301}", count: 20_000)
    nameOrganisations("日本語病院日本語病院", flood, "👩‍👩‍👧‍👦🇬🇧 Trust")
    _ = try figures((1...3).map { "ae.four-hour,RZ\($0),2018-02,,,90,100,\n" }.joined())
    for keys in ["", "enter", "enter enter", "enter down enter enter"] {
      let outcome = try Program.run([folder.path, "--frame", "--size", "100x30", "--keys", keys])
      for line in outcome.output.split(separator: "\n") where line.hasPrefix("│") || line.hasPrefix("╭") {
        // A border stands at both ends, and a line holds no more marks than cells could.
        #expect(line.hasSuffix("│") || line.hasSuffix("╮"), "\(line)")
        #expect(line.unicodeScalars.count <= 300)
      }
    }
  }
}
