import Metrics

extension Metric {
  /// The staff's own short names for treatment functions with long names.
  private static let shortItems = [
    "trauma & orthopaedics": "T&O", "trauma & orthopaedic": "T&O", "ear, nose & throat": "ENT",
    "general surgery": "Gen surgery", "general medicine": "Gen medicine", "general internal medicine": "Gen medicine",
    "cardiothoracic surgery": "Cardiothoracic", "respiratory medicine": "Respiratory", "elderly medicine": "Elderly",
    "gastroenterology": "Gastro", "plastic surgery": "Plastics", "other mental health": "Mental health",
    "other paediatric": "Paediatric",
  ]

  /// The name of an item in one of its breakdowns, where there is little room.
  func shortItemName(_ part: BreakdownItem) -> String {
    let name = itemName(part)
    return Self.shortItems[name.lowercased()] ?? name
  }

  /// The first word of the short title, which goes before the name of an item: `RTT dermatology`.
  var stem: String { shortTitle.split(separator: " ").first.map(String.init) ?? shortTitle }
}
