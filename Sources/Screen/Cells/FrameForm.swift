/// What a picture can be written as.
public enum FrameForm: String, CaseIterable, Sendable {
  /// Characters alone.
  case text
  /// Characters with the sequences that a terminal takes for colours and boldness, and no other.
  case ansi
  /// A drawing for web pages and documents, the same on every machine.
  case svg

  /// The form that a file's name asks for: `.svg`, `.ansi` or `.ans`, `.txt`; `nil` where it asks for none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "ansi", "ans": self = .ansi
    case "svg": self = .svg
    default: return nil
    }
  }

  /// The ending of its files, without the dot.
  public var fileEnding: String { self == .text ? "txt" : rawValue }
}

extension Frame {
  /// The picture as a text without a line end at its end.
  ///
  /// - Parameters:
  ///   - theme: how its meanings look; characters alone look the same in each.
  ///   - depth: how many colours the sequences for a terminal use; a drawing has them all, or none.
  public func written(as form: FrameForm, in theme: Theme, depth: ColourDepth = .truecolor) -> String {
    switch form {
    case .text: text
    case .ansi: ansi(in: theme, depth: depth)
    case .svg: svg(in: depth == .mono ? .mono : theme)
    }
  }
}

extension Cell {
  /// Its character as a file may hold it: whatever was put here past `Frame.write` is made harmless all the same.
  var writtenCharacter: Character {
    if symbol.isASCII, symbol.base.value >= 0x20, symbol.base.value < 0x7F { return character }
    let glyphs = Glyph.glyphs(of: String(character))
    return glyphs.count == 1 ? glyphs[0].character : Glyph.substitute.character
  }
}
