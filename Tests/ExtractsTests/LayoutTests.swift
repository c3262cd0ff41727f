import Metrics
import Testing

@testable import Extracts

/// One fixture and one expectation a layout, side by side in `Fixtures/layouts`. `RECORD=1 swift test` writes the
/// expectations anew and fails, so that nobody commits one unseen.
@Suite struct `each layout` {
  @Test(arguments: [
    "ae-monthly-2020-08", "ae-monthly-2020-04", "ae-monthly-2019-04", "ae-monthly-2018-within", "ae-by-provider-2025",
    "ae-by-provider-2018",
    "rtt-104-weeks", "rtt-52-weeks", "rtt-2016", "dtoc-2018", "dtoc-2013", "dtoc-2011", "cancer-combined",
    "cancer-provider-2022", "cancer-provider-2012", "cancer-provider-2025", "cancer-sheet", "cancer-sheet-2015",
    "cancer-sheet-by-route",
    "rtt-sheet", "rtt-sheet-2015", "dm01", "dm01-sheet", "dm01-sheet-by-test", "ambsys", "ambsys-raw", "ambco", "kh03",
    "acute-discharge",
    "acute-discharge-sheet", "acute-discharge-sheet-2022", "ready-date", "uec-beds", "uec-beds-sheet-2023",
    "uec-beds-sheet-2022", "uec-beds-daily", "ambulance-handovers", "cancelled-operations", "virtual-wards",
    "system-mapping", "ods-trusts",
    "performance", "trajectory", "finance-position", "finance-bridge", "savings", "finance-plan",
  ])
  func `yields what its expectation says`(name: String) throws {
    let dump = try fixture(name).dump
    let path = "Fixtures/layouts/\(name).expected"
    if isRecording {
      try write(dump, to: path)
      Issue.record("recorded \(path)")
    }
    #expect(dump == String(decoding: try projectBytes(path), as: UTF8.self))
  }

  @Test(arguments: ["ae-monthly-2020-08", "ae-by-provider-2025", "rtt-2016", "dtoc-2013", "cancer-combined"])
  func `reads the same in blocks of any size`(name: String) throws {
    let bytes = try projectBytes("Fixtures/layouts/\(name).csv")
    let whole = reading(bytes).contribution.dump
    for size in [1, 2, 3, 7, 64, 1000] {
      #expect(reading(bytes, block: size).contribution.dump == whole)
    }
  }
}
