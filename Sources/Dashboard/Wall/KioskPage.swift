import Metrics
import Screen

/// The wall: the organisation, metric and period at the top, figures as large as the cells allow, and progress through
/// the view at the bottom.
///
/// It has no cursor, and shows neither rows of files nor counts of 1 to 4 from the organisation's own files.
struct KioskPage {
  private let state: State
  private let view: WallView

  init(_ state: State) {
    self.state = state
    view = state.content.wall
  }

  func draw(on frame: inout Frame) {
    let screen = Region(state.size)
    let isHeld = state.kiosk?.mode == .paused
    if screen.rows == 1 || screen.rows == 2 && (isHeld || StatusMessage(state).rows(on: state.size) > 0) {
      drawLeast(isHeld: isHeld, on: &frame, in: screen)
      return
    }
    // What must be said has a line at every size; the progress line appears only where there is room to spare.
    let hasProgress = screen.rows >= 6
    let said = hasProgress ? 0 : StatusMessage(state).rows(on: state.size)
    let hasBanner = hasProgress && !state.alerts.shown.isEmpty
    let foot = said > 0 ? said : hasProgress || isHeld ? 1 : 0
    let parts = screen.splitRows([.fixed(1), .fixed(hasBanner ? 1 : 0), .weight(1), .fixed(foot)])
    drawTitle(on: &frame, in: parts[0])
    if hasBanner, let words = AlertBanner(state).text(room: screen.columns - 2) {
      frame.write(words, in: parts[1].inset(rows: 0, columns: 1))
    }
    drawFigures(on: &frame, in: parts[2])
    if said > 0 {
      StatusMessage(state).draw(on: &frame, below: screen)
    } else if hasProgress || isHeld {
      drawProgress(on: &frame, in: parts[3])
    }
  }

  /// The page in one or two lines: the first figure of the view, with the organisation, metric and period.
  private func drawLeast(isHeld: Bool, on frame: inout Frame, in screen: Region) {
    let line = state.asOf.map { AsOfMark(moment: $0).draw(on: &frame, in: screen.line(0)) } ?? screen.line(0)
    drawLine(isHeld: isHeld && screen.rows == 1, on: &frame, in: line)
    if StatusMessage(state).rows(on: state.size) > 0 {
      StatusMessage(state).draw(on: &frame, below: screen)
    } else if isHeld, screen.rows > 1 {
      drawProgress(on: &frame, in: screen.line(1))
    }
  }

  /// The first figure of the view, after the organisation, metric and period where there is room for them.
  private func drawLine(isHeld: Bool, on frame: inout Frame, in line: Region) {
    if state.kiosk?.failure != nil {
      frame.write(StyledText("this entry cannot be shown", .problemError), in: line)
      return
    }
    guard let first = view.figures.first else {
      frame.write("nothing returned", .strong, in: line)
      return
    }
    let figure = StyledText(first.written, .strong)
    let title = shortest + StyledText(" ")
    let whole = [first.variances[0], first.variances.last ?? StyledText()].map { title + figure + StyledText(" ") + $0 }
    let marked = figure + first.mark
    let named = StyledText("\(first.metric.shortTitle) ", .title) + marked
    let end = frame.write((whole + [title + marked, named, marked]).widest(in: line.columns), in: line)
    if isHeld { frame.write(StyledText("  paused", .functionKey), in: line.inset(left: end - line.column)) }
  }

  /// The organisation, metric and period; on the right, the freshness of the oldest figure and the clock.
  private func drawTitle(on frame: inout Frame, in line: Region) {
    frame.write("", row: line.row, column: line.column, role: .headerBar, width: line.columns)
    var right = StyledText()
    if state.viewSettings.choice != .standard {
      // Otherwise a figure that misses the standard would seem to meet it.
      right.append(state.viewSettings.choice.rawValue + "  ", .headerBar)
    }
    if let worst = state.digest.stalest?.headerWords(columns: line.columns) {
      right.append(worst)
      right.append("  ", .headerBar)
    }
    if let asOf = state.asOf {
      right.append((line.columns >= 60 ? asOf.asOfWords : asOf.asOfBrief) + " ", .headerStrong)
    } else if line.columns >= 36 {
      right.append(state.clock + " ", .headerStrong)
    }
    frame.write(right, row: line.row, column: line.right - right.width)
    let room = line.inset(left: 1, right: right.width + 1)
    frame.write(titles.widest(in: room.columns), in: room)
  }

  /// The organisation, metric and period, each in full, then ever shorter: the organisation first, because its short
  /// name is the one used, then the period, and last what it is about.
  private var titles: [StyledText] {
    if state.kiosk?.failure != nil { return refusedTitles }
    return [
      title([.organisation, .subject, .period]), title([.subject, .period]), title([.subject]), title([]),
      title([], " "), shortest,
    ]
  }

