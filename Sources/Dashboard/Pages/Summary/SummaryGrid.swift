import Metrics
import Screen
import Statistics

/// The grid of variation (down) × assurance (across), with the metrics in each cell.
struct SummaryGrid {
  /// The rows of the grid.
  enum Side: CaseIterable {
    case improving, commonCause, concerning, neutral

    /// The row of a variation.
    init(_ variation: Variation) {
      switch variation {
      case .improvementHigh, .improvementLow: self = .improving
      case .commonCause: self = .commonCause
      case .concernHigh, .concernLow: self = .concerning
      case .neutralHigh, .neutralLow: self = .neutral
      }
    }

    var heading: StyledText {
      switch self {
      case .improving: StyledText("improving", .improving)
      case .commonCause: StyledText("common cause", .commonCause)
      case .concerning: StyledText("concerning", .concerning)
      case .neutral: StyledText("neutral", .neutral)
      }
    }
  }

  /// The columns; the last is for metrics without a target.
  private static let assurances: [Assurance?] = [.consistentPass, .inconsistent, .consistentFail, nil]
  /// The metrics of each cell, with the side of their variation, row by row.
  private let cells: [[[Name]]]

  /// A metric's name in full and in short, both with the side of its variation, and in short alone.
  struct Name {
    let long: String, short: String, shortest: String

    /// As much of it as fits.
    func text(room: Int) -> String { [long, short].first { $0.count <= room } ?? shortest }
  }

  /// The kind of target that the last column lacks.
  private let choice: TargetTable.Choice

  init(_ rows: [SummaryPage.Row], choice: TargetTable.Choice) {
    self.choice = choice
    let charted = rows.compactMap { row in
      ControlWords(row.charted).isEmpty ? nil : row.charted.chart.map { (row.metric, $0) }
    }
    cells = Side.allCases.map { side in
      Self.assurances.map { assurance in
        charted.filter { Side($0.1.variation) == side && $0.1.assurance == assurance }
          .map { metric, chart in
            let side = chart.variation.isHigh.map { $0 ? ": high" : ": low" } ?? ""
            return Name(long: metric.title + side, short: metric.shortTitle + side, shortest: metric.shortTitle)
          }
      }
    }
  }

  /// The lines that it needs; the neutral row is shown only where it has metrics.
  var height: Int { 1 + shownSides.reduce(0) { $0 + lines(of: $1) } }

  private var shownSides: [Int] {
    cells.indices.filter { Side.allCases[$0] != .neutral || !cells[$0].allSatisfy(\.isEmpty) }
  }

  private func lines(of side: Int) -> Int { max(1, cells[side].map(\.count).max() ?? 0) }

  func draw(on frame: inout Frame, in region: Region) {
    let columns = region.splitColumns([.fixed(12)] + Self.assurances.map { _ in .weight(1) }, gap: 1)
    for (column, assurance) in Self.assurances.enumerated() {
      let place = columns[column + 1]
      let words = assurance.map { [$0.words, "will \($0.shortWords)"] } ?? [choice.lacking, choice.lackingBriefly]
      frame.write(words.map { StyledText($0, .heading) }.widest(in: place.columns), in: place, line: 0)
    }
    var line = 1
    let sides = shownSides
    for (position, side) in sides.enumerated() where line < region.rows {
      // Each row below needs at least one line.
      let room = max(1, region.rows - line - (sides.count - position - 1))
      let height = min(lines(of: side), room)
      frame.write(Side.allCases[side].heading, in: columns[0], line: line)
      for (column, names) in cells[side].enumerated() {
        draw(names, on: &frame, in: columns[column + 1].inset(top: line), height: height)
      }
      line += height
    }
  }

  private func draw(_ names: [Name], on frame: inout Frame, in region: Region, height: Int) {
    if names.isEmpty {
      frame.write(StyledText("none", .faint), in: region, line: 0)
      return
    }
    let isCut = names.count > height
    for (line, name) in names.prefix(height).enumerated() {
      let isLast = isCut && line == height - 1
      let isAlone = height == 1 && names.count > 1
      let count = "\(names.count): "
      let text =
        !isLast
        ? name.text(room: region.columns)
        : isAlone ? count + name.text(room: region.columns - count.count) : "\(names.count - line) more"
      frame.write(StyledText(text), in: region, line: line)
    }
  }
}
