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
  public func style(for role: Role, isSelected: Bool) -> Style {
    isSelected ? style(for: role).overlaid(by: selection) : style(for: role)
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
