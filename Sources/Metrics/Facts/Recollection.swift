/// What a history knows of the figures of a contribution that their file no longer has.
///
/// The figures are those of the contribution; their `rows.line` is the number of the entry here, counted from 1.
public struct Recollection: Sendable {
  /// One figure as its file last had it.
  public struct Entry: Sendable {
    /// Where it stood then.
    public let rows: RowSpan
    /// When the file was first seen to say so.
    public let returned: Moment

    /// A figure that stood in these rows, and was first seen then.
    public init(rows: RowSpan, returned: Moment) {
      self.rows = rows
      self.returned = returned
    }
  }

  /// The figures, in the order of the contribution's.
  public let entries: [Entry]

  /// What is known of each figure.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// What is known of a figure of the contribution.
  subscript(rows: RowSpan) -> Entry? { entries.indices.contains(rows.line - 1) ? entries[rows.line - 1] : nil }
}

extension Recollection.Entry {
  /// What must be said beside such a figure: `as returned on 26 Nov; the file no longer has it`, with the year where that is
  /// another than the figure's own.
  func caveat(in period: Period) -> String {
    let isNear = period.lastDay.map { abs($0.days(until: returned.day)) < 180 } ?? false
    return "as returned on \(isNear ? returned.date : Period.title(of: returned.day)); the file no longer has it"
  }
}
