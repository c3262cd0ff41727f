import Metrics

extension Metric {
  /// The title where there is little room: the name a manager uses in a sentence.
  var shortTitle: String { Self.shortTitles[id] ?? title }

  private static let shortTitles: [MetricID: String] = [
    .fourHour: "A&E 4h", .incomplete: "RTT", .cancer62Day: "Cancer 62d", .delayedDays: "DTOC",
    .controlTotal: "Control total", .yearToDate: "Year to date", .cancerTwoWeekWait: "Cancer 2ww",
    .cancer31Day: "Cancer 31d", .cancer28Day: "Cancer 28d", .diagnostics: "Diagnostics", .categoryA: "Cat A 8 min",
    .category1: "Cat 1 mean", .category2: "Cat 2 mean", .twelveHour: "A&E 12h", .attendances: "A&E attends",
    .emergencyAdmissions: "Emergency adm", .over52Weeks: "RTT 52+ wk", .delayedBeds: "DTOC beds",
    .activityChange: "Activity",
  ]

  /// The first word of the short title, before the name of one of its parts: `RTT dermatology`.
  var stem: String { shortTitle.split(separator: " ").first.map(String.init) ?? shortTitle }
}
