import Metrics

extension Testshire {
  private static func million(_ tenths: Int) -> Money { Money(pounds: tenths * 100_000, precision: 100_000) }

  /// Positions of five organisations to month 7, a bridge that leaves 0.4 unexplained, schemes and a plan.
  static var money: Contribution {
    Contribution(
      file: SourceFile(name: "finance.csv"), layout: "finance position", rowsRead: 60,
      finance: FinanceRecords(
        positions: positions, bridgeSteps: bridge, schemes: schemes, planLines: plan))
  }

  private static var positions: [FinancePosition] {
    let organisations: [(code: OrganisationCode, total: Int, slope: Int)] = [
      ("RT1", 42, -16), ("RT2", 20, 1), ("RT3", -8, -3), ("0T1", 5, -2), ("0T2", 0, 0),
    ]
    let months = (0..<19).map { month(2015, 4).advanced(by: $0) }
    return months.enumerated().flatMap { number, month in
      organisations.enumerated().map { position, organisation in
        let elapsed = month.numberInNHSYear
        let actual = elapsed * organisation.total / 12 + elapsed * organisation.slope + wave(number, position) / 4
        return FinancePosition(
          organisation: organisation.code, month: month, basis: .includingSTF,
          controlTotal: million(organisation.total),
          planToDate: million(elapsed * organisation.total / 12), actualToDate: million(actual),
          forecast: million(organisation.total + organisation.slope * 12 * elapsed / 12),
          rows: RowSpan(line: 2 + number * 5 + position),
          document: "board paper")
      }
    }
  }

  private static var bridge: [BridgeStep] {
    let rows: [(BridgeStep.Kind, String, Int)] = [
      (.opening, "Control total", 42), (.step, "STF not earned", -59), (.step, "Savings not delivered", -46),
      (.step, "Agency and bank staff", -21), (.step, "Contract over-performance", 26),
      (.subtotal, "Forecast at month 6", -58), (.step, "Escalation wards", -12), (.closing, "Forecast outturn", -66),
    ]
    return rows.enumerated().map { number, row in
      BridgeStep(
        organisation: "RT1", period: .month(last), order: number + 1, kind: row.0, title: row.1, amount: million(row.2),
        rows: RowSpan(line: 200 + number))
    }
  }

  private static var schemes: [SavingsScheme] {
    [("Theatre lists", 21, 14), ("Agency rates", 15, 15), ("Procurement", 8, 3)].enumerated().map { number, row in
      SavingsScheme(
        organisation: "RT1", period: .yearToDate(last), title: row.0, isRecurrent: number != 2, plan: million(row.1),
        delivered: million(row.2), rows: RowSpan(line: 300 + number))
    }
  }

  private static var plan: [PlanLine] {
    let year = last.nhsYear
    let next = NHSYear(firstYear: year.firstYear + 1)
    let rows: [(OrganisationCode, NHSYear, String, String, Int)] = [
      ("QT1", year, "plan", "Position", 59), ("QT1", year, "forecast", "Position", -124),
      ("QT1", next, "do nothing", "Position", -310), ("QT1", next, "solutions", "Position", 270),
      ("RT1", year, "plan", "Income", 3980), ("RT1", year, "plan", "Expenditure", -3938),
    ]
    return rows.enumerated().map { number, row in
      PlanLine(
        organisation: row.0, year: row.1, scenario: row.2, line: row.3, amount: million(row.4),
        rows: RowSpan(line: 400 + number), document: "plan, page 11")
    }
  }
}
