import Actions
import Metrics

/// Actions and notes, sorted for a day.
public struct AgreedActions: Sendable {
  /// The files of all writers combined.
  let book: ActionBook
  /// The day for which it is sorted.
  let day: Day
  /// The number of this book among those that the board has had: pictures of different editions differ.
  let edition: Int
  /// Open actions, the overdue ones first, then closed actions.
  let inOrder: [AgreedAction]
  /// The numbers of open and overdue actions.
  let tally: ActionBook.Tally

  init(_ book: ActionBook, on day: Day, edition: Int) {
    (self.book, self.day, self.edition) = (book, day, edition)
    inOrder = book.inOrder(on: day)
    tally = ActionBook.tally(inOrder, on: day)
  }

  /// The open actions about a metric, of one organisation where one is given.
  func tally(of metric: MetricID, _ organisation: OrganisationCode? = nil) -> ActionBook.Tally {
    ActionBook.tally(book.actions(about: metric, of: organisation), on: day)
  }

  /// The open actions about a metric of an organisation, in order.
  func open(about metric: MetricID, of organisation: OrganisationCode) -> [AgreedAction] {
    inOrder.filter { $0.isOpen && $0.subject.metric == metric && $0.subject.organisation == organisation }
  }

  /// The notes for a period of a series: about that period, or about a shorter one in it.
  func notes(about metric: MetricID, of organisation: OrganisationCode, in period: Period) -> [ActionNote] {
    guard !book.notes.isEmpty else { return [] }
    return book.notes(about: metric, of: organisation).filter { note in
      note.subject.period.map { $0 == period || $0.rolledUp(to: period.grain) == period } ?? false
    }
  }
}

extension State {
  /// The periods of a charted series that have a note.
  func noted(_ charted: ChartedSeries, of key: Series.Key) -> Set<Period> {
    guard let agreed, !agreed.book.notes.isEmpty, key.part == nil,
      !agreed.book.notes(about: key.metric, of: key.organisation).isEmpty
    else { return [] }
    return Set(
      charted.slots.map(\.period).filter { !agreed.notes(about: key.metric, of: key.organisation, in: $0).isEmpty })
  }
}
