/// A table of a report: a caption, headings that say what they head, and the figures to the last digit behind those shown.
struct ReportTable {
  /// A column.
  struct Column {
    /// Its heading.
    let title: String
    /// Whether its cells are numbers, which stand at the right.
    var isNumber = false
    /// Whether its cells are long words, which may take several lines.
    var isWide = false
    /// Whether its cells are words that may take two lines where there is little room.
    var isFree = false

    /// A column of words.
    init(_ title: String, isNumber: Bool = false, isWide: Bool = false, isFree: Bool = false) {
      (self.title, self.isNumber, self.isWide, self.isFree) = (title, isNumber, isWide, isFree)
    }
  }

  /// A cell.
  struct Cell {
    /// What is read.
    let text: String
    /// What it stands for, exactly: a number without rounding, a code; `nil` where the text says it all.
    var value: String?
    /// How it looks, by its meaning.
    var look: Look?
    /// The part of the page that it leads to.
    var target: String?

    /// A cell of words.
    init(_ text: String, value: String? = nil, look: Look? = nil, target: String? = nil) {
      (self.text, self.value, self.look, self.target) = (text, value, look, target)
    }
  }

  /// What is coloured; the words beside it say the same.
  enum Look: String {
    case met, missed, concerning, improving, faint, late, hash
  }

  let caption: String
  let columns: [Column]
  /// The rows, each named by its first cell.
  let rows: [[Cell]]
  /// What the table is for whoever reads the page with a program: the metric's name.
  var name = ""

  /// The table, in a part of the page of its own that can be moved sideways; columns that are empty throughout are left out.
  var html: HTML {
    let shown = columns.indices.filter { column in column == 0 || rows.contains { !$0[column].text.isEmpty } }
    let head = shown.map { HTML.element("th", ["scope": "col", "class": style(of: $0)], columns[$0].title) }
    let lines = rows.map { row in HTML.element("tr", [:], shown.map { cell(row[$0], in: $0) }) }
    let table = HTML.element(
      "table", name.isEmpty ? [:] : ["data-metric": name],
      [
        .element("caption", [:], caption),
        .element("thead", [:], [.element("tr", [:], head)]),
        .element("tbody", [:], lines),
      ])
    return .element("div", ["class": "scroll", "role": "group", "aria-label": caption, "tabindex": "0"], [table])
  }

  private func cell(_ cell: Cell, in column: Int) -> HTML {
    var inner = HTML(cell.text)
    if let value = cell.value { inner = .element("data", ["value": value], [inner]) }
    if let target = cell.target { inner = .element("a", ["href": "#" + target], [inner]) }
    let classes = [style(of: column), cell.look?.rawValue ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return column == 0
      ? .element("th", ["scope": "row", "class": classes], [inner]) : .element("td", ["class": classes], [inner])
  }

  private func style(of column: Int) -> String {
    let shown = columns[column]
    return shown.isNumber ? "number" : shown.isWide ? "wide" : shown.isFree ? "free" : "words"
  }
}
