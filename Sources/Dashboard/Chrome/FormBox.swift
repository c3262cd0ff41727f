import Metrics
import Screen

/// The fields of a form with the text typed into them, above the line for the current field.
struct FormBox {
  let form: ActionForm

  /// Draws it over the bottom of a page, where that leaves some of the page; otherwise the line alone is shown.
  func draw(on frame: inout Frame, in page: Region) {
    let height = form.fields.count + 2
    guard page.rows >= height + 3, page.columns >= 36 else { return }
    let place = page.inset(top: page.rows - height)
    frame.clear(place)
    frame.cover(place)
    let box = Box(
      title: StyledText("\(form.title) · \(form.about)", .title), note: StyledText("Esc cancel", .faint),
      footer: StyledText("Enter \(form.isLast ? "write" : "next") · ↑ ↓ fields", .faint), isFocused: true)
    let inner = box.draw(on: &frame, in: place).inset(rows: 0, columns: 1)
    let width = 1 + (form.fields.map(\.label.count).max() ?? 0)
    for (line, field) in form.fields.enumerated() {
      let isCurrent = line == form.place
      let typed = form.text(of: field)
      let label =
        StyledText(isCurrent ? "▸" : " ", .selectionMark) + StyledText(field.label, isCurrent ? .strong : .faint)
      frame.write(label, in: inner, line: line)
      let words = typed.isEmpty && isCurrent ? StyledText(form.hint, .faint) : StyledText(typed)
      frame.write(words, in: inner.inset(left: width + 2), line: line)
    }
  }
}
