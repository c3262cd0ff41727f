/// How every meaning looks.
public struct Theme: Sendable, Equatable {
  /// What it is called: the name of its file.
  public let name: String
  /// What the selection lays over the look of its cells.
  public let selection: Style
  private let styles: [Style]

  /// A theme; a role it does not mention looks as the standard theme has it.
  public init(name: String, styles: [Role: Style], selection: Style) {
    self.init(name: name, styles: styles, selection: selection) { Theme.standard.style(for: $0) }
  }

  init(name: String, styles: [Role: Style], selection: Style, otherwise: (Role) -> Style) {
    self.name = name
    self.selection = selection
    self.styles = Role.allCases.map { styles[$0] ?? otherwise($0) }
  }

  /// How a meaning looks.
  public func style(for role: Role) -> Style {
    styles[Int(role.rawValue)]
  }

  /// How a meaning looks inside or outside the selection.
  ///
  /// What has no status to show looks the same all along a selected line, so that the line stands out as one, and a
  /// terminal far away is told of it in fewer bytes.
  public func style(for role: Role, isSelected: Bool) -> Style {
    guard isSelected else { return style(for: role) }
    return style(for: role.isPlain ? .strong : role).overlaid(by: selection)
  }

  /// How a meaning looks where there are only so many colours.
  ///
  /// Without colour the theme made for that takes over; eight and sixteen have no quiet background among them, so that
  /// there a selection is reversed, which always shows.
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

  /// The themes that need no file.
  public static let builtIn: [Theme] = [.standard, .highContrast, .light, .mono, .redAmberGreen]

  /// The theme that needs no file and has this name, if there is one.
  public static func named(_ name: String) -> Theme? {
    builtIn.first { $0.name == name }
  }
}

extension [Role: Style] {
  /// Gives several roles one look.
  mutating func set(_ roles: Role..., to style: Style) {
    for role in roles { self[role] = style }
  }
}
