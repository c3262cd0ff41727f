import Metrics

/// The sheets in a board's workbooks that no layout fits: they are not a problem where another sheet of the workbook is
/// read.
struct UnreadSheets {
  /// The places of those sheets among the files; none of them is used.
  private(set) var places: [Int] = []
  /// The sheets, and why.
  private(set) var sheets: [UnreadSheet] = []
  /// The workbooks of which no sheet is read.
  private(set) var problems: [Problem] = []

  /// Examines the files of a board and what each contributed.
  init(_ files: [FoundFile], _ contributions: [Contribution]) {
    let books = Dictionary(grouping: files.indices.filter { files[$0].sheet != nil }) { files[$0].path }
    for book in books.values.sorted(by: { $0[0] < $1[0] }) {
      let unread = book.filter { contributions[$0].layout.isEmpty }
      for place in unread {
        guard let sheet = files[place].sheet else { continue }
        let problem = contributions[place].problems.first
        places.append(place)
        sheets.append(
          UnreadSheet(file: files[place].fileName, sheet: sheet.source, reason: problem?.message ?? "no layout fits it")
        )
      }
      if unread.count == book.count {
        let fault = FeedFault.noSheet(book.compactMap { files[$0].sheet?.name })
        problems.append(fault.problem(of: files[book[0]].fileName, at: files[book[0]].path))
      }
    }
    places.sort()
  }
}
