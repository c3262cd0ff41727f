import Metrics
import Testing

@testable import Extracts

/// Ambulance response times: the published means, and what they are made of.
@Suite struct `ambulance response times` {
  private static let head = "Year,Month,Region,Org Code,Org Name,A8,A10,A24,A25,A30,A31\n"

  private static func row(_ figures: String) -> Contribution {
    contribution(head + "2018,4,Y59,RYE,SCAS,\(figures)\n")
  }

  private static func mean(_ read: Contribution) -> Measurement? { read.figure(.category2, "RYE", "2018-04") }

  @Test func `are the means that are published, and sums are made of seconds and incidents`() {
    let read = Self.row("10,30,4000,400,20011,667")
    #expect(Self.mean(read) == .mean(total: 20_011, of: 30, published: Decimal(667)))
    #expect(Self.mean(read)?.value == Ratio(667))
    #expect(Self.mean(read)?.adding(.mean(total: 89, of: 1)) == .mean(total: 20_100, of: 31))
    #expect(read.problemTexts == [])
  }

  @Test func `that no rounding explains are shown as published, and said with both`() {
    let read = Self.row("10,30,4000,400,20011,700")
    #expect(Self.mean(read)?.value == Ratio(700))
    #expect(
      read.problemTexts == [
        """
        test.csv:2:11: warning: "A31" is 700 s, but "A30" ÷ "A10" is 667.0 s: a difference of 33.0 s; expected the same; the \
        published mean is shown, and totals are calculated from the other two
          fix: download the file again
        """
      ])
  }

  @Test(arguments: [".,30", "20011,."]) func `without their seconds or incidents are rates, which have no sum`(
    counts: String
  ) {
    let parts = counts.split(separator: ",")
    let read = Self.row("10,\(parts[1]),4000,400,\(parts[0]),667")
    #expect(Self.mean(read) == .rate(Decimal(667)))
    #expect(read.problemTexts == [])
  }

  @Test func `come from seconds and incidents where no mean is published`() {
    #expect(Self.mean(Self.row("10,30,4000,400,20011,.")) == .mean(total: 20_011, of: 30))
    #expect(Self.mean(Self.row("10,.,4000,400,.,.")) == .notReturned)
    #expect(Self.mean(Self.row("10,30,4000,400,*,*")) == .suppressed)
  }
}
