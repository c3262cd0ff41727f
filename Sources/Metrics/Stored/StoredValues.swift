extension Int: Stored {
  package func write(to bytes: inout StoredWriter) { bytes.write(self) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) { self = try bytes.number() }
}

extension Int32: Stored {
  package func write(to bytes: inout StoredWriter) { bytes.write(Int(self)) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    guard let number = Int32(exactly: try bytes.number()) else { throw StoredDamage() }
    self = number
  }
}

extension Bool: Stored {
  package func write(to bytes: inout StoredWriter) { bytes.write(self ? 1 : 0) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) { self = try bytes.number() != 0 }
}

extension String: Stored {
  package func write(to bytes: inout StoredWriter) { bytes.write(raw: utf8) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self = String(decoding: try bytes.raw(), as: UTF8.self)
  }
}

extension Array: Stored where Element: Stored {
  package func write(to bytes: inout StoredWriter) {
    bytes.write(count)
    for element in self { element.write(to: &bytes) }
  }

  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    let count = try bytes.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try bytes.value()) }
  }
}

extension Optional: Stored where Wrapped: Stored {
  package func write(to bytes: inout StoredWriter) {
    (self != nil).write(to: &bytes)
    self?.write(to: &bytes)
  }

  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self = try bytes.value(Bool.self) ? try bytes.value(Wrapped.self) : nil
  }
}

extension Stored where Self: RawRepresentable, RawValue: Stored {
  package func write(to bytes: inout StoredWriter) { rawValue.write(to: &bytes) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    guard let value = Self(rawValue: try bytes.value()) else { throw StoredDamage() }
    self = value
  }
}

extension MetricID: Stored {
  package func write(to bytes: inout StoredWriter) { text.write(to: &bytes) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) { self.init(try bytes.value(String.self)) }
}

extension OrganisationCode: Stored {
  package func write(to bytes: inout StoredWriter) { text.write(to: &bytes) }
  package init(from bytes: inout StoredReader) throws(StoredDamage) { self.init(try bytes.value(String.self)) }
}

extension BreakdownItem: Stored {
  package func write(to bytes: inout StoredWriter) {
    breakdown.write(to: &bytes)
    item.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(try bytes.value(String.self), try bytes.value(String.self))
  }
}

extension RowSpan: Stored {
  package func write(to bytes: inout StoredWriter) {
    bytes.write(line)
    bytes.write(rows)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(line: try bytes.number(), rows: try bytes.number())
  }
}
