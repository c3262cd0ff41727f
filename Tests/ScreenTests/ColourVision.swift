import Foundation
import Screen

/// Colours as the eye takes them: lightness and hue, contrast, and what is left of them to who cannot see red, green or
/// blue.
enum ColourVision: String, CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia

  /// What it makes of a colour's linear red, green and blue.
  ///
  /// - Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
  ///   Deficiency", IEEE TVCG 15 (2009), the tables for severity 1.0.
  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// How different two colours look: CIEDE2000, where 1 is the least that can be told side by side.
  func distance(_ left: Colour, _ right: Colour) -> Double {
    CIELAB(linear: seen(left)).distance(to: CIELAB(linear: seen(right)))
  }

  private func seen(_ colour: Colour) -> [Double] {
    let parts = colour.linear
    return matrix.map { row in min(1, max(0, zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 })) }
  }
}

extension Colour {
  /// Red, green and blue as amounts of light, 0...1 (sRGB, IEC 61966-2-1).
  var linear: [Double] {
    guard case .rgb(let red, let green, let blue) = self else { return [0, 0, 0] }
    return [red, green, blue].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// How light it is, 0...1 (WCAG 2, relative luminance).
  var luminance: Double { zip([0.2126, 0.7152, 0.0722], linear).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The contrast ratio of WCAG 2, 1...21.
  func contrast(to other: Colour) -> Double {
    let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }
}

/// A colour in CIE L*a*b*, seen by daylight (D65).
struct CIELAB {
  let lightness: Double, a: Double, b: Double

  init(_ lightness: Double, _ a: Double, _ b: Double) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  init(linear: [Double]) {
    func sum(_ row: [Double], _ white: Double) -> Double {
      let value = zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 } / white
      return value > 216.0 / 24_389 ? cbrt(value) : (24_389.0 / 27 * value + 16) / 116
    }
    let x = sum([0.4124564, 0.3575761, 0.1804375], 0.95047)
    let y = sum([0.2126729, 0.7151522, 0.0721750], 1)
    let z = sum([0.0193339, 0.1191920, 0.9503041], 1.08883)
    self.init(116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// - Source: Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", Color Research and Application 30 (2005).
  func distance(to other: CIELAB) -> Double {
    let chroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let factor = 1 + 0.5 * (1 - sqrt(pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7))))
    let (mine, theirs) = ((a * factor, b), (other.a * factor, other.b))
    let (c1, c2) = (hypot(mine.0, mine.1), hypot(theirs.0, theirs.1))
    let (h1, h2) = (Self.angle(mine), Self.angle(theirs))
    var turn = h2 - h1
    if c1 * c2 == 0 { turn = 0 } else if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let deltas = (other.lightness - lightness, c2 - c1, 2 * sqrt(c1 * c2) * sin(turn / 2 * .pi / 180))
    let (light, c) = ((lightness + other.lightness) / 2, (c1 + c2) / 2)
    var h = h1 + h2
    if c1 * c2 != 0 { h = abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2 }
    func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
    let t = 1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.20 * cosine(4 * h - 63)
    let sl = 1 + 0.015 * pow(light - 50, 2) / sqrt(20 + pow(light - 50, 2))
    let (sc, sh) = (1 + 0.045 * c, 1 + 0.015 * c * t)
    let rotation = -2 * sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7))) * sin(60 * exp(-pow((h - 275) / 25, 2)) * .pi / 180)
    let (l, k, m) = (deltas.0 / sl, deltas.1 / sc, deltas.2 / sh)
    return sqrt(l * l + k * k + m * m + rotation * k * m)
  }

  private static func angle(_ pair: (Double, Double)) -> Double {
    let degrees = atan2(pair.1, pair.0) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }
}
