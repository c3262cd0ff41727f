import Actions
import Metrics
import Screen
import Testing

@testable import Dashboard

/// Agreeing an action on a figure, and where it is seen from then on.
@Suite struct AgreedActionTests {
  private var state: State {
    var state = Session().state
    _ = reduce(&state, .actions(ActionBook()))
    return state
  }

  private func press(_ state: inout State, _ keys: Key...) -> [Effect] {
    keys.flatMap { reduce(&state, Keymap.action(for: $0, in: state)) }
  }

  private func type(_ state: inout State, _ text: String) {
    for letter in text { _ = reduce(&state, Keymap.action(for: .character(letter), in: state)) }
  }

  private func agreed(
    _ text: String, on key: Series.Key, due: String? = nil, owner: String? = nil, at: String = "2018-03-01T09:00"
  ) -> ActionEvent {
    var event = ActionEvent(.action, at: Moment(at)!, by: "ward@a")
    event.subject = ActionSubject(metric: key.metric, organisation: key.organisation, period: Period("2018-02"))
    (event.text, event.due, event.owner) = (text, due.flatMap { Day($0) }, owner)
    return event
  }

  @Test func `A asks for text, owner and day, and writes an action about the figure under the cursor`() throws {
    var state = state
    let (key, period) = try #require(state.content.figureUnderCursor)
    #expect(press(&state, .character("A")) == [])
    type(&state, "open the annexe")
    #expect(press(&state, .enter) == [])
    type(&state, "Head of Nursing")
    #expect(press(&state, .enter) == [])
    type(&state, "friday")
    var draft = ActionDraft(.action)
    draft.subject = ActionSubject(metric: key.metric, organisation: key.organisation, period: period)
    (draft.text, draft.owner, draft.due) = ("open the annexe", "Head of Nursing", "friday")
    #expect(press(&state, .enter) == [.act(draft)])
    #expect(state.prompt == nil)
  }

  @Test func `every field can be gone back to, and Esc leaves nothing`() throws {
    var state = state
    _ = press(&state, .character("A"))
    type(&state, "opne")
    _ = press(&state, .enter, .up, .control("u"))
    type(&state, "open")
    _ = press(&state, .down)
    var form: ActionForm?
    if case .form(let asked)? = state.prompt { form = asked }
    let open = try #require(form)
    #expect(open.draft.text == "open" && open.field == .owner)
    #expect(press(&state, .escape) == [])
    #expect(state.prompt == nil)
  }

  @Test(arguments: [("", "what is to be done?"), ("ring 943 476 5919", "is an NHS number")])
  func `what is refused stays in the form with the reason`(text: String, reason: String) {
    var state = state
    _ = press(&state, .character("A"))
    type(&state, text)
    #expect(press(&state, .enter, .enter, .enter) == [])
    #expect(state.message.contains(reason))
    #expect(state.prompt != nil)
    #expect(render(state).text.contains(reason))
  }

  @Test func `what could not be written comes back with what was typed`() {
    var state = state
    var draft = ActionDraft(.note)
    draft.text = "new streaming service"
    _ = reduce(&state, .refused(draft, "the disk is full"))
    guard case .form(let form)? = state.prompt else {
      Issue.record("expected the form; the prompt is \(String(describing: state.prompt))")
      return
    }
    #expect(form.draft == draft && state.message == "the disk is full")
  }

  @Test(arguments: ["A", "N"]) func `without a folder the key says how to open one`(key: Character) {
    var state = Session().state
    #expect(press(&state, .character(key)) == [])
    #expect(state.message == "no folder of actions is open; start sitrep with --actions FOLDER")
  }

