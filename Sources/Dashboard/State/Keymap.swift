import Metrics
import Screen

/// Which key means what, page by page; help and the function bar are printed from it.
public enum Keymap {
  /// The groups of the help page.
  public enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case look = "Look at it another way"
    case find = "Find"
    case take = "Take away"
    case board = "The board"
  }

  /// A key, or several with one meaning.
  public struct Binding: Sendable {
    /// The keys, the first the one shown.
    public let keys: [Key]
    /// What it means.
    public let action: Action
    /// A word or two for the function bar; empty for keys that stand only on the help page.
    public let label: String
    /// A sentence's part for the help page.
    public let help: String
    /// Its group on the help page.
    public let group: Group
    /// The pages it has a meaning on; empty for every page.
    let pages: Set<String>

    init(
      _ keys: [Key], _ action: Action, _ label: String = "", _ help: String, _ group: Group, on pages: Set<String> = []
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
    /// Every key as the help page shows them.
    public var allKeys: String { keys.map(Keymap.name).joined(separator: " ") }
  }

  private static let tables: Set<String> = ["metric", "organisation"]
  private static let figures: Set<String> = ["overview", "metric", "organisation", "detail"]
  private static let lists: Set<String> = ["metric", "organisation", "problems", "system", "summary"]

  /// Every binding, in the order of the function bar.
  public static let bindings: [Binding] = [
    Binding([.enter], .open, "open", "open what the cursor stands on", .move),
    Binding([.escape, .backspace], .back, "back", "back to where you were, cursor and all", .move),
    Binding([.up, .character("k")], .up, "", "a row up; in a panel's first row the panel above", .move),
    Binding([.down, .character("j")], .down, "", "a row down; in a panel's last row the panel below", .move),
    Binding([.left, .character("h")], .left, "", "the panel or columns to the left", .move),
    Binding([.right, .character("l")], .right, "", "the panel or columns to the right", .move),
    Binding([.tab], .nextPane, "panel", "the next panel", .move, on: ["overview", "organisation", "detail"]),
    Binding([.backtab], .previousPane, "", "the panel before", .move, on: ["overview", "organisation", "detail"]),
    Binding([.home, .character("g")], .first, "", "the first row", .move),
    Binding([.end, .character("G")], .last, "", "the last row", .move),
    Binding([.pageUp], .pageUp, "", "ten rows up", .move),
    Binding([.pageDown], .pageDown, "", "ten rows down", .move),
    Binding(
      [.character("i")], .source, "rows", "the rows of the file behind the figure", .move,
      on: ["metric", "organisation", "detail"]),
    Binding(
      [.character("/")], .startFilter, "find", "only rows whose name or code holds these letters", .find, on: lists),
    Binding([.character("e")], .nextException, "next exception", "the next figure that needs attention", .find),
    Binding([.character(":")], .startCommand, "command", "a whole view in one line: provider RD8 rtt", .find),
    Binding([.character("[")], .earlier, "earlier", "the period before", .look, on: figures),
    Binding([.character("]")], .later, "later", "the period after, up to the latest", .look, on: figures),
    Binding(
      [.character("p")], .nextGrain, "day·week·month", "days, weeks, months, quarters or years", .look, on: figures),
    Binding(
      [.character("t")], .nextTarget, "target", "against the standard, the interim ambition or the trajectory", .look,
      on: figures),
    Binding([.character("o")], .nextLens, "lens", "summed over providers, or over commissioners", .look, on: figures),
    Binding([.character("b")], .nextBreakdown, "breakdown", "the next breakdown", .look, on: ["detail"]),
    Binding([.character("s")], .sort, "sort", "sort by the next column", .look, on: tables),
    Binding([.character("r")], .reverse, "reverse", "turn the order round", .look, on: tables),
    Binding([.character("T")], .nextTheme, "", "the next theme", .board),
    Binding([.character("y")], .copy, "", "copy the figure to the clipboard", .take),
    Binding([.character("w")], .write, "", "write the view to a text file", .take),
    Binding([.character("S")], .summary, "summary", "variation and assurance of every metric, and their grid", .board),
    Binding([.character("!")], .problems, "problems", "what is wrong with the files and figures", .board),
    Binding([.character("?"), .function(1)], .help, "help", "this page", .board),
    Binding([.character("q"), .control("c")], .quit, "quit", "leave the board", .board),
  ]

  /// What a key means where the user is.
  public static func action(for key: Key, in state: State) -> Action {
    switch key {
    case .resize(let size): return .resize(size)
    case .mouse(let event): return action(for: event)
    case .control("c"): return .quit
    default: break
    }
    if state.prompt != nil { return promptAction(for: key) }
    if case .character(let letter) = key, let number = letter.wholeNumberValue, (1...9).contains(number), letter.isASCII
    {
      return state.isPanelled ? .pane(number - 1) : .nothing(name(key))
    }
    guard let binding = bindings.first(where: { $0.keys.contains(key) }), applies(binding, to: state) else {
      return .nothing(name(key))
    }
    return binding.action
  }

  private static func action(for event: MouseEvent) -> Action {
    switch event.kind {
    case .press: .press(event.position)
    case .doubleClick: .doublePress(event.position)
    case .wheelUp: .wheelUp
    case .wheelDown: .wheelDown
    }
  }

  private static func promptAction(for key: Key) -> Action {
    switch key {
    case .character(let letter): .type(letter)
    case .backspace, .delete: .erase
    case .control("u"): .eraseAll
    case .tab: .complete
    case .up: .recall
    case .enter: .submit
    case .escape: .cancel
    default: .nothing(name(key))
    }
  }

  static func applies(_ binding: Binding, to state: State) -> Bool {
    binding.pages.isEmpty || binding.pages.contains(state.pageWord)
  }

  /// The bindings of the page with a word in the function bar, the most useful of the page first.
  public static func functionBar(for state: State) -> [Binding] {
    if state.prompt != nil {
      return [
        Binding([.enter], .submit, "do it", "", .find), Binding([.tab], .complete, "complete", "", .find),
        Binding([.escape], .cancel, "leave it", "", .find),
      ]
    }
    let fitting = bindings.filter { !$0.label.isEmpty && applies($0, to: state) }
    // Help and quit must be seen on the narrowest screen.
    let last = fitting.filter { $0.action == .help || $0.action == .quit }
    let isTop = state.visits.count == 1
    let others = fitting.filter { $0.action != .help && $0.action != .quit && !(isTop && $0.action == .back) }
    return Array(others.prefix(2)) + last + others.dropFirst(2)
  }

  /// A key as people name it.
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
    case .mouse: "mouse"
    case .resize: "resize"
    }
  }
}

extension State {
  /// Whether the page is made of panels.
  var isPanelled: Bool { pageWord == "overview" || pageWord == "detail" }

  /// The word of the page; the page of a place or group is an overview.
  var pageWord: String {
    if case .organisation(let code) = page, board.isCollective(code) { return "overview" }
    return page.word
  }
}
