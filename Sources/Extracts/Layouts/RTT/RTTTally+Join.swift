/// Two parts of one file, read at the same time.
extension RTTTally {
  /// Takes over what a later part of the file was summed to; `false`, and nothing is taken over, where a row of it
  /// repeats or contradicts one of this part.
  mutating func join(_ later: RTTTally, _ numbers: JoinedNumbers) -> Bool {
    let functions = joinFunctions(later)
    guard !repeats(later, functions, numbers) else { return false }
    let joined = later.slots.map { slot(numbers.bodies[$0.body], numbers.periods[Int($0.period)]) }
    joinRows(later, functions, joined, numbers)
    for group in later.groups {
      var sums = group
      sums.line += Int32(truncatingIfNeeded: numbers.lines)
      add(sums, to: joined[Int(group.slot)], functions[Int(group.function)])
    }
    for (slot, place) in joined.enumerated() {
      for isWhole in [true, false] {
        let list = Int(later.listPlaces[slot * 2 + (isWhole ? 0 : 1)])
        if list < 0 { continue }
        addToList(Array(later.lists[(list * bandCount)..<((list + 1) * bandCount)]), place, isWhole: isWhole)
      }
    }
    totalAll.stated += later.totalAll.stated
    totalAll.summed += later.totalAll.summed
    if totalAll.line == 0, later.totalAll.line > 0 { totalAll.line = later.totalAll.line + numbers.lines }
    return true
  }

  /// The number here of each of its functions.
  private mutating func joinFunctions(_ later: RTTTally) -> [Int] {
    var joined = [RTTTally.outside, RTTTally.outsideFunctions]
    later.functions.forEach { text in
      let (number, isNew) = functions.number(of: text)
      let place = number + RTTTally.firstFunction
      if isNew {
        if later.wholeFunction == joined.count { wholeFunction = place }
        functionItems.append(later.functionItems[joined.count])
        if functionItems.count > stride { widen() }
      }
      joined.append(place)
    }
    return joined
  }

  /// Whether both have a row of one provider, commissioner, function and month.
  private func repeats(_ later: RTTTally, _ functions: [Int], _ numbers: JoinedNumbers) -> Bool {
    let known = later.slots.map {
      slotTable[RTTTally.key(numbers.bodies[$0.body], in: numbers.periods[Int($0.period)])]
    }
    for (place, pair) in later.pairs.enumerated() {
      guard let provider = known[pair.provider] else { continue }
      let commissioner = pair.commissioner < 0 ? -1 : known[pair.commissioner]
      guard let commissioner, let here = pairTable[RTTTally.key(provider, commissioner)] else { continue }
      for (number, function) in functions.enumerated() where later.rowPlaces[place * later.stride + number] >= 0 {
        if rowPlaces[here * stride + function] >= 0 { return true }
      }
    }
    return false
  }

  private mutating func joinRows(
    _ later: RTTTally, _ functions: [Int], _ joined: [Int], _ numbers: JoinedNumbers
  ) {
    for (place, pair) in later.pairs.enumerated() {
      let (provider, commissioner) = (joined[pair.provider], pair.commissioner < 0 ? -1 : joined[pair.commissioner])
      let here = pairTable.number(of: RTTTally.key(provider, commissioner), next: pairs.count)
      if here == pairs.count {
        pairs.append((provider, commissioner))
        rowPlaces.append(contentsOf: repeatElement(-1, count: stride))
      }
      for (number, function) in functions.enumerated() {
        let row = later.rowPlaces[place * later.stride + number]
        if row < 0 { continue }
        rowPlaces[here * stride + function] = Int32(truncatingIfNeeded: rows.count)
        rows.append((later.rows[Int(row)].line + Int32(truncatingIfNeeded: numbers.lines), later.rows[Int(row)].sum))
      }
    }
  }
}
