import Foundation
import Testing

@testable import Screen

/// A picture as a file: the characters, with the looks of a terminal, and as a drawing.
struct FrameFormTests {
  /// A page with one of everything: lines, bars, dots, marks, a wide character, an accent, a selection.
  static let small: Frame = {
    var frame = Frame(size: Size(columns: 24, rows: 7))
    let inner = Box(title: "A&E <4h>", note: "Feb 2018", isFocused: true).draw(on: &frame, in: frame.region)
    frame.write("88.4%", row: inner.row, column: inner.column, role: .figure)
    frame.write("▼ 6.6 pt", row: inner.row, column: inner.column + 7, role: .targetMissed)
    frame.write("▇█▆▁▏ ⠁⠉⣿", row: inner.row + 1, column: inner.column, role: .chartLine)
    frame.write("Ysbyty Glân 病", row: inner.row + 2, column: inner.column, width: inner.columns, selected: true)
    frame.write("▲ 0.4", row: inner.row + 2, column: inner.column + 16, role: .targetMet, selected: true)
    frame.write("━━╋─", row: inner.row + 3, column: inner.column, role: .barAdverse)
    frame.write("no return", row: inner.row + 4, column: inner.column, role: .missing)
    return frame
  }()

  static let pictures: [(name: String, form: FrameForm, theme: Theme, depth: ColourDepth, isASCII: Bool)] = [
    ("small.txt", .text, .standard, .truecolor, false), ("small-ascii.txt", .text, .standard, .truecolor, true),
    ("small-truecolor.ansi", .ansi, .standard, .truecolor, false),
    ("small-256.ansi", .ansi, .standard, .indexed256, false), ("small-16.ansi", .ansi, .standard, .indexed16, false),
    ("small-8.ansi", .ansi, .standard, .indexed8, false), ("small-mono.ansi", .ansi, .standard, .mono, false),
    ("small.svg", .svg, .standard, .truecolor, false), ("small-light.svg", .svg, .light, .truecolor, false),
    ("small-mono.svg", .svg, .standard, .mono, false),
  ]

  @Test(arguments: pictures.indices)
  func `a picture is written as it was recorded`(number: Int) throws {
    let (name, form, theme, depth, isASCII) = Self.pictures[number]
    let frame = isASCII ? Self.small.inASCII : Self.small
    let text = frame.written(as: form, in: theme, depth: depth) + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pictures/\(name)")
    if ProcessInfo.processInfo.environment["SITREP_RECORD_SCREENS"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): look at it before it is committed")
      return
    }
    #expect(
      text == (try String(contentsOf: file, encoding: .utf8)), "\(name) has changed; make screens records it anew")
  }

  @Test(arguments: ColourDepth.allCases)
  func `without its sequences a picture for a terminal is the picture`(depth: ColourDepth) {
    let ansi = Self.small.written(as: .ansi, in: .highContrast, depth: depth)
    let plain = ansi.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    #expect(lines.joined(separator: "\n") == Self.small.text)
    #expect(ansi.split(separator: "\n").allSatisfy { $0.hasSuffix("\u{1B}[0m") })
  }

  @Test func `mono has no colour in it, and sixteen colours no other`() {
    let mono = Self.small.written(as: .ansi, in: .standard, depth: .mono)
    #expect(mono.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";") }.allSatisfy { $0.count == 1 })
    let sixteen = Self.small.written(as: .ansi, in: .standard, depth: .indexed16)
    #expect(!sixteen.contains("8;2;") && !sixteen.contains("8;5;"))
  }

  @Test(arguments: FrameForm.allCases)
  func `nothing a terminal or a browser would obey is written, whatever the cells hold`(form: FrameForm) {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    for (column, character) in ["\u{1B}", "\u{202E}", "\u{FFFE}", "<"].enumerated() {
      frame[0, column] = Cell(Character(character))
    }
    let text = (form == .text ? frame.inASCII : frame).written(as: form, in: .standard)
    let hostile = text.unicodeScalars.filter { scalar in
      scalar != "\n" && scalar != "\u{1B}"
        && [.control, .format, .unassigned].contains(scalar.properties.generalCategory)
    }
    #expect(hostile.isEmpty)
    #expect(!text.contains("\u{1B}") || form == .ansi && !text.replacing("\u{1B}[0m", with: "").contains("\u{1B}"))
    #expect(text.count { $0 == "·" } == (form == .text ? 1 : 3))
    if form == .svg { #expect(text.contains(">&lt;<")) }
  }

  @Test func `words in a drawing are as wide as their cells`() throws {
    let svg = Self.small.written(as: .svg, in: .standard)
    for match in svg.matches(of: /<text x="([0-9]+)" y="([0-9]+)" textLength="([0-9]+)">([^<]*)</) {
      let text = String(match.4).replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      let cells = text.reduce(0) { $0 + CharacterWidth.of($1) }
      #expect(try #require(Int(match.3)) == cells * 12, "\(text)")
      // Where the words stand is where the frame has them.
      let (row, column) = (try #require(Int(match.2)) / 24, try #require(Int(match.1)) / 12)
      #expect(Self.small[row, column].character == text.first)
    }
    #expect(svg.contains("textLength"))
  }

  @Test(arguments: [("a.svg", FrameForm.svg), ("b.ANSI", .ansi), ("c.ans", .ansi), ("d.txt", .text)])
  func `a file's name says what is wanted in it`(name: String, form: FrameForm) {
    #expect(FrameForm(fileName: name) == form)
    #expect(FrameForm(fileName: "overview") == nil && FrameForm(fileName: "a.png") == nil)
  }

  @Test func `in ASCII every cell keeps its place`() {
    let frame = Self.small.inASCII
    #expect(frame.cells.allSatisfy { $0.character.isASCII && !$0.isContinuation })
    #expect(frame.cells.map(\.role) == Self.small.cells.map(\.role))
  }
}
