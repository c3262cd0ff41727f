import Metrics

/// What the rules of docs/metrics.md say of the months of a world, worked out in plain whole numbers and without the board.
struct Oracle {
  /// What must be seen of the sum of a month.
  struct Answer: Equatable {
    /// Numerator and denominator, or the count alone; `nil` where nothing can be summed, or where all is hidden.
    var top: Int?
    var bottom: Int?
    var returned = 0
    var expected = 0
    /// `nil` where it is neither met nor missed.
    var isMet: Bool?
    /// Whether a distance to the target stands.
    var hasVariance = false
    var note = ""
    /// Who must stand in what needs attention.
    var missing: [String] = []
  }

  let world: World

  /// The months for which a sum is to be seen, with what is to be seen of it.
  ///
  /// Months that nobody publishes as months are the sum of days, which another oracle would have to know.
  func answer(_ month: Int) -> Answer? {
    var answer = Answer()
    var hidden = 0
    var rates = 0
    var isPublished = false
    var sum = (top: 0, bottom: 0)
    for member in world.members where member.exists(month) {
      if expects(member, month) { answer.expected += 1 }
      let form = member.isQuarterly && month < 3 ? World.Form.nothing : member.forms[month]
      switch form {
      case .counts, .days:
        if form == .counts { isPublished = true }
        let counts = member.counts(month)
        sum.top += top(counts)
        sum.bottom += bottom(counts)
        answer.returned += 1
      case .rate: rates += 1
      case .hidden:
        isPublished = true
        hidden += 1
      case .nothing, .empty, .someDays:
        if expects(member, month) { answer.missing.append(member.code) }
      }
    }
    guard isPublished else { return nil }
    if answer.returned > 0 { (answer.top, answer.bottom) = (sum.top, sum.bottom) }
    if answer.returned < answer.expected {
      answer.note = "\(answer.returned) of \(answer.expected) returned"
      if hidden > 0 { answer.note += ", \(hidden) suppressed" }
      if rates > 0 { answer.note += ", \(rates) without counts" }
    }
    judge(&answer)
    return answer
  }

  /// It existed and has made a return of some kind, for this month or before; a quarter is a return of each of its months.
  private func expects(_ member: World.Member, _ month: Int) -> Bool {
    let first = (0..<World.months).first { number in
      guard member.exists(number) else { return false }
      if member.isQuarterly, number < 3 { return true }
      return member.forms[number] != .nothing && member.forms[number] != .empty
    }
    // A quarter is there from its first day, though the organisation began within it.
    if member.isQuarterly, (0..<3).contains(where: member.exists) { return true }
    return first.map { $0 <= month } ?? false
  }

  /// Held against the target in whole numbers; not at all without everybody.
  private func judge(_ answer: inout Answer) {
    guard let top = answer.top, let bottom = answer.bottom else { return }
    let isWhole = answer.returned == answer.expected
    switch world.metric {
    case .fourHour: answer.isMet = isWhole ? top * 100 >= bottom * 95 : nil
    case .incomplete: answer.isMet = isWhole ? top * 100 >= bottom * 92 : nil
    case .twelveHour: answer.isMet = isWhole ? top <= 0 : nil
    default: answer.isMet = isWhole ? top <= 1080 * bottom : nil
    }
    answer.hasVariance = isWhole || world.metric != .twelveHour
  }

  private func top(_ counts: (within: Int, of: Int)) -> Int {
    switch world.metric {
    case .twelveHour: counts.within - 28 * 60
    case .category2: counts.within * 20
    default: counts.within
    }
  }

  private func bottom(_ counts: (within: Int, of: Int)) -> Int {
    world.metric == .category2 ? counts.of / 28 : counts.of
  }
}
