import Metrics
import Statistics
import Screen
import Statistics

/// What it would take to meet the target, as lines of a name and an amount.
struct RecoveryLines {
  typealias Line = (name: StyledText, amount: StyledText)
  let page: DetailPage
  let figure: Figure?

  init(_ page: DetailPage) {
    self.page = page
    figure = page.shownPeriod.flatMap {
      page.state.board.figure(page.key, in: $0, choice: page.state.viewSettings.choice)
    }
  }

  var lines: [Line] {
    guard let figure else { return [] }
    var lines = target(figure)
    switch figure.gapMeaning {
    case .pathways: lines += pathways(figure)
    case .bedDays: lines += delays(figure)
    case .position: lines += money(figure)
    case .plain: lines += breaches(figure)
    }
    return lines + earlier(figure) + monthInProgress + projection + source(figure)
  }

  /// As many lines as fit: blank lines are dropped first, then those before the projection, which says whether the
  /// target is likely to be met at all.
  func lines(fitting rows: Int) -> [Line] {
    let all = lines
    guard all.count > rows else { return all }
    let filled = all.filter { !$0.name.isEmpty }
    let last = figure == nil ? [] : projection.filter { !$0.name.isEmpty }
    let tail = figure.map { source($0).filter { !$0.name.isEmpty }.count } ?? 0
    guard filled.count > rows, last.count < rows else { return filled }
    let first = filled.dropLast(last.count + tail)
    return Array(first.prefix(rows - last.count)) + last
  }

  private var board: Board { page.state.board }

  private func line(_ name: String, _ amount: String, _ role: Role = .strong) -> Line {
    (StyledText(name), StyledText(amount, role))
  }

  private func target(_ figure: Figure) -> [Line] {
    guard let target = figure.target else {
      if page.id.isPosition, !figure.caveat.isEmpty {
        return wrapped(figure.caveat, to: 32).map { line($0, "", .faint) }
      }
      if !figure.withoutTarget.isEmpty {
        return wrapped(figure.withoutTarget, to: 32).map { line($0, "", .faint) }
      }
      return [line(page.id.isPosition ? "no control total or plan" : "no target of this kind", "", .faint)]
    }
    let isMoney = page.id.isPosition
    let name = isMoney ? target.source : "\(target.kind.rawValue) target"
    var lines = [line(name, figure.targetDigits(unit: page.unit), .targetLine)]
    if target.kind == .interim, let from = target.from, let month = figure.period.month, from > month {
      lines.append(line("in force from", Period.month(from).title, .faint))
    }
    lines.append(
      line("variance", page.metric.map { TargetWords(figure, $0).measured } ?? "", figure.role))
    return lines
  }

  private func breaches(_ figure: Figure) -> [Line] {
    guard let breaches = figure.breaches, let target = figure.target else { return [] }
    let allowed = figure.allowedBreaches ?? .zero
    var lines = [
      line("breaches", breaches.text, .text),
      line("allowed at \(target.value.text)%", Self.patients(allowed), .text),
    ]
    if figure.isMet == true {
      lines.append(line("room for", Self.patients(figure.headroom ?? .zero), .targetMet))
    } else if let gap = figure.gap {
      lines.append(line("over target", Self.patients(gap), .targetMissed))
      // A waiting list is not treated by the day, and days without a return have no breaches yet.
      if page.metric?.rollUp == .flow, let days = figure.origin.days(of: figure.period), days > 1 {
        lines.append(line("over target a day", (gap / Ratio(days)).text(places: 1), .text))
      }
    }
    return lines
  }

  /// Whole patients, or halves where patients are shared.
  private static func patients(_ count: Ratio) -> String { count.text(places: count.denominator == 1 ? 0 : 1) }

  private func pathways(_ figure: Figure) -> [Line] {
    guard case .share(let within, let of) = figure.measurement else { return [] }
    var lines = [line("on the list", of.text, .text), line("over 18 weeks", (of - within).text, .text)]
    if let gap = figure.gap {
      let target = figure.target.map { "treat to reach \($0.value.text)%" } ?? "treat"
      lines.append(line(target, gap.text(places: 0), figure.isMet == true ? .targetMet : .targetMissed))
    }
    guard page.part == nil,
      let waits = WaitingTimes(
        bands: board.waitingBands(of: page.code, in: figure.period, perspective: page.key.perspective))
    else { return lines }
    if let next = waits.tippingOver(weeks: 18) {
      lines.append(line("pass 18 weeks next week", Ratio(next).text(places: 0), .text))
    }
    if let long = waits.over(weeks: 52) {
      lines.append(line("over 52 weeks", Ratio(long).text(places: 0), long > 0 ? .targetMissed : .text))
    }
    lines.append(line("median wait", Self.weeks(waits.median), .text))
    lines.append(line("92nd percentile", Self.weeks(waits.percentile92), .text))
    return lines
  }

