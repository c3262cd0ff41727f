import Metrics

/// The money of the published systems, a row a line, as `footprints.md` carries it over from their documents.
struct PublishedMoney {
  let unit: Money.Unit
  private let file: [FinancePosition]
  private let steps: [BridgeStep]
  private let lines: [PlanLine]

  /// A plan: `organisation | year | scenario | line | amount`.
  init(plan: String, unit: Money.Unit = .millions) {
    self.unit = unit
    file = []
    steps = []
    lines = PublishedMoney.rows(plan).map { number, row in
      PlanLine(
        organisation: OrganisationCode(row[0]), year: NHSYear(row[1])!, scenario: row[2], line: row[3],
        amount: Money(row[4], unit: unit)!,
        rows: RowSpan(line: number + 2))
    }
  }

  /// Positions: `organisation | control total | actual | forecast`.
  init(positions: String, month: String) {
    unit = .millions
    steps = []
    lines = []
    file = PublishedMoney.rows(positions).map { number, row in
      FinancePosition(
        organisation: OrganisationCode(row[0]), month: Given.month(month), basis: .includingSTF,
        controlTotal: Money(row[1], unit: .millions),
        actualToDate: Money(row[2], unit: .millions), forecast: Money(row[3], unit: .millions),
        rows: RowSpan(line: number + 2))
    }
  }

  /// Bridges: `organisation | period | kind | step | amount`, in order.
  init(bridge: String, unit: Money.Unit = .millions) {
    self.unit = unit
    file = []
    lines = []
    steps = PublishedMoney.rows(bridge).map { number, row in
      BridgeStep(
        organisation: OrganisationCode(row[0]), period: Period(row[1])!, order: number,
        kind: BridgeStep.Kind(rawValue: row[2])!, title: row[3],
        amount: Money(row[4], unit: unit)!, rows: RowSpan(line: number + 2))
    }
  }

  func contribution(_ name: String) -> Contribution {
    Given.file(name, finance: FinanceRecords(positions: file, bridgeSteps: steps, planLines: lines))
  }

  private static func rows(_ text: String) -> [(Int, [String])] {
    text.split(separator: "\n").enumerated().map { number, line in
      (number, line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed })
    }
  }
}

extension Substring {
  var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
