import Metrics
import Testing

struct MomentAsOfTests {
  private let now = Moment("2026-11-26T09:12")!

  @Test(
    arguments: [
      ("20 Nov", "2026-11-20T23:59:59"), ("20 november", "2026-11-20T23:59:59"), ("26 Nov", "2026-11-26T23:59:59"),
      ("27 Nov", "2025-11-27T23:59:59"), ("1 Oct 09:00", "2026-10-01T09:00"), ("20 Nov 2024", "2024-11-20T23:59:59"),
      ("20 Nov 2024 07:30", "2024-11-20T07:30"), ("2026-11-20", "2026-11-20T23:59:59"),
      ("2026-11-20T09:00", "2026-11-20T09:00"), ("2026-11-20 09:00", "2026-11-20T09:00"),
      ("29 Feb", "2024-02-29T23:59:59"), ("20 Sept", nil), ("20 sep", "2026-09-20T23:59:59"),
      ("30 Feb", nil), ("Nov", nil), ("", nil), ("20 Nov 25:00", nil), ("yesterday", nil), ("1 2 3 4", nil),
    ] as [(String, String?)])
  func `a day is read as it is typed`(text: String, expected: String?) {
    #expect(Moment(asOf: text, before: now) == expected.flatMap { Moment($0) })
  }

  @Test func `a day without a time is said without one`() {
    #expect(Moment(asOf: "20 Nov", before: now)?.asOfWords == "as known on 20 Nov 2026")
    #expect(Moment(asOf: "20 Nov 09:00", before: now)?.asOfWords == "as known on 20 Nov 2026 at 09:00")
    #expect(Moment(asOf: "20 Nov 09:00", before: now)?.asOfBrief == "as of 20 Nov")
  }
}
