extension OrganisationRole: Stored {}

extension StatedSize: Stored {
  package func write(to bytes: inout StoredWriter) {
    for size in [population, practices, beds] { size.write(to: &bytes) }
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(population: try bytes.value(), practices: try bytes.value(), beds: try bytes.value())
  }
}

extension Organisation: Stored {
  package func write(to bytes: inout StoredWriter) {
    code.write(to: &bytes)
    name.write(to: &bytes)
    shortName.write(to: &bytes)
    role.write(to: &bytes)
    parent.write(to: &bytes)
    from.write(to: &bytes)
    to.write(to: &bytes)
    successor.write(to: &bytes)
    counts.write(to: &bytes)
    stated.write(to: &bytes)
    peers.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      code: try bytes.value(), name: try bytes.value(String.self), shortName: try bytes.value(String.self),
      role: try bytes.value(), parent: try bytes.value(), from: try bytes.value(), to: try bytes.value(),
      successor: try bytes.value(), counts: try bytes.value(), stated: try bytes.value())
    peers = try bytes.value()
  }
}

extension WaitingList: Stored {
  package func write(to bytes: inout StoredWriter) {
    organisation.write(to: &bytes)
    period.write(to: &bytes)
    packed.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(organisation: try bytes.value(), period: try bytes.value(), packed: try bytes.value())
  }
}
