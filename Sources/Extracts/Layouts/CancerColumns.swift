import Metrics

/// Where the columns of a cancer extract are, in the spellings of its vintages.
struct CancerColumns {
  let code, total, within: Int
  let basis, name, standard, type, route, modality, setting, after: Int?
  /// The standard of a file that has one for all its rows.
  let onlyStandard: MetricID?

  /// The spellings of the number within the standard.
  static let within: Set<ColumnName> = [
    "Within", "Within Standard", "Within 62 Days", "Within 31 Days", "Within 14 Days", "Within 28 Days",
  ]

  init(_ header: Header) {
    code = header.column("Org_Code", "Provider Code", "Provider Org Code") ?? 0
    total = header.column("Total", "Total Treated", "Accountable Total Treated") ?? 0
    let within =
      header.column("Within", "Within Standard") ?? header.names.firstIndex { CancerColumns.within.contains($0) }
    self.within = within ?? 0
    basis = header.column("Basis")
    name = header.column("Org_Name", "Provider Name", "Provider Org Name")
    standard = header.column("Standard_or_Item", "Standard")
    type = header.column("Cancer_Type", "Type of Cancer")
    route = header.column("Referral_Route_or_Stage", "Stage/Route", "Stage or Route")
    modality = header.column("Treatment_Modality")
    setting = header.column("Care Setting")
    after = header.column("After", "Breaches", "After 62 Days", "After 31 Days")
    onlyStandard = within.flatMap { CancerColumns.metric(header.names[$0].text) }
  }

  /// Whether a column says which standard the rows are about, in its cells or in its name.
  static func namesStandard(_ name: ColumnName) -> Bool {
    name == "Standard" || name == "Standard_or_Item" || (within.contains(name) && metric(name.text) != nil)
  }

  /// What the label of a standard stands for.
  enum Standard: Equatable {
    case measured(MetricID)
    /// A number of referrals, or a standard that is measured against nothing today.
    case unmeasured
    case unknown
  }

  /// The standard with a label.
  static func standard(_ label: String) -> Standard {
    if let metric = metric(label) { return .measured(metric) }
    return isUnmeasured(ColumnName(label)) || ColumnName(label).contains("referral") ? .unmeasured : .unknown
  }

  private static func isUnmeasured(_ label: ColumnName) -> Bool {
    let others: [StaticString] = ["screening", "upgrade", "subsequent", "breast", "referral)"]
    return others.contains { label.contains($0) }
  }

  /// The metric of a standard by its label, `62D`, `62 Days`, `31-DAY (DIAGNOSIS TO TREATMENT) …`; `nil` for the numbers of
  /// referrals, and for standards that are measured against nothing today.
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
