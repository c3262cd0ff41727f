import Metrics

/// The order of day and month in a date.
enum DateOrder: String, CaseIterable, Sendable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
}

/// The periods of a `[[layout]]`'s figures, and the area of a file that it reads.
extension SystemReader {
  /// In one column, in two, across the top, by a pattern, or stated in the layout.
  mutating func periods(in table: TomlReader.Table) -> LocalPeriods? {
    let keys = ["period-column", "year-column", "month-column", "months-across", "period"]
    let present = keys.filter { toml.has($0, in: table) }
    let column = toml.text("period-column", in: table)
    let year = toml.text("year-column", in: table)
    let month = toml.text("month-column", in: table)
    let isAcross = toml.truth("months-across", in: table)
    let said = period(in: table)
    switch present {
    case ["period-column"]: return column.map { .column($0.value) }
    case ["year-column", "month-column"]:
      guard let year, let month else { return nil }
      return .yearAndMonth(year: year.value, month: month.value)
    case ["months-across"]:
      if isAcross == true { return .across }
      if isAcross == false { fallthrough }
      return nil
    case []:
      toml.report(
        .missing("period-column", of: table.title, example: "period-column = \"Week ending\""), at: table.place)
    case ["year-column"]:
      toml.report(.metric(.half("year-column", without: "month-column")), at: year?.place ?? table.place)
    case ["month-column"]:
      toml.report(.metric(.half("month-column", without: "year-column")), at: month?.place ?? table.place)
    case ["period"]: return said
    default: toml.report(.metric(.both(present[1], present[0])), at: table.place)
    }
    return nil
  }

  /// `period = "2018-02"`, or `period = { pattern = "ED return {period}", in = "name" }`.
  private mutating func period(in parent: TomlReader.Table) -> LocalPeriods? {
    guard let node = toml.node("period", in: parent) else { return nil }
    if node.kind == .text {
      if let period = Period(node.text.trimmed), period != .undated { return .always(period) }
      toml.report(
        .wrongValue("period", found: node.description, expected: "a period such as \"2018-02\""), at: node.place)
      return nil
    }
    guard let table = toml.table("period", in: parent, title: "\"period\"") else { return nil }
    let pattern = toml.text("pattern", in: table)
    let place = toml.word("in", in: table, among: LocalPeriods.Place.allCases)
    if pattern == nil, !toml.has("pattern", in: table) {
      toml.report(
        .missing("pattern", of: table.title, example: "pattern = \"ED return {period}\""), at: table.place)
    }
    if place == nil, !toml.has("in", in: table) {
      toml.report(.missing("in", of: table.title, example: "in = \"name\""), at: table.place)
    }
    guard let pattern, let place else { return nil }
    guard pattern.value.split(separator: "{period}", omittingEmptySubsequences: false).count == 2 else {
      toml.report(
        .wrongValue(
          "pattern", found: "the text \"\(pattern.value)\"", expected: "a text with {period} in it once",
          write: "pattern = \"ED return {period}\""), at: pattern.place)
      return nil
    }
    return .pattern(pattern.value, in: place.value)
  }

  /// The area of a file; `nil` where it is not valid.
  mutating func area(in table: TomlReader.Table) -> LocalArea? {
    let sheet = toml.text("sheet", in: table)?.value
    let skip = toml.count("skip", in: table)
    let range = toml.text("range", in: table)
    var area = LocalArea()
    if let range {
      guard let found = LocalArea(range: range.value) else {
        toml.report(
          .wrongValue(
            "range", found: "the text \"\(range.value)\"", expected: "cells such as \"B4:H30\"",
            write: "range = \"B4:H30\""), at: range.place)
        return nil
      }
      if skip != nil {
        toml.report(.metric(.both("skip", "range")), at: range.place)
        return nil
      }
      area = found
    }
    if let skip { area.headerLine = skip + 1 }
    area.sheet = sheet
    return area
  }
}
