/// The looks of all roles.
public struct Theme: Sendable, Equatable {
  /// Its name, which is that of its file.
  public let name: String
  /// The style that a selection lays over its cells.
  public let selection: Style
  private let styles: [Style]

  /// A theme; a role that it does not mention looks as in the standard theme.
  public init(name: String, styles: [Role: Style], selection: Style) {
    self.init(name: name, styles: styles, selection: selection) { Theme.standard.style(for: $0) }
  }

  init(name: String, styles: [Role: Style], selection: Style, otherwise: (Role) -> Style) {
    self.name = name
    self.selection = selection
    self.styles = Role.allCases.map { styles[$0] ?? otherwise($0) }
  }

  /// The look of a role.
  public func style(for role: Role) -> Style {
    styles[Int(role.rawValue)]
  }

  /// The look of a role inside or outside the selection.
  ///
  /// Cells without a status look the same along a selected line, so that the line is visible as one, and takes fewer
  /// bytes to a distant terminal.
  public func style(for role: Role, isSelected: Bool) -> Style {
    guard isSelected else { return style(for: role) }
    return style(for: role.isPlain ? .strong : role).overlaid(by: selection)
  }

  /// The look of a role with this number of colours.
  ///
  /// Without colour, the mono theme is used. The palettes of eight and sixteen colours have no quiet background, so a
  /// selection is reversed there, which is always visible.
  public func style(for role: Role, isSelected: Bool, depth: ColourDepth) -> Style {
    let theme = depth == .mono ? Theme.mono : self
    guard isSelected, depth == .indexed16 || depth == .indexed8 else {
      return theme.style(for: role, isSelected: isSelected)
    }
    var style = theme.style(for: role)
    style.background = nil
    style.attributes.formUnion([.reverse, .bold])
    return style
  }

  /// The built-in themes.
  public static let builtIn: [Theme] = [.standard, .highContrast, .light, .mono, .redAmberGreen]

  /// The built-in theme with this name, if there is one.
  public static func named(_ name: String) -> Theme? {
    builtIn.first { $0.name == name }
  }
}

extension [Role: Style] {
  /// Gives several roles the same look.
  mutating func set(_ roles: Role..., to style: Style) {
    for role in roles { self[role] = style }
  }
}
