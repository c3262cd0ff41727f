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
  private struct Numbering<Value: Labelled> {
    private var numbers: [Value: Int] = [:]
    /// Values met before, each where its label puts it: rows of a file repeat few values in turn, and to compare one is
    /// quicker than to hash it.
    private var recent: [(value: Value, number: Int)?] = Array(repeating: nil, count: 64)

    mutating func number(of value: Value) -> Int {
      let label = value.label.utf8
      let slot = (label.count &* 7 &+ Int(label.last ?? 0) &* 13 &+ Int(label.first ?? 0)) & 63
      if let known = recent[slot], known.value == value { return known.number }
      let number = numbers[value] ?? numbers.count
      numbers[value] = number
      recent[slot] = (value, number)
      return number
    }
  }
}

/// A value with a text that tells it from most others.
private protocol Labelled: Hashable {
  var label: String { get }
}

extension MetricID: Labelled {
  fileprivate var label: String { text }
}

extension OrganisationCode: Labelled {
  fileprivate var label: String { text }
}

extension BreakdownItem: Labelled {
  fileprivate var label: String { item }
}
