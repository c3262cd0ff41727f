import Screen
import Testing

private let columns = [
  TableColumn("name", minimum: 6, ideal: .max),
  TableColumn("within", minimum: 6, alignment: .trailing, priority: 1),
  TableColumn("gap", minimum: 5, alignment: .trailing, sorting: .descending),
]

private func drawn(_ table: Table, _ columns: Int, _ rows: Int) -> Frame {
  var frame = Frame(size: Size(columns: columns, rows: rows))
  table.draw(on: &frame, in: frame.region.inset(right: 1)) { row in
    [StyledText("row \(row)"), StyledText("\(row * 100)"), StyledText("\(row).5")]
  }
  return frame
}

struct TableTests {
  @Test func `the selected row has a mark, a highlight and the cursor`() {
    let frame = drawn(Table(columns: columns, rowCount: 2, selection: 1), 30, 3)
    #expect(frame.text == "  name          within   gap↓\n  row 0              0    0.5\n▸ row 1            100    1.5")
    #expect(frame.cursor == Position(row: 2, column: 0))
    #expect(frame[2, 10].isSelected && !frame[1, 10].isSelected)
  }

  @Test func `a table without the keyboard leaves the cursor alone`() {
    #expect(drawn(Table(columns: columns, rowCount: 2, selection: 1, isFocused: false), 30, 3).cursor == nil)
  }

  @Test(arguments: [
    (29, "  name          within   gap↓"), (24, "  name     within   gap↓"), (21, "  name           gap↓"),
    (12, "  name"), (5, "  na…"),
  ])
  func `a narrow table drops its least important columns, never the first`(width: Int, heading: String) {
    let text = drawn(Table(columns: columns, rowCount: 0), width + 1, 1).text
    #expect(text == heading)
  }

  @Test func `a narrow column that gave way comes back where a wide one that went later leaves room for it`() {
    let columns = [
      TableColumn("metric", minimum: 6), TableColumn("unit", minimum: 4, priority: 7),
      TableColumn("figure", minimum: 6), TableColumn("trend", minimum: 12, priority: 5),
    ]
    let table = Table(columns: columns, rowCount: 0)
    #expect(drawn(table, 37, 1).text == "  metric  unit  figure  trend")
    #expect(drawn(table, 36, 1).text == "  metric  figure  trend")
    #expect(drawn(table, 30, 1).text == "  metric  unit  figure")
    #expect(drawn(table, 22, 1).text == "  metric  figure")
  }

  @Test func `a heading is cut before its arrow is`() {
    let table = Table(columns: [TableColumn("attendances", minimum: 5, sorting: .ascending)], rowCount: 0)
    #expect(drawn(table, 9, 1).text == "  att…↑")
  }

  @Test func `columns scroll sideways under the first one`() {
    var table = Table(columns: columns, rowCount: 1)
    table.skippedColumns = 1
    #expect(drawn(table, 24, 2).text == "  name             gap↓\n  row 0             0.5")
  }

  @Test(arguments: [
    (0, nil, 50, 10, 0), (0, 9, 50, 10, 0), (0, 10, 50, 10, 1), (20, 5, 50, 10, 5), (45, nil, 50, 10, 40),
    (0, 49, 50, 10, 40), (7, 0, 3, 10, 0), (0, 99, 50, 10, 0), (0, 0, 0, 10, 0), (3, 2, 50, 0, 0),
  ])
  func `the selection stays in sight`(scroll: Int, selection: Int?, count: Int, height: Int, expected: Int) {
    #expect(Table.offset(scroll: scroll, selection: selection, count: count, height: height) == expected)
  }

  @Test(arguments: [(0, nil), (1, 40), (3, 42), (9, 48), (10, nil)])
  func `a click finds the row under it`(line: Int, expected: Int?) {
    let table = Table(columns: columns, rowCount: 49, scroll: 40, pane: 2)
    let region = Region(row: 0, column: 0, columns: 20, rows: 10)
    var frame = Frame(size: Size(columns: 20, rows: 10))
    table.draw(on: &frame, in: region) { _ in [] }
    #expect(frame.spot(at: Position(row: line, column: 3)) == expected.map { .row(pane: 2, index: $0) })
  }

  @Test func `only the rows in sight are asked for`() {
    var asked: [Int] = []
    var frame = Frame(size: Size(columns: 20, rows: 4))
    Table(columns: columns, rowCount: 100_000, selection: 70_000).draw(on: &frame, in: frame.region) { row in
      asked.append(row)
      return []
    }
    #expect(asked == [69_998, 69_999, 70_000])
  }

  @Test(arguments: [
    (100, 0..<10, 10, 0..<1), (100, 90..<100, 10, 9..<10), (20, 5..<15, 10, 2..<7), (10, 0..<10, 10, 0..<0),
    (0, 0..<0, 5, 0..<0), (5, 0..<3, 0, 0..<0),
  ])
  func `the scroll bar shows which part is in sight`(total: Int, visible: Range<Int>, length: Int, thumb: Range<Int>) {
    #expect(Scrollbar(total: total, visible: visible).thumb(length: length) == thumb)
  }
}
