import Dashboard
import Screen

/// A table as plain text: columns as wide as their widest cell, nothing cut off, no control sequence for a terminal.
struct TextTable {
  /// The headings; a right-aligned column has a right-aligned heading.
  let headings: [(title: String, alignment: Alignment)]
  /// The cells, row by row.
  var rows: [[String]] = []

  /// A table with these headings and no rows yet.
  init(_ headings: [(title: String, alignment: Alignment)]) { self.headings = headings }

  /// The lines, each after two blanks; columns that are empty throughout are left out.
  var lines: [String] {
    let cells = rows.map { $0.map { StyledText($0) } }
    let shown = headings.indices.filter { column in cells.contains { column < $0.count && !$0[column].isEmpty } }
    let titles = headings.map { StyledText($0.title) }
    let widths = headings.indices.map { column in
      cells.reduce(titles[column].width) { max($0, column < $1.count ? $1[column].width : 0) }
    }
    return ([titles] + cells).map { row in
      let texts = shown.map { column in
        (column < row.count ? row[column] : "").padded(to: widths[column], headings[column].alignment).plain
      }
      return "  " + TextTable.withoutBlanksAtEnd(texts.joined(separator: "  "))
    }
  }

  private static func withoutBlanksAtEnd(_ text: String) -> Substring {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return text
  }
}
