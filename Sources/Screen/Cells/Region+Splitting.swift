/// The share of a region for one of its parts.
public enum Share: Sendable, Hashable {
  /// Exactly this many cells, as far as there are any.
  case fixed(Int)
  /// A part of what fixed shares leave, in proportion to the other weights.
  case weight(Int)
}

extension Region {
  /// Parts side by side from left to right, with `gap` columns between them; together never wider than the region.
  public func splitColumns(_ shares: [Share], gap: Int = 0) -> [Region] {
    var start = column
    return Self.lengths(shares, total: columns, gap: gap).map { length in
      defer { start += length + gap }
      return Region(row: row, column: start, columns: length, rows: rows)
    }
  }

  /// Parts one below the other, with `gap` rows between them; together never taller than the region.
  public func splitRows(_ shares: [Share], gap: Int = 0) -> [Region] {
    var start = row
    return Self.lengths(shares, total: rows, gap: gap).map { length in
      defer { start += length + gap }
      return Region(row: start, column: column, columns: columns, rows: length)
    }
  }

  /// A grid of equal cells, row by row.
  public func grid(rows: Int, columns: Int, gap: Int = 0) -> [[Region]] {
    splitRows(Array(repeating: .weight(1), count: rows), gap: gap)
      .map { $0.splitColumns(Array(repeating: .weight(1), count: columns), gap: gap) }
  }

  private static func lengths(_ shares: [Share], total: Int, gap: Int) -> [Int] {
    var free = max(0, total - gap * max(0, shares.count - 1))
    var lengths = Array(repeating: 0, count: shares.count)
    for (index, share) in shares.enumerated() {
      guard case .fixed(let wanted) = share else { continue }
      lengths[index] = min(max(0, wanted), free)
      free -= lengths[index]
    }
    var weightLeft = shares.reduce(0) { if case .weight(let weight) = $1 { $0 + max(0, weight) } else { $0 } }
    for (index, share) in shares.enumerated() {
      guard case .weight(let weight) = share, weight > 0 else { continue }
      // Dividing the remaining cells by the remaining weight assigns each cell exactly once.
      lengths[index] = free * weight / weightLeft
      free -= lengths[index]
      weightLeft -= weight
    }
    return lengths
  }
}
