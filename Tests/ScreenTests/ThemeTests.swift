import Foundation
import Screen
import Testing

struct ThemeTests {
  @Test(arguments: [("#41a9f0", Colour(0x41A9F0)), ("#FF8A28", Colour(0xFF8A28)), ("default", .terminal)])
  func `a colour is read as theme files write it`(text: String, expected: Colour) {
    #expect(Colour(text: text) == expected)
    #expect(Colour(text: expected.text) == expected)
  }

  @Test(arguments: ["", "41a9f0", "#41a9f", "#41a9f0f", "#41a9fg", "red", "#+1a9f0", "# 1a9f0"])
  func `a text that is no colour is none`(text: String) {
    #expect(Colour(text: text) == nil)
  }

  @Test(arguments: [
    (UInt32(0xFFFFFF), UInt8(231), UInt8(15)), (0x000000, 16, 0), (0xFF0000, 196, 9), (0x41A9F0, 75, 6),
    (0x808080, 244, 8),
  ])
  func `a colour becomes the nearest that a poorer terminal has`(colour: UInt32, of256: UInt8, of16: UInt8) {
    #expect(Colour(colour).nearest256 == of256)
    #expect(Colour(colour).nearest16 == of16)
  }

  @Test(arguments: Theme.builtIn.filter { $0.name != "mono" })
  func `what must be told apart is told apart in sixteen colours`(theme: Theme) {
    func numbers(_ roles: Role...) -> [UInt8?] { roles.map { theme.style(for: $0).foreground?.nearest16 } }
    let variation = numbers(.improving, .concerning, .neutral, .commonCause)
    #expect(Set(variation).count == 4 && !variation.contains(nil), "\(variation)")
    for pair in [numbers(.targetMet, .targetMissed), numbers(.targetLine, .chartLine), numbers(.current, .late)] {
      #expect(pair[0] != pair[1], "\(pair)")
    }
  }

  @Test func `red is red, amber amber and green green in sixteen colours`() {
    func number(_ role: Role) -> UInt8? { Theme.redAmberGreen.style(for: role).foreground?.nearest16 }
    #expect(number(.targetMissed) == 9 && number(.targetMet) == 2)
    #expect([3, 11].contains(number(.targetInReach)))
    #expect([1, 9].contains(Theme.standard.style(for: .targetLine).foreground?.nearest16))
  }

  @Test(arguments: [Theme.standard, .highContrast, .redAmberGreen])
  func `on black no words are in the grey that terminals hardly show`(theme: Theme) {
    for role in Role.allCases where role != .frame {
      #expect(![0, 4, 8].contains(theme.style(for: role).foreground?.nearest16 ?? 7), "\(theme.name) \(role)")
    }
  }

  @Test func `on white no words are in a colour that is hardly seen there`() {
    for role in Role.allCases where role != .frame {
      let number = Theme.light.style(for: role).foreground?.nearest16 ?? 0
      #expect(![2, 3, 6, 7, 10, 11, 14, 15].contains(number), "\(role) \(number)")
    }
  }

  @Test func `the meanings that matter stay apart in eight colours`() {
    let numbers = [Role.improving, .concerning, .targetLine].map { Theme.standard.style(for: $0).foreground?.nearest8 }
    #expect(Set(numbers).count == 3 && !numbers.contains(nil))
  }

  @Test(arguments: Role.allCases)
  func `a role is found by its name`(role: Role) {
    #expect(Role(name: role.name) == role)
    #expect(role.name.allSatisfy { $0.isLowercase || $0 == "-" })
  }

  @Test(arguments: Theme.builtIn.filter { $0.name != "mono" })
  func `improving and concerning never look the same`(theme: Theme) {
    let looks = [Role.improving, .concerning, .neutral, .commonCause].map { theme.style(for: $0).foreground }
    #expect(Set(looks).count == 4)
  }

  @Test(arguments: Role.allCases)
  func `mono has no colour`(role: Role) {
    let style = Theme.mono.style(for: role, isSelected: true)
    #expect(style.foreground == nil && style.background == nil && style.attributes.contains(.reverse))
  }

  @Test func `a theme that leaves roles out looks standard there`() {
    let theme = Theme(name: "own", styles: [.text: Style(attributes: .bold)], selection: Style())
    #expect(theme.style(for: .concerning) == Theme.standard.style(for: .concerning))
    #expect(theme.style(for: .text).attributes == .bold)
  }

  @Test(arguments: Theme.builtIn)
  func `the file of a theme says what the built-in one does`(theme: Theme) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Themes")
    let file = try String(contentsOf: folder.appending(path: "\(theme.name).toml"), encoding: .utf8)
    let lines = file.split(separator: "\n").map(String.init)
    for role in Role.allCases {
      let style = theme.style(for: role)
      let words = Style.Attributes.names.filter { style.attributes.contains($0.attribute) }.map { "\"\($0.name)\"" }
      let colours = [style.foreground, style.background].map { "\"\(($0 ?? .terminal).text)\"" }
      #expect(
        lines.contains(
          "\(role.name) = { foreground = \(colours[0]), background = \(colours[1]), attributes = [\(words.joined(separator: ", "))] }"
        ))
    }
    #expect(lines.filter { $0.contains(" = { ") }.count == Role.allCases.count)
  }
}
