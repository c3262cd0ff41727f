import Metrics
import Screen

/// What it would take to meet the target, in a box.
struct TakesBox {
  let page: DetailPage

  func draw(on frame: inout Frame, in region: Region) {
    let box = Box(title: page.id.isPosition ? "Position" : "Recovery", footer: page.shownPeriod?.title ?? "")
    let inner = box.draw(on: &frame, in: region).inset(rows: 0, columns: 1)
    let lines = RecoveryLines(page).lines(fitting: inner.rows)
    if lines.isEmpty { frame.write(StyledText("nothing to calculate", .faint), in: inner, line: 0) }
    for (line, words) in lines.prefix(inner.rows).enumerated() {
      frame.write(words.name, in: inner.inset(right: words.amount.isEmpty ? 0 : words.amount.width + 1), line: line)
      frame.write(words.amount, in: inner, line: line, alignment: .trailing)
    }
  }
}
