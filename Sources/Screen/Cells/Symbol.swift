/// The contents of a cell: a letter or sign with up to two accents.
///
/// It is a single number, because the thousands of cells of a picture are copied and compared with every key, and a
/// `Character` is a string, whose references would be counted each time.
public struct Symbol: Sendable, Hashable {
  /// The base in the lowest 21 bits, a mark in each 21 above; 0 where there is none.
  private let scalars: UInt64

  private static let width: UInt64 = 21
  private static let one: UInt64 = 1 << width - 1

  /// A letter or sign alone.
  public init(_ base: Unicode.Scalar) { scalars = UInt64(base.value) }

  /// A character: its first three scalars, which is all that a sanitised one has.
  public init(_ character: Character) {
    var scalars: UInt64 = 0
    for (place, scalar) in character.unicodeScalars.prefix(3).enumerated() {
      scalars |= UInt64(scalar.value) << (UInt64(place) * Self.width)
    }
    self.scalars = scalars
  }

  /// A blank.
  public static let blank = Symbol(" " as Unicode.Scalar)

  /// The letter or sign.
  public var base: Unicode.Scalar { scalar(0) ?? " " }
  /// The first accent on it.
  public var mark: Unicode.Scalar? { scalar(1) }
  /// The second accent on it.
  public var secondMark: Unicode.Scalar? { scalar(2) }

  /// Whether there is no accent on it.
  var isBase: Bool { scalars <= Self.one }

  /// Whether it is ASCII, without an accent.
  public var isASCII: Bool { scalars < 0x80 }

  /// The same as a character.
  public var character: Character {
    guard scalars > Self.one else { return Character(base) }
    var text = String.UnicodeScalarView()
    for scalar in [base, mark, secondMark] { if let scalar { text.append(scalar) } }
    let characters = String(text)
    return characters.count == 1 ? Character(characters) : Character(base)
  }

  private func scalar(_ place: UInt64) -> Unicode.Scalar? {
    let value = UInt32(truncatingIfNeeded: scalars >> (place * Self.width) & Self.one)
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
