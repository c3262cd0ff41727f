import Metrics

extension SystemReader {
  /// Reads one `[[organisation]]`; without a code or a role it is left out.
  mutating func readOrganisation(_ table: TomlReader.Table) {
    let code = toml.text("code", in: table)
    let name = toml.text("name", in: table)?.value
    let shortName = toml.text("short-name", in: table)?.value
    let role = role(in: table)
    let parent = toml.text("parent", in: table)
    let (from, to) = months(in: table)
    let successor = toml.text("successor", in: table)
    let counts = toml.truth("counts", in: table)
    let size = toml.size(in: table)
    let peers = toml.texts("peers", in: table)
    guard let code else {
      if !toml.has("code", in: table) {
        toml.report(.missing("code", of: table.title, example: "code = \"RD8\""), at: table.place)
      }
      return
    }
    if let first = organisations.place(of: code.value) {
      toml.report(.organisation(.codeTwice(code.value, firstLine: first.line)), at: code.place)
      return
    }
    guard let role else {
      organisations.leaveOut(code)
      return
    }
    let own = OrganisationCode(code.value)
    var organisation = Organisation(
      code: own, name: name, shortName: shortName, role: role.value, from: from, to: to,
      successor: successor.map { OrganisationCode($0.value) },
      counts: counts ?? !(role.value == .provider && Footprints.spanningProviders.contains(own)), stated: size)
    organisation.peers = peers.map { OrganisationCode($0) }
    if let successor, to == nil, !toml.has("to", in: table) {
      toml.report(.organisation(.successorWithoutEnd(successor.value, of: code.value)), at: successor.place)
    }
    organisations.add(organisation, code: code, role: role.place, parent: parent, successor: successor?.place)
  }

  private mutating func role(in table: TomlReader.Table) -> Placed<OrganisationRole>? {
    // The eighth role, nation, is for organisations in extracts outside the system.
    let roles = OrganisationRole.allCases.filter { $0 != .nation }
    let role = toml.word("role", in: table, among: roles)
    if role == nil, !toml.has("role", in: table) {
      toml.report(.missing("role", of: table.title, example: "role = \"provider\""), at: table.place)
    }
    return role
  }

  /// The first and the last month of an organisation or a target; neither where they are in the wrong order.
  mutating func months(in table: TomlReader.Table) -> (from: Month?, to: Month?) {
    let from = toml.month("from", in: table)
    let to = toml.month("to", in: table)
    if let from, let to, to.value < from.value {
      let texts = (Period.month(from.value).text, Period.month(to.value).text)
      toml.report(.organisation(.endsBeforeStart(from: texts.0, to: texts.1)), at: to.place)
      return (nil, nil)
    }
    return (from?.value, to?.value)
  }
}
