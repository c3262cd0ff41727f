import CRows
import Metrics

/// What a reader may know beside its file: the metrics there are, and what the system says of its own files.
public struct ReadingContext: Sendable {
  /// The system's own metrics, then the built-in ones.
  let metrics: [Metric]
  /// The same by their ids.
  let metricsByID: [MetricID: Metric]
  /// The system's own layouts.
  let localLayouts: [LocalLayout]
  /// Every layout there is, the system's own among them.
  let layouts: [Layout]
  /// The codes of the system's organisations by their names and codes, in lower case, several where organisations share a name; empty
  /// where it lists none.
  let codesByName: [String: [OrganisationCode]]
  /// The codes of the system's organisations by their lower-case spellings.
  let knownCodes: [String: OrganisationCode]
  /// The names of those organisations, as the system spells them.
  let organisationNames: [String]
  /// The organisations whose weekly bands are kept: the system's own and England; `nil` for all, where the system lists none.
  let banded: Set<OrganisationCode>?
  /// What the system says, as far as a reader may know it.
  private let sayings: SystemSignature
  /// The same as text: two contexts of one signature read every file alike.
  package var signature: String { sayings.text }
  /// The file that is read; `nil` where that does not matter.
  var file: SourceFile?
  /// The instructions that rows are passed and counted with: the widest of this processor. All give the same.
  var instructions = crows_best()

  /// What a system's `system.toml` says.
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
    // Only a system with layouts of its own has files that name organisations by anything but their codes.
    for organisation in localLayouts.isEmpty ? [] : organisations {
      for name in Set([organisation.name.lowercased(), organisation.shortName.lowercased()]) {
        codesByName[name, default: []].append(organisation.code)
      }
    }
    // `Fellgate General Hospital` for `Fellgate General Hospital NHS Trust`, where nobody else is called that.
    for organisation in localLayouts.isEmpty ? [] : organisations {
      let plain = OrganisationNames.plain(organisation.name.lowercased())
      if codesByName[plain]?.contains(organisation.code) != true {
        codesByName[plain, default: []].append(organisation.code)
      }
    }
    // What is a code is no other organisation's name.
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
  /// The system's own layouts that the file that is read may have: all but those of other sheets.
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

  /// The same for one file.
  func reading(_ file: SourceFile) -> ReadingContext {
    var context = self
    context.file = file
    return context
  }
}

/// The names of organisations without the words that files leave out.
enum OrganisationNames {
  private static let ends = [" nhs foundation trust", " nhs trust", " foundation trust", " nhs ft", " trust"]

  /// `fellgate general hospital`; the name is in lower case.
  static func plain(_ name: String) -> String {
    var plain = name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
    for end in ends where plain.hasSuffix(end) && plain.utf8.count > end.utf8.count {
      plain.removeLast(end.count)
      break
    }
    return plain
  }
}
