/// What a cell means; a theme decides how that looks.
public enum Role: UInt8, CaseIterable, Sendable, Hashable {
  /// Ordinary words and figures, everywhere.
  case text
  /// What may be overlooked: notes, units, earlier figures.
  case faint
  /// Words and figures that should be seen first in their line.
  case strong
  /// Column headings of tables and headings inside a panel.
  case heading
  /// A panel's title in its top border.
  case title
  /// The border of a panel.
  case frame
  /// The border of the panel that the keyboard is in.
  case frameFocused
  /// The bar at the top: breadcrumbs, freshness.
  case headerBar
  /// What matters in the bar at the top: the system, the period.
  case headerStrong
  /// A key in the bar at the bottom and on the help page.
  case functionKey
  /// What that key does.
  case functionLabel
  /// The big digits of a panel.
  case figure
  /// Special-cause variation in the better direction, and favourable variances.
  case improving
  /// Special-cause variation in the worse direction, and adverse variances.
  case concerning
  /// Special-cause variation where neither direction is better.
  case neutral
  /// Variation no larger than chance.
  case commonCause
  /// A figure that meets its target.
  case targetMet
  /// A figure that misses its target.
  case targetMissed
  /// A figure that misses a target which its own variation reaches now and then.
  case targetInReach
  /// The target's line in a chart, its tick on a bar, and its label.
  case targetLine
  /// The line of a chart, and sparklines.
  case chartLine
  /// The process limits of a control chart.
  case chartLimit
  /// The mean of a control chart.
  case chartMean
  /// A point marked on a chart's line.
  case chartPoint
  /// Where a return is missing in a chart.
  case chartGap
  /// A bar that is neither favourable nor adverse: totals, gauges.
  case bar
  /// A bar or bridge step in the better direction.
  case barFavourable
  /// A bar or bridge step in the worse direction.
  case barAdverse
  /// The difference a bridge leaves unexplained.
  case unexplained
  /// An extract that is up to date.
  case current
  /// An extract whose next version should come now.
  case due
  /// An extract whose next version is overdue.
  case late
  /// A figure that was not returned.
  case missing
  /// A figure withheld because the numbers are small.
  case suppressed
  /// A problem that kept rows or a file out.
  case problemError
  /// A problem to look at that kept nothing out.
  case problemWarning
  /// The mark beside the selected row.
  case selectionMark
  /// The mark of what changed since the last extract.
  case newMark
  /// The command line and the filter while they are typed.
  case prompt
  /// What the board says in its status line.
  case message
  /// The scroll position in a panel's right border.
  case scrollbar

  /// Whether it says nothing of how a figure stands.
  var isPlain: Bool {
    switch self {
    case .text, .faint, .strong, .heading, .commonCause, .chartLine, .chartPoint, .chartGap, .selectionMark: true
    default: false
    }
  }

  /// The word for it in theme files: `frame-focused`.
  public var name: String {
    var name = ""
    for letter in "\(self)" {
      if letter.isUppercase { name += "-" }
      name += letter.lowercased()
    }
    return name
  }

  /// The role with this word in theme files, if there is one.
  public init?(name: String) {
    guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}
