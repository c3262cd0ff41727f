import Metrics
import Screen

/// The control chart of a series in a box of its own, with what it says underneath.
struct ChartBox {
  let state: State
  let key: Series.Key
  let title: String
  let isFocused: Bool

  func draw(on frame: inout Frame, in region: Region) {
    let board = state.board
    let metric = board.catalogue[key.metric]
    let period = board.shownPeriod(
      key.metric, of: state.board.isCollective(key.organisation) ? key.organisation : state.scope, state.outlook)
    let grain = period?.grain ?? .month
    let charted = board.charted(
      key, upTo: period, grain: grain == .yearToDate ? .month : grain, choice: state.outlook.choice)
    let unit = charted.unit.isEmpty ? "" : " · \(charted.unit)"
    let known = charted.slots.count { $0.value != nil }
    let note =
      known >= 2
      ? "XmR, \(known) \(grain == .yearToDate ? "month" : grain.word)s\(charted.chart?.isProvisional == true ? ", provisional" : "")"
      : ""
    let box = Box(
      title: "\(title) · \(metric?.title ?? key.metric.text)\(unit)", note: note, footer: charted.remark,
      isFocused: isFocused)
    let inner = box.draw(on: &frame, in: region).inset(rows: 0, columns: 1)
    guard known >= 2 else {
      drawNothing(period, known, on: &frame, in: inner)
      return
    }
    let sentence = ControlSentence(charted)
    let words = sentence.text
    let hasWords = inner.rows >= 6 && !words.isEmpty
    let places = metric?.unit == .percent || metric?.unit == .pounds ? 1 : 0
    ChartPicture(charted, direction: metric?.direction ?? .neither).large.draw(
      on: &frame, in: inner.inset(bottom: hasWords ? 1 : 0)
    ) { value in Ratio(Int((value * 10).rounded()), 10).text(places: places) }
    guard hasWords else { return }
    let end = frame.write(words, in: inner, line: inner.rows - 1)
    // What the letters mean, where the sentence leaves room.
    if end + sentence.rules.width + 3 <= inner.right {
      frame.write(sentence.rules, in: inner, line: inner.rows - 1, alignment: .trailing)
    }
  }

  private func drawNothing(_ period: Period?, _ known: Int, on frame: inout Frame, in inner: Region) {
    let words =
      period == .undated
      ? "undated: shown with its document, never charted"
      : known == 1 ? "one figure: a chart needs two" : "nothing to chart"
    frame.write(StyledText(words, .faint), in: inner, line: inner.rows / 2, alignment: .centre)
  }
}
