/// Joins two parts of one file that were read at the same time.
extension RTTTally {
  /// Adds the sums of a later part of the file. Returns `false` and adds nothing where one of its rows repeats or
  /// contradicts a row of this part.
  mutating func join(_ later: RTTTally, _ numbers: JoinedNumbers) -> Bool {
    let functions = joinFunctions(later)
    guard !repeats(later, functions, numbers) else { return false }
    let joined = later.slots.map { slot(numbers.organisations[$0.organisation], numbers.periods[Int($0.period)]) }
    joinRows(later, functions, joined, numbers)
    later.forEachGroup { group in
      var sums = group.sums
      sums.line &+= Int32(truncatingIfNeeded: numbers.lines)
      add(sums, to: joined[group.slot], functions[group.function])
    }
    for (slot, place) in joined.enumerated() {
      for isWhole in [true, false] {
        let list = Int(later.listPlaces[slot * 2 + (isWhole ? 0 : 1)])
        if list < 0 { continue }
        addToList(place, isWhole: isWhole) { sums in
          for band in 0..<later.bandCount { sums[band] &+= later.lists[list * later.bandCount + band] }
        }
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
      if isNew { addFunction(later.functionItems[joined.count]) }
      joined.append(function(number))
    }
    return joined
  }

  /// Whether both have a row of one provider, commissioner, function and month.
  private mutating func repeats(_ later: RTTTally, _ functions: [Int], _ numbers: JoinedNumbers) -> Bool {
    let slots = later.slots.map {
      slotTable[RTTTally.key(numbers.organisations[$0.organisation], in: numbers.periods[Int($0.period)])]
    }
    let pairs = later.pairs.map { pair -> Int in
      guard let provider = slots[pair.provider] else { return -1 }
      let commissioner = pair.commissioner < 0 ? -1 : slots[pair.commissioner]
      return commissioner.flatMap { pairTable[RTTTally.key(provider, $0)] } ?? -1
    }
    return rows.repeats(later.rows, pairs, functions)
  }

  private mutating func joinRows(
    _ later: RTTTally, _ functions: [Int], _ joined: [Int], _ numbers: JoinedNumbers
  ) {
    var places: [Int] = []
    places.reserveCapacity(later.pairs.count)
    for pair in later.pairs {
      let (provider, commissioner) = (joined[pair.provider], pair.commissioner < 0 ? -1 : joined[pair.commissioner])
      let place = pairTable.number(of: RTTTally.key(provider, commissioner), next: pairs.count)
      if place == pairs.count {
        pairs.append((provider, commissioner))
        rows.addPair()
      }
      places.append(place)
    }
    rows.join(later.rows, places, functions, lines: numbers.lines)
  }
}
