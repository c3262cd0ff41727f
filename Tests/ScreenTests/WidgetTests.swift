import Screen
import Testing

private func drawn(_ columns: Int, _ rows: Int, _ draw: (inout Frame) -> Void) -> String {
  var frame = Frame(size: Size(columns: columns, rows: rows))
  draw(&frame)
  return frame.text
}

struct WidgetTests {
  @Test func `a box holds its title, note and footer in its border`() {
    let text = drawn(24, 3) { Box(title: "RTT", note: "Oct 16", footer: "current").draw(on: &$0, in: $0.region) }
    #expect(text == "╭─ RTT ──────── Oct 16 ╮\n│                      │\n╰─ current ────────────╯")
  }

  @Test(arguments: [(13, "╭─ RTT… ────╮"), (17, "╭─ RTT 18 week ─╮"), (6, "╭────╮"), (2, "╭╮")])
  func `a box too narrow for its note keeps its title`(columns: Int, expected: String) {
    let text = drawn(columns, 2) { Box(title: "RTT 18 week", note: "Oct 16").draw(on: &$0, in: $0.region) }
    #expect(text.split(separator: "\n").first.map(String.init) == expected)
  }

  @Test func `a box of one cell has no border`() {
    #expect(drawn(1, 1) { Box(title: "x").draw(on: &$0, in: $0.region) } == "")
  }

  @Test(arguments: [
    ([1.0, 2, 3], "▁▄▇"), ([1, nil, 3], "▁ ▇"), ([2, 2], "▄▄"), ([0, 0], "▁▁"), ([nil, nil], "  "), ([], ""),
    ([5], "▄"),
    ([.nan, 1, 2], " ▁▇"), ([1, 2, 3, 4, 5, 6], "▁▃▄▆▇"),
  ])
  func `a sparkline leaves gaps as gaps`(values: [Double?], expected: String) {
    #expect(Sparkline(values).text(width: values.count == 6 ? 5 : 8) == expected)
  }

  @Test(arguments: [
    (0.0, "▱▱▱▱"), (0.5, "▰▰▱▱"), (0.99, "▰▰▰▱"), (1, "▰▰▰▰"), (7, "▰▰▰▰"), (-1, "▱▱▱▱"), (.nan, "▱▱▱▱"),
  ])
  func `a gauge is full only when all is done`(share: Double, expected: String) {
    #expect(Gauge(share: share).text(width: 4) == expected)
  }

  @Test(arguments: [
    (0.5, "████"), (0.5625, "████▌"), (0.0, ""), (1, "████████"), (2, "████████"), (.infinity, ""),
  ])
  func `a block bar is exact to an eighth of a cell`(share: Double, expected: String) {
    let text = drawn(8, 1) { HorizontalBar(share: share, shape: .block).draw(on: &$0, in: $0.region) }
    #expect(text == expected)
  }

  @Test func `a bar has a tick where its target lies`() {
    let text = drawn(10, 1) { HorizontalBar(share: 0.5, target: 0.95).draw(on: &$0, in: $0.region) }
    #expect(text == "━━━━━────╋")
  }

  @Test func `without a figure there is no bar, not a long grey one`() {
    #expect(drawn(10, 1) { HorizontalBar(share: nil, target: 0.95).draw(on: &$0, in: $0.region) } == "")
  }

  @Test(arguments: [
    ("93.4", 1, "▟▀▙ ▀▀▙   █ █\n▜▄█  ▀▙   █▄█\n▗▄▛ ▄▄▛ █   █"),
    ("(1)", 1, "▗▛ ▟▌  ▜▖\n█  ▐▌   █\n▝▙ ▟▙  ▟▘"),
    ("7", 2, "██████\n    ██\n   ██\n  ██\n  ██\n  ██"),
  ])
  func `large digits are made of quarter blocks, so that their holes stay open`(
    text: String, scale: Int, expected: String
  ) {
    let digits = BigDigits(text, scale: scale)
    #expect(drawn(40, 6) { digits.draw(on: &$0, in: $0.region) }.trimmedLines == expected)
    #expect(digits.size.rows == expected.split(separator: "\n").count)
  }

  @Test(arguments: [(13, 3, 1), (12, 3, nil), (26, 6, 2), (26, 5, 1), (200, 50, 12)])
  func `large digits grow with their space`(columns: Int, rows: Int, scale: Int?) {
    #expect(BigDigits.scale(of: "93.4", fitting: Size(columns: columns, rows: rows)) == scale)
  }

