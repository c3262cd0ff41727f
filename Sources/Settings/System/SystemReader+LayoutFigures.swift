import Metrics

/// Where a `[[layout]]` has its figures.
extension SystemReader {
  /// In one column, in two columns, in two rows, or below periods across the top.
  mutating func figure(in table: TomlReader.Table, of metric: Metric?, isAcross: Bool) -> LocalLayout.Figure? {
    let value = toml.text("value-column", in: table)
    let numerator = toml.text("numerator-column", in: table)
    let breaches = toml.text("breaches-column", in: table)
    let denominator = toml.text("denominator-column", in: table)
    let rowKeys = ["numerator-where", "breaches-where", "denominator-where"]
    let top = rows("numerator-where", in: table)
    let topBreaches = rows("breaches-where", in: table)
    let bottom = rows("denominator-where", in: table)
    if rowKeys.contains(where: { toml.has($0, in: table) }) {
      guard let top, let topBreaches, let bottom, isShare(metric, at: table.place) else { return nil }
      guard !bottom.isEmpty, top.isEmpty != topBreaches.isEmpty else {
        toml.report(
          .missing(
            bottom.isEmpty ? "denominator-where" : "numerator-where", of: table.title,
            example: "denominator-where = { \"Measure\" = \"Attendances\" }"), at: table.place)
        return nil
      }
      guard let column = value?.value ?? (isAcross ? "" : nil) else {
        toml.report(.missing("value-column", of: table.title, example: "value-column = \"Value\""), at: table.place)
        return nil
      }
      return .rows(
        value: column, numerator: top + topBreaches, denominator: bottom, areBreaches: !topBreaches.isEmpty)
    }
    if let breaches, let numerator {
      toml.report(.metric(.both("breaches-column", "numerator-column")), at: max(breaches.place, numerator.place))
      return nil
    }
    let key = breaches == nil ? "numerator-column" : "breaches-column"
    switch (value, breaches ?? numerator, denominator) {
    case (let value?, nil, nil):
      if isAcross {
        toml.report(.metric(.both("value-column", "months-across")), at: value.place)
        return nil
      }
      return .value(value.value)
    case (nil, let part?, let denominator?):
      guard isShare(metric, at: part.place) else { return nil }
      return breaches == nil
        ? .counts(numerator: part.value, denominator: denominator.value)
        : .breaches(part.value, denominator: denominator.value)
    case (let value?, _, _): toml.report(.metric(.both("value-column", key)), at: value.place)
    case (nil, let part?, nil): toml.report(.metric(.half(key, without: "denominator-column")), at: part.place)
    case (nil, nil, let denominator?):
      toml.report(.metric(.half("denominator-column", without: "numerator-column")), at: denominator.place)
    case (nil, nil, nil):
      if isAcross { return .value("") }
      let keys = ["value-column", "numerator-column", "breaches-column", "denominator-column"]
      if !keys.contains(where: { toml.has($0, in: table) }) {
        let example =
          metric?.unit == .percent ? "numerator-column = \"Within 4 hours\"" : "value-column = \"Over 30 min\""
        toml.report(.missing("value-column", of: table.title, example: example), at: table.place)
      }
    }
    return nil
  }

  /// Whether a metric has numerators and denominators.
  private mutating func isShare(_ metric: Metric?, at place: TomlPlace) -> Bool {
    guard let metric, ![.percent, .seconds].contains(metric.unit) else { return true }
    toml.report(.metric(.noShare(metric.id.text, unit: metric.unit.rawValue)), at: place)
    return false
  }