  @Test func `an action is seen as a badge, in the summary, on its page, on the wall and in words`() throws {
    var state = state
    let (key, _) = try #require(state.content.figureUnderCursor)
    let late = agreed("open the annexe", on: key, due: "2016-03-10", owner: "Head of Nursing")
    let later = agreed("ask for beds", on: key, due: "2118-03-10")
    _ = reduce(&state, .actions(ActionBook(events: [later, late])))
    #expect(render(state).text.contains("2 actions, 1 overdue") || render(state).text.contains("◆1 of 2"))
    _ = reduce(&state, .page(.actions))
    #expect(ActionsPage(state).shown.map(\.text) == ["open the annexe", "ask for beds"])
    #expect(render(state).text.contains("◆ overdue"))
    #expect(
      SpokenText(state).lines.contains { $0.hasPrefix("open the annexe; ") && $0.contains("overdue since 10 Mar 2016") }
    )
    _ = reduce(&state, .summary)
    #expect(render(state).text.contains("2 actions, 1 overdue · L lists them"))
    #expect(SpokenText(state).lines.contains("2 actions, 1 overdue."))
    _ = reduce(&state, .beginKiosk(Playlist("actions 30s", file: "list")))
    #expect(render(state).text.contains("◆ open the annexe"))
  }

  @Test(arguments: [
    Size(columns: 20, rows: 3), Size(columns: 36, rows: 8), Size(columns: 80, rows: 24), Size(columns: 1, rows: 1),
  ])
  func `the form, the page and the wall are drawn at every size`(size: Size) throws {
    var state = state
    let (key, _) = try #require(state.content.figureUnderCursor)
    _ = reduce(&state, .resize(size))
    let many = (0..<30).map { agreed("action \($0)", on: key, due: "2016-03-10") }
    _ = reduce(&state, .actions(ActionBook(events: many)))
    _ = press(&state, .character("A"))
    type(&state, "open")
    if size.rows > 2, size.columns >= 20 { #expect(render(state).text.contains("text: open")) }
    _ = press(&state, .escape, .character("L"))
    _ = render(state)
    _ = reduce(&state, .beginKiosk(Playlist("actions 30s", file: "list")))
    #expect(render(state).size == size)
  }

  @Test(arguments: ["200x60", "120x40", "80x24"])
  func `a few actions on a wall are in large letters, and in ordinary ones below`(size: String) throws {
    var state = state
    let (key, _) = try #require(state.content.figureUnderCursor)
    _ = reduce(&state, .resize(try #require(Size(text: size))))
    let late = agreed("open the annexe at weekends", on: key, due: "2016-03-10")
    _ = reduce(&state, .actions(ActionBook(events: [late])))
    _ = reduce(&state, .beginKiosk(Playlist("actions 30s", file: "list")))
    let frame = render(state)
    #expect(frame.text.contains("◆ open the annexe at weekends"))
    let large = frame.cells.filter { "▟▙▜▛█▀▄".contains($0.character) && $0.role == .late }
    #expect(large.count > 100, "\(frame.text)")
  }

  @Test func `a wall without an open action says so in its middle`() throws {
    var state = state
    _ = reduce(&state, .resize(Size(columns: 120, rows: 40)))
    _ = reduce(&state, .beginKiosk(Playlist("actions 30s", file: "list")))
    let lines = render(state).text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("nothing open") })
    #expect((15...25).contains(line) && lines[line].prefix { $0 == " " }.count > 45)
  }

  @Test func `an action about an unknown metric shows its id and is a problem that can be put right`() throws {
    var state = state
    _ = reduce(
      &state, .actions(ActionBook(events: [agreed("open the annexe", on: Series.Key("rtt.incomplete-18", "RT1"))])))
    _ = reduce(&state, .page(.actions))
    #expect(render(state).text.contains("rtt.incomplete-18"))
    let problem = try #require(state.problems.first { $0.message.contains("rtt.incomplete-18") })
    #expect(problem.expected.contains("rtt.incomplete") && problem.fix.contains("--status done"))
    let (key, _) = try #require(Session().state.content.figureUnderCursor)
    _ = reduce(&state, .actions(ActionBook(events: [agreed("open the annexe", on: key)])))
    #expect(!state.problems.contains { $0.message.contains("action ") })
  }

  @Test func `an action that falls due is told once, and not when the board opens`() throws {
    var state = Session().state
    let (key, _) = try #require(state.content.figureUnderCursor)
    let due = state.today.advanced(by: 1)
    let known = agreed("known", on: key, due: state.today.text)
    let next = agreed("next", on: key, due: due.text, owner: "Matron")
    #expect(reduce(&state, .actions(ActionBook(events: [known, next]))) == [])
    let effects = reduce(&state, .tick(Moment(day: due, second: 60)))
    #expect(effects.count == 2 && effects.first == .bell)
    #expect(state.alerts.shown.map(\.sentence) == ["Due today: next (Matron)"])
    #expect(reduce(&state, .tick(Moment(day: due, second: 120))) == [])
    // A new board does not take it away; doing it does.
    _ = reduce(&state, .show(state.board))
    #expect(state.alerts.shown.count == 1)
    _ = reduce(&state, .actions(ActionBook(events: [known])))
    #expect(state.alerts.shown == [])
  }

  @Test func `a note marks its period on the chart and in the table, and is said of it`() throws {
    var state = state
    let (key, period) = try #require(state.content.figureUnderCursor)
    var note = ActionEvent(.note, at: Moment("2018-03-01T09:00")!, by: "ward@a")
    note.text = "new streaming service"
    note.subject = ActionSubject(metric: key.metric, organisation: key.organisation, period: period)
    _ = reduce(&state, .actions(ActionBook(events: [note])))
    try ViewLine.open(["detail", key.organisation.text, key.metric.text], in: &state)
    _ = reduce(&state, .resize(Size(columns: 120, rows: 40)))
    #expect(render(state).text.contains("◇"))
    #expect(Legend(render(state)).lines.contains { $0.sign == "◇" })
    #expect(SpokenText(state).lines.contains { $0.hasPrefix("Note, \(period.title): new streaming service") })
  }

  @Test func `a note marks its period in the summary and on the chart of the wall`() throws {
    var state = state
    let (key, period) = try #require(state.content.figureUnderCursor)
    func shown() throws -> (summary: String, wall: String) {
      var there = state
      _ = reduce(&there, .resize(Size(columns: 120, rows: 40)))
      try ViewLine.open(["summary", key.organisation.text], in: &there)
      var wall = there
      let list = Playlist("detail \(key.organisation.text) \(key.metric.text) 30s", file: "list")
      _ = reduce(&wall, .beginKiosk(list))
      return (render(there).text, render(wall).text)
    }
    let before = try shown()
    #expect(!before.summary.contains("◇") && !before.wall.contains("◇"))
    var note = ActionEvent(.note, at: Moment("2018-03-01T09:00")!, by: "ward@a")
    note.text = "new streaming service"
    note.subject = ActionSubject(metric: key.metric, organisation: key.organisation, period: period)
    _ = reduce(&state, .actions(ActionBook(events: [note])))
    let after = try shown()
    #expect(after.summary.contains("\(period.title) ◇"), "\(after.summary)")
    #expect(after.wall.contains("◇"), "\(after.wall)")
  }

  @Test func `on the page of actions A changes the one under the cursor`() throws {
    var state = state
    let (key, _) = try #require(state.content.figureUnderCursor)
    _ = reduce(&state, .actions(ActionBook(events: [agreed("open the annexe", on: key)])))
    let id = try #require(state.agreed?.inOrder.first?.id)
    _ = press(&state, .character("L"), .character("A"))
    type(&state, "d")
    _ = press(&state, .enter)
    type(&state, "open since Monday")
    var draft = ActionDraft(.change)
    (draft.id, draft.status, draft.text) = (id, "done", "open since Monday")
    #expect(press(&state, .enter, .enter, .enter, .enter) == [.act(draft)])
  }
}