  /// The title of an entry that cannot be shown: where it stands, because it is about nothing.
  private var refusedTitles: [StyledText] {
    let line = state.kiosk?.entry.line.map { "line \($0) of the playlist" } ?? "the playlist"
    let organisation = state.board.organisation(view.organisation)
    return [organisation.name, organisation.shortName].map {
      StyledText($0, .headerStrong) + StyledText(" › \(line)", .headerBar)
    } + [StyledText(line, .headerBar)]
  }

  /// A part of the title.
  private enum TitlePart { case organisation, subject, period }

  /// - Parameter whole: the parts in full.
  private func title(_ whole: [TitlePart], _ gap: String = " › ") -> StyledText {
    let organisation = state.board.organisation(view.organisation)
    var text = StyledText(
      whole.contains(.organisation) ? organisation.name : organisation.shortName, .headerStrong)
    text.append(gap + (whole.contains(.subject) ? view.title : view.shortTitle), .headerBar)
    if let period = view.period {
      text.append(gap + (whole.contains(.period) ? period.longTitle : period.title), .headerStrong)
    }
    return text
  }

  /// The title by code and in digits: `RT1 A&E 4h Oct 16`.
  private var shortest: StyledText {
    var text = StyledText(view.organisation.text, .headerStrong)
    text.append(" " + view.shortTitle, .headerBar)
    if let period = view.period { text.append(" " + period.columnTitle, .headerStrong) }
    return text
  }

  private func drawFigures(on frame: inout Frame, in region: Region) {
    if let failure = state.kiosk?.failure {
      if let entry = state.kiosk?.entry { WallRefusal(entry: entry, why: failure).draw(on: &frame, in: region) }
      return
    }
    if let items = view.items {
      WallList(items: items, nothing: view.nothing).draw(on: &frame, in: region)
      return
    }
    if let actions = view.actions { return WallActions(actions: actions, state: state).draw(on: &frame, in: region) }
    guard let beside = view.beside, let first = view.figures.first else {
      return drawTiles(view.figures, on: &frame, in: region)
    }
    WallFocus(shown: first, lines: beside).draw(on: &frame, in: region)
  }

  private func drawTiles(_ figures: [WallFigure], on frame: inout Frame, in region: Region) {
    if region.rows < WallTile.least.rows || region.columns < WallTile.least.columns {
      if figures.isEmpty { frame.write("nothing returned", .strong, in: region) }
      for (line, figure) in figures.prefix(region.rows).enumerated() {
        // A figure for a period other than the title's names its own.
        let own = figure.figure?.period
        let when = own.map { $0.isOwn(beside: view.period) ? "\($0.briefTitle) " : "" } ?? ""
        let words =
          StyledText("\(figure.metric.shortTitle) ", .title) + StyledText(when, .faint)
          + StyledText(figure.written, .strong)
        let variances = figure.variances.map { words + StyledText(" ") + $0 }
        frame.write((variances + [words + figure.mark]).widest(in: region.columns), in: region, line: line)
      }
    } else {
      WallTiles(figures: figures, period: view.period).draw(on: &frame, in: region)
    }
  }

  /// The view's number out of the total and the progress through it; the keys while it is paused.
  private func drawProgress(on frame: inout Frame, in line: Region) {
    guard let kiosk = state.kiosk else { return }
    frame.write("", row: line.row, column: line.column, role: .functionLabel, width: line.columns)
    let count = " \(kiosk.position + 1) of \(kiosk.entries.count) "
    let end = frame.write(count, row: line.row, column: line.column, role: .functionLabel)
    let rest = line.inset(left: end + 1, right: 1)
    if kiosk.mode == .paused || !state.message.isEmpty {
      let said = state.message.isEmpty ? "paused" : state.message
      var column = frame.write(said, row: line.row, column: rest.column, role: .functionKey) + 2
      for binding in Keymap.functionBar(for: state) {
        let width = binding.shownKey.count + 1 + binding.label.count
        guard column + width <= rest.right else { break }
        column = frame.write(binding.shownKey, row: line.row, column: column, role: .functionKey)
        column = frame.write(" " + binding.label, row: line.row, column: column, role: .functionLabel) + 2
      }
      return
    }
    // The filled part is styled like the clock, so that the terminal is sent both in one run.
    let gauge = Gauge(share: Double(kiosk.shownFor) / Double(kiosk.entry.seconds)).text(width: min(24, rest.columns))
    let done = gauge.prefix { $0 == "▰" }
    frame.write(String(done), row: line.row, column: rest.column, role: .headerStrong)
    frame.write(
      String(gauge.dropFirst(done.count)), row: line.row, column: rest.column + done.count, role: .functionLabel)
  }
}
