import Dashboard
import Screen
import Settings

/// Turns what the board shows into texts and files, with the theme and the characters of the screen.
struct FrameWriter {
  /// The themes.
  let themes: ThemeShelf
  private let form: FrameForm
  private let depth: ColourDepth
  private let isASCII: Bool

  init(themes: ThemeShelf, settings: BoardSettings) {
    self.themes = themes
    form = settings.write ?? .text
    isASCII = settings.ascii ?? false
    let isColourless = Places.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    depth = settings.colours ?? (isColourless ? .mono : .truecolor)
  }

  /// The picture of a state, in ASCII where that is requested or set.
  func text(of state: State, as form: FrameForm, isASCII: Bool? = nil) -> String {
    let frame = render(state)
    let theme = form == .text ? themes.first : themes.choose(state.theme)?.theme ?? themes.first
    return (isASCII ?? self.isASCII ? frame.inASCII : frame).written(as: form, in: theme, depth: depth)
  }

  /// Saves the picture of a state in a file with this name, in the format of its extension; returns the name, or the
  /// reason for a failure.
  func write(_ state: State, name: String) -> String {
    if name.contains("/") {
      return "cannot write \(Glyph.sanitised(name)): a view goes into the current folder, under a name without /"
    }
    let asked = FrameForm(fileName: name)
    let text = text(of: state, as: asked ?? form)
    return FrameFile.write(text, name: asked == nil ? "\(name).\(form.fileEnding)" : name)
  }
}
