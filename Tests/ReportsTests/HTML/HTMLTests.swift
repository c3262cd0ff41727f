import Screen
import Testing

@testable import Reports

/// Parts of a page: a text never becomes markup, and what is made is well formed.
@Suite struct HTMLTests {
  @Test(arguments: [
    ("<b>&amp;\"'", "&lt;b&gt;&amp;amp;&quot;&#39;"), ("a\u{1B}[1mb", "a·[1mb"), ("x\u{202E}y", "x·y"),
    ("£ – ▲", "£ – ▲"),
    ("", ""),
  ])
  func `a text is escaped, and what a terminal could obey is a dot`(text: String, markup: String) {
    #expect(HTML(text).markup == markup)
    #expect(HTML.element("p", ["title": text], text).markup == "<p title=\"\(markup)\">\(markup)</p>")
  }

  @Test func `an element without anything in it ends where it begins only where HTML has it so`() {
    #expect(HTML.element("meta", ["charset": "utf-8"]).markup == "<meta charset=\"utf-8\"/>")
    #expect(HTML.element("p").markup == "<p></p>")
  }

  @Test func `a rule of style cannot end the style`() {
    #expect(HTML.style("a{}</style><script>").markup == "<style>a{}/style>script></style>")
  }

  @Test func `columns that are empty throughout are left out, and the first cell names its row`() {
    let table = ReportTable(
      caption: "Figures", columns: [.init("who"), .init("part"), .init("%", isNumber: true)],
      rows: [
        [.init("A", value: "RZ1"), .init(""), .init("88.4", value: "88.42")], [.init("B"), .init(""), .init("–")],
      ])
    let markup = table.html.markup
    #expect(!markup.contains("part"))
    #expect(markup.contains("<th scope=\"row\" class=\"words\"><data value=\"RZ1\">A</data></th>"))
    #expect(markup.contains("<td class=\"number\"><data value=\"88.42\">88.4</data></td>"))
  }
}

/// The colours of a report.
@Suite struct ReportInksTests {
  @Test func `every ink stands out 7 to 1 from every paper`() {
    let inks = ReportInks()
    for ink in [
      inks.text, inks.faint, inks.improving, inks.concerning, inks.neutral, inks.common, inks.target, inks.late,
    ] {
      for paper in [inks.paper, inks.tint, inks.rule] {
        #expect(ReportInks.contrast(ink, paper) >= ReportInks.leastContrast, "\(ink) on \(paper)")
      }
    }
  }

  @Test func `a colour is the theme's own, only darker`() {
    guard case .rgb(let red, let green, let blue) = ReportInks().improving,
      case .rgb(let red2, let green2, let blue2)? = Theme.light.style(for: .improving).foreground
    else {
      Issue.record("no colours")
      return
    }
    #expect(red <= red2 && green <= green2 && blue <= blue2 && blue > green && green > red)
  }

  @Test(arguments: [
    (0x000000, 0xffffff, 21.0), (0xffffff, 0xffffff, 1), (0x767676, 0xffffff, 4.54), (0x595959, 0xffffff, 7.0),
  ])
  func `contrast is as WCAG has it`(one: UInt32, other: UInt32, wanted: Double) {
    #expect(abs(ReportInks.contrast(Colour(one), Colour(other)) - wanted) < 0.01)
    #expect(ReportInks.contrast(Colour(one), Colour(other)) == ReportInks.contrast(Colour(other), Colour(one)))
  }
}

/// Where things lie in a drawing.
@Suite struct DrawingScaleTests {
  @Test(arguments: [[88.4, 95], [0, 0], [-1.5, 20], [1_000_000, 1_000_001], [0.001, 0.002], [5]])
  func `every value lies in the plot, and round ones have a line`(values: [Double]) {
    let scale = DrawingScale(values, count: 12)
    for value in values { #expect((Double(DrawingScale.top)...Double(DrawingScale.bottom)).contains(scale.y(value))) }
    #expect((2...8).contains(scale.ticks.count))
    for tick in scale.ticks {
      #expect((Double(DrawingScale.top)...Double(DrawingScale.bottom)).contains(scale.y(tick)))
    }
  }

  @Test(arguments: [1, 2, 9, 10, 36, 400]) func `the latest period has its name, and names stay apart`(count: Int) {
    let scale = DrawingScale([1, 2], count: count)
    #expect(scale.labelled.last == count - 1)
    for (one, next) in zip(scale.labelled, scale.labelled.dropFirst()) { #expect(scale.x(next) - scale.x(one) >= 70) }
  }

  @Test(arguments: [[100.0, 100, 101, 102], [250, 251, 252, 260], [16], [20, 200]])
  func `names of lines are never written over each other`(heights: [Double]) {
    let placed = DrawingScale.apart(heights).sorted()
    for (one, next) in zip(placed, placed.dropFirst()) { #expect(next - one >= 15.999) }
    #expect(placed.allSatisfy { $0 <= Double(DrawingScale.bottom) })
  }

  @Test(arguments: [(1.25, "1.3"), (-0.04, "0"), (-3.5, "-3.5"), (12, "12"), (.nan, "0"), (1e30, "0")])
  func `a number of a drawing has one decimal place at most`(number: Double, text: String) {
    #expect(DrawingScale.short(number) == text)
  }
}
