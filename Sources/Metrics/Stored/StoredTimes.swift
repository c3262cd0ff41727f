extension Month: Stored {
  package func write(to bytes: inout StoredWriter) { index.write(to: &bytes) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) { self.init(index: try bytes.value()) }
}

extension NHSYear: Stored {
  package func write(to bytes: inout StoredWriter) { firstYear.write(to: &bytes) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) { self.init(firstYear: try bytes.value()) }
}

extension Period: Stored {
  package func write(to bytes: inout StoredWriter) {
    bytes.write(Int(grain.rawValue))
    switch self {
    case .day(let day): day.number.write(to: &bytes)
    case .week(let week): week.monday.number.write(to: &bytes)
    case .month(let month), .yearToDate(let month): month.write(to: &bytes)
    case .quarter(let quarter):
      quarter.year.write(to: &bytes)
      bytes.write(Int(quarter.number))
    case .year(let year): year.write(to: &bytes)
    case .undated: break
    }
  }

  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    guard let grain = UInt8(exactly: try bytes.number()).flatMap(Grain.init(rawValue:)) else { throw StoredDamage() }
    switch grain {
    case .day: self = .day(Day(number: try bytes.value()))
    case .week: self = .week(Week(monday: Day(number: try bytes.value())))
    case .month: self = .month(try bytes.value())
    case .yearToDate: self = .yearToDate(try bytes.value())
    case .quarter:
      guard let quarter = Quarter(year: try bytes.value(), number: try bytes.number()) else { throw StoredDamage() }
      self = .quarter(quarter)
    case .year: self = .year(try bytes.value())
    case .undated: self = .undated
    }
  }
}
