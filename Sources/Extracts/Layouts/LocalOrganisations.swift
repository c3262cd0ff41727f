import Metrics

/// The organisation of each row of a local file: found by a code, by the name of an organisation of the system, or by a
/// name that the layout explains.
struct LocalOrganisations {
  private let column: Int?
  private let name: Int?
  private let one: OrganisationCode
  /// Whether the column is said to contain codes, so that capitals alone, `NTPAD`, are a code too.
  private let holdsCodes: Bool
  private let codes: [String: OrganisationCode]
  private let ignored: Set<String>
  private let organisations: [String: [OrganisationCode]]
  private let spellings: [String]
  private var names = Interner()
  /// The meaning of each name that has been met.
  private var known: [Known] = []

  private enum Known {
    case organisation(OrganisationCode)
    case ignored
    case total
    case unknown(String)
    case shared(String, [OrganisationCode])
  }

  /// - Parameters:
  ///   - column: the column of the organisation; `nil` where every row is about the same one.
  ///   - name: the column of the name beside the code; `nil` where there is none.
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

  /// The organisation that a row's figure belongs to.
  enum Whose: Equatable {
    /// An organisation, by its number.
    case organisation(Int)
    /// All organisations in the file.
    case all
    /// None: the row is left out.
    case ignored
  }

  /// The organisation that a row's figure belongs to.
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
    // A system that lists no organisations accepts every code; a system that lists some also accepts codes of others.
    return LocalOrganisations.isCode(spelled, ofLetters: holdsCodes)
      ? .organisation(OrganisationCode(spelled)) : .unknown(text)
  }

  /// Whether a text is a code such as `RD8`, `14Y` or `E54000044`: capitals and digits with at least one digit, or
  /// three capitals; where the column contains codes, any capitals.
  private static func isCode(_ text: String, ofLetters: Bool) -> Bool {
    (3...9).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      && (ofLetters || text.utf8.count == 3 || text.utf8.contains { (0x30...0x39).contains($0) })
  }
}
