/// The meaning of a cell; a theme decides how it looks.
public enum Role: UInt8, CaseIterable, Sendable, Hashable {
  /// Ordinary words and figures.
  case text
  /// Less important text: notes, units, earlier figures.
  case faint
  /// Words and figures that should be seen first on their line.
  case strong
  /// Column headings of tables and headings inside a panel.
  case heading
  /// A panel's title in its top border.
  case title
  /// The border of a panel.
  case frame
  /// The border of the panel with the keyboard.
  case frameFocused
  /// The bar at the top: breadcrumbs, freshness.
  case headerBar
  /// The important parts of the bar at the top: the system, the period.
  case headerStrong
  /// A key in the bar at the bottom and on the help page.
  case functionKey
  /// The meaning of that key.
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
  /// A figure that misses a target which its own variation reaches at times.
  case targetInReach
  /// The target's line in a chart, its tick on a bar, and its label.
  case targetLine
  /// The line of a chart, and sparklines.
  case chartLine
  /// The process limits of a control chart.
  case chartLimit
  /// The mean of a control chart.
  case chartMean
  /// A marked point on a chart's line.
  case chartPoint
  /// A missing return in a chart.
  case chartGap
  /// A bar that is neither favourable nor adverse: totals, gauges.
  case bar
  /// A bar or bridge step in the better direction.
  case barFavourable
  /// A bar or bridge step in the worse direction.
  case barAdverse
  /// The difference that a bridge does not reconcile.
  case unexplained
  /// An extract that is up to date.
  case current
  /// An extract whose next version is due.
  case due
  /// An extract whose next version is overdue.
  case late
  /// A figure that was not returned.
  case missing
  /// A figure suppressed because the numbers are small.
  case suppressed
  /// A problem because of which rows or a file were left out.
  case problemError
  /// A problem to check, because of which nothing was left out.
  case problemWarning
  /// The mark beside the selected row.
  case selectionMark
  /// The mark of a change since the last extract.
  case newMark
  /// The command line and the filter while they are being typed.
  case prompt
  /// A message of the board in its status line.
  case message
  /// The scroll position in a panel's right border.
  case scrollbar

  /// Whether it says nothing about the state of a figure.
  var isPlain: Bool {
    switch self {
    case .text, .faint, .strong, .heading, .commonCause, .chartLine, .chartPoint, .chartGap, .selectionMark: true
    default: false
    }
  }

  /// Its name in theme files: `frame-focused`.
  public var name: String {
    var name = ""
    for letter in "\(self)" {
      if letter.isUppercase { name += "-" }
      name += letter.lowercased()
    }
    return name
  }

  /// The role with this name in theme files, if there is one.
  public init?(name: String) {
    guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}
