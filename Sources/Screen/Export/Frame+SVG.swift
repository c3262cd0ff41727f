extension Frame {
  /// The picture as a drawing: words are text of a stated width; lines, bars and dots are shapes, so that they meet
  /// with any font.
  func svg(in theme: Theme) -> String {
    let canvas = theme.canvas
    let (width, height) = (size.columns * CellSize.width, size.rows * CellSize.height)
    var layers = DrawingLayers()
    for row in 0..<size.rows { layers.add(self.row(row), row: row, theme, canvas) }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width * 3 / 4)" \
      height="\(height * 3 / 4)" font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',\
      monospace" font-size="20" xml:space="preserve">
      <rect width="100%" height="100%" fill="\(canvas.background)"/>
      \(layers.elements.joined(separator: "\n"))
      </svg>
      """
  }
}

/// The colours used for the terminal's own where there is no terminal.
struct Canvas: Equatable {
  /// Colours as `#rrggbb`.
  let foreground: String, background: String

  /// The same with the two exchanged.
  var exchanged: Canvas { Canvas(foreground: background, background: foreground) }
}

extension Theme {
  /// A dark canvas, or a white one for themes whose strongest words are dark; the theme's own `text` colours have
  /// precedence.
  var canvas: Canvas {
    var isDark = true
    if case .rgb(let red, let green, let blue) = style(for: .strong).foreground {
      isDark = 2 * Int(red) + 5 * Int(green) + Int(blue) > 8 * 128
    }
    let own = style(for: .text)
    func text(_ colour: Colour?, _ otherwise: String) -> String {
      guard let colour, colour != .terminal else { return otherwise }
      return colour.text
    }
    return Canvas(
      foreground: text(own.foreground, isDark ? "#d6dce4" : "#202830"),
      background: text(own.background, isDark ? "#11161d" : "#ffffff"))
  }
}

/// The size of a cell: the width of a monospaced letter is six tenths of its height.
enum CellSize {
  static let width = 12
  static let height = 24
  /// The baseline of letters.
  static let baseline = 18
}

/// A look for a drawing, with every colour known.
struct DrawnLook: Hashable {
  let foreground: String
  /// The background; `nil` where the canvas shows.
  let background: String?
  let attributes: Style.Attributes

  init(_ style: Style, on canvas: Canvas) {
    func text(_ colour: Colour?) -> String? {
      guard case .rgb? = colour else { return nil }
      return colour?.text
    }
    let (front, back) = (text(style.foreground), text(style.background))
    let isReversed = style.attributes.contains(.reverse)
    foreground = isReversed ? back ?? canvas.background : front ?? canvas.foreground
    background = isReversed ? front ?? canvas.foreground : back
    attributes = style.attributes.subtracting(.reverse)
  }

  /// The attributes of text in this look.
  var textAttributes: String {
    var text = "fill=\"\(foreground)\""
    if attributes.contains(.bold) { text += " font-weight=\"bold\"" }
    if attributes.contains(.italic) { text += " font-style=\"italic\"" }
    if attributes.contains(.underline) { text += " text-decoration=\"underline\"" }
    return text + opacity
  }

  /// Dim is half transparent.
  var opacity: String { attributes.contains(.dim) ? " opacity=\".6\"" : "" }
}
