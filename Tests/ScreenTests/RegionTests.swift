import Screen
import Testing

struct RegionTests {
  let region = Region(row: 1, column: 2, columns: 20, rows: 10)

  @Test(arguments: [
    ([Share.weight(1), .weight(1)], 0, [10, 10]),
    ([.weight(1), .weight(2)], 2, [6, 12]),
    ([.fixed(5), .weight(1)], 1, [5, 14]),
    ([.weight(1), .weight(1), .weight(1)], 0, [6, 7, 7]),
    ([.fixed(15), .fixed(15)], 0, [15, 5]),
    ([.fixed(30), .weight(1)], 0, [20, 0]),
    ([], 0, []),
  ])
  func `parts share out every column once`(shares: [Share], gap: Int, expected: [Int]) {
    let parts = region.splitColumns(shares, gap: gap)
    #expect(parts.map(\.columns) == expected)
    for (left, right) in zip(parts, parts.dropFirst()) { #expect(right.column == left.right + gap) }
  }

  @Test func `rows split like columns`() {
    let parts = region.splitRows([.fixed(3), .weight(1)])
    #expect(parts.map(\.row) == [1, 4])
    #expect(parts.map(\.rows) == [3, 7])
  }

  @Test func `taking off more than there is leaves nothing`() {
    #expect(region.inset(by: 6).isEmpty)
    #expect(Region(row: 0, column: 0, columns: -3, rows: 2).columns == 0)
  }

  @Test func `a line outside a region is empty`() {
    #expect(region.line(10).isEmpty)
    #expect(region.line(-1).isEmpty)
    #expect(region.line(9).row == 10)
  }

  @Test(arguments: [("120x40", 120, 40), ("80x24", 80, 24), ("1x1", 1, 1)])
  func `a size is read from its text`(text: String, columns: Int, rows: Int) {
    #expect(Size(text: text) == Size(columns: columns, rows: rows))
  }

  @Test(arguments: ["", "80", "80x", "x24", "80X24", "0x24", "-1x24", "80x24x1", "99999x24", "a0x24"])
  func `a text that is no size is none`(text: String) {
    #expect(Size(text: text) == nil)
  }
}
