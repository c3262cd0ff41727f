/// The formats in which a picture can be written.
public enum FrameForm: String, CaseIterable, Sendable {
  /// Characters only.
  case text
  /// Characters with the terminal sequences for colours and boldness, and no others.
  case ansi
  /// A drawing for web pages and documents, the same on every machine.
  case svg

  /// The format for the extension of a file's name: `.svg`, `.ansi` or `.ans`, `.txt`; `nil` for any other.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "ansi", "ans": self = .ansi
    case "svg": self = .svg
    default: return nil
    }
  }

  /// The extension of its files, without the dot.
  public var fileEnding: String { self == .text ? "txt" : rawValue }
}

extension Frame {
  /// The picture as a text without a final line end.
  ///
  /// - Parameters:
  ///   - theme: the look of its roles; characters alone look the same in every theme.
  ///   - depth: the number of colours in terminal sequences; a drawing has all of them, or none.
  public func written(as form: FrameForm, in theme: Theme, depth: ColourDepth = .truecolor) -> String {
    switch form {
    case .text: text
    case .ansi: ansi(in: theme, depth: depth)
    case .svg: svg(in: depth == .mono ? .mono : theme)
    }
  }
}

extension Cell {
  /// Its character for a file: even one that did not go through `Frame.write` is sanitised.
  var writtenCharacter: Character {
    if symbol.isASCII, symbol.base.value >= 0x20, symbol.base.value < 0x7F { return character }
    // A letter or sign without an accent is shown as it is, or not at all.
    if symbol.isBase, case .shown = ScalarKind(symbol.base) { return character }
    let glyphs = Glyph.glyphs(of: String(character))
    return glyphs.count == 1 ? glyphs[0].character : Glyph.substitute.character
  }

  /// The same as bytes of a text.
  func write(to text: inout [UInt8]) {
    if symbol.isASCII, symbol.base.value >= 0x20, symbol.base.value < 0x7F {
      text.append(UInt8(truncatingIfNeeded: symbol.base.value))
    } else {
      text.append(contentsOf: String(writtenCharacter).utf8)
    }
  }
}
