import Actions
import Metrics
import Screen

/// What it would take to meet the target, in a box.
struct RecoveryBox {
  let page: DetailPage

  func draw(on frame: inout Frame, in region: Region) {
    let box = Box(title: page.id.isPosition ? "Position" : "Recovery", footer: page.shownPeriod?.title ?? "")
    let inner = box.draw(on: &frame, in: region).inset(rows: 0, columns: 1)
    let past = past(columns: inner.columns, rows: inner.rows / 2)
    let agreed = past + agreed(columns: inner.columns, rows: inner.rows / 2 - past.count)
    let lines = RecoveryLines(page).lines(fitting: inner.rows - agreed.count)
    if lines.isEmpty { frame.write(StyledText("nothing to calculate", .faint), in: inner, line: 0) }
    for (line, words) in agreed.enumerated() {
      frame.write(words, in: inner, line: inner.rows - agreed.count + line)
    }
    for (line, words) in lines.prefix(inner.rows - agreed.count).enumerated() {
      frame.write(words.name, in: inner.inset(right: words.amount.isEmpty ? 0 : words.amount.width + 1), line: line)
      frame.write(words.amount, in: inner, line: line, alignment: .trailing)
    }
  }

  /// What the figure of the period shown was at first, and what it is now; below what it takes.
  private func past(columns: Int, rows: Int) -> [StyledText] {
    guard let period = page.shownPeriod, rows >= 3, page.state.board.history != nil,
      let point = page.state.board.series(page.key, grain: period.grain)[period],
      let restated = page.state.board.restatement(of: page.key, point)
    else { return [] }
    let times = restated.changes > 1 ? ", changed \(restated.changes) times" : ""
    return [
      StyledText("Restated\(times)", .heading), StyledText("first \(line(restated.first, columns))"),
      StyledText("now \(line(restated.now, columns))"),
    ]
  }

  /// `92.6%, 326 of 352, seen 26 Nov 09:00`, and shorter.
  private func line(_ version: BoardHistory.Version, _ columns: Int) -> String {
    let value = version.measurement.value.map { page.unit == .percent ? "\($0.text(places: 1))%, " : "" } ?? ""
    let lines = [
      "\(value)\(version.measurement.text), seen \(version.seen.title)",
      "\(version.measurement.text), \(version.seen.date)",
    ]
    return lines.first { $0.count + 6 <= columns } ?? lines[1]
  }

  /// The open actions about the figure, and the notes of the period shown, below the recovery.
  private func agreed(columns: Int, rows: Int) -> [StyledText] {
    guard let agreed = page.state.agreed, rows >= 2 else { return [] }
    let notes =
      page.shownPeriod.map { agreed.notes(about: page.id, of: page.code, in: $0) } ?? []
    let actions = agreed.open(about: page.id, of: page.code)
    let lines =
      notes.flatMap { wrapped("◇ \($0.text)", to: columns).prefix(2).map { StyledText($0) } }
      + actions.flatMap { action in
        let isOverdue = action.isOverdue(on: page.state.today)
        let who = [action.owner, action.dueWords(on: page.state.today)].filter { !$0.isEmpty }.joined(separator: ", ")
        return wrapped((isOverdue ? "◆ " : "· ") + action.text, to: columns).prefix(2).map {
          StyledText($0, isOverdue ? .late : .text)
        } + (who.isEmpty ? [] : [StyledText("  " + who, .faint)])
      }
    guard !lines.isEmpty else { return [] }
    let room = max(2, rows) - 1
    let tally = ActionBook.tally(actions, on: page.state.today).words
    let heading = StyledText(tally.isEmpty ? "Notes" : tally, .heading)
    return [heading] + (lines.count <= room ? lines : lines.prefix(room - 1) + [StyledText("L lists the rest", .faint)])
  }
}
