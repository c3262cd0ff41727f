// Cancer waiting times by provider, before the combined extract. One row: one provider, standard and cancer type in a month.
//
//   PERIOD,STANDARD,ORG CODE,TREATMENT MODALITY,CANCER TYPE,STAGE/ROUTE,TOTAL,WITHIN STANDARD,BREACHES      (2022-23)
//   …,CARE_SETTING,TYPE_OF_CANCER,…,WITHIN_62_DAYS,AFTER_62_DAYS                                       (one standard a file)
//
//   …,ORG CODE,STAGE/ROUTE,TREATMENT MODALITY,CANCER TYPE,TOTAL TREATED,WITHIN STANDARD,BREACHES          (from 2024-25)
//
// The data extract from 2024-25 has a row for each route and type, and states no whole: its rows of ALL MODALITIES are added
// up to the types, to the routes and to the whole, which is then what the workbook of the month states.
//
// The care settings (admitted and not admitted) are added up, and so are the cancer types where no row states their
// whole. None of these files was seen byte for byte: columns are found by the names that others report. One reported
// version is refused, because nothing in it says which standard its rows are about: PERIOD,YEAR,MONTH,ORG
// CODE,TOTAL_TREATED,WITHIN STANDARD,BREACHES

extension Layout {
  /// Cancer extracts by provider, to 2023.
  static let cancerProvider = Layout(
    name: "Cancer provider extract", columns: CancerColumns.init(provider:),
    reader: { header, columns, _ in
      let isDataExtract = columns.areAddedUp && header.column("Total Treated") != nil
      return CancerRows(
        header, columns, title: isDataExtract ? "Cancer data extract by provider" : "Cancer provider extract, to 2023")
    })
}
