import Metrics

/// Whose figure a row of a local file is: by a code, by a name of the system's organisations, or by one that the layout explains.
struct LocalOrganisations {
  private let column: Int?
  private let name: Int?
  private let one: OrganisationCode
  /// Whether the column says that it holds codes: then capitals alone are one too, `NTPAD`.
  private let holdsCodes: Bool
  private let codes: [String: OrganisationCode]
  private let ignored: Set<String>
  private let organisations: [String: [OrganisationCode]]
  private let spellings: [String]
  private var names = Interner()
  /// What each name that has come turned out to be.
  private var known: [Known] = []

  private enum Known {
    case organisation(OrganisationCode)
    case ignored
    case total
    case unknown(String)
    case shared(String, [OrganisationCode])
  }

  /// - Parameters:
  ///   - column: where a row says whose it is; `nil` where all are one organisation's.
  ///   - name: where it says the name beside the code; `nil` where it does not.
  init(_ layout: LocalLayout, column: Int?, name: Int?, _ header: Header, _ context: ReadingContext) {
    self.column = column
    self.name = name
    if case .one(let code) = layout.organisations { one = code } else { one = .all }
    holdsCodes = column.map { header.names[$0].text.split(separator: " ").contains("code") } ?? false
    codes = Dictionary(
      layout.codes.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    ignored = Set(layout.ignored.map { $0.lowercased() })
    organisations = context.codesByName
    spellings = context.organisationNames + layout.codes.keys.sorted()
  }

  /// Whose figure a row has.
  enum Whose: Equatable {
    /// An organisation's, by its number.
    case organisation(Int)
    /// That of all organisations in the file.
    case all
    /// It is to be left out.
    case ignored
  }

  /// Whose figure a row has.
  mutating func organisation(_ record: Record, _ builder: inout ContributionBuilder) throws(Fault) -> Whose {
    guard let column else { return .organisation(builder.organisation(one)) }
    let (number, isNew) = names.number(of: record, column)
    if isNew { known.append(find(record.text(column), isTotal: TotalName.isTotal(record, column))) }
    switch known[number] {
    case .organisation(let code):
      let organisation = builder.organisation(code)
      if let name { builder.call(organisation, record.text(name)) }
      return .organisation(organisation)
    case .ignored: return .ignored
    case .total: return .all
    case .unknown(let text):
      if text.isEmpty { throw Fault(.noCode, column) }
      let nearest = builder.problems.isFull ? nil : SpellingSuggestion.example(for: text, among: spellings)
      throw Fault(.unknownOrganisation(text, nearest: nearest ?? "RD8"), column)
    case .shared(let text, let codes): throw Fault(.sharedName(text, codes: codes.map(\.text)), column)
    }
  }

  private func find(_ text: String, isTotal: Bool) -> Known {
    let spelled = String(CodeSpelling.stripped(text))
    let name = (spelled.isEmpty ? text : spelled).lowercased()
    if ignored.contains(name) { return .ignored }
    if let code = codes[name] { return .organisation(code) }
    if let named = organisations[name] { return named.count == 1 ? .organisation(named[0]) : .shared(text, named) }
    if isTotal { return .total }
    if let named = organisations[OrganisationNames.plain(name)], named.count == 1 { return .organisation(named[0]) }
    // A system that lists no organisations is about all there are; one that does also takes codes of those outside it.
    return LocalOrganisations.isCode(spelled, ofLetters: holdsCodes)
      ? .organisation(OrganisationCode(spelled)) : .unknown(text)
  }

  /// `RD8`, `14Y`, `E54000044`: capitals and digits, a digit among them or three letters in all; or any capitals.
  private static func isCode(_ text: String, ofLetters: Bool) -> Bool {
    (3...9).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      && (ofLetters || text.utf8.count == 3 || text.utf8.contains { (0x30...0x39).contains($0) })
  }
}
