import Metrics

/// The rows that have been counted, by what makes them one of a kind, so that none is counted twice.
struct SeenRows {
  private struct Seen {
    let line: Int
    let amounts: [Amount]
  }

  private var rows: [String: Seen] = [:]

  /// Notes a row of these amounts; throws when a row with the same key was counted before.
  mutating func note(
    _ key: String, _ amounts: [Amount], columns: [Int], line: Int, header: Header
  ) throws(Fault) {
    guard let seen = rows[key] else {
      rows[key] = Seen(line: line, amounts: amounts)
      return
    }
    guard let place = amounts.indices.first(where: { amounts[$0] != seen.amounts[$0] }) else {
      throw Fault(.repeats(line: seen.line))
    }
    throw Fault(
      .contradicts(
        line: seen.line, title: header.title(columns[place]),
        stated: amounts[place].count?.ratio ?? .zero, other: seen.amounts[place].count?.ratio ?? .zero),
      columns[place])
  }
}
