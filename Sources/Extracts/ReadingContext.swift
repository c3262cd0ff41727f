import CRows
import Metrics

/// What a reader knows besides its file: the metrics, and what the system says about its own files.
public struct ReadingContext: Sendable {
  /// The system's own metrics, then the built-in ones.
  let metrics: [Metric]
  /// The same metrics by name.
  let metricsByID: [MetricID: Metric]
  /// The layouts that the system defines.
  let localLayouts: [LocalLayout]
  /// Every layout, including those that the system defines.
  let layouts: [Layout]
  /// The codes of the system's organisations by their names and codes, in lower case; several where organisations share
  /// a name, and empty where the system lists none.
  let codesByName: [String: [OrganisationCode]]
  /// The codes of the system's organisations by their lower-case spellings.
  let knownCodes: [String: OrganisationCode]
  /// The names of those organisations, as the system spells them.
  let organisationNames: [String]
  /// The organisations whose weekly bands are kept: the system's own and England; `nil` for all, where the system lists none.
  let banded: Set<OrganisationCode>?
  /// What the system says, as far as a reader uses it.
  private let sayings: SystemSignature
  /// The same as text: two contexts with equal signatures read every file alike.
  package var signature: String { sayings.text }
  /// The file that is being read; `nil` where it does not matter.
  var file: SourceFile?
  /// The processor's widest instructions for skipping and counting rows. All give the same result.
  var instructions = crows_best()

  /// The context of a system's `system.toml`.
  public init(of system: HealthSystem) {
    self.init(
      sayings: SystemSignature(system), metrics: MetricCatalogue(local: system.metrics).metrics,
      localLayouts: system.layouts, organisations: system.organisations)
  }

  init(
    sayings: SystemSignature = SystemSignature(.everything), metrics: [Metric], localLayouts: [LocalLayout] = [],
    organisations: [Organisation] = []
  ) {
    self.sayings = sayings
    self.metrics = metrics
    metricsByID = Dictionary(metrics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.localLayouts = localLayouts
    layouts = Layout.all + localLayouts.map(Layout.local)
    var codesByName: [String: [OrganisationCode]] = [:]
    // Only a system with layouts of its own has files that name organisations other than by code.
    for organisation in localLayouts.isEmpty ? [] : organisations {
      for name in Set([organisation.name.lowercased(), organisation.shortName.lowercased()]) {
        codesByName[name, default: []].append(organisation.code)
      }
    }
    // `Fellgate General Hospital` for `Fellgate General Hospital NHS Trust`, where no other organisation has that name.
    for organisation in localLayouts.isEmpty ? [] : organisations {
      let plain = OrganisationNames.plain(organisation.name.lowercased())
      if codesByName[plain]?.contains(organisation.code) != true {
        codesByName[plain, default: []].append(organisation.code)
      }
    }
    // A text that is a code is not used as another organisation's name.
    if !codesByName.isEmpty {
      for organisation in organisations { codesByName[organisation.code.text.lowercased()] = [organisation.code] }
    }
    self.codesByName = codesByName
    knownCodes = Dictionary(
      organisations.map { ($0.code.text.lowercased(), $0.code) }, uniquingKeysWith: { first, _ in first })
    banded = organisations.isEmpty ? nil : Set(organisations.map(\.code)).union([.england])
    organisationNames = codesByName.isEmpty ? [] : organisations.flatMap { [$0.shortName, $0.name] }
  }
}

extension ReadingContext {
  /// The system's own layouts that the current file may have: all but those of other sheets.
  var layoutsOfFile: [LocalLayout] {
    guard let file else { return localLayouts }
    return localLayouts.filter { layout in
      layout.area.sheet.map { $0.lowercased() == file.sheet?.name.lowercased() } ?? true
    }
  }

  /// Every layout that the file may have.
  var claimants: [Layout] {
    localLayouts.contains { $0.area.sheet != nil } ? Layout.all + layoutsOfFile.map(Layout.local) : layouts
  }

  /// The same context for one file.
  func reading(_ file: SourceFile) -> ReadingContext {
    var context = self
    context.file = file
    return context
  }
}

/// The names of organisations without the words that files tend to leave out.
enum OrganisationNames {
  private static let ends = [" nhs foundation trust", " nhs trust", " foundation trust", " nhs ft", " trust"]

  /// The name without those words: `fellgate general hospital`; the argument is in lower case.
  static func plain(_ name: String) -> String {
    var plain = name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
    for end in ends where plain.hasSuffix(end) && plain.utf8.count > end.utf8.count {
      plain.removeLast(end.count)
      break
    }
    return plain
  }
}
