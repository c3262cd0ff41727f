import Screen

/// What the user and the environment say about the terminal.
public struct TerminalConfiguration: Sendable, Equatable {
  /// How meanings look.
  public var theme: Theme
  /// Whether clicks and the wheel are asked for.
  public var usesMouse: Bool
  /// The name of the terminal: `TERM`.
  public var terminalName: String?
  /// `COLORTERM`, where a terminal says that it shows every colour.
  public var colourHint: String?
  /// Whether `NO_COLOR` is set to anything.
  public var isColourless: Bool
  /// How many colours to use at most; `nil` for as many as there are.
  public var mostColours: ColourDepth?
  /// Whether only ASCII is to be drawn, whatever the locale says.
  public var isASCIIOnly: Bool

  /// What these variables of the environment say.
  public init(
    theme: Theme = .standard, usesMouse: Bool = true, isASCIIOnly: Bool = false, environment: (String) -> String?
  ) {
    self.theme = theme
    self.usesMouse = usesMouse
    self.isASCIIOnly = isASCIIOnly
    terminalName = environment("TERM")
    colourHint = environment("COLORTERM")
    isColourless = environment("NO_COLOR").map { !$0.isEmpty } ?? false
  }

  /// Whether the terminal claims to show every red, green and blue.
  var claimsTruecolor: Bool { colourHint == "truecolor" || colourHint == "24bit" }
}