  @Test func `no two digits look alike, in quarter blocks, on a console and in ASCII`() {
    let digits = (0...9).map { digit in drawn(3, 3) { BigDigits("\(digit)").draw(on: &$0, in: $0.region) } }
    for form in [{ $0 }, { String($0.map { $0.isNewline ? $0 : $0.ascii }) }] as [(String) -> String] {
      for first in 0...9 {
        for second in 0..<first {
          let cells = zip(form(digits[first]), form(digits[second])).count { $0 != $1 }
          #expect(cells >= 1, "\(first) and \(second)")
        }
      }
    }
  }

  @Test func `no two letters look alike, in quarter blocks and on a console that has half blocks alone`() {
    let halves: [Character: Character] = [
      "▟": "█", "▙": "█", "▜": "█", "▛": "█", "▞": "█", "▚": "█", "▘": "▀", "▝": "▀", "▖": "▄", "▗": "▄",
    ]
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let shapes = letters.map { letter in drawn(4, 3) { BigDigits("\(letter)").draw(on: &$0, in: $0.region) } }
    let onConsole = shapes.map { String($0.map { halves[$0] ?? $0 }) }
    #expect(Set(shapes).count == letters.count)
    for (first, one) in onConsole.enumerated() {
      for (second, other) in onConsole.enumerated().dropFirst(first + 1) {
        #expect(one != other, "\(letters[first]) and \(letters[second])")
      }
    }
    // Those that were taken for one another differ in more than a cell.
    for pair in ["AR", "DO", "DB", "8B", "HK"] {
      let cells = pair.map { letter in
        String(drawn(4, 3) { BigDigits("\(letter)").draw(on: &$0, in: $0.region) }.map { halves[$0] ?? $0 })
      }
      #expect(zip(cells[0], cells[1]).count { $0 != $1 } >= 2, "\(pair)")
    }
  }

  @Test func `a name stands in capitals, and one that has no shape in ordinary letters`() {
    #expect(BigDigits.name("A&E 4h")?.text == "A&E 4H")
    #expect(BigDigits.name("Żary") == nil)
  }

  @Test func `a digit that does not fit is left out, not cut through`() {
    #expect(drawn(6, 3) { BigDigits("88").draw(on: &$0, in: $0.region) } == "▟▀▙\n▟▀▙\n▜▄▛")
  }

  @Test func `each step of a bridge starts where the last one ended`() {
    let bridge = Waterfall([
      .init(label: "plan", amount: 4, amountText: "4", kind: .total),
      .init(label: "cost", amount: -6, amountText: "(6)"),
      .init(label: "won", amount: 2, amountText: "2"),
      .init(label: "end", amount: 0, amountText: "0", kind: .total),
    ])
    let text = drawn(22, 4) { bridge.draw(on: &$0, in: $0.region) }
    #expect(
      text == """
        plan     ████████    4
        cost ████████████  (6)
        won  ████│           2
        end      │           0
        """)
  }

  @Test func `a label that is too long goes on below where there are lines for it`() {
    let bridge = Waterfall([
      .init(label: "plan of the four organisations", amount: 4, amountText: "4", kind: .total),
      .init(label: "cost", amount: -6, amountText: "(6)"),
    ])
    let text = drawn(30, 3) { bridge.draw(on: &$0, in: $0.region) }
    let lines = text.split(separator: "\n").map { $0.split { " │█▌▐".contains($0) }.joined(separator: " ") }
    #expect(lines == ["plan of the four 4", "organisations", "cost (6)"])
    #expect(drawn(30, 2) { bridge.draw(on: &$0, in: $0.region) }.hasPrefix("plan of the…"))
    // Every long label has its second line before one has its third.
    let long = Waterfall([
      .init(label: "inconsistent contracts of the four organisations", amount: 4, amountText: "4"),
      .init(label: "plan of the four organisations", amount: 4, amountText: "4"),
    ])
    let heights = (2...6).map { long.heights(in: Region(row: 0, column: 0, columns: 30, rows: $0)) }
    #expect(heights == [[1, 1], [2, 1], [2, 2], [3, 2], [4, 2]])
  }
}

extension String {
  /// The text without empty lines at its end.
  var trimmedLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
