import Metrics

/// What the columns of a table probably mean.
struct DraftGuess {
  /// A figure, with the lines that belong to its layout alone.
  struct Figure {
    var metric: String
    var title: String
    var isOwn = true
    var unit = "patients"
    var direction = "lower"
    var money: String?
    var isLeftOut = false
    var isSnapshot = false
    var lines: [String]
  }

  /// The organisations of the table: their codes, with names where the table has them.
  private(set) var organisations: [(code: String, name: String?)] = []
  /// The lines that all layouts of the table have in common.
  private(set) var lines: [String] = []
  private(set) var figures: [Figure] = []
  private(set) var cadence = Metric.Cadence.monthly
  private(set) var breakdown: String?
  private let table: DraftTable
  private var rest: [DraftColumn]
  private var isAcross = false

  init(_ table: DraftTable, _ system: HealthSystem?) {
    self.table = table
    rest = table.columns
    if let sheet = table.sheet { lines.append("sheet = \(LayoutDraft.quoted(sheet))") }
    guessPeriod()
    guessOrganisation(system)
    guessFigures()
  }

  private mutating func take(_ test: (DraftColumn) -> Bool) -> DraftColumn? {
    rest.firstIndex(where: test).map { rest.remove(at: $0) }
  }

  private mutating func guessPeriod() {
    let across = rest.filter { DraftColumn.period($0.title) != nil }
    if across.count > 1 {
      isAcross = true
      rest.removeAll { DraftColumn.period($0.title) != nil }
      lines.append("months-across = true")
      return
    }
    if let column = take({ $0.isPeriod }) {
      lines.append("period-column = \(LayoutDraft.quoted(column.title))")
      cadence = DraftGuess.cadence(of: column)
      if column.isMonthFirst { lines.append("date-order = \"month-first\"   # ? the month before the day") }
    } else if rest.contains(where: { $0.name == "month" }), let year = take({ $0.says("year") }),
      let month = take({ $0.name == "month" })
    {
      lines.append("year-column = \(LayoutDraft.quoted(year.title))")
      lines.append("month-column = \(LayoutDraft.quoted(month.title))")
    } else if let place = ["name", "header"].first(where: { place in
      let texts = place == "header" ? table.above : [table.sheet ?? "", DraftGuess.stem(table.file)]
      return PeriodPattern("{period}").period(in: texts) != nil
    }) {
      lines.append(
        "period = { pattern = \"{period}\", in = \"\(place)\" }   # ? \(place == "name" ? "in the file's name" : "above the header")"
      )
    } else {
      lines.append("period = \"2018-02\"   # ? no period is found: write the one it is about")
    }
  }

  private static func stem(_ file: String) -> String { file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file }

  /// The most frequent step from one date to the next.
  private static func cadence(of column: DraftColumn) -> Metric.Cadence {
    let periods = Set(
      column.kinds.compactMap { column.isMonthFirst ? DraftGuess.monthFirst($0) : DraftColumn.period($0) })
    let days = periods.compactMap { period -> Int? in if case .day(let day) = period { Int(day.number) } else { nil } }
      .sorted()
    guard days.count == periods.count else {
      return periods.first.map {
        $0.grain == .week ? .weekly : $0.grain == .year ? .yearly : $0.grain == .quarter ? .quarterly : .monthly
      } ?? .monthly
    }
    let steps = zip(days, days.dropFirst()).map { $1 - $0 }.sorted()
    guard !steps.isEmpty else { return .monthly }
    let step = steps[steps.count / 2]
    // Two dates in the same month cannot both stand for months.
    let sharesMonth = Set(periods.map(\.month)).count < periods.count
    return step < 5 || step >= 15 && sharesMonth
      ? .daily : step < 15 ? .weekly : step < 60 ? .monthly : step < 200 ? .quarterly : .yearly
  }

  /// A date written as `01/13/2019`, whether or not it could also be read day first.
  private static func monthFirst(_ text: String) -> Period? {
    let parts = text.split { "/-.".contains($0) }.map { Int($0) }
    guard parts.count == 3, let month = parts[0], let day = parts[1], let year = parts[2] else { return nil }
    return Day(year: year < 100 ? 2000 + year : year, month: month, day: day).map(Period.day)
  }

