/// The look of a role.
public struct Style: Sendable, Hashable {
  /// The attributes of characters, apart from colour.
  public struct Attributes: OptionSet, Sendable, Hashable {
    /// One bit for each.
    public let rawValue: UInt8

    /// These bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Heavier.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// With a line below.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
    /// Slanted.
    public static let italic = Attributes(rawValue: 16)

    /// Each attribute, by its name in theme files.
    public static let names: [(name: String, attribute: Attributes)] = [
      ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse), ("italic", .italic),
    ]

    /// The attribute with this name in theme files, if there is one.
    public init?(name: String) {
      guard let named = Self.names.first(where: { $0.name == name }) else { return nil }
      self = named.attribute
    }
  }

  /// The colour of the characters; `nil` keeps the one below: the terminal's own or, in a selection, the role's.
  public var foreground: Colour?
  /// The colour behind them; `nil` as above.
  public var background: Colour?
  /// The attributes.
  public var attributes: Attributes

  /// A look.
  public init(foreground: Colour? = nil, background: Colour? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// This look with another one laid over it, such as that of a selection.
  func overlaid(by other: Style) -> Style {
    Style(
      foreground: other.foreground ?? foreground, background: other.background ?? background,
      attributes: attributes.union(other.attributes))
  }
}
