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

  /// What those who work there call a treatment function whose name is long.
  private static let shortItems = [
    "trauma & orthopaedics": "T&O", "trauma & orthopaedic": "T&O", "ear, nose & throat": "ENT",
    "general surgery": "Gen surgery", "general medicine": "Gen medicine", "general internal medicine": "Gen medicine",
    "cardiothoracic surgery": "Cardiothoracic", "respiratory medicine": "Respiratory", "elderly medicine": "Elderly",
    "gastroenterology": "Gastro", "plastic surgery": "Plastics", "other mental health": "Mental health",
    "other paediatric": "Paediatric",
  ]

  /// The name of an item of one of its breakdowns where there is little room.
  func shortItemName(_ part: BreakdownItem) -> String {
    let name = itemName(part)
    return Self.shortItems[name.lowercased()] ?? name
  }

  /// The first word of the short title, before the name of one of its parts: `RTT dermatology`.
  var stem: String { shortTitle.split(separator: " ").first.map(String.init) ?? shortTitle }
}
