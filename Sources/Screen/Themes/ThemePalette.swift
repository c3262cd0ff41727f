/// The colours from which a theme is made; what they colour is the same in every theme except mono.
struct ThemePalette {
  var improving: Colour
  var concerning: Colour
  var neutral: Colour
  var common: Colour
  var target: Colour
  var accent: Colour
  var faint: Colour
  var frame: Colour
  var bar: Colour
  var barText: Colour
  var strong: Colour
  var warning: Colour
  var error: Colour
  var selection: Style
  /// The colour and background of ordinary words; `nil` for the terminal's own.
  var ink: Colour?
  var paper: Colour?
  /// The colour of a missed target in reach; `nil` for that of any missed target.
  var inReach: Colour?

  func theme(named name: String) -> Theme {
    Theme(name: name, styles: styles, selection: selection) { _ in Style() }
  }

  private var styles: [Role: Style] {
    var styles: [Role: Style] = [:]
    addWords(to: &styles)
    addFigures(to: &styles)
    addBars(to: &styles)
    return styles.mapValues { style in
      Style(
        foreground: style.foreground ?? ink, background: style.background ?? paper, attributes: style.attributes)
    }
  }

  private func addWords(to styles: inout [Role: Style]) {
    styles.set(.text, .message, to: Style())
    styles.set(.faint, .heading, .missing, .suppressed, .chartGap, .commonCause, to: Style(foreground: faint))
    styles.set(.strong, .title, to: Style(foreground: strong, attributes: .bold))
    styles.set(.figure, to: Style(foreground: strong, attributes: .bold))
    styles.set(.missing, .suppressed, to: Style(foreground: faint, attributes: .italic))
    styles.set(.frame, to: Style(foreground: frame))
    styles.set(.frameFocused, .scrollbar, to: Style(foreground: accent))
    styles.set(.selectionMark, .newMark, .prompt, to: Style(foreground: accent, attributes: .bold))
    styles.set(.problemError, to: Style(foreground: error, attributes: .bold))
    styles.set(.problemWarning, .due, to: Style(foreground: warning))
    styles.set(.late, to: Style(foreground: error, attributes: .bold))
  }

  private func addFigures(to styles: inout [Role: Style]) {
    styles.set(.improving, .targetMet, .barFavourable, .current, to: Style(foreground: improving))
    styles.set(.concerning, .targetMissed, .barAdverse, to: Style(foreground: concerning))
    styles.set(.targetInReach, to: Style(foreground: inReach ?? concerning))
    styles.set(.neutral, .unexplained, to: Style(foreground: neutral))
    styles.set(.commonCause, .chartLine, .chartPoint, .bar, to: Style(foreground: common))
    styles.set(.targetLine, to: Style(foreground: target))
    styles.set(.chartLimit, .chartMean, to: Style(foreground: faint))
  }

  private func addBars(to styles: inout [Role: Style]) {
    styles.set(.headerBar, .functionLabel, to: Style(foreground: barText, background: bar))
    styles.set(.headerStrong, to: Style(foreground: strong, background: bar, attributes: .bold))
    styles.set(.functionKey, to: Style(foreground: accent, background: bar, attributes: .bold))
  }
}
