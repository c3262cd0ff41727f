/// Why a board cannot be shown live.
public enum TerminalProblem: Error, Equatable, Sendable {
  /// TERM is not set.
  case noTERM
  /// There is no terminfo entry of that name.
  case unknownTERM(String)
  /// The terminal cannot move its cursor, as `dumb` cannot.
  case cannotPosition(String)
  /// Standard input or output is not a terminal.
  case notATerminal
}
