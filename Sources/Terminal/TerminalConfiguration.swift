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
  /// Which multiplexer stands between the program and the terminal, if any.
  public var multiplexer: Multiplexer?
  /// For how many milliseconds an Escape waits for the rest of a sequence: `ESCDELAY`; `nil` for the usual.
  public var escapeDelay: Int64?
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
    multiplexer = Multiplexer(environment)
    escapeDelay = environment("ESCDELAY").flatMap { Int64($0) }.flatMap { (0...10_000).contains($0) ? $0 : nil }
  }

  /// Whether the terminal claims to show every red, green and blue.
  var claimsTruecolor: Bool { colourHint == "truecolor" || colourHint == "24bit" }
}
