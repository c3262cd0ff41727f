import Metrics
import Screen

/// The control chart of a series in a box of its own, with its words below.
struct ChartBox {
  let charted: ChartedSeries
  let key: Series.Key
  let title: String
  let metric: Metric?
  /// The periods with notes.
  private let noted: Set<Period>

  init(_ charted: ChartedSeries, key: Series.Key, title: String, _ state: State) {
    self.charted = charted
    self.key = key
    self.title = title
    metric = state.board.catalogue[key.metric]
    noted = state.noted(charted, of: key)
  }

  private var known: Int { charted.slots.count { $0.value != nil } }

  func draw(on frame: inout Frame, in region: Region) {
    let sentence = ControlSentence(charted)
    let rules = sentence.rules(room: region.columns - 6)
    let unit = charted.unit.isEmpty ? "" : " · \(charted.unit)"
    let box = Box(
      title: "\(title) · \(metric?.title ?? key.metric.text)\(unit)", note: known >= 2 ? note : "",
      footer: footer(rules.plain, in: region))
    let inner = box.draw(on: &frame, in: region).inset(rows: 0, columns: 1)
    guard known >= 2 else {
      let words = known == 1 ? "one figure: a chart needs two" : "nothing to chart"
      frame.write(StyledText(words, .faint), in: inner, line: inner.rows / 2, alignment: .centre)
      return
    }
    let hasSentence = inner.rows >= 6 && !sentence.text.isEmpty
    let hasRules = hasSentence && inner.rows >= 10 && !footer(rules.plain, in: region).hasSuffix(rules.plain)
    let plot = inner.inset(bottom: hasRules ? 2 : hasSentence ? 1 : 0)
    ChartPicture(charted, direction: metric?.direction ?? .neither, noted: noted).large.draw(on: &frame, in: plot) {
      value in
      Ratio(Int((value * 10).rounded()), 10).text(places: 1)
    }
    guard hasSentence else { return }
    frame.write(sentence.text(room: inner.columns), in: inner, line: inner.rows - (hasRules ? 2 : 1))
    if hasRules { frame.write(rules, in: inner, line: inner.rows - 1) }
  }

  /// The words in the border: why the chart begins or is rebased where it is, and the meanings of the letters on it
  /// where there is room for both.
  private func footer(_ rules: String, in region: Region) -> String {
    if charted.remark.isEmpty || rules.isEmpty { return charted.remark + rules }
    let both = "\(charted.remark) · \(rules)"
    return both.count + 6 <= region.columns ? both : charted.remark
  }

  /// `XmR, 36 months`.
  private var note: String {
    let grain = charted.slots.last?.period.grain ?? .month
    return "XmR, \(known) \(grain.word)s\(charted.chart?.isProvisional == true ? ", provisional" : "")"
  }
}
