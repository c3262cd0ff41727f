import Metrics
import Testing

@testable import Extracts

/// Input made to be slow: ten times as much of it takes ten times the steps, and no stack.
///
/// Steps are bytes looked at, so that the test says the same on every machine.
@Suite struct `ten times the input takes ten times the steps` {
  private static let accident =
    "Period,Org Code,Org name,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Type 3,"
    + "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department\n"
  private static let performance = "metric,organisation,period,numerator,denominator,value,note\n"

  /// What is repeated under which header.
  private static let kinds: [(header: String, row: String)] = [
    // The file of 25,000 such lines that ended the board: every line closes one quote and opens another.
    (performance, "a\",\"\n"),
    (accident, "a\",\"\r\n"),
    (accident, "\"\"\",\"\n"),
    (performance, "a,b,c,\"d\n"),
    (performance, "\"\n"),
    // A quote in every row, each closed two rows below.
    (performance, "ae.four-hour,RZ#,2018-02,\"1,2,,\n"),
    // Notes of several lines, of which one looks like a row.
    (performance, "ae.four-hour,RZ#,2018-02,1,2,,\"note\nae.four-hour,RX#,2018-02,1,2,,\n\"\n"),
    (performance, "ae.four-hour,RZ#,2018-02,1,2,,\"note\n\n\n\n\"\n"),
    (performance, "ae.four-hour,RZ#,2018-02,1,2,,\n"),
  ]

  private static func steps(_ kind: (header: String, row: String), rows: Int, block: Int) -> Int {
    let bytes = Array((kind.header + (0..<rows).map { kind.row.replacing("#", with: "\($0)") }.joined()).utf8)
    var reader = ExtractReader(
      file: SourceFile(name: "test.csv"), context: ReadingContext(metrics: Metric.builtIn), isStrict: false,
      headLimit: 1)
    for start in stride(from: 0, to: bytes.count, by: block) {
      bytes[start..<min(start + block, bytes.count)].withUnsafeBytes { reader.read($0) }
    }
    let steps = reader.rows?.bytesRead ?? 0
    _ = reader.finish()
    return steps
  }

  @Test(arguments: kinds.indices, [1 << 12, 1 << 19]) func `whatever quotes it opens`(kind: Int, block: Int) {
    let (few, many) = (
      Self.steps(Self.kinds[kind], rows: 2500, block: block), Self.steps(Self.kinds[kind], rows: 25_000, block: block)
    )
    #expect(many > 0)
    #expect(many <= few * 12)
  }

  @Test func `twenty-five thousand lines of quotes are read to the end`() {
    let text = Self.performance + String(repeating: "a\",\"\n", count: 25_000)
    let read = reading(text).contribution
    #expect(read.observations.isEmpty)
    #expect(read.problems.count <= 201)
  }

  @Test func `rows below a runaway quote are all read, and each quote opened among them is said`() {
    let rows = (1...3).map { "ae.four-hour,RZ\($0),2018-02,1,2,,\n" }
    let text =
      Self.performance + "ae.four-hour,RX1,2018-02,1,2,,\"x\n" + rows[0] + "ae.four-hour,RX2,2018-02,1,2,,\"y\n"
      + rows[1]
      + "ae.four-hour,RX3,2018-02,1,2,,\"z\" \"\n" + rows[2]
    for block in [1, 7, 1000] {
      let read = reading(Array(text.utf8), block: block).contribution
      #expect(read.observations.map(\.organisation.text) == ["RZ1", "RZ2", "RX3", "RZ3"])
      #expect(
        read.problemTexts == [
          """
          test.csv:2: error: a quote opened here swallows the next 2 lines; expected a closing " in the same row
            fix: close the quote, or download the file again; the rows below it are read, this one is left out
          """,
          """
          test.csv:4: error: a quote opened here swallows the next 2 lines; expected a closing " in the same row
            fix: close the quote, or download the file again; the rows below it are read, this one is left out
          """,
        ])
    }
  }
}

/// Numbers near the limits of the machine are refused, never wrapped round and never a crash.
@Suite struct `numbers beyond what is counted` {
  private static let rtt =
    "Period,Provider Org Code,Provider Org Name,Commissioner Org Code,Commissioner Org Name,RTT Part Type,"
    + "Treatment Function Code,"

  @Test(arguments: [
    "Gt 00 To 01 Weeks SUM 1,Gt 01 To 9223372036854775807 Weeks SUM 1,Gt 9223372036854775807 Weeks SUM 1",
    "Gt 00 To 01 Weeks SUM 1,Gt 01 To 4294967296 Weeks SUM 1,Gt 4294967296 Weeks SUM 1",
    "Gt 00 To 01 Weeks SUM 1,Gt 9223372036854775807 Weeks SUM 1",
    "Gt 00 To 01 Weeks SUM 1,Gt -9223372036854775808 Weeks SUM 1",
    "Gt 00 To 9223372036854775807 Weeks SUM 1",
  ]) func `a weekly band of an impossible week is no band, and no share is computed`(bands: String) {
    let fields = bands.split(separator: ",").map { _ in "1" }.joined(separator: ",")
    let read = contribution(
      Self.rtt + bands + ",Total All\nRTT-November-2024,RZ1,A,06F,B,Part_2,C_999," + fields + ",2\n")
    #expect(read.observations.isEmpty)
    #expect(read.errors.count == 1)
  }

  @Test(arguments: [
    "9223372036854775807", "-9223372036854775808", "4611686018427387904", "99999999999999999999",
    "9223372036854775807.5",
  ]) func `a count near the largest whole number is refused`(number: String) {
    for row in [
      "ae.four-hour,RZ1,2018-02,1,\(number),,", "cancer.62-day,RZ1,2018-02,\(number),1,,",
      "ae.attendances,RZ1,2018-02,,,\(number),", "ambulance.c2-mean,RZ1,2018-02,\(number),2,,",
    ] {
      let read = contribution("metric,organisation,period,numerator,denominator,value,note\n" + row + "\n")
      #expect(read.observations.isEmpty)
      #expect(read.errors.count == 1)
    }
    for row in ["RZ1,2018-02,£m,1,step,A,\(number)", "RZ1,2018-02,£m,\(number),step,A,1"] {
      _ = contribution("organisation,period,unit,order,kind,step,amount\n" + row + "\n")
    }
  }

  @Test func `a waiting list that does not fit in its bands is not shown in bands, and its figures stay`() {
    func row(_ number: Int) -> String { "RTT-November-2024,RZ1,A,C\(number),B,Part_2,C_999,9999999,9999999\n" }
    let head = Self.rtt + "Gt 00 Weeks SUM 1,Total All\n"
    let few = contribution(head + (0..<429).map(row).joined())
    #expect(few.waitingLists.first { $0.organisation == "RZ1" }?.bands == [4_289_999_571])
    let many = contribution(head + (0..<430).map(row).joined())
    #expect(many.waitingLists.first { $0.organisation == "RZ1" } == nil)
    #expect(many.figure(.incomplete, "RZ1", "2024-11") != nil)
    #expect(
      many.problemTexts == [
        """
        test.csv:1: warning: the waiting list of RZ1 has 4,299,999,570 patients; its weekly bands are not shown; \
        expected at most 4,294,967,295
          fix: download the file again
        """
      ])
  }
}
