import Foundation
import Testing

/// What the documentation shows and names is there.
@Suite struct DocumentationTests {
  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(Program.project)/\(name)", encoding: .utf8)
  }

  @Test func `every page has a picture, and every picture is shown on a page of the documents`() throws {
    let pages = try text("docs/pages.md")
    let help = try Program.run(["--help"]).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let words = try #require(help.firstMatch(of: /starts the view: ([a-z, ]*)\./)).1.split(separator: ", ")
    // A provider is an organisation.
    for word in words where word != "provider" { #expect(pages.contains("\n## \(word)\n"), "\(word) has no picture") }
    var shown: Set<String> = []
    for name in ["README.md", "docs/pages.md", "docs/themes.md", "docs/own-files.md"] {
      for link in try text(name).matches(of: /\]\((?:docs\/)?(pictures\/[a-z-]+\.svg)\)/) {
        let picture = try text("docs/\(link.1)")
        #expect(picture.hasPrefix("<svg ") && picture.hasSuffix("</svg>\n"))
        shown.insert(String(link.1.dropFirst("pictures/".count)))
      }
    }
    let there = try FileManager.default.contentsOfDirectory(atPath: "\(Program.project)/docs/pictures")
    #expect(Set(there) == shown)
  }

  @Test func `a picture is drawn the same again`() throws {
    // Not compared with the file: that is what make pictures is for. What it draws must not depend on the day.
    let arguments = ["demo", "--frame=svg", "--size", "120x40"]
    let elsewhere = try Program.run(arguments, environment: ["TZ": "Pacific/Auckland", "LC_ALL": "C", "TERM": "dumb"])
    #expect(try Program.run(arguments).output == elsewhere.output)
  }

  @Test func `every setting is described`() throws {
    let described = try text("docs/settings.md") + text("docs/packaging/sitrep.1")
    let source = try text("Sources/Settings/Config/BoardSettings.swift")
    let names = source.matches(of: /public var ([a-zA-Z]+): [A-Za-z]+\?/).map { String($0.1) }
    #expect(names.count >= 14)
    for name in names {
      let words = name.replacing(/[A-Z]/) { " " + $0.output.lowercased() }
      #expect(described.contains("`\(words.replacing(" ", with: "-")) = "))
      #expect(described.contains("SITREP_\(words.uppercased().replacing(" ", with: "_"))"))
    }
  }
}
