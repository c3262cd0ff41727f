import Foundation
import Screen
import Testing

/// Whether themes can be read and their meanings told apart, by whom ever.
struct LegibilityTests {
  /// The least distance (CIEDE2000) between two of the meanings of a control chart: ten times what can just be told.
  static let apart = 10.0

  static let meanings: [Role] = [.improving, .concerning, .neutral, .commonCause]
  static let pairs = meanings.indices.flatMap { left in
    meanings.indices.filter { $0 > left }.map { (meanings[left], meanings[$0]) }
  }

  /// What a theme is shown on where it leaves the terminal's own background: black and nearly black, or white.
  static func backgrounds(_ theme: Theme) -> [Colour] {
    theme.name == "light" ? [Colour(0xFFFFFF), Colour(0xF7F7F2)] : [Colour(0x000000), Colour(0x1E1E1E)]
  }

  /// Roles that draw lines rather than words.
  static let lines: Set<Role> = [.frame, .frameFocused, .chartLimit, .chartMean, .scrollbar, .targetLine]

  @Test(arguments: ColourVision.allCases, pairs)
  func `the meanings of the standard theme stay apart for every eye`(eye: ColourVision, pair: (Role, Role)) throws {
    let left = try #require(Theme.standard.style(for: pair.0).foreground)
    let right = try #require(Theme.standard.style(for: pair.1).foreground)
    #expect(eye.distance(left, right) >= Self.apart, "\(pair) for \(eye)")
  }

  @Test(arguments: [ColourDepth.indexed8, .indexed16, .indexed256])
  func `with fewer colours the meanings still look different`(depth: ColourDepth) {
    let looks = Self.meanings.map { role -> UInt8? in
      let colour = Theme.standard.style(for: role).foreground
      return depth == .indexed8 ? colour?.nearest8 : depth == .indexed16 ? colour?.nearest16 : colour?.nearest256
    }
    #expect(Set(looks).count == 4)
  }

  @Test(arguments: [Theme.highContrast, .light], ColourVision.allCases)
  func `better and worse stay apart for every eye in the other themes`(theme: Theme, eye: ColourVision) throws {
    let better = try #require(theme.style(for: .improving).foreground)
    let worse = try #require(theme.style(for: .concerning).foreground)
    #expect(eye.distance(better, worse) >= 20)
  }

  @Test func `the distances stand in the documentation as they are`() throws {
    let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/themes.md")
    let text = try String(contentsOf: docs, encoding: .utf8)
    for pair in Self.pairs {
      let left = try #require(Theme.standard.style(for: pair.0).foreground)
      let right = try #require(Theme.standard.style(for: pair.1).foreground)
      let cells = ColourVision.allCases.map { String(format: "%.1f", $0.distance(left, right)) }
      let line = "| \(pair.0.name) and \(pair.1.name) | \(cells.joined(separator: " | ")) |"
      #expect(text.contains(line), "docs/themes.md lacks \(line)")
    }
  }

  @Test(arguments: Role.allCases, [false, true])
  func `every text in high contrast has seven to one, in the selection too`(role: Role, isSelected: Bool) throws {
    let (front, back) = try #require(Self.colours(.highContrast, role, isSelected, on: Colour(0x000000)))
    #expect(front.contrast(to: back) >= 7, "\(front.contrast(to: back))")
    // Few terminals show every colour; the nearest of the 256 must do as well.
    let cells = [front, back].compactMap(\.nearest256).map(Self.colour256)
    #expect(cells[0].contrast(to: cells[1]) >= 7)
  }

  @Test(arguments: [Theme.standard, .light, .redAmberGreen], Role.allCases)
  func `words can be read on every background, and in the selection`(theme: Theme, role: Role) throws {
    guard !Self.lines.contains(role) else { return }
    for background in Self.backgrounds(theme) {
      for isSelected in [false, true] {
        guard let (front, back) = Self.colours(theme, role, isSelected, on: background) else { continue }
        #expect(front.contrast(to: back) >= 4.5, "\(theme.name) \(role) selected: \(isSelected) on \(back.text)")
      }
    }
  }

  @Test func `distances are those of the paper that defines them`() {
    // Sharma, Wu and Dalal, table 1: pairs 1, 7, 14, 17 and 25.
    let pairs: [(CIELAB, CIELAB, Double)] = [
      (CIELAB(50, 2.6772, -79.7751), CIELAB(50, 0, -82.7485), 2.0425),
      (CIELAB(50, 0, 0), CIELAB(50, -1, 2), 2.3669), (CIELAB(50, -0.001, 2.49), CIELAB(50, 0.0011, -2.49), 4.7461),
      (CIELAB(50, 2.5, 0), CIELAB(73, 25, -18), 27.1492),
      (CIELAB(60.2574, -34.0099, 36.2677), CIELAB(60.4626, -34.1751, 39.4387), 1.2644),
    ]
    for (left, right, expected) in pairs { #expect(abs(left.distance(to: right) - expected) < 0.0001) }
    #expect(abs(Colour(0xFFFFFF).contrast(to: Colour(0x000000)) - 21) < 0.001)
  }

  /// What stands in front and behind; `nil` where the theme leaves the characters to the terminal.
  private static func colours(_ theme: Theme, _ role: Role, _ isSelected: Bool, on own: Colour) -> (Colour, Colour)? {
    let style = theme.style(for: role, isSelected: isSelected)
    guard let front = style.foreground, front != .terminal else { return nil }
    let back = style.background.flatMap { $0 == .terminal ? nil : $0 } ?? own
    return style.attributes.contains(.reverse) ? (back, front) : (front, back)
  }

  /// What xterm shows for a number of its cube or greys.
  private static func colour256(_ number: UInt8) -> Colour {
    guard number < 232 else {
      let grey = 8 + (UInt32(number) - 232) * 10
      return Colour(grey << 16 | grey << 8 | grey)
    }
    let levels: [UInt32] = [0, 95, 135, 175, 215, 255]
    let cube = Int(number) - 16
    return Colour(levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6])
  }
}
