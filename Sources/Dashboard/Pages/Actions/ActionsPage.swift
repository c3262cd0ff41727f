import Actions
import Metrics
import Screen

/// Who does what by when: every action, the overdue ones first, with the history of the one under the cursor.
struct ActionsPage: PageContent {
  let state: State

  init(_ state: State) { self.state = state }

  /// The actions that fit the filter.
  var shown: [AgreedAction] {
    (state.agreed?.inOrder ?? []).fitting(state.visit.filter) { action in
      (
        [action.owner, action.subject.organisation?.text ?? "", action.subject.metric?.text ?? ""],
        [action.text, state.board.words(of: action.subject), action.status.rawValue]
      )
    }
  }

  /// The action under the cursor.
  var selected: AgreedAction? {
    guard case .action(let id)? = selectedRow else { return nil }
    return shown.first { $0.id == id }
  }

  func draw(on frame: inout Frame, in region: Region) {
    let actions = shown
    let selected = selected
    let lines = selected.map { history(of: $0, columns: region.columns - 4) } ?? []
    let detail = region.rows >= 14 && selected != nil ? min(lines.count + 2, region.rows / 2) : 0
    let parts = region.splitRows([.weight(1), .fixed(detail)])
    let filter = state.visit.filter.isEmpty ? "" : " · /\(state.visit.filter)"
    let words = state.agreed?.tally.words ?? ""
    let note = (words.isEmpty ? "nothing open" : words) + filter
    let inner = Box(title: "Actions", note: note, isFocused: true).draw(on: &frame, in: parts[0])
    guard !actions.isEmpty else {
      for (line, words) in wrapped(nothing, to: inner.columns - 4).enumerated() {
        frame.write(StyledText(words, .faint), in: inner.inset(left: Table.gutter), line: line)
      }
      return
    }
    drawTable(actions, selected, on: &frame, in: inner)
    guard detail > 0, let selected else { return }
    let place = Box(title: state.board.words(of: selected.subject), note: selected.id).draw(on: &frame, in: parts[1])
    for (line, words) in lines.prefix(place.rows).enumerated() {
      frame.write(words, in: place.inset(rows: 0, columns: 1), line: line)
    }
  }

  private func drawTable(_ actions: [AgreedAction], _ selected: AgreedAction?, on frame: inout Frame, in inner: Region)
  {
    let wide = inner.columns >= 110
    let columns = [
      TableColumn("action", minimum: 20, ideal: .max), TableColumn("status", minimum: 11),
      TableColumn("due", minimum: 11, priority: 1),
      TableColumn("owner", minimum: 12, ideal: wide ? 18 : 16, priority: 2),
      TableColumn("about", minimum: 14, ideal: wide ? 24 : 20, priority: 3),
    ]
    var table = Table(
      columns: columns, rowCount: actions.count, selection: selected.flatMap { actions.firstIndex(of: $0) }, pane: 0)
    table.gap = inner.columns < 100 ? 1 : 2
    table.draw(on: &frame, in: inner) { row in
      let action = actions[row]
      let isOverdue = action.isOverdue(on: state.today)
      let role: Role = action.isOpen ? .text : .faint
      return [
        StyledText(action.text, role),
        StyledText(isOverdue ? "◆ overdue" : action.status.rawValue, isOverdue ? .late : role),
        StyledText(action.due.map { Period.title(of: $0) } ?? "", isOverdue ? .late : .faint),
        StyledText(action.owner, role), StyledText(state.board.words(of: action.subject), .faint),
      ]
    }
  }

  /// The whole text and every event, the latest first.
  private func history(of action: AgreedAction, columns: Int) -> [StyledText] {
    wrapped(action.text, to: columns).map { StyledText($0, .strong) }
      + action.history.reversed().flatMap { event in
        wrapped(Self.words(of: event, isFirst: event == action.history.first), to: columns).map {
          StyledText($0, .faint)
        }
      }
  }

  /// `26 Mar 2018 10:00 ward@host: done; lists run until May`.
  static func words(of event: ActionEvent, isFirst: Bool) -> String {
    let parts = [
      isFirst ? "agreed" : event.status?.rawValue, isFirst ? nil : event.text,
      event.owner.map { "owner \($0)" }, event.due.map { "due \(Period.title(of: $0))" },
      event.escalatedTo.map { "escalated to \($0)" },
    ].compactMap { $0 }.filter { !$0.isEmpty }
    return "\(Period.title(of: event.at.day)) \(event.at.clock) \(event.by): \(parts.joined(separator: "; "))"
  }
}
