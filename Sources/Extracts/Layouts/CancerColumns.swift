import Metrics

/// The places of the columns of a cancer extract, in the spellings of its versions.
struct CancerColumns {
  let period: PeriodColumn
  let code, total, within: Int
  let basis, name, standard, type, route, modality, setting, after: Int?
  /// The standard of a file whose rows all have the same one.
  let onlyStandard: MetricID?

  /// Whether rows of one type and one route are added up where no row states the whole: an extract by provider has such
  /// rows alone. The combined extract states every whole.
  var areAddedUp: Bool { basis == nil && setting == nil && type != nil && route != nil }

  /// The spellings of the number within the standard.
  static let within: Set<ColumnName> = [
    "Within", "Within Standard", "Within 62 Days", "Within 31 Days", "Within 14 Days", "Within 28 Days",
  ]

  /// The columns of the combined extract.
  init(combined columns: inout ColumnBinder) throws(MissingColumn) {
    period = try PeriodColumn(&columns, .period, example: "2024-11-01")
    basis = try columns.required("Basis")
    code = try columns.required("Org_Code")
    standard = try columns.required("Standard_or_Item")
    type = try columns.required("Cancer_Type")
    route = try columns.required("Referral_Route_or_Stage")
    modality = try columns.required("Treatment_Modality")
    total = try columns.required("Total")
    within = try columns.required("Within")
    name = columns.optional("Org_Name")
    setting = columns.optional("Care Setting")
    after = columns.optional("After")
    onlyStandard = nil
  }

  /// The columns of an extract by provider.
  init(provider columns: inout ColumnBinder) throws(MissingColumn) {
    period = try PeriodColumn(&columns, .either, example: "2024-11-01")
    code = try columns.required("ORG CODE", "Provider Code", "Provider Org Code")
    total = try columns.required("TOTAL_TREATED", "Total", "Total Treated", "Accountable Total Treated")
    let names = columns.header.names
    let within =
      columns.optional("Within", "Within Standard") ?? names.firstIndex { CancerColumns.within.contains($0) }
    self.within = try columns.required("WITHIN STANDARD", at: within)
    try columns.required("STANDARD") { CancerColumns.namesStandard($0) }
    standard = columns.optional("Standard_or_Item", "Standard")
    onlyStandard = within.flatMap { CancerColumns.metric(names[$0].text) }
    basis = columns.optional("Basis")
    name = columns.optional("Org_Name", "Provider Name", "Provider Org Name")
    type = columns.optional("Cancer_Type", "Type of Cancer")
    route = columns.optional("Referral_Route_or_Stage", "Stage/Route", "Stage or Route")
    modality = columns.optional("Treatment_Modality")
    setting = columns.optional("Care Setting")
    after = columns.optional("After", "Breaches", "After 62 Days", "After 31 Days")
  }

  /// Whether a column says which standard the rows are about, in its cells or in its name.
  static func namesStandard(_ name: ColumnName) -> Bool {
    name == "Standard" || name == "Standard_or_Item" || (within.contains(name) && metric(name.text) != nil)
  }

  /// The meaning of a standard's label.
  enum Standard: Equatable {
    case measured(MetricID)
    /// A number of referrals, or a standard that no longer applies.
    case unmeasured
    case unknown
  }

  /// The standard with this label.
  static func standard(_ label: String) -> Standard {
    if let metric = metric(label) { return .measured(metric) }
    return isUnmeasured(ColumnName(label)) || ColumnName(label).contains("referral") ? .unmeasured : .unknown
  }

  private static func isUnmeasured(_ label: ColumnName) -> Bool {
    let others: [StaticString] = ["screening", "upgrade", "subsequent", "breast", "referral)"]
    return others.contains { label.contains($0) }
  }

  /// The metric of a standard by its label, `62D`, `62 Days`, `31-DAY (DIAGNOSIS TO TREATMENT) …`; `nil` for numbers of
  /// referrals, and for standards that no longer apply.
  static func metric(_ label: String) -> MetricID? {
    let label = ColumnName(label)
    if isUnmeasured(label) { return nil }
    if label.contains("62") { return .cancer62Day }
    if label.contains("31") { return .cancer31Day }
    if label.contains("fds") || label.contains("28") { return .cancer28Day }
    return label.contains("2ww") || label.contains("two week wait") || label.contains("14 days")
      ? .cancerTwoWeekWait : nil
  }
}
