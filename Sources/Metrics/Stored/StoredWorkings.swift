import Statistics

extension Period.Grain: Stored {
  package func write(to bytes: inout StoredWriter) { bytes.write(Int(rawValue)) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    guard let grain = UInt8(exactly: try bytes.number()).flatMap(Self.init(rawValue:)) else { throw StoredDamage() }
    self = grain
  }
}

extension Perspective: Stored {
  package func write(to bytes: inout StoredWriter) { bytes.write(Int(rawValue)) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    guard let one = UInt8(exactly: try bytes.number()).flatMap(Self.init(rawValue:)) else { throw StoredDamage() }
    self = one
  }
}

extension TargetTable.Choice: Stored {}
extension Variation: Stored {}

extension ViewSettings: Stored {
  package func write(to bytes: inout StoredWriter) {
    period.write(to: &bytes)
    grain.write(to: &bytes)
    choice.write(to: &bytes)
    perspective.write(to: &bytes)
    followsLatest.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      period: try bytes.value(), grain: try bytes.value(), choice: try bytes.value(), perspective: try bytes.value(),
      followsLatest: try bytes.value())
  }
}

extension Series.Key: Stored {
  package func write(to bytes: inout StoredWriter) {
    metric.write(to: &bytes)
    organisation.write(to: &bytes)
    part.write(to: &bytes)
    perspective.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      try bytes.value(), try bytes.value(), part: try bytes.value(), perspective: try bytes.value())
  }
}

extension Origin: Stored {
  package func write(to bytes: inout StoredWriter) {
    switch self {
    case .published(let contribution, let rows):
      bytes.write(0)
      contribution.write(to: &bytes)
      rows.write(to: &bytes)
    case .rolledUp(let returned, let expected, let suppressed, let rates):
      bytes.write(1)
      for count in [returned, expected, suppressed, rates] { bytes.write(Int(count)) }
    case .summedOverTime(let present, let expected, let lacking, let days, let returned, let members):
      bytes.write(2)
      for count in [present, expected, lacking, days, returned, members] { bytes.write(Int(count)) }
    case .summedParts: bytes.write(3)
    case .fromPredecessors: bytes.write(4)
    }
  }

  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    switch try bytes.number() {
    case 0: self = .published(contribution: try bytes.value(), rows: try bytes.value())
    case 1:
      self = .rolledUp(
        returned: try Origin.count(&bytes), expected: try Origin.count(&bytes), suppressed: try Origin.count(&bytes),
        rates: try Origin.count(&bytes))
    case 2:
      self = .summedOverTime(
        present: try Origin.count(&bytes), expected: try Origin.count(&bytes), lacking: try Origin.count(&bytes),
        days: try Origin.count(&bytes), returned: try Origin.count(&bytes), members: try Origin.count(&bytes))
    case 3: self = .summedParts
    case 4: self = .fromPredecessors
    default: throw StoredDamage()
    }
  }

  private static func count(_ bytes: inout StoredReader) throws(StoredDamage) -> Int16 {
    guard let count = Int16(exactly: try bytes.number()) else { throw StoredDamage() }
    return count
  }
}

extension SeriesPoint: Stored {
  package func write(to bytes: inout StoredWriter) {
    period.write(to: &bytes)
    measurement.write(to: &bytes)
    origin.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(period: try bytes.value(), measurement: try bytes.value(), origin: try bytes.value())
  }
}

extension SeriesID: Stored {
  package func write(to bytes: inout StoredWriter) {
    for number in [metric, organisation, part] { number.write(to: &bytes) }
    perspective.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      metric: try bytes.value(), organisation: try bytes.value(), part: try bytes.value(),
      perspective: try bytes.value())
  }
}

extension GrainSet: Stored {
  package func write(to bytes: inout StoredWriter) {
    Period.Grain.allCases.filter(contains).write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init()
    for grain in try bytes.value([Period.Grain].self) { insert(grain) }
  }
}

extension SeriesNumbering: Stored {
  package func write(to bytes: inout StoredWriter) {
    names.write(to: &bytes)
    ids.write(to: &bytes)
    grains.write(to: &bytes)
    series.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    (names, ids, grains) = (try bytes.value(), try bytes.value(), try bytes.value())
    series = try bytes.value()
  }
}

extension BoardWorkings.SumOfMonth: Stored {
  package func write(to bytes: inout StoredWriter) {
    key.write(to: &bytes)
    month.write(to: &bytes)
    point.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(key: try bytes.value(), month: try bytes.value(), point: try bytes.value())
  }
}

extension BoardWorkings.SumOverTime: Stored {
  package func write(to bytes: inout StoredWriter) {
    key.write(to: &bytes)
    grain.write(to: &bytes)
    points.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(key: try bytes.value(), grain: try bytes.value(), points: try bytes.value())
  }
}

extension BoardWorkings.Item: Stored {
  package func write(to bytes: inout StoredWriter) {
    key.write(to: &bytes)
    period.write(to: &bytes)
    for flag in [isMissing, isNew, isConcerning, isFailing] { flag.write(to: &bytes) }
    variation.write(to: &bytes)
    bytes.write(Int(bitPattern: UInt(severity.bitPattern)))
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    (key, period) = (try bytes.value(), try bytes.value())
    (isMissing, isNew) = (try bytes.value(), try bytes.value())
    (isConcerning, isFailing) = (try bytes.value(), try bytes.value())
    variation = try bytes.value()
    severity = Double(bitPattern: UInt64(UInt(bitPattern: try bytes.number())))
  }
}

extension BoardWorkings: Stored {
  package func write(to bytes: inout StoredWriter) {
    numbering.write(to: &bytes)
    checks.write(to: &bytes)
    bytes.write(sums.count)
    for (key, points) in sums {
      key.write(to: &bytes)
      points.write(to: &bytes)
    }
    sumsOfMonths.write(to: &bytes)
    sumsOverTime.write(to: &bytes)
    bytes.write(attention.count)
    for (view, items) in attention {
      view.scope.write(to: &bytes)
      view.settings.write(to: &bytes)
      items.write(to: &bytes)
    }
  }

  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    numbering = try bytes.value()
    checks = try bytes.value()
    for _ in 0..<(try bytes.count()) {
      let key: Series.Key = try bytes.value()
      sums[key] = try bytes.value([SeriesPoint].self)
    }
    sumsOfMonths = try bytes.value()
    sumsOverTime = try bytes.value()
    for _ in 0..<(try bytes.count()) {
      let view = View(scope: try bytes.value(), settings: try bytes.value())
      attention[view] = try bytes.value([Item].self)
    }
  }
}
