extension Theme {
  /// For dark terminals, in Making Data Count's colours: blue is improving, orange concerning, purple neither, grey
  /// common cause.
  public static let standard = ThemePalette(
    improving: Colour(0x41a9f0), concerning: Colour(0xff8a28), neutral: Colour(0xe6c4ff), common: Colour(0xa0a8b4),
    target: Colour(0xe8525d), accent: Colour(0x7fd8c4), faint: Colour(0x949ba5), frame: Colour(0x59616d),
    bar: Colour(0x1e2732), barText: Colour(0xa6aeb9), strong: Colour(0xf2f5f8), warning: Colour(0xe8c15a),
    error: Colour(0xff6b6b), selection: Style(background: Colour(0x22324a), attributes: .bold)
  ).theme(named: "default")

  /// The same roles in the brightest colours on black, for tired eyes and bright rooms: all text has a contrast of 7 to
  /// 1.
  public static let highContrast = ThemePalette(
    improving: Colour(0x5fd7ff), concerning: Colour(0xffaf00), neutral: Colour(0xd7afff), common: Colour(0xffffff),
    target: Colour(0xff5f87), accent: Colour(0x00ffd7), faint: Colour(0xd0d0d0), frame: Colour(0xb0b0b0),
    bar: Colour(0x303030), barText: Colour(0xffffff), strong: Colour(0xffffff), warning: Colour(0xffff5f),
    error: Colour(0xff8787), selection: Style(attributes: [.bold, .reverse]), ink: Colour(0xffffff),
    paper: Colour(0x000000)
  ).theme(named: "high-contrast")

  /// Dark on white, whatever the terminal's own background, because dark words would disappear on a dark one.
  public static let light = ThemePalette(
    improving: Colour(0x005eb8), concerning: Colour(0xab4500), neutral: Colour(0x6b3fa0), common: Colour(0x5a6470),
    target: Colour(0xb3122a), accent: Colour(0x00706a), faint: Colour(0x5e6670), frame: Colour(0x88919b),
    bar: Colour(0xdfe6ee), barText: Colour(0x3a4450), strong: Colour(0x101820), warning: Colour(0x7a5c00),
    error: Colour(0xb3122a), selection: Style(background: Colour(0xd8e6f7), attributes: .bold), ink: Colour(0x101820),
    paper: Colour(0xffffff)
  ).theme(named: "light")

  /// Red, amber and green, for people who are used to them; the words and arrows still say the same.
  public static let redAmberGreen = ThemePalette(
    improving: Colour(0x3fbf6b), concerning: Colour(0xf3716f), neutral: Colour(0xe8b33a), common: Colour(0xa0a8b4),
    target: Colour(0x9fb4ff), accent: Colour(0x7fd8c4), faint: Colour(0x949ba5), frame: Colour(0x59616d),
    bar: Colour(0x1e2732), barText: Colour(0xa6aeb9), strong: Colour(0xf2f5f8), warning: Colour(0xe8b33a),
    error: Colour(0xff6b6b), selection: Style(background: Colour(0x22324a), attributes: .bold),
    inReach: Colour(0xe8b33a)
  ).theme(named: "rag")

  /// No colour: bold, dim, underline and reverse distinguish the roles.
  public static let mono: Theme = {
    var styles: [Role: Style] = [:]
    styles.set(.strong, .title, .figure, .headerStrong, .functionKey, to: Style(attributes: .bold))
    styles.set(.headerBar, .functionLabel, .prompt, to: Style(attributes: .reverse))
    styles.set(.headerStrong, .functionKey, to: Style(attributes: [.reverse, .bold]))
    styles.set(.faint, .frame, .chartLimit, .chartMean, .chartGap, .missing, .suppressed, to: Style(attributes: .dim))
    styles.set(
      .concerning, .targetMissed, .targetInReach, .barAdverse, .late, .problemError, to: Style(attributes: .bold))
    styles.set(.frameFocused, .scrollbar, .selectionMark, .newMark, to: Style(attributes: .bold))
    styles.set(.heading, .problemWarning, .due, to: Style(attributes: .underline))
    return Theme(name: "mono", styles: styles, selection: Style(attributes: .reverse)) { _ in Style() }
  }()
}
