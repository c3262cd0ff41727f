import Metrics
import Testing

@testable import Extracts

/// Files whose fields are separated by semicolons have decimal commas.
@Suite struct `numbers between semicolons` {
  private static let head = "metric;organisation;period;numerator;denominator;value\n"

  private static func read(_ row: String) -> Contribution { contribution(head + row + "\n") }

  @Test(arguments: [
    ("cancer.62-day;RD8;2017-10;107,5;195,5;", "107.5/195.5"), ("ae.four-hour;RD8;2017-10;;;84,6", "84.6%"),
    ("ae.four-hour;RD8;2017-10;;;84.6", "84.6%"), ("ae.four-hour;RD8;2017-10;;;0.846", "0.846%"),
    ("ae.four-hour;RD8;2017-10;;;84,6%", "84.6%"), ("ae.attendances;RD8;2017-10;;;1000", "1000"),
  ])
  func `have a comma before their decimals`(row: String, figure: String) {
    #expect(Self.read(row).observations.map(\.measurement.short) == [figure])
  }

  @Test(arguments: ["1.000", "1,050", "1,000,000"])
  func `are refused where they would be others with commas between the fields`(number: String) {
    let read = Self.read("ae.attendances;RD8;2017-10;;;\(number)")
    #expect(read.observations.isEmpty)
    #expect(
      read.errors == [
        """
        test.csv:2:6: error: "value" is "\(number)"; expected a number without thousands separators: between semicolons a \
        comma is the decimal sign
          fix: export the file without thousands separators, or with commas between its fields
        """
      ])
  }

  @Test func `have no thousands separators`() {
    #expect(Self.read("ae.attendances;RD8;2017-10;;;1.000,5").observations.isEmpty)
  }

  @Test func `are amounts of money too`() {
    let head = "organisation;period;unit;basis;control total;actual to date;forecast outturn\n"
    func money(_ amount: String) -> Contribution { contribution(head + "RXQ;2018-02;£m;including STF;\(amount);1;\n") }
    #expect(money("(2,9)").finance.positions.map(\.controlTotal) == [Money("(2.9)", unit: .millions)])
    #expect(money("1.000").errors.first?.contains("\"control total\" is \"1.000\"; expected an amount") == true)
  }
}
