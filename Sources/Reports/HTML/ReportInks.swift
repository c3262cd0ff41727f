import Glibc
import Screen

/// The colours of a report: those of the light theme, each darkened as far as it takes to stand out 7 to 1 from the paper.
struct ReportInks {
  /// How far every word and line stands out from what is behind it: WCAG 2.2, success criterion 1.4.6 (AAA).
  static let leastContrast = 7.0

  /// What words stand on: the page, the heads of tables, and the rules between rows and behind charts.
  let paper: Colour, tint: Colour, rule: Colour
  let text: Colour, faint: Colour, improving: Colour, concerning: Colour, neutral: Colour, common: Colour
  let target: Colour, late: Colour

  /// The colours of a theme on white paper.
  init(_ theme: Theme = .light) {
    let paper = Colour(0xffffff)
    let rule = theme.style(for: .headerBar).background ?? paper
    let tint = ReportInks.mixed(rule, with: paper)
    func ink(_ role: Role) -> Colour {
      ReportInks.darkened(theme.style(for: role).foreground ?? Colour(0), until: ReportInks.leastContrast, on: rule)
    }
    (self.paper, self.tint, self.rule) = (paper, tint, rule)
    text = ink(.strong)
    faint = ink(.faint)
    improving = ink(.improving)
    concerning = ink(.concerning)
    neutral = ink(.neutral)
    common = ink(.commonCause)
    target = ink(.targetLine)
    late = ink(.late)
  }

  /// How far one colour stands out from another, from 1 to 21: WCAG 2.2.
  static func contrast(_ one: Colour, _ other: Colour) -> Double {
    let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
  }

  private static func luminance(_ colour: Colour) -> Double {
    guard case .rgb(let red, let green, let blue) = colour else { return 0 }
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private static func darkened(_ colour: Colour, until least: Double, on paper: Colour) -> Colour {
    guard case .rgb(let red, let green, let blue) = colour else { return Colour(0) }
    for share in stride(from: 100, through: 0, by: -1) {
      func part(_ part: UInt8) -> UInt8 { UInt8(Int(part) * share / 100) }
      let darker = Colour.rgb(red: part(red), green: part(green), blue: part(blue))
      if contrast(darker, paper) >= least { return darker }
    }
    return Colour(0)
  }

  /// A colour half way to another.
  private static func mixed(_ colour: Colour, with other: Colour) -> Colour {
    guard case .rgb(let r, let g, let b) = colour, case .rgb(let r2, let g2, let b2) = other else { return other }
    func half(_ one: UInt8, _ two: UInt8) -> UInt8 { UInt8((Int(one) + Int(two)) / 2) }
    return .rgb(red: half(r, r2), green: half(g, g2), blue: half(b, b2))
  }
}
