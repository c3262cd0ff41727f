/// One column of a table: its heading, its width, and its priority.
public struct TableColumn: Sendable, Equatable {
  /// The sort order of the rows by this column.
  public enum Sorting: Sendable, Hashable {
    /// Smallest first.
    case ascending
    /// Largest first.
    case descending
  }

  /// The heading.
  public var title: String
  /// The fewest cells with which it is worth showing.
  public var minimum: Int
  /// The ideal number of cells; `.max` takes all that the others leave.
  public var ideal: Int
  /// The alignment of heading and cells.
  public var alignment: Alignment
  /// How long it stays when the table narrows: 0 longest, higher numbers are dropped first. The first column always
  /// stays.
  public var priority: Int
  /// The sort order of the rows by it, if there is one.
  public var sorting: Sorting?
  /// The headings of the columns without which it says nothing: it is only shown beside them.
  public var companions: [String] = []

  /// A column; without an ideal width, it has exactly its minimum.
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

/// The place of one column, counted from the table's left edge.
struct TablePlacement: Equatable {
  let index: Int
  let column: Int
  let width: Int
}

extension Table {
  /// The numbers of the visible columns in a region.
  public func shownColumns(in region: Region) -> [Int] {
    placements(width: region.inset(left: Self.gutter).columns).map(\.index)
  }

  /// The cells of a column in a region; 0 where it is not visible.
  public func width(of column: Int, in region: Region) -> Int {
    placements(width: region.inset(left: Self.gutter).columns).first { $0.index == column }?.width ?? 0
  }

  /// The columns that fit into `width` cells, and their places.
  func placements(width: Int) -> [TablePlacement] {
    var kept = columns.indices.filter { $0 == 0 || $0 > skippedColumns }
    var dropped: [Int] = []
    while kept.count > 1, total(kept) > width, let last = kept.dropFirst().max(by: givesWayLater) {
      kept.removeAll { $0 == last }
      dropped.append(last)
    }
    while let alone = kept.first(where: { !companions(of: $0).allSatisfy(kept.contains) }) {
      kept.removeAll { $0 == alone }
      dropped.append(alone)
    }
    // A narrow column that gave way before a wide one comes back where that leaves room for it and its companions.
    for column in dropped.reversed() where !kept.contains(column) {
      let more = kept + ([column] + companions(of: column)).filter { !kept.contains($0) }
      if total(more) <= width { kept = more.sorted() }
    }
    let widths = widths(of: kept, in: width)
    var start = 0
    return zip(kept, widths).map { index, width in
      defer { start += width + gap }
      return TablePlacement(index: index, column: start, width: width)
    }
  }

  /// The columns without which one is not shown; those scrolled out to the left do not matter.
  private func companions(of column: Int) -> [Int] {
    columns[column].companions.compactMap { title in columns.firstIndex { $0.title == title } }.filter {
      $0 == 0 || $0 > skippedColumns
    }
  }

  private func total(_ indices: [Int]) -> Int {
    indices.reduce(0) { $0 + columns[$1].minimum } + gap * max(0, indices.count - 1)
  }

  private func givesWayLater(_ left: Int, _ right: Int) -> Bool {
    (columns[left].priority, left) < (columns[right].priority, right)
  }

  /// The minimum widths, with the rest distributed towards the ideal ones.
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

  /// Whether a column is served before another: columns that take all there is come last.
  private func wantsSooner(_ left: Int, _ right: Int) -> Bool {
    let isGreedyLeft = columns[left].ideal == .max ? 1 : 0
    let isGreedyRight = columns[right].ideal == .max ? 1 : 0
    return (isGreedyLeft, columns[left].priority, left) < (isGreedyRight, columns[right].priority, right)
  }
}
