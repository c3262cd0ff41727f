/// Where an observation lies: the number of its contribution, and its own within it.
struct ObservationPlace {
  let contribution: Int32
  let observation: Int32
}

/// The observations of all files gathered by series, in the order in which the series first appear.
///
/// A national file has a hundred thousand observations and more: names are numbered once, so that each observation is
/// filed by one whole number.
struct ObservationIndex {
  /// The observations of each series, in the order of the files.
  private(set) var places: [[ObservationPlace]] = []
  private var numbers: [UInt64: Int] = [:]
  private var metrics = Numbering<MetricID>()
  private var organisations = Numbering<OrganisationCode>()
  private var parts = Numbering<BreakdownItem>()

  init(_ contributions: [Contribution]) {
    for (number, contribution) in contributions.enumerated() {
      for (position, observation) in contribution.observations.enumerated() {
        let place = ObservationPlace(contribution: Int32(number), observation: Int32(position))
        let key = key(of: observation)
        if let known = numbers[key] {
          places[known].append(place)
        } else {
          numbers[key] = places.count
          places.append([place])
        }
      }
    }
  }

  /// Metric, body and part as one number: there are fewer than 65,536 metrics and 16,777,216 of each of the others.
  private mutating func key(of observation: Observation) -> UInt64 {
    let metric = UInt64(metrics.number(of: observation.metric))
    let organisation = UInt64(organisations.number(of: observation.organisation))
    let part = observation.part.map { UInt64(parts.number(of: $0)) + 1 } ?? 0
    return metric << 48 | organisation << 24 | part
  }

  /// Numbers values from 0 in the order in which they appear.
  private struct Numbering<Value: Hashable> {
    private var numbers: [Value: Int] = [:]
    private var latest: (value: Value, number: Int)?

    mutating func number(of value: Value) -> Int {
      // Rows of a file most often repeat the row before.
      if let latest, latest.value == value { return latest.number }
      let number = numbers[value] ?? numbers.count
      numbers[value] = number
      latest = (value, number)
      return number
    }
  }
}
