// Cancer waiting times, combined extract. One row: one organisation, standard, cancer type, route or stage, and modality in a month.
//
//   Period,Basis,Org_Code,Parent_Org,Org_Name,Standard_or_Item,Cancer_Type,Referral_Route_or_Stage,Treatment_Modality,
//   Total,Within,After,Performance,Within_14_days,… (bands shared by the standards)
//
// Every organisation appears twice, by Basis; every total is a row of its own (`ALL CANCERS`, `ALL ROUTES`, Org_Code
// `Total`). A pathway shared by two providers is half a patient for each.

extension Layout {
  /// The combined cancer extract, April 2022 on.
  static let cancerCombined = Layout(
    name: "Cancer combined extract", columns: CancerColumns.init(combined:),
    reader: { header, columns, _ in CancerRows(header, columns, title: "Cancer combined extract, from April 2022") })
}
