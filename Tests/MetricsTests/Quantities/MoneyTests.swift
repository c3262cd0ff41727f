import Metrics
import Testing

struct MoneyTests {
  @Test(arguments: [
    ("(9.4)", -9_400_000, 100_000), ("-9.4", -9_400_000, 100_000), ("−9.4", -9_400_000, 100_000),
    ("–9.4", -9_400_000, 100_000), ("£9.4m", 9_400_000, 100_000), ("(£9.4m)", -9_400_000, 100_000),
    ("-£9.4m", -9_400_000, 100_000), ("£-9.4", -9_400_000, 100_000), ("+9.4", 9_400_000, 100_000),
    ("£302k", 302_000, 1000), ("302K", 302_000, 1000), ("9,400", 9_400_000_000, 1_000_000),
    (" 6.5 ", 6_500_000, 100_000),
    ("0.0", 0, 100_000), ("(0.0)", 0, 100_000), (".5", 500_000, 100_000), ("£ 2.5 m", 2_500_000, 100_000),
    ("6", 6_000_000, 1_000_000), ("0.1234567", 123_457, 1),
  ])
  func `an amount in millions is read as documents print it`(text: String, pounds: Int, precision: Int) {
    #expect(Money(text, unit: .millions) == Money(pounds: pounds, precision: precision))
  }

  @Test(arguments: [
    ("9,400", Money.Unit.pounds, 9400, 1), ("(80,658)", .thousands, -80_658_000, 1000),
    ("(202.5)", .thousands, -202_500, 100),
    ("1,006,288", .thousands, 1_006_288_000, 1000), ("£1,234,567", .pounds, 1_234_567, 1), ("12.50", .pounds, 13, 1),
    ("(12.50)", .pounds, -13, 1), ("£1.2m", .thousands, 1_200_000, 100_000),
  ])
  func `the column's unit counts where the cell names none`(text: String, unit: Money.Unit, pounds: Int, precision: Int)
  {
    #expect(Money(text, unit: unit) == Money(pounds: pounds, precision: precision))
  }

  @Test(arguments: [
    "", " ", "£", "()", "(£)", "-", "m", "k", "£m", "1.2.3", "(-5)", "(−5)", "-(5)", "--5", "(5", "5)", "9,4", "9 4",
    "1,00,000",
    "1,0000", ",400", "9,", "££5", "5£", "9.4bn", "9.4mm", "9.4mk", "1e6", "n/a", "*", "0x10", "٣",
    "9223372036854775807",
    "1.234,567",
  ])
  func `nothing silly is an amount`(text: String) { #expect(Money(text, unit: .millions) == nil) }

  @Test(arguments: [
    (Given.millions("(9.4)"), "-£9.4m", "(9.4m)", "(9.4)"), (Given.millions("9.4"), "£9.4m", "9.4m", "9.4"),
    (Given.millions("0.2"), "£0.2m", "0.2m", "0.2"), (Given.millions("203"), "£203m", "203m", "203.0"),
    (Given.thousands("52.5"), "£52.5k", "52.5k", "0.0525"), (Given.thousands("302"), "£302k", "302k", "0.302"),
    (Given.thousands("(80,658)"), "-£80.7m", "(80.658m)", "(80.658)"), (Money(pounds: 940), "£940", "940", "0.001"),
    (Money(pounds: 13_000_000, precision: 100_000), "£13.0m", "13.0m", "13.0"), (.zero, "£0", "0", "0.000"),
    (Money(pounds: 52_500), "£52.5k", "52.5k", "0.053"),
  ])
  func `an amount is written to the precision it was published with`(
    money: Money, text: String, bracketed: String, millions: String
  ) {
    #expect(money.text == text)
    #expect(money.bracketed == bracketed)
    #expect(money.millions == millions)
  }

  @Test func `a sum is as coarse as its coarsest term, and never wraps`() {
    #expect(Given.millions("9.4") + Given.thousands("52.5") == Money(pounds: 9_452_500, precision: 100_000))
    #expect((Money(pounds: Int.max) + Money(pounds: 1)).pounds == Int.max)
    #expect((Money(pounds: -Int.max) - Money(pounds: 1)).pounds == -Int.max)
  }
}
