extension Target.Kind: Stored {}
extension Problem.Severity: Stored {}

extension Target.Scope: Stored {
  package func write(to bytes: inout StoredWriter) {
    switch self {
    case .everyone: bytes.write(0)
    case .england: bytes.write(1)
    case .everyTrust: bytes.write(2)
    case .everySystem: bytes.write(3)
    case .organisation(let code):
      bytes.write(4)
      code.write(to: &bytes)
    }
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    switch try bytes.number() {
    case 0: self = .everyone
    case 1: self = .england
    case 2: self = .everyTrust
    case 3: self = .everySystem
    case 4: self = .organisation(try bytes.value())
    default: throw StoredDamage()
    }
  }
}

extension Target.Rule: Stored {
  package func write(to bytes: inout StoredWriter) {
    switch self {
    case .rise(let points, let since):
      bytes.write(0)
      bytes.write(points)
      since.write(to: &bytes)
    case .underPercentOfList: bytes.write(1)
    case .perDay: bytes.write(2)
    case .percentOfBeds: bytes.write(3)
    }
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    switch try bytes.number() {
    case 0: self = .rise(points: try bytes.number(), since: try bytes.value())
    case 1: self = .underPercentOfList
    case 2: self = .perDay
    case 3: self = .percentOfBeds
    default: throw StoredDamage()
    }
  }
}

extension Target: Stored {
  package func write(to bytes: inout StoredWriter) {
    metric.write(to: &bytes)
    scope.write(to: &bytes)
    part.write(to: &bytes)
    kind.write(to: &bytes)
    value.write(to: &bytes)
    for month in [from, to, announced] { month.write(to: &bytes) }
    rule.write(to: &bytes)
    source.write(to: &bytes)
    isUnconfirmed.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      try bytes.value(), scope: try bytes.value(), part: try bytes.value(), kind: try bytes.value(),
      value: try bytes.value(), from: try bytes.value(), to: try bytes.value(), announced: try bytes.value(),
      rule: try bytes.value(), source: try bytes.value(), isUnconfirmed: try bytes.value())
  }
}

extension StatedTotal: Stored {
  package func write(to bytes: inout StoredWriter) {
    title.write(to: &bytes)
    stated.write(to: &bytes)
    summed.write(to: &bytes)
    bytes.write(line)
    isSaidByRow.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      title: try bytes.value(), stated: try bytes.value(), summed: try bytes.value(), line: try bytes.number(),
      isSaidByRow: try bytes.value())
  }
}

extension Problem: Stored {
  package func write(to bytes: inout StoredWriter) {
    severity.write(to: &bytes)
    file.write(to: &bytes)
    line.write(to: &bytes)
    column.write(to: &bytes)
    tableColumn.write(to: &bytes)
    isInSheet.write(to: &bytes)
    for text in [message, expected, fix] { text.write(to: &bytes) }
    amount.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    let (severity, file): (Severity, String) = (try bytes.value(), try bytes.value())
    let (line, column): (Int?, Int?) = (try bytes.value(), try bytes.value())
    let (tableColumn, isInSheet): (String?, Bool) = (try bytes.value(), try bytes.value())
    self.init(
      severity, file: file, line: line, column: column, try bytes.value(), expected: try bytes.value(),
      fix: try bytes.value(), amount: try bytes.value())
    self.tableColumn = tableColumn
    self.isInSheet = isInSheet
  }
}

extension SourceSheet: Stored {
  package func write(to bytes: inout StoredWriter) {
    name.write(to: &bytes)
    hiding.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(name: try bytes.value(), hiding: try bytes.value())
  }
}

extension SourceFile: Stored {
  package func write(to bytes: inout StoredWriter) {
    name.write(to: &bytes)
    bytes.write(modified)
    sheet.write(to: &bytes)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(name: try bytes.value(), modified: try bytes.number(), sheet: try bytes.value())
  }
}

/// Everything except `staleness`, which is what has happened to the file since.
extension Contribution: Stored {
  package func write(to bytes: inout StoredWriter) {
    file.write(to: &bytes)
    layout.write(to: &bytes)
    isLocal.write(to: &bytes)
    encoding.write(to: &bytes)
    bytes.write(rowsRead)
    bytes.write(rowsSkipped)
    observations.write(to: &bytes)
    organisations.write(to: &bytes)
    waitingLists.write(to: &bytes)
    finance.write(to: &bytes)
    targets.write(to: &bytes)
    statedTotals.write(to: &bytes)
    bytes.write(documents.count)
    for (line, document) in documents {
      bytes.write(line)
      document.write(to: &bytes)
    }
    problems.write(to: &bytes)
  }

  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(
      file: try bytes.value(), layout: try bytes.value(), isLocal: try bytes.value(), encoding: try bytes.value(),
      rowsRead: try bytes.number(), rowsSkipped: try bytes.number(), observations: try bytes.value(),
      organisations: try bytes.value(), waitingLists: try bytes.value(), finance: try bytes.value(),
      targets: try bytes.value(), statedTotals: try bytes.value(),
      documents: try Contribution.documents(&bytes), problems: try bytes.value())
  }

  private static func documents(_ bytes: inout StoredReader) throws(StoredDamage) -> [Int: String] {
    var documents: [Int: String] = [:]
    for _ in 0..<(try bytes.count()) {
      let line = try bytes.number()
      documents[line] = try bytes.value(String.self)
    }
    return documents
  }
}
