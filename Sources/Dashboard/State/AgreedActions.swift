import Actions
import Metrics

/// What was agreed and noted, in the order that a day puts it in.
public struct AgreedActions: Sendable {
  /// The files of all writers as one.
  let book: ActionBook
  /// The day it is sorted for.
  let day: Day
  /// Which book this is of those that the board has had: the pictures of two editions differ.
  let edition: Int
  /// What is open, the overdue first; after it what is closed.
  let inOrder: [AgreedAction]
  /// How much of it is open and overdue.
  let tally: ActionBook.Tally

  init(_ book: ActionBook, on day: Day, edition: Int) {
    (self.book, self.day, self.edition) = (book, day, edition)
    inOrder = book.inOrder(on: day)
    tally = ActionBook.tally(inOrder, on: day)
  }

  /// How much of a metric is open; of one organisation, where one is named.
  func tally(of metric: MetricID, _ organisation: OrganisationCode? = nil) -> ActionBook.Tally {
    ActionBook.tally(book.actions(about: metric, of: organisation), on: day)
  }

  /// What is open about a metric of an organisation, in order.
  func open(about metric: MetricID, of organisation: OrganisationCode) -> [AgreedAction] {
    inOrder.filter { $0.isOpen && $0.subject.metric == metric && $0.subject.organisation == organisation }
  }

  /// The notes that belong to a period of a series: of that very period, or of a shorter one in it.
  func notes(about metric: MetricID, of organisation: OrganisationCode, in period: Period) -> [ActionNote] {
    guard !book.notes.isEmpty else { return [] }
    return book.notes(about: metric, of: organisation).filter { note in
      note.subject.period.map { $0 == period || $0.rolledUp(to: period.grain) == period } ?? false
    }
  }
}
