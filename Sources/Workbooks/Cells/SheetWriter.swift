/// Writes the rows of a sheet as a CSV: row 7 is line 7, and column C is the third field.
///
/// A row has as many fields as the widest row before it, because its last fields may be empty where those of the
/// heading are not. An empty row is an empty line.
struct SheetWriter {
  private static let blockSize = 64 * 1024

  /// One cell of the current row.
  private struct Cell {
    let column: Int
    let start: Int
    var end: Int
  }

  private let receive: (UnsafeRawBufferPointer) -> Bool
  private let limit: Int
  /// The bytes to be passed on next.
  private var block: [UInt8] = []
  /// The contents of the cells that are not empty, one after the other.
  private var content: [UInt8] = []
  private var cells: [Cell] = []
  private var isOrdered = true
  private var row = 0
  private var isHidden = false
  private var linesWritten = 0
  private var cellsWritten = 0
  /// The shape of the sheet as far as it has been read.
  var shape = SheetShape()
  /// Whether the receiver wants no more.
  private(set) var isStopped = false

  init(limits: WorkbookLimits, receive: @escaping (UnsafeRawBufferPointer) -> Bool) {
    self.receive = receive
    limit = limits.cells
  }

  /// Begins a row, counted from 1; the rows before it are complete.
  mutating func begin(row: Int, isHidden: Bool = false) throws(WorkbookFault) {
    try endRow()
    guard row <= WorkbookLimits.rows else { throw .beyondSheet("row \(row)") }
    guard row > linesWritten else { throw .damaged("row \(row) stands below row \(linesWritten)") }
    self.row = row
    self.isHidden = isHidden
  }

  /// The row being read; 0 before the first.
  var currentRow: Int { row }

  /// Marks the current row as hidden.
  mutating func hideRow() { isHidden = true }

  /// Drops the row that was begun, as if the one before were still the last.
  mutating func abandon(to row: Int) {
    cells.removeAll(keepingCapacity: true)
    content.removeAll(keepingCapacity: true)
    isOrdered = true
    self.row = row
  }

  /// Writes a cell of the row by appending its field; a cell without contents is left out.
  @inline(__always)
  mutating func put(_ column: Int, _ write: (inout [UInt8]) -> Void) throws(WorkbookFault) {
    let start = content.count
    write(&content)
    guard content.count > start else { return }
    guard column <= WorkbookLimits.columns, column > 0 else {
      throw .beyondSheet("column \(column)")
    }
    if let last = cells.last, last.column >= column { isOrdered = false }
    cells.append(Cell(column: column, start: start, end: content.count))
  }

  /// Ends the row.
  mutating func endRow() throws(WorkbookFault) {
    guard !cells.isEmpty else { return }
    if !isOrdered { sortCells() }
    shape.columns = max(shape.columns, cells[cells.count - 1].column)
    shape.rows = row
    if isHidden { shape.hiddenRows += 1 }
    cellsWritten += shape.columns
    guard cellsWritten <= limit else { throw .tooMany("cells", limit: limit) }
    while linesWritten < row - 1 {
      block.append(0x0A)
      linesWritten += 1
    }
    writeCells()
    linesWritten = row
    cells.removeAll(keepingCapacity: true)
    content.removeAll(keepingCapacity: true)
    isOrdered = true
    if block.count >= SheetWriter.blockSize { flush() }
  }

  /// Ends the row, and repeats it below itself.
  mutating func endRow(repeated: Int) throws(WorkbookFault) {
    guard repeated > 0, !cells.isEmpty else { return try endRow() }
    let (cells, content) = (cells, content)
    for _ in 0..<repeated {
      try begin(row: row + 1, isHidden: isHidden)
      if isStopped { return }
      (self.cells, self.content) = (cells, content)
    }
    try endRow()
  }

  /// Ends the sheet.
  mutating func finish() throws(WorkbookFault) {
    try endRow()
    flush()
  }

  private mutating func writeCells() {
    var column = 1
    content.withUnsafeBufferPointer { content in
      for cell in cells {
        while column < cell.column {
          block.append(0x2C)
          column += 1
        }
        block.append(contentsOf: UnsafeBufferPointer(rebasing: content[cell.start..<cell.end]))
      }
    }
    while column < shape.columns {
      block.append(0x2C)
      column += 1
    }
    block.append(0x0A)
  }

  /// Sorts the cells; where two are in one column, the later one is used.
  private mutating func sortCells() {
    let sorted = cells.enumerated().sorted { ($0.element.column, $0.offset) < ($1.element.column, $1.offset) }
    cells.removeAll(keepingCapacity: true)
    for (_, cell) in sorted {
      if cells.last?.column == cell.column { cells.removeLast() }
      cells.append(cell)
    }
  }

  private mutating func flush() {
    guard !block.isEmpty, !isStopped else { return }
    isStopped = !block.withUnsafeBytes(receive)
    block.removeAll(keepingCapacity: true)
  }
}