  /// Amounts of money, and their columns.
  mutating func amounts(in table: TomlReader.Table, of kind: LocalMoney.Kind?) -> LocalLayout.Figure? {
    var columns: [LocalMoney.Column: String] = [:]
    for column in LocalMoney.Column.allCases where column != .unit {
      let isMeant = kind?.columns.contains(column) ?? true
      // A key that belongs to another kind of amounts is reported as unknown.
      if isMeant, let name = toml.text("\(column.rawValue)-column", in: table) { columns[column] = name.value }
    }
    columns[.unit] = toml.text("unit-column", in: table)?.value
    let basis = kind == .position ? toml.word("basis", in: table, among: FinancePosition.Basis.stated)?.value : nil
    let scenario = kind == .plan ? toml.text("scenario", in: table)?.value : nil
    guard let kind else { return nil }
    for column in kind.needed where columns[column] == nil {
      toml.report(
        .missing(
          "\(column.rawValue)-column", of: table.title, example: "\(column.rawValue)-column = \"\(column.example)\""),
        at: table.place)
      return nil
    }
    let amounts: [LocalMoney.Column] = [
      .controlTotal, .plan, .actual, .forecast, .supportPlan, .supportActual, .delivered, .amount,
    ]
    guard amounts.contains(where: { columns[$0] != nil }) else {
      toml.report(
        .missing("actual-column", of: table.title, example: "actual-column = \"Actual to date\""), at: table.place)
      return nil
    }
    return .money(LocalMoney(kind, columns: columns, basis: basis, scenario: scenario))
  }

  /// The unit of amounts: `£m`, `£000` or `£`.
  mutating func unit(in table: TomlReader.Table) -> Money.Unit? {
    guard let unit = toml.text("unit", in: table) else { return nil }
    let units: [String: Money.Unit] = ["£m": .millions, "£000": .thousands, "£": .pounds]
    if let known = units[unit.value] { return known }
    toml.report(.unknownWord(unit.value, for: "unit", known: ["£m", "£000", "£"]), at: unit.place)
    return nil
  }

  /// The factor that every figure is multiplied by; `nil` where it is not valid.
  mutating func scale(in table: TomlReader.Table) -> Int? {
    guard let node = toml.node("scale", in: table) else { return 1 }
    let words = ["fraction": 100, "thousands": 1000, "millions": 1_000_000]
    if node.kind == .text, let factor = words[node.text] { return factor }
    if node.kind == .integer, let factor = Int(node.text), (1...1_000_000).contains(factor) { return factor }
    toml.report(
      .wrongValue(
        "scale", found: node.description, expected: "\"fraction\", \"thousands\", \"millions\" or a whole number",
        write: "scale = \"fraction\""), at: node.place)
    return nil
  }

  /// The rows that have a text in a column; empty for all rows, `nil` where it is not valid.
  mutating func rows(_ key: String, in parent: TomlReader.Table) -> LocalLayout.Rows? {
    guard toml.has(key, in: parent) else {
      toml.allow(key, in: parent)
      return [:]
    }
    guard let table = toml.table(key, in: parent, title: "\"\(key)\"") else { return nil }
    var rows: LocalLayout.Rows = [:]
    for column in toml.keys(of: table) {
      guard let node = toml.node(column.value, in: table) else { continue }
      let texts = node.kind == .list ? toml.items(of: node) : [node]
      guard !texts.isEmpty, texts.allSatisfy({ $0.kind == .text && !$0.text.trimmed.isEmpty }) else {
        toml.report(
          .wrongValue(column.value, found: node.description, expected: "a text in quotes, or a list of texts"),
          at: node.place)
        return nil
      }
      rows[column.value] = texts.map(\.text.trimmed)
    }
    return rows.isEmpty ? nil : rows
  }
}

extension LocalLayout.Rows {
  fileprivate static func + (left: Self, right: Self) -> Self { left.merging(right) { first, _ in first } }
}

extension LocalMoney.Column {
  /// An example of such a column's name.
  fileprivate var example: String {
    switch self {
    case .step: "Step"
    case .kind: "Kind"
    case .scheme: "Scheme"
    case .line: "Line"
    default: "Amount"
    }
  }
}

extension FinancePosition.Basis {
  /// The bases that a file can state.
  fileprivate static var stated: [FinancePosition.Basis] { [.includingSTF, .excludingSTF] }
}
