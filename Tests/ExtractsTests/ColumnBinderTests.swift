import Metrics
import Testing

@testable import Extracts

@Suite struct `the columns of a layout` {
  private static let noHeader = Header(titles: [], line: 1)

  /// The layout that claims a fixture, with the header it has there.
  private func claimed(_ name: String) throws -> BoundLayout {
    let bytes = try projectBytes("Fixtures/layouts/\(name).csv")
    let detection = bytes.withUnsafeBytes {
      HeaderDetection($0, isWhole: true, layouts: Layout.all, memory: HeaderMemory())
    }
    guard case .claimed(let bound, _) = detection else {
      throw Unclaimed(name: name)
    }
    return bound
  }

  private struct Unclaimed: Error { let name: String }

  @Test func `are all missing from a header without a name`() {
    for layout in Layout.all {
      let (missing, required) = layout.missing(in: Self.noHeader)
      #expect(missing.count == required && required > 1, "\(layout.name)")
      #expect(layout.bound(to: Self.noHeader) == nil, "\(layout.name)")
    }
  }

  /// Each column taken away in turn: either the layout can do without it, or it names that one column and no other.
  @Test(arguments: [
    "ae-monthly-2020-08", "ae-monthly-2019-04", "ae-by-provider-2025", "rtt-104-weeks", "rtt-2016", "dtoc-2018",
    "dtoc-2013", "cancer-combined", "cancer-provider-2022", "cancer-provider-2012", "dm01", "ambsys", "ambco",
    "system-mapping", "performance", "trajectory", "finance-position", "finance-bridge", "savings", "finance-plan",
  ])
  func `are bound where they are, and named where one is missing`(name: String) throws {
    let bound = try claimed(name)
    var named = 0
    for place in bound.header.titles.indices {
      // A title above a table has one name, and is not held against any layout.
      let title = Header(titles: [bound.header.titles[place]], line: 1)
      #expect(Layout.all.allSatisfy { $0.bound(to: title) == nil })
      var titles = bound.header.titles
      titles[place] = ""
      let header = Header(titles: titles, line: 1)
      let missing = bound.layout.missing(in: header).columns
      #expect((bound.layout.bound(to: header) == nil) == !missing.isEmpty)
      // "Within 62 days" also says which standard the rows are about.
      #expect(missing.count <= (CancerColumns.namesStandard(bound.header.names[place]) ? 2 : 1))
      // Where files have had several spellings, the likeliest may be another one.
      named += missing.filter { ColumnName($0.title(beside: bound.header)) == bound.header.names[place] }.count
    }
    #expect(named > 2)
  }

  @Test(arguments: [
    "Period", "PERIOD", "period name", "Org Code", "Key", "key", "_x", " Year", "&c", "", "Évry", "1", "Zone",
  ])
  func `are passed over without a look only where no name begins like them`(spelling: String) {
    for title in [
      "Period", " period", "_Period", "Period Name", "Org code", "\u{212A}ey", "KEY", "x", "year", "andc", "",
      "E\u{301}vry",
      "1", "\u{FEFF}Zone", "zone",
    ] {
      let header = Header(titles: ["Other", title], line: 1)
      let isThere = header.names.contains(ColumnName(spelling))
      #expect(!(isThere && header.lacks(spelling)), "\(spelling) among \(title)")
      #expect((header.column(ColumnName(spelling)) != nil) == isThere)
    }
    #expect(Self.noHeader.lacks("Period"))
  }

  @Test func `that no file has are never read as the first column`() {
    // A required column of another place than any field: every row is blank there, and nothing traps.
    var binder = ColumnBinder(Self.noHeader, listsMissing: true)
    let place = try? binder.required("Org Code")
    let record = Record()
    #expect(place.map { record.isBlank($0) } == true)
    #expect(binder.columns(namedLike: place ?? 0).isEmpty)
    #expect(binder.missing.map { $0.title(beside: Self.noHeader) } == ["Org Code"])
  }

  @Test func `end the search with the first that is missing`() {
    var binder = ColumnBinder(Header(titles: ["Period", "Org Code"], line: 1))
    #expect(throws: MissingColumn.self) {
      try binder.required("Period")
      try binder.required("Diagnostic Tests")
      try binder.required("Total WL")
    }
    #expect(binder.requiredCount == 2)
  }

  @Test func `are found by the first spelling that the header has, not by the first column`() throws {
    var binder = ColumnBinder(Header(titles: ["Both", "Both B", "Both B SUM"], line: 1))
    #expect(try binder.required("Both B SUM", "Both") == 2)
    #expect(binder.optional("Both B", "Both") == 1)
    #expect(binder.optional("Neither") == nil)
  }

  /// A year without a month used to be claimed, and every row was then left out.
  @Test func `are missing where a year is given and no month`() {
    let header = """
      Year,Provider Org Code,Provider Org Name,Commissioner Org Code,Commissioner Org Name,RTT Part Type,\
      Treatment Function Code,Gt 00 To 01 Weeks SUM 1,Gt 01 Weeks SUM 1,Total All
      2016-17,RXQ,BUCKINGHAMSHIRE,14Y,BUCKS,Part_2,C_100,1,2,3

      """
    #expect(
      contribution(header).problemTexts == [
        """
        test.csv:1: error: no layout fits this file; the nearest is RTT full extract, which lacks the column "Period \
        Name"; expected a header with the names as published
          fix: put the published names back into the header, or download the file again
        """
      ])
  }
}
