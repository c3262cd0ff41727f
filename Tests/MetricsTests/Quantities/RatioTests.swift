import Metrics
import Testing

struct RatioTests {
  @Test(arguments: [
    (Ratio(1, 2), 0, 1), (Ratio(-1, 2), 0, -1), (Ratio(5, 2), 0, 3), (Ratio(-5, 2), 0, -3), (Ratio(1, 3), 1, 3),
    (Ratio(9499, 100), 1, 950), (Ratio(9495, 100), 1, 950), (Ratio(9494, 100), 1, 949), (Ratio(-25, 1000), 2, -3),
    (Ratio(0), 1, 0),
  ])
  func `halves are rounded away from zero`(ratio: Ratio, places: Int, units: Int) {
    #expect(ratio.rounded(places: places) == units)
  }

  @Test(arguments: [
    (Ratio(1_234_567, 1), 0, "1,234,567"), (Ratio(-3, 10), 1, "-0.3"), (Ratio(-1, 100), 1, "0.0"),
    (Ratio(5, 100), 2, "0.05"),
    (Ratio(999_999, 1000), 1, "1,000.0"), (Ratio(Int.max), 3, "9,223,372,036,854,775,807.000"),
  ])
  func `numbers are written in British digits, and nothing is minus nothing`(ratio: Ratio, places: Int, text: String) {
    #expect(ratio.text(places: places) == text)
  }

  @Test func `the largest numbers neither wrap nor stop the program`() {
    let large = Ratio(Int.max)
    #expect(large.rounded(places: 12) == Int.max)
    #expect((-large).rounded(places: 12) == -Int.max)
    #expect(Ratio(Int.min).double < 0)
    #expect(large + large >= large)
    #expect(large * Ratio(1, Int.max) == Ratio(1))
    #expect(large > Ratio(Int.max - 1))
    #expect(Ratio(Int.max, Int.max - 1) < Ratio(Int.max - 1, Int.max - 2))
  }

  @Test(arguments: [
    (Ratio(7, 2), 4, 3), (Ratio(-7, 2), -3, -4), (Ratio(4), 4, 4), (Ratio(-4), -4, -4), (Ratio(1, 9), 1, 0),
  ])
  func `up is towards more, down towards less`(ratio: Ratio, up: Int, down: Int) {
    #expect(ratio.roundedUp == up)
    #expect(ratio.roundedDown == down)
  }

  @Test func `fractions are kept in lowest terms with the sign above`() {
    #expect(Ratio(6, -4) == Ratio(-3, 2))
    #expect(Ratio(0, -7) == .zero)
    #expect(Ratio(57, 60) == Ratio(95, 100))
    #expect(Ratio(1, 3) + Ratio(1, 6) == Ratio(1, 2))
    #expect(Ratio(1, 3) / Ratio(-2, 3) == Ratio(-1, 2))
    #expect(Ratio(2, 3) < Ratio(3, 4))
    #expect(Ratio(-2, 3) > Ratio(-3, 4))
  }
}
