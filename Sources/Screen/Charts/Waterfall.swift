/// The rows of a bridge: each amount starts where the previous one ended.
public struct Waterfall: Sendable, Equatable {
  /// One row of the bridge.
  public struct Step: Sendable, Equatable {
    /// The effect of an amount on the running total.
    public enum Kind: Sendable, Hashable {
      /// It is the running total itself, drawn from zero: the control total, the outturn.
      case total
      /// It adds to the running total, favourable when it is positive.
      case change
      /// It is a difference that is not reconciled.
      case unexplained
    }

    /// The label, at the left.
    public var label: StyledText
    /// The amount, in any unit; the same for all steps.
    public var amount: Double
    /// The amount in words, at the right.
    public var amountText: StyledText
    /// Its effect on the running total.
    public var kind: Kind

    /// A row of a bridge.
    public init(label: StyledText, amount: Double, amountText: StyledText, kind: Kind = .change) {
      self.label = label
      self.amount = amount
      self.amountText = amountText
      self.kind = kind
    }
  }

  /// The rows from top to bottom.
  public var steps: [Step]

  /// A bridge of these rows.
  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// The two ends of each bar.
  var extents: [(from: Double, to: Double)] {
    var running = 0.0
    return steps.map { step in
      let amount = step.amount.isFinite ? step.amount : 0
      if step.kind == .total { running = 0 }
      defer { running += amount }
      return (running, running + amount)
    }
  }

  private var amountWidth: Int { steps.map(\.amountText.width).max() ?? 0 }

  /// The width of the labels, which may take what the bars can spare: a quarter of the region is enough to compare
  /// amounts.
  private func labelWidth(in region: Region) -> Int {
    let spare = region.columns - amountWidth - 2 - max(12, region.columns / 4)
    return min(steps.map(\.label.width).max() ?? 0, max(region.columns / 2 + 1, spare))
  }

  /// The number of lines of each row in a region: more than one where its label is too long, as far as there are lines; every
  /// long label has its second before one has its third.
  public func heights(in region: Region) -> [Int] {
    let labels = labelWidth(in: region)
    let wanted = steps.map { max(1, $0.label.wrapped(to: labels).count) }
    var heights = steps.map { _ in 1 }
    var free = max(0, region.rows - steps.count)
    for height in 1..<(wanted.max() ?? 1) {
      for place in steps.indices where free > 0 && wanted[place] > height {
        heights[place] += 1
        free -= 1
      }
    }
    return heights
  }

  /// Draws as many rows as fit: label, bar, amount; where the region is narrow, the bars are dropped first.
  public func draw(on frame: inout Frame, in region: Region, selected: Int? = nil) {
    let amounts = amountWidth
    let labels = labelWidth(in: region)
    let heights = heights(in: region)
    let bars = region.inset(left: labels + 1, right: amounts + 1)
    let scale = Scale(extents, columns: bars.columns)
    let extents = extents
    var line = 0
    for (position, step) in steps.enumerated() where line < region.rows {
      let isSelected = position == selected
      let wrapped = step.label.wrapped(to: labels)
      let words = heights[position] < wrapped.count ? wrapped.prefix(heights[position] - 1) : wrapped[...]
      // The rest of a label that is too long for its lines is on the last of them.
      let rest = wrapped.dropFirst(words.count).reduce(StyledText()) { $0.isEmpty ? $1 : $0 + StyledText(" ") + $1 }
      for (below, text) in (words + (rest.isEmpty ? [] : [rest])).enumerated() {
        frame.write(
          text, row: region.row + line + below, column: region.column, width: labels, selected: isSelected)
      }
      if bars.columns >= 6 {
        drawBar(step.role, extents[position], scale, on: &frame, in: bars.line(line), selected: isSelected)
      }
      frame.write(
        step.amountText, row: region.row + line, column: max(region.column + labels, region.right - amounts),
        width: min(amounts, region.columns - labels), alignment: .trailing, selected: isSelected)
      line += heights[position]
    }
  }

  private func drawBar(
    _ role: Role, _ extent: (from: Double, to: Double), _ scale: Scale, on frame: inout Frame, in line: Region,
    selected: Bool
  ) {
    let from = scale.halfCell(min(extent.from, extent.to))
    // Even the smallest amount is visible, or its row would look like a missing one.
    let to = extent.from == extent.to ? from : max(from + 1, scale.halfCell(max(extent.from, extent.to)))
    let axis = scale.halfCell(0) / 2
    for column in 0..<line.columns {
      let left = from <= column * 2 && column * 2 < to
      let right = from <= column * 2 + 1 && column * 2 + 1 < to
      let block: Character? = left && right ? "█" : left ? "▌" : right ? "▐" : nil
      if let block {
        frame[line.row, line.column + column] = Cell(block, role: role, isSelected: selected)
      } else if column == min(axis, line.columns - 1) {
        frame[line.row, line.column + column] = Cell("│", role: .frame, isSelected: selected)
      }
    }
  }

  /// Amounts on a scale of half cells, which always includes zero, between two whole cells.
  private struct Scale {
    let axis: Int
    let perHalfCell: Double
    let most: Int

    init(_ extents: [(from: Double, to: Double)], columns: Int) {
      let low = min(0, extents.map { min($0.from, $0.to) }.min() ?? 0)
      let high = max(0, extents.map { max($0.from, $0.to) }.max() ?? 0)
      most = max(0, columns * 2)
      perHalfCell = high > low && columns > 1 ? (high - low) / Double(most - 2) : 1
      axis = low < 0 ? min(most, Int((-low / perHalfCell / 2).rounded()) * 2) : 0
    }

    func halfCell(_ amount: Double) -> Int {
      min(most, max(0, axis + Int((amount / perHalfCell).rounded())))
    }
  }
}

extension Waterfall.Step {
  /// The role of its bar.
  var role: Role {
    switch kind {
    case .total: .bar
    case .unexplained: .unexplained
    case .change: amount < 0 ? .barAdverse : .barFavourable
    }
  }
}
