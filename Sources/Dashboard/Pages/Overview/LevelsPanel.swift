import Metrics
import Screen

/// The hierarchy of a system in a panel: who belongs to whom, the role of each, and the size that its documents state.
struct LevelsPanel {
  let state: State
  /// Its number among the panels of the page.
  let pane: Int
  private var isFocused: Bool { state.visit.pane == pane }
  private let levels: Levels

  init(state: State, pane: Int) {
    self.state = state
    self.pane = pane
    levels = Levels(state.board, below: state.scope)
  }

  /// Whether the board has no figures for the scope.
  private var isBare: Bool { state.digest.panels.isEmpty }

  func draw(on frame: inout Frame, in region: Region) {
    // Before the first file is read, nothing can be said about any organisation.
    if state.isReading {
      let words = StyledText("Reading the extracts…", .strong)
      frame.write(words, in: region, line: region.rows / 2, alignment: .centre)
      return
    }
    let organisations = levels.rows.count - 1
    let source = state.board.membershipWords(below: state.scope)
    let footers = source.isEmpty ? [] : ["who belongs to it \(source)", "members \(source)", source]
    let box = Box(
      title: "Levels", note: organisations == 1 ? "1 organisation" : "\(organisations) organisations",
      footer: footers.first { $0.count <= region.columns - 6 } ?? "", isFocused: isFocused)
    var inner = region.rows >= 3 ? box.draw(on: &frame, in: region) : region
    if isBare { inner = drawNothingReturned(on: &frame, in: inner) }
    guard !inner.isEmpty else { return }
    let row = isFocused ? state.selectedRow(among: levels.rows.map { .organisation($0.organisation.code) }) : nil
    let selected = row.flatMap { row in levels.rows.firstIndex { .organisation($0.organisation.code) == row } }
    var table = Table(
      columns: columns(wide: inner.columns), rowCount: levels.rows.count, selection: selected, isFocused: isFocused,
      hasHeadings: inner.rows >= 6, pane: pane)
    table.gap = inner.columns < 60 ? 1 : 2
    let isLong = table.width(of: 0, in: inner) >= longest(\.name)
    let lifetimes = table.width(of: table.columns.count - 1, in: inner)
    let names = levels.rows.map { isLong ? $0.organisation.name : $0.organisation.shortName }
    let deepest = levels.rows.map(\.depth).max() ?? 0
    let told = toldApart(names, to: table.width(of: 0, in: inner) - 2 * deepest, cut: cutAsDrawn)
    table.draw(on: &frame, in: inner) { cells(levels.rows[$0], name: told[$0], lifetimes: lifetimes) }
  }

  /// The cells of the names.
  private func longest(_ name: KeyPath<Organisation, String>) -> Int {
    levels.rows.map { $0.depth * 2 + $0.organisation[keyPath: name].count }.max() ?? 20
  }

  /// Says plainly that there are no figures; returns the region below.
  private func drawNothingReturned(on frame: inout Frame, in inner: Region) -> Region {
    let text = inner.inset(left: inner.columns >= 30 ? 2 : 0)
    let name = state.board.organisation(state.scope).name
    guard inner.rows >= 8 else {
      frame.write(StyledText("nothing has been returned", .strong), in: text)
      return inner.inset(top: 1)
    }
    frame.write(StyledText("Nothing has been returned for \(name).", .strong), in: text, line: 1)
    let more =
      "There are no figures to show, only the levels it plans at and the organisations in them. Enter opens one."
    let lines = wrapped(more, to: text.columns)
    for (line, words) in lines.enumerated() { frame.write(StyledText(words, .faint), in: text, line: 2 + line) }
    return inner.inset(top: 3 + lines.count)
  }

  /// Names first, then the role and size of an organisation, then its code and lifetime where the names leave room.
  private func columns(wide: Int) -> [TableColumn] {
    let roles = min(15, levels.rows.map(\.organisation.role.word.count).max() ?? 9)
    let sizes: [(String, KeyPath<StatedSize, Int?>)] = [
      ("people", \.population), ("practices", \.practices), ("beds", \.beds),
    ]
    let sizeColumns = sizes.filter { levels.states($0.1) }.map {
      TableColumn($0.0, minimum: 9, alignment: .trailing, priority: 2)
    }
    // Full names where there is room for them beside the roles, otherwise short names.
    let left = max(14, wide - Table.gutter - (wide < 60 ? 0 : roles + 2 + sizeColumns.count * 11))
    let long = longest(\.name)
    let names = long <= left ? long : min(longest(\.shortName), left)
    let lifetimes = levels.rows.map { lifetime($0.organisation).count }.max() ?? 0
    let codes = max(4, levels.rows.map { code($0.organisation).count }.max() ?? 0)
    let title = names < 25 ? "organisation" : "system, places and organisations"
    return [
      TableColumn(title, minimum: names, ideal: max(title.count, min(80, long))),
      TableColumn("role", minimum: roles, priority: 1), TableColumn("code", minimum: codes, priority: 4),
    ] + sizeColumns
      + (lifetimes == 0 ? [] : [TableColumn("since, until", minimum: 16, ideal: max(16, lifetimes), priority: 5)])
  }

  private func cells(_ row: Levels.Row, name: String, lifetimes: Int) -> [StyledText] {
    let organisation = row.organisation
    let indented = String(repeating: "  ", count: row.depth) + name
    var cells = [
      StyledText(indented, state.board.isCollective(organisation.code) ? .strong : .text),
      StyledText(organisation.role.word, .faint),
      StyledText(code(organisation), .faint),
    ]
    for size in [\StatedSize.population, \.practices, \.beds] where levels.states(size) {
      cells.append(StyledText(organisation.stated[keyPath: size].map { Ratio($0).text(places: 0) } ?? ""))
    }
    cells.append(StyledText(fitted(lifetime(organisation), to: lifetimes, lines: 1).joined(), .faint))
    return cells
  }

  /// Its code, where that is not just its name in lower case.
  private func code(_ organisation: Organisation) -> String {
    let text = organisation.code.text
    return text == text.lowercased() && text.contains { $0.isLetter } ? "" : text
  }

  private func lifetime(_ organisation: Organisation) -> String {
    var words: [String] = []
    if let from = organisation.from { words.append("from \(Period.month(from).title)") }
    if let to = organisation.to { words.append("to \(Period.month(to).title)") }
    if let successor = organisation.successor { words.append("then \(state.board.organisation(successor).shortName)") }
    return words.joined(separator: ", ")
  }
}