  private static func weeks(_ wait: WaitingTime?) -> String {
    switch wait {
    case .weeks(let weeks)?: Ratio(Int((weeks * 10).rounded()), 10).text(places: 1) + " weeks"
    case .atLeast(let weeks)?: "at least \(weeks) weeks"
    case nil: "–"
    }
  }

  private func delays(_ figure: Figure) -> [Line] {
    guard let days = figure.value, let length = figure.origin.days(of: figure.period) else { return [] }
    var lines = [line("beds", (days / Ratio(length)).text(places: 1), .text)]
    if let cost = board.healthSystem.costOfBedDay {
      lines.append(
        line(
          "cost at £\(cost) a day", Money(pounds: (days * Ratio(cost)).rounded(places: 0), precision: 1000).text, .text)
      )
    }
    guard let gap = figure.gap, !gap.isZero else { return lines }
    lines.append(line("days over target", gap.text(places: 0), .targetMissed))
    lines.append(line("beds over target", (gap / Ratio(length)).text(places: 1), .targetMissed))
    if let cost = board.healthSystem.costOfBedDay {
      lines.append(
        line(
          "cost over target", Money(pounds: (gap * Ratio(cost)).rounded(places: 0), precision: 1000).text, .targetMissed
        ))
    }
    return lines
  }

  private func money(_ figure: Figure) -> [Line] {
    guard let month = figure.period.month, let position = board.ledger.position(of: page.code, in: month) else {
      return []
    }
    func amount(_ name: String, _ money: Money?) -> [Line] { money.map { [line(name, $0.millions, .text)] } ?? [] }
    let isForecast = figure.metric.position == .outturn
    // What a sum without everybody is to reach says nothing of the whole.
    let isWhole = position.returned >= position.expected
    let (total, plan) = isWhole ? (position.controlTotal, position.planToDate) : (nil, nil)
    var lines = isForecast && figure.target != nil ? [] : amount("control total", total)
    lines += amount("forecast", position.forecast) + (isForecast ? amount("plan to date", plan) : [])
    lines += amount("actual to date", position.actualToDate)
    if let basis = isForecast ? position.basis : position.toDateBasis, basis != .unstated {
      lines.append((StyledText(basis.rawValue, .faint), StyledText()))
    }
    lines += stated(position, in: month)
    if let pace = MoneyWords.pace(position, in: month) {
      lines += amount("needed a month", pace.needed) + amount("achieved a month", pace.achieved)
    }
    return lines + funding(position)
  }

  /// Sustainability funding to date, with the number of organisations where some state none.
  private func funding(_ position: LedgerPosition) -> [Line] {
    guard let funding = position.sustainability else { return [] }
    let amounts = [("STF planned", funding.planned), ("STF earned", funding.earned)].map { name, money in
      line(name, money?.millions ?? "–", money == nil ? .missing : .text)
    }
    let isPart = funding.organisations < position.returned
    return amounts
      + (isPart ? [line("  from \(funding.organisations) of \(position.returned) organisations", "", .faint)] : [])
  }

  /// What an organisation states beside the sum of those below it: always the year's outcome, and other amounts that
  /// differ.
  private func stated(_ position: LedgerPosition, in month: Month) -> [Line] {
    guard let stated = position.stated else { return [] }
    func beside(_ name: String, _ said: Money?, _ sum: Money?, isAlways: Bool = false) -> [Line] {
      let left = LedgerPosition.unreconciled(said, sum: sum)
      guard let said, isAlways || left != nil else { return [] }
      return [line(name, said.millions, .text)]
        + (left.map { [line("  not reconciled", $0.millions, .unexplained)] } ?? [])
    }
    return beside("as stated", position.statedOutturn(in: month), position.outturn(in: month), isAlways: true)
      + beside("control total as stated", stated.controlTotal, position.controlTotal)
      + (month.numberInNHSYear == 12 ? [] : beside("to date as stated", stated.actualToDate, position.actualToDate))
      + beside("plan to date as stated", stated.planToDate, position.planToDate)
  }

  /// The month that is not over yet, from daily returns.
  private var monthInProgress: [Line] {
    guard page.part == nil, page.unit == .percent, page.metric?.rollUp == .flow, page.metric?.direction == .higher,
      let target = figure?.target,
      let share = TargetShare(unscaled: target.value.unscaled, places: target.value.places),
      let progress = board.monthInProgress(page.key, target: share)
    else { return [] }
    var lines: [Line] = [(StyledText(), StyledText())]
    lines.append(
      line(
        "\(progress.month.name), \(progress.days) of \(progress.month.days) days",
        progress.percent.text(places: 1) + "%", .text))
    if let beyond = progress.remaining.outOfReachBy {
      lines.append(line("out of reach by", Ratio(beyond).text(places: 0), .targetMissed))
    } else {
      lines.append(line("breaches still allowed", Ratio(progress.remaining.allowed).text(places: 0), .text))
      if let needed = progress.remaining.needed {
        lines.append(line("needed on days left", Ratio(Int((needed * 10).rounded()), 10).text(places: 1) + "%", .text))
      }
    }
    return lines
  }
}
