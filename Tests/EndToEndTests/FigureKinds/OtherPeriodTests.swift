import Foundation
import Testing

/// A figure of another period than the board's carries its own.
@Suite struct OtherPeriodTests {
  private static let settings = """
    [[metric]]
    id = "ae.handovers-60"
    title = "Handovers over 60 min"
    unit = "patients"
    direction = "lower"
    rolls-up = "flow"
    cadence = "daily"
    target = 0
    [[metric]]
    id = "flow.nctr"
    title = "No criteria to reside"
    unit = "patients"
    direction = "lower"
    rolls-up = "snapshot"
    cadence = "weekly"
    target = 60

    """

  struct Case: Sendable {
    /// The last day of the four-hour figures and of the handovers.
    let hours: Int, handovers: Int
    /// What the header says, and what stands beside the other figure.
    let header: String, own: String
  }

  private static let cases = [
    Case(hours: 27, handovers: 26, header: "27 Nov 2026", own: "26 Nov"),
    Case(hours: 26, handovers: 19, header: "26 Nov 2026", own: "19 Nov"),
    Case(hours: 20, handovers: 27, header: "27 Nov 2026", own: "20 Nov"),
  ]

  private static func board(_ one: Case) throws -> PrintedBoard {
    let rows =
      PrintedBoard.days("ae.four-hour", "RZ1", "2026-11", 1...one.hours, "700,1000,")
      + PrintedBoard.days("ae.handovers-60", "RZ1", "2026-11", 1...one.handovers, ",,8")
    return try PrintedBoard(rows: rows, providers: ["RZ1"], settings: settings, now: "2026-11-28T09:00")
  }

  @Test(arguments: cases.indices, ["200x60", "120x40", "100x30", "80x24", "60x15", "40x10", "30x8", "20x3"])
  func `on every page that shows it, at every size`(place: Int, size: String) throws {
    let one = OtherPeriodTests.cases[place]
    let board = try OtherPeriodTests.board(one)
    let isHandovers = one.handovers < one.hours
    let metric = isHandovers ? "ae.handovers-60" : "ae.four-hour"
    // The panel of the metric, the list of what needs attention, the trust, and the wall.
    let pages: [(view: [String], keys: String)] = [
      ([], ""), ([], "tab"), (["attention"], ""), (["organisation", "RZ1"], ""), (["metric", metric], ""),
      (["detail", "RZ1", metric], ""),
    ]
    for (view, keys) in pages {
      let page = try board.page(view, size: size, keys: keys, "--period", "day")
      OtherPeriodTests.expectDated(page, one, isHandovers: isHandovers)
    }
    let wall = try board.page(["attention"], size: size, "--period", "day", "--kiosk")
    OtherPeriodTests.expectDated(wall, one, isHandovers: isHandovers)
  }

  /// Whatever shows the other figure shows its day too.
  private static func expectDated(_ page: String, _ one: Case, isHandovers: Bool) {
    let figures = isHandovers ? ["▲ 8", "▲8"] : ["70.0", "25.0"]
    guard figures.contains(where: { page.contains($0) }) else { return }
    #expect(page.contains(one.own), "\(page)")
  }

  @Test(arguments: cases.indices)
  func `each line of what needs attention has its own, or the one that stands above them`(place: Int) throws {
    let one = OtherPeriodTests.cases[place]
    let board = try OtherPeriodTests.board(one)
    for size in ["120x40", "80x24", "60x15"] {
      let page = try board.page(size: size, "--period", "day")
      // The header of a small screen has room for what is late before the period.
      if size != "60x15" { #expect(page.contains("[ \(one.header) ]"), "\(page)") }
      let lines = page.split(separator: "\n").map(String.init)
      let attention = lines.filter { $0.contains(" • ") || $0.contains("•│") || $0.contains("▲ 8 ") }
      let isAbove = page.contains("Needs attention \(one.own)")
      #expect(
        lines.contains { (isAbove || $0.contains(one.own)) && ($0.contains("▲ 8") || $0.contains("▼ 25.0")) },
        "\(attention)\n\(page)")
    }
  }
}