  private mutating func guessOrganisation(_ system: HealthSystem?) {
    func isWho(_ column: DraftColumn) -> Bool {
      column.says("trust", "provider", "hospital", "site", "organisation", "org", "icb", "ccg", "commissioner")
    }
    let coded = take { $0.isCode && isWho($0) } ?? take { $0.isCode }
    let isCode = coded != nil
    guard let column = coded ?? take({ isWho($0) && !$0.isNumber }) else {
      let one = system?.organisations.count == 1 ? system?.organisations[0].code.text : nil
      let code = one ?? "RZ0"
      lines.append("organisation = \(LayoutDraft.quoted(code))" + (one == nil ? "   # ? whose figures they are" : ""))
      organisations = [(code, one == nil ? "My trust" : nil)]
      return
    }
    lines.append("organisation-column = \(LayoutDraft.quoted(column.title))")
    let kinds = column.kinds.filter { !DraftGuess.isTotal($0) }
    if isCode {
      let name = take { $0.says("name") && isWho($0) && !$0.isNumber } ?? take { $0.name == "name" }
      if let name { lines.append("name-column = \(LayoutDraft.quoted(name.title))") }
      for code in kinds.prefix(300) {
        let place = column.values.firstIndex(of: code)
        organisations.append(
          (
            CodeSpelling.code(code, known: [:]).text,
            place.flatMap { name?.values[$0] }.flatMap { $0.isEmpty ? nil : $0 }
          ))
      }
      return
    }
    guessCodes(of: kinds, system)
  }

  /// Gives a local code to each name that no known organisation has.
  private mutating func guessCodes(of names: [String], _ system: HealthSystem?) {
    var known: [String: String] = [:]
    for organisation in system?.organisations ?? [] {
      for name in [organisation.name, organisation.shortName, organisation.code.text] {
        known[OrganisationNames.plain(name.lowercased())] = organisation.code.text
      }
    }
    var pairs: [String] = []
    for (place, name) in names.prefix(100).enumerated() where known[OrganisationNames.plain(name.lowercased())] == nil {
      let code = "ORG\(place + 1)"
      organisations.append((code, name))
      pairs.append("\(LayoutDraft.quoted(name)) = \"\(code)\"")
    }
    if !pairs.isEmpty { lines.append("codes = { \(pairs.joined(separator: ", ")) }   # ? the codes they have") }
  }

  private static func isTotal(_ text: String) -> Bool {
    ["total", "grand total", "totals", "england", "eng", "national", "all", "-"].contains(text.lowercased())
  }

  private mutating func guessFigures() {
    let numbers = rest.filter { $0.isNumber && !$0.says("year") && !$0.filled.isEmpty }
    if let measure = rest.first(where: { $0.says("measure", "metric", "indicator", "kpi") && !$0.isNumber }) {
      guessLong(measure, numbers.first)
      return
    }
    if let item = rest.first(where: {
      !$0.isNumber && !$0.isPeriod && (2...60).contains($0.kinds.count) && $0.kinds.count < table.count
    }) {
      breakdown = item.name
      lines += ["breakdown = \(LayoutDraft.quoted(item.name))   # ? its parts are added up where none is missing"]
      lines += ["item-column = \(LayoutDraft.quoted(item.title))"]
    }
    if isAcross {
      figures = [
        Figure(
          metric: "local." + DraftGuess.slug(DraftGuess.stem(table.file)), title: DraftGuess.stem(table.file), lines: []
        )
      ]
      return
    }
    if numbers.contains(where: { $0.says("£") }) { return guessMoney(numbers) }
    var left = numbers
    func take(_ test: (DraftColumn) -> Bool) -> DraftColumn? {
      left.firstIndex(where: test).map { left.remove(at: $0) }
    }
    let isEmergency = numbers.contains { $0.says("att", "arrival") }
    if isEmergency, breakdown == nil, let all = take({ $0.says("att", "arrival") && $0.isWhole && !$0.isPercent }) {
      let within = take { $0.says("within", "<4", "< 4", "under 4", "<=4") && $0.isWhole && !$0.isPercent }
      let breaches = take { $0.says("breach", ">4", "over 4", "> 4") && $0.isWhole && !$0.isPercent }
      if let part = within ?? breaches {
        let key = within == nil ? "breaches-column" : "numerator-column"
        figures.append(
          Figure(
            metric: "ae.four-hour", title: "A&E four hours", isOwn: false,
            lines: counted([
              "\(key) = \(LayoutDraft.quoted(part.title))", "denominator-column = \(LayoutDraft.quoted(all.title))",
            ])))
        left.removeAll { $0.isPercent }
      } else {
        left.insert(all, at: 0)
      }
    }
    for column in left.prefix(12) { figures.append(figure(column)) }
  }

