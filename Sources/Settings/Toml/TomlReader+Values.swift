import Metrics

/// Values by type; a value of another type is a problem, and is treated as left out.
extension TomlReader {
  /// A text without the spaces around it; an empty one is a problem.
  mutating func text(_ key: String, in table: Table) -> Placed<String>? {
    guard let node = node(key, in: table) else { return nil }
    let text = node.text.trimmed
    guard node.kind == .text, !text.isEmpty else {
      let fix = node.kind == .integer ? "\(key) = \"\(node.text)\"" : ""
      return wrong(node, expected: "a text in quotes", write: fix)
    }
    return Placed(value: text, place: node.place)
  }

  /// One of a few words.
  mutating func word<Word: RawRepresentable<String> & Sendable>(
    _ key: String, in table: Table, among words: [Word]
  ) -> Placed<Word>? {
    guard let written = text(key, in: table) else { return nil }
    guard let word = words.first(where: { $0.rawValue == written.value }) else {
      report(.unknownWord(written.value, for: key, known: words.map(\.rawValue)), at: written.place)
      return nil
    }
    return Placed(value: word, place: written.place)
  }

  /// A whole number of at least `least`.
  mutating func count(_ key: String, in table: Table, least: Int = 0) -> Int? {
    guard let node = node(key, in: table) else { return nil }
    guard node.kind == .integer, let number = Int(node.text), number >= least else {
      let digits = node.text.filter { $0 != "," && $0 != " " }
      let meant = node.kind == .text ? Int(digits).flatMap { $0 >= least ? $0 : nil } : nil
      return wrong(node, expected: "a whole number, \(least) or more", write: meant.map { "\(key) = \($0)" } ?? "")
    }
    return number
  }

  /// A number, exactly as written.
  mutating func number(_ key: String, in table: Table) -> Decimal? {
    guard let node = node(key, in: table) else { return nil }
    guard node.kind == .integer || node.kind == .decimal, let number = Decimal(node.text) else {
      let meant = node.kind == .text ? Decimal(node.text) : nil
      return wrong(node, expected: "a number", write: meant.map { "\(key) = \($0.text)" } ?? "")
    }
    return number
  }

  /// A number that a metric of this unit and direction can have: a percentage for a share, 0 or more for a count.
  mutating func target(
    _ key: String, in table: Table, of metric: (unit: Metric.Unit, direction: Metric.Direction)?
  ) -> Decimal? {
    guard let number = number(key, in: table) else { return nil }
    guard let metric, let node = node(key, in: table) else { return number }
    switch metric.unit {
    case .percent where metric.direction != .neither && !(Ratio.zero...Ratio(100)).contains(number.ratio):
      return wrong(node, expected: "a percentage from 0 to 100")
    case .patients, .days, .beds, .seconds:
      return number.unscaled < 0 ? wrong(node, expected: "0 or more") : number
    case .percent, .pounds: return number
    }
  }

  /// `true` or `false`.
  mutating func truth(_ key: String, in table: Table) -> Bool? {
    guard let node = node(key, in: table) else { return nil }
    guard node.kind == .truth else {
      let word = node.text.lowercased()
      let fix = ["yes", "true", "1"].contains(word) ? "true" : ["no", "false", "0"].contains(word) ? "false" : ""
      return wrong(node, expected: "true or false", write: fix.isEmpty ? "" : "\(key) = \(fix)")
    }
    return node.text == "true"
  }

  /// A month, as `2016-04`.
  mutating func month(_ key: String, in table: Table) -> Placed<Month>? {
    guard let node = node(key, in: table) else { return nil }
    guard node.kind == .text, case .month(let month)? = Period(node.text) else {
      let meant = Period(node.text)?.month
      return wrong(
        node, expected: "a month such as \"2016-04\"",
        write: meant.map { "\(key) = \"\(Period.month($0).text)\"" } ?? "")
    }
    return Placed(value: month, place: node.place)
  }

  /// A moment, as a text `2016-11-22T09:00` or as TOML's own local date and time.
  mutating func moment(_ key: String, in table: Table) -> Moment? {
    guard let node = node(key, in: table) else { return nil }
    guard node.kind == .text || node.kind == .moment, let moment = Moment(node.text) else {
      return wrong(node, expected: "a moment such as \"2016-11-22T09:00\"")
    }
    return moment
  }

  /// A list of periods, as `["2017-04", "2018-02-14"]`.
  mutating func periods(_ key: String, in table: Table) -> [Period] {
    guard let node = node(key, in: table) else { return [] }
    let expected = "a list of periods such as [\"2017-04\"]"
    guard node.kind == .list else {
      let meant = node.kind == .text && Period(node.text) != nil ? "\(key) = [\"\(node.text)\"]" : ""
      report(.wrongValue(key, found: node.description, expected: expected, write: meant), at: node.place)
      return []
    }
    return items(of: node).compactMap { item in
      guard item.kind == .text, !item.text.trimmed.isEmpty, let period = Period(item.text) else {
        report(.wrongItem(of: key, found: item.description, expected: "a period such as \"2017-04\""), at: item.place)
        return nil
      }
      return period
    }
  }

  /// A list of words, all of which must be known; empty where there is no list, `nil` where any item is not valid.
  mutating func words(_ key: String, in table: Table, among known: [String]) -> [String]? {
    guard let node = node(key, in: table) else { return [] }
    guard node.kind == .list else {
      let meant = known.contains(node.text) ? "\(key) = [\"\(node.text)\"]" : ""
      return wrong(node, expected: "a list such as [\"\(known.first ?? "")\"]", write: meant)
    }
    var isRight = true
    for item in items(of: node) where item.kind != .text || !known.contains(item.text) {
      report(.unknownItem(item.text, of: key, known: known), at: item.place)
      isRight = false
    }
    return isRight ? items(of: node).map(\.text) : nil
  }

  /// A list of texts, such as the codes of organisations that need not be in the file.
  mutating func texts(_ key: String, in table: Table) -> [String] {
    guard let node = node(key, in: table) else { return [] }
    guard node.kind == .list else {
      let meant = node.kind == .text ? "\(key) = [\"\(node.text)\"]" : ""
      report(
        .wrongValue(key, found: node.description, expected: "a list such as [\"RD8\"]", write: meant), at: node.place)
      return []
    }
    return items(of: node).compactMap { item in
      guard item.kind == .text, !item.text.trimmed.isEmpty else {
        report(.wrongItem(of: key, found: item.description, expected: "a text in quotes"), at: item.place)
        return nil
      }
      return item.text.trimmed
    }
  }

  /// A table of texts, such as codes by name; empty where there is none.
  mutating func pairs(_ key: String, in parent: Table) -> [Placed<(key: String, value: String)>] {
    guard let table = table(key, in: parent, title: "\"\(key)\"") else { return [] }
    return keys(of: table).compactMap { name in
      text(name.value, in: table).map { Placed(value: (name.value, $0.value), place: $0.place) }
    }
  }

  private mutating func wrong<Value>(_ node: TomlNode, expected: String, write: String = "") -> Value? {
    report(.wrongValue(node.key, found: node.description, expected: expected, write: write), at: node.place)
    return nil
  }
}

extension String {
  /// The text without white space at either end.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
