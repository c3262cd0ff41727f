import Metrics
import Screen

/// The meaning of each key, page by page; help and the function bar are printed from it.
public enum Keymap {
  /// The groups of the help page.
  public enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case look = "Change the view"
    case find = "Find"
    case take = "Copy and save"
    case board = "The board"
    case wall = "On a wall"
    case typing = "While typing"
  }

  /// A key, or several with one meaning.
  ///
  /// Each exists once: the lists made from them with every key contain references, not copies.
  public final class Binding: Sendable {
    /// The keys; the first is the one shown.
    public let keys: [Key]
    /// What it means.
    public let action: Action
    /// A word or two for the function bar; empty for keys that are only on the help page.
    public let label: String
    /// A phrase for the help page.
    public let help: String
    /// Its group on the help page.
    public let group: Group
    /// The kinds of page on which it has a meaning; none for every page.
    let pages: PageKinds

    init(
      _ keys: [Key], _ action: Action, _ label: String = "", _ help: String, _ group: Group, on pages: PageKinds = []
    ) {
      self.keys = keys
      self.action = action
      self.label = label
      self.help = help
      self.group = group
      self.pages = pages
    }

    /// The first key as the function bar shows it.
    public var shownKey: String { keys.first.map(Keymap.name) ?? "" }
    /// Whether it is in the function bar of the narrowest screen: help and quit.
    var isAlwaysSeen: Bool {
      switch action {
      case .help, .quit: true
      default: false
      }
    }
    /// Whether it has a meaning only where a folder of actions is open.
    var isOfActions: Bool {
      switch action {
      case .act, .note, .page(.actions): true
      default: false
      }
    }
    /// All its keys as the help page shows them.
    public var allKeys: String { keys.map(Keymap.name).joined(separator: " ") }
  }

  /// Every binding, in the order of the function bar.
  public static let bindings: [Binding] = moving + finding + looking + taking + onTheBoard + onTheWall

  private static let moving: [Binding] =
    [
      Binding([.enter], .open, "open", "open the row under the cursor", .move),
      Binding([.escape, .backspace], .back, "back", "back to the page before", .move),
      Binding([.up, .character("k")], .up, "", "a row up, or the panel above", .move),
      Binding([.down, .character("j")], .down, "", "a row down, or the panel below", .move),
      Binding([.left, .character("h")], .left, "", "panel or columns to the left", .move),
      Binding([.right, .character("l")], .right, "", "panel or columns to the right", .move),
      Binding([.tab], .nextPane, "panel", "the next panel", .move, on: .panels),
      Binding([.backtab], .previousPane, "", "the previous panel", .move, on: .panels),
    ]
    + (1...9).map {
      Binding([.character(Character("\($0)"))], .pane($0 - 1), "", "the panel with this number", .move, on: .panels)
    } + [
      Binding([.home, .character("g")], .first, "", "the first row", .move),
      Binding([.end, .character("G")], .last, "", "the last row", .move),
      Binding([.pageUp], .pageUp, "", "ten rows up", .move),
      Binding([.pageDown], .pageDown, "", "ten rows down", .move),
      Binding(
        [.character("i")], .source, "rows", "the rows of the file", .move, on: .published),
    ]

  private static let finding: [Binding] = [
    Binding([.character("/")], .startFilter, "find", "find by name or code", .find, on: .filtered),
    Binding([.character("e")], .nextException, "next exception", "the next that needs attention", .find),
    Binding([.character(":")], .startCommand, "command", "type a view: provider RD8", .find),
  ]

  private static let looking: [Binding] = [
    Binding([.character("[")], .earlier, "earlier", "the previous period", .look, on: .figures),
    Binding([.character("]")], .later, "later", "the next period", .look, on: .figures),
    Binding([.character("p")], .nextGrain, "day·week·month", "by day, week, month, quarter, year", .look, on: .figures),
    Binding([.character("t")], .nextTarget, "target", "against standard, interim, trajectory", .look, on: .figures),
    Binding([.character("o")], .nextPerspective, "view by", "view by provider or by commissioner", .look, on: .figures),
    Binding([.character("b")], .nextBreakdown, "breakdown", "the next breakdown", .look, on: .brokenDown),
    Binding([.character("s")], .sort, "sort", "sort by the next column", .look, on: .sorted),
    Binding([.character("r")], .reverse, "reverse", "reverse the order", .look, on: .sorted),
  ]

  private static let taking: [Binding] = [
    Binding([.character("y")], .copy, "", "copy the figure", .take),
    Binding([.character("w")], .write, "", "save the view to a file", .take),
  ]

  private static let onTheBoard: [Binding] = [
    Binding([.character("K")], .kiosk, "wall", "wall mode", .board),
    Binding([.character("S")], .summary, "summary", "variation and assurance of every metric", .board),
    Binding([.character("!")], .page(.problems), "problems", "data problems and how to fix them", .board),
    Binding([.character("a")], .acknowledge, "", "acknowledge the alert", .board),
    Binding(
      [.character("A")], .accept, "accept", "show the doubted file as it is now", .board, on: .accepting),
    Binding([.character("A")], .act, "act", "agree an action on the figure", .board, on: .figures),
    Binding([.character("A")], .act, "change", "change the action", .board, on: .agreed),
    Binding([.character("N")], .note, "note", "note what happened in the period", .board, on: .figures),
    Binding([.character("L")], .page(.actions), "actions", "who does what by when", .board),
    Binding([.character("x")], .stopOrResumeReading, "", "stop reading files, or read the rest", .board),
    Binding([.character("T")], .nextTheme, "", "the next theme", .board),
    Binding([.control("l")], .redraw, "", "draw the screen again", .board),
    Binding([.character("?"), .function(1)], .help, "help", "this page", .board),
    Binding([.character("q"), .control("c")], .quit, "quit", "leave the board", .board),
  ]

  private static let onTheWall: [Binding] = [
    Binding([.character(" ")], .kioskPause, "pause, resume", "pause or resume", .wall, on: .wall),
    Binding([.right, .tab, .pageDown], .kioskMove(1), "next", "the next entry", .wall, on: .wall),
    Binding([.left, .backtab, .pageUp], .kioskMove(-1), "previous", "the previous entry", .wall, on: .wall),
    Binding([.enter], .kioskOpen, "open", "open this view on the board", .wall, on: .wall),
    Binding([.escape, .character("K")], .kiosk, "leave", "back to the board", .wall, on: .wall),
    Binding([.character("a")], .acknowledge, "", "acknowledge the alert", .wall, on: .wall),
    Binding([.character("T")], .nextTheme, "", "the next theme", .wall, on: .wall),
    Binding([.control("l")], .redraw, "", "draw the screen again", .wall, on: .wall),
    Binding([.character("?"), .function(1)], .help, "help", "the keys, on the board", .wall, on: .wall),
    Binding([.character("q"), .control("c")], .quit, "quit", "leave the board", .wall, on: .wall),
  ]

  /// The meanings of keys while something is typed; every character is itself.
  public static let promptBindings: [Binding] = [
    Binding([.enter], .submit, "run", "run the command", .typing),
    Binding([.tab], .complete, "complete", "complete the word", .typing),
    Binding([.escape], .cancel, "cancel", "cancel", .typing),
    Binding([.up], .recall, "earlier line", "the previous command", .typing),
    Binding([.down], .recallNext, "", "the next command", .typing),
    Binding([.left], .caret(by: -1), "", "a letter to the left", .typing),
    Binding([.right], .caret(by: 1), "", "a letter to the right", .typing),
    Binding([.home, .control("a")], .caretToStart, "", "to the start of the line", .typing),
    Binding([.end, .control("e")], .caretToEnd, "", "to the end of the line", .typing),
    Binding([.backspace], .erase, "", "delete the letter before", .typing),
    Binding([.delete], .eraseNext, "", "delete the letter after", .typing),
    Binding([.control("w")], .eraseWord, "", "delete the word before", .typing),
    Binding([.control("u")], .eraseAll, "", "delete the line", .typing),
  ]

  /// The meanings of keys while an action or a note is typed; all others are as for any line.
  public static let formBindings: [Binding] = [
    Binding([.enter], .submit, "next, write", "the next field, from the last: write", .typing),
    Binding([.up], .recall, "field before", "the field before", .typing),
    Binding([.down, .tab], .recallNext, "next field", "the next field", .typing),
    Binding([.escape], .cancel, "cancel", "cancel", .typing),
  ]

  /// The gestures of the mouse, for the help page.
  public static let pointer: [(gesture: String, help: String)] = [
    ("click", "select a row, panel, breadcrumb or key"), ("double click", "open the row"),
    ("wheel", "scroll the panel under it"),
  ]

  /// Whether a binding has a meaning on a page of these kinds; the wall has only its own.
  static func applies(_ binding: Binding, on page: PageKinds) -> Bool {
    binding.pages.isEmpty ? !page.contains(.wall) : !binding.pages.isDisjoint(with: page)
  }

  /// The name of a key.
  public static func name(_ key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let letter): String(letter)
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backtab: "Shift-Tab"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .function(let number): "F\(number)"
    case .control(let letter): "Ctrl-\(String(letter).uppercased())"
    case .paste: "a paste"
    case .mouse: "mouse"
    case .unknown: "that key"
    case .resize: "resize"
    }
  }
}
