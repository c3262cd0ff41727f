/// One column of a table: its heading, its width, and how soon it gives way.
public struct TableColumn: Sendable, Equatable {
  /// Which way the rows are sorted by this column.
  public enum Sorting: Sendable, Hashable {
    /// Smallest first.
    case ascending
    /// Largest first.
    case descending
  }

  /// The heading.
  public var title: String
  /// Cells below which it is not worth showing.
  public var minimum: Int
  /// Cells it would like; `.max` takes whatever the others leave.
  public var ideal: Int
  /// Where heading and cells stand in it.
  public var alignment: Alignment
  /// How long it stays when the table narrows: 0 longest, higher numbers go first. The first column always stays.
  public var priority: Int
  /// The way the rows are sorted by it, if they are.
  public var sorting: Sorting?

  /// A column; without an ideal width it has exactly its minimum.
  public init(
    _ title: String, minimum: Int, ideal: Int? = nil, alignment: Alignment = .leading, priority: Int = 0,
    sorting: Sorting? = nil
  ) {
    self.title = title
    self.minimum = max(1, minimum)
    self.ideal = max(self.minimum, ideal ?? minimum)
    self.alignment = alignment
    self.priority = priority
    self.sorting = sorting
  }
}

/// Where one column stands, counted from the table's left edge.
struct TablePlacement: Equatable {
  let index: Int
  let column: Int
  let width: Int
}

extension Table {
  /// The columns that are in sight in a region, by their numbers.
  public func shownColumns(in region: Region) -> [Int] {
    placements(width: region.inset(left: Self.gutter).columns).map(\.index)
  }

  /// The cells a column has in a region; 0 where it is out of sight.
  public func width(of column: Int, in region: Region) -> Int {
    placements(width: region.inset(left: Self.gutter).columns).first { $0.index == column }?.width ?? 0
  }

  /// The columns that fit into `width` cells, and where they stand.
  func placements(width: Int) -> [TablePlacement] {
    var kept = columns.indices.filter { $0 == 0 || $0 > skippedColumns }
    while kept.count > 1, total(kept) > width, let last = kept.dropFirst().max(by: givesWayLater) {
      kept.removeAll { $0 == last }
    }
    let widths = widths(of: kept, in: width)
    var start = 0
    return zip(kept, widths).map { index, width in
      defer { start += width + gap }
      return TablePlacement(index: index, column: start, width: width)
    }
  }

  private func total(_ indices: [Int]) -> Int {
    indices.reduce(0) { $0 + columns[$1].minimum } + gap * max(0, indices.count - 1)
  }

  private func givesWayLater(_ left: Int, _ right: Int) -> Bool {
    (columns[left].priority, left) < (columns[right].priority, right)
  }

  /// The minimum widths, with what is left handed out towards the ideal ones.
  private func widths(of kept: [Int], in width: Int) -> [Int] {
    var widths = kept.map { columns[$0].minimum }
    if kept.count == 1 { widths[0] = min(widths[0], width) }
    var free = max(0, width - total(kept))
    for place in kept.indices.sorted(by: { wantsSooner(kept[$0], kept[$1]) }) {
      let grown = min(free, columns[kept[place]].ideal - widths[place])
      guard grown > 0 else { continue }
      widths[place] += grown
      free -= grown
    }
    return widths
  }

  /// Columns that want all there is come last.
  private func wantsSooner(_ left: Int, _ right: Int) -> Bool {
    let isGreedyLeft = columns[left].ideal == .max ? 1 : 0
    let isGreedyRight = columns[right].ideal == .max ? 1 : 0
    return (isGreedyLeft, columns[left].priority, left) < (isGreedyRight, columns[right].priority, right)
  }
}
