import Screen

/// The areas of a screen: the header above the page, the status line and the function bar below it, as far as they fit.
struct ScreenAreas {
  let header: Region
  let page: Region
  let status: Region
  let keys: Region
  /// The meanings of the page's signs, where there is a line for them.
  let legend: Region

  /// Below eight lines the function bar is left out, below twelve the status line; messages are shown even so.
  init(_ size: Size, hasKeys showsKeys: Bool = true) {
    let screen = Region(size)
    let hasHeader = size.rows >= 4
    let hasKeys = showsKeys && size.rows >= 8
    let hasStatus = size.rows >= 12
    header = hasHeader ? screen.line(0) : Region(row: 0, column: 0, columns: 0, rows: 0)
    keys = hasKeys ? screen.line(size.rows - 1) : Region(row: 0, column: 0, columns: 0, rows: 0)
    status = hasStatus ? screen.line(size.rows - (hasKeys ? 2 : 1)) : Region(row: 0, column: 0, columns: 0, rows: 0)
    let hasLegend = size.rows >= 50 && size.columns >= 100
    let below = (hasKeys ? 1 : 0) + (hasStatus ? 1 : 0)
    legend = hasLegend ? screen.line(size.rows - below - 1) : Region(row: 0, column: 0, columns: 0, rows: 0)
    page = screen.inset(top: hasHeader ? 1 : 0, bottom: below + (hasLegend ? 1 : 0))
  }
}
