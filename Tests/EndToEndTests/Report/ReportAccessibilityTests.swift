import Foundation
import Testing

/// A report can be read by everybody, however they read, and printed; and nothing in it is obeyed.
@Suite struct ReportAccessibilityTests {
  private static let reports: [[String]] = [
    ["demo", "--actions", Program.fixture("actions")], ["demo", "detail", "RZ1", "rtt"], ["demo", "summary"],
    ["published/somerset-2016"], ["published/buckinghamshire-2016"],
  ]

  @Test(arguments: reports) func `it has a language, a title, landmarks, headings in order and a way past them`(
    arguments: [String]
  ) throws {
    let report = try ReadReport.of(arguments)
    #expect(report.doctype == "<!DOCTYPE html>" && report.language == "en-GB" && report.isSame)
    #expect(report.title.contains(": ") && report.title.contains("performance report"))
    #expect(report.order == ["a", "header", "nav", "main", "footer"])
    #expect(report.links.first == "#main")
    #expect(Set(report.ids).count == report.ids.count)
    for link in report.links {
      #expect(link.hasPrefix("#") && report.ids.contains(String(link.dropFirst())), "\(link)")
    }
    for label in report.labels { #expect(report.ids.contains(label), "\(label)") }
    #expect(report.headings.first?.level == 1 && report.headings.count { $0.level == 1 } == 1)
    for (before, after) in zip(report.headings, report.headings.dropFirst()) {
      #expect(after.level <= before.level + 1 && !after.text.isEmpty, "\(after.text)")
    }
  }

  @Test(arguments: reports) func `every table has a caption and headings that say what they head`(arguments: [String])
    throws
  {
    let report = try ReadReport.of(arguments)
    #expect(!report.tables.isEmpty)
    for table in report.tables {
      #expect(table.parts == ["caption", "thead", "tbody"] && !table.caption.isEmpty)
      #expect(table.head.allSatisfy { $0.name == "th" && $0.scope == "col" && !$0.text.isEmpty }, "\(table.caption)")
      for row in table.rows {
        #expect(row.count == table.head.count && row[0].name == "th" && row[0].scope == "row" && !row[0].text.isEmpty)
        #expect(row.dropFirst().allSatisfy { $0.name == "td" })
      }
    }
  }

  @Test(arguments: reports) func `every drawing has a name and a description, and its figures in a table`(
    arguments: [String]
  ) throws {
    let report = try ReadReport.of(arguments)
    for drawing in report.drawings {
      #expect(drawing.role == "img" && drawing.first == ["title", "desc"])
      #expect(drawing.title.hasPrefix("Control chart: "))
      #expect(drawing.desc.contains(" figures from ") && drawing.desc.contains("the latest, "))
      let name = drawing.title.dropFirst("Control chart: ".count)
      // Whoever sees it is told whose it is as well.
      #expect(report.paragraphs.contains(String(name)))
      #expect(report.tables.contains { $0.caption == "Figures of the chart: \(name)" }, "\(name)")
    }
  }

  @Test func `no script, no frame, nothing from outside, and nothing that a browser asks for`() throws {
    let report = try ReadReport.of(Self.reports[0])
    let allowed: Set<String> = [
      "html", "head", "meta", "title", "style", "body", "a", "header", "nav", "main", "footer", "section", "h1", "h2",
      "h3",
      "p", "dl", "div", "dt", "dd", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "data",
      "figure",
      "figcaption", "details", "summary", "svg", "desc", "path", "circle", "text",
    ]
    #expect(Set(report.elements).isSubset(of: allowed), "\(Set(report.elements).subtracting(allowed))")
    #expect(!report.attributes.contains { $0.hasPrefix("on") || ["src", "action", "style", "srcset"].contains($0) })
    #expect(!report.style.contains("url(") && !report.style.contains("@import"))
    #expect(report.source.contains("default-src &#39;none&#39;"))
    let places = report.source.matches(of: /https?:[^"]*/).map { String($0.output) }
    // The name of the language of drawings is no address.
    #expect(Set(places) == ["http://www.w3.org/2000/svg"])
  }

  @Test func `every colour stands out 7 to 1 from every paper`() throws {
    func luminance(_ number: Int) -> Double {
      zip([16, 8, 0], [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
        let share = Double(number >> part.0 & 255) / 255
        return sum + part.1 * (share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4))
      }
    }
    let style = try ReadReport.of(["demo", "summary"]).style
    let colours = Set(style.matches(of: /#([0-9a-f]{6})\b/).compactMap { Int($0.1, radix: 16) }).map(luminance)
    // What is light is paper: words stand on it.
    let (papers, inks) = (colours.filter { $0 > 0.6 }, colours.filter { $0 <= 0.6 })
    #expect(papers.count == 3 && inks.count >= 7)
    for paper in papers { for ink in inks { #expect((paper + 0.05) / (ink + 0.05) >= 7) } }
    #expect(!style.contains(/#[0-9a-fA-F]{3}\b|rgb\(|hsl\(|opacity/))
  }

  @Test func `it prints on A4 by its own rules`() throws {
    let style = try ReadReport.of(["demo", "summary"]).style
    #expect(style.contains("@page{size:A4 landscape;") && style.contains("@media print{"))
    #expect(style.contains("thead{display:table-header-group}") && style.contains("break-inside:avoid"))
  }
}
