import Screen

/// The user's and the environment's settings for the terminal.
public struct TerminalConfiguration: Sendable, Equatable {
  /// The theme.
  public var theme: Theme
  /// Whether the mouse is used for clicks and scrolling.
  public var usesMouse: Bool
  /// The name of the terminal: `TERM`.
  public var terminalName: String?
  /// `COLORTERM`, with which a terminal claims to show every colour.
  public var colourHint: String?
  /// Whether `NO_COLOR` is set.
  public var isColourless: Bool
  /// The most colours to use; `nil` for as many as there are.
  public var mostColours: ColourDepth?
  /// The multiplexer between the program and the terminal, if there is one.
  public var multiplexer: Multiplexer?
  /// How many milliseconds an Escape waits for the rest of a sequence: `ESCDELAY`; `nil` for the default.
  public var escapeDelay: Int64?
  /// Whether only ASCII is drawn, whatever the locale.
  public var isASCIIOnly: Bool

  /// The configuration from these environment variables.
  public init(
    theme: Theme = .standard, usesMouse: Bool = true, isASCIIOnly: Bool = false, environment: (String) -> String?
  ) {
    self.theme = theme
    self.usesMouse = usesMouse
    self.isASCIIOnly = isASCIIOnly
    terminalName = environment("TERM")
    colourHint = environment("COLORTERM")
    isColourless = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    multiplexer = Multiplexer(environment)
    escapeDelay = environment("ESCDELAY").flatMap { Int64($0) }.flatMap { (0...10_000).contains($0) ? $0 : nil }
  }

  /// Whether the terminal claims to show every red, green and blue.
  var claimsTruecolor: Bool { colourHint == "truecolor" || colourHint == "24bit" }
}
