import Metrics
import Screen

extension Freshness {
  /// In a panel's border: `next due 8 Dec · current`, `late 12 days`, `undated`.
  var words: String {
    guard let nextDue else { return word }
    switch state {
    case .late: return "was due \(Freshness.dayMonth(nextDue)) · \(word)"
    default: return "next due \(Freshness.dayMonth(nextDue)) · \(word)"
    }
  }

  /// As many of the words as fit: whether it is current matters more than when the next is due.
  func words(room: Int) -> String { words.count <= room ? words : word }

  /// `8 Dec`.
  private static func dayMonth(_ day: Day) -> String {
    let (_, month, number) = day.civil
    return "\(number) \(Month.names[month - 1].prefix(3))"
  }

  /// How it looks.
  var role: Role {
    switch state {
    case .current: .current
    case .ended, .undated: .faint
    case .due: .due
    case .late: .late
    }
  }

  /// A mark that tells the states apart without colour, and from the arrows of variances.
  var mark: String {
    switch state {
    case .current: "●"
    case .ended: "■"
    case .undated: "○"
    case .due: "◐"
    case .late: "◆"
    }
  }
}
