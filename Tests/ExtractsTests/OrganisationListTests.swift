import Metrics
import Testing

@testable import Extracts

/// Lists of organisations, with and without a header.
@Suite struct `lists of organisations` {
  @Test func `with a header are read by its names, in any order and number of columns`() {
    let read = contribution(
      "Organisation Code,Close Date,Higher Level Health Geography,Name\nRZ1,20200401,QU9,FELLGATE TRUST\n")
    #expect(read.problemTexts == [])
    #expect(read.organisations.map(\.name) == ["FELLGATE TRUST"])
    #expect(read.organisations.map(\.parent) == ["QU9"])
    #expect(read.organisations.map(\.to) == [Month(year: 2020, month: 4)])
    let short = contribution("Organisation Code,Higher Level Health Geography,Name\nRZ1,QU9,FELLGATE TRUST\n")
    #expect(short.organisations.map(\.parent) == ["QU9"])
  }
}