  /// A figure of one of sitrep's own metrics has the cadence of the file.
  private func counted(_ lines: [String]) -> [String] { lines + ["cadence = \"\(cadence.rawValue)\""] }

  private func figure(_ column: DraftColumn) -> Figure {
    if column.says("12hr", "12 hr", "12 hour", "12-hour"), column.says("dta", "trolley", "admi"), column.isWhole,
      breakdown == nil
    {
      return Figure(
        metric: "ae.twelve-hour", title: column.title, isOwn: false,
        lines: counted(["value-column = \(LayoutDraft.quoted(column.title))"]))
    }
    var figure = Figure(
      metric: "local." + DraftGuess.slug(column.title), title: column.title,
      lines: ["value-column = \(LayoutDraft.quoted(column.title))"])
    if column.isPercent || column.isFraction {
      figure.unit = "percent"
      figure.direction = "higher"
      if column.isFraction { figure.lines.append("scale = \"fraction\"   # ? 0.92 is 92%") }
    } else if !column.isWhole {
      // Only a mean of a number on each day has decimals.
      figure.isSnapshot = true
      if column.says("bed", "occupied") {
        figure.unit = "beds"
      } else if !column.says("nctr", "reside", "average", "avg", "mean", "waiting") {
        figure.isLeftOut = true
      }
    } else if column.says("nctr", "reside", "occupied", "waiting", "open ") {
      figure.isSnapshot = true
    } else if column.says("day") {
      figure.unit = "days"
    } else if column.says("bed") {
      figure.unit = "beds"
      figure.isSnapshot = true
    }
    return figure
  }

  private mutating func guessLong(_ measure: DraftColumn, _ value: DraftColumn?) {
    let month = table.columns.first { DraftColumn.period($0.title) != nil }
    guard let value = isAcross ? month : value else { return }
    for kind in measure.kinds.prefix(12) {
      let rows = DraftColumn(measure.title, measure.values)
      let values = zip(rows.values, value.values).filter { $0.0.lowercased() == kind.lowercased() }.map(\.1)
      var figure = figure(DraftColumn(kind, values))
      figure.lines = figure.lines.compactMap {
        guard $0.hasPrefix("value-column") else { return $0 }
        return isAcross ? nil : "value-column = \(LayoutDraft.quoted(value.title))"
      }
      figure.lines.append("where = { \(LayoutDraft.quoted(measure.title)) = \(LayoutDraft.quoted(kind)) }")
      figures.append(figure)
    }
  }

  private mutating func guessMoney(_ numbers: [DraftColumn]) {
    var left = numbers
    func take(_ test: (DraftColumn) -> Bool) -> String? {
      left.firstIndex(where: test).map { LayoutDraft.quoted(left.remove(at: $0).title) }
    }
    let control = take { $0.says("control total", "plan fy", "annual plan", "full year plan", "annual budget") }
    let forecast = take { $0.says("forecast", "fot", "outturn") }
    let plan = take { $0.says("plan", "budget") }
    let actual = take { $0.says("actual") }
    let keys = [
      ("control-total-column", control), ("plan-column", plan), ("actual-column", actual),
      ("forecast-column", forecast),
    ]
    let found = keys.compactMap { key, title in title.map { "\(key) = \($0)   # ?" } }
    let unit = numbers.lazy.compactMap { MoneyUnit.unit(in: $0.title) }.first ?? .pounds
    guard !found.isEmpty else {
      for column in numbers.prefix(6) {
        var figure = figure(column)
        (figure.unit, figure.direction, figure.isLeftOut) = ("pounds", "none", false)
        figure.lines.append("unit = \"\(unit.text)\"")
        figures.append(figure)
      }
      return
    }
    figures = [
      Figure(metric: "", title: "finance", money: "position", lines: ["unit = \"\(unit.text)\""] + found)
    ]
  }

  private static func slug(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "figure" : words.joined(separator: "-")
  }
}
