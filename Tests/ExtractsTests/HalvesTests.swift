import Metrics
import Testing

@testable import Extracts

/// A patient of a 31-day, 28-day or two-week wait belongs to one provider: a half is read, and said.
@Suite struct HalvesTests {
  private func read(_ rows: String...) -> Contribution {
    contribution(
      "metric,organisation,period,breakdown,item,numerator,denominator,value\n" + rows.joined(separator: "\n") + "\n")
  }

  @Test(arguments: ["cancer.31-day", "cancer.28-day-fds", "cancer.two-week-wait"])
  func `a half is read as published, with one warning a file`(metric: String) {
    let found = read("\(metric),RD8,2023-02,,,60.5,63,", "\(metric),RD9,2023-02,,,30,31.5,")
    #expect(found.figure(MetricID(metric), "RD8", "2023-02") == .share(within: Count(halves: 121), of: Count(63)))
    #expect(found.problems.map(\.severity) == [.warning])
    #expect(found.problems.first?.message == "\(metric) is 60.5 of 63")
    #expect(found.problems.first?.line == 2)
  }

  @Test func `a half is nothing to say where patients are shared, and whole counts are not either`() {
    #expect(read("cancer.62-day,RD8,2023-02,,,26.5,31.5,", "cancer.31-day,RD8,2023-02,,,60,63,").problems == [])
  }

  @Test func `half an attendance is an error`() {
    #expect(read("ae.four-hour,RD8,2023-02,,,60.5,63,").problems.map(\.severity) == [.error])
  }
}
