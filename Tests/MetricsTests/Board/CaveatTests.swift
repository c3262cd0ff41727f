import Metrics
import Testing

struct CaveatTests {
  private func board(_ organisations: [Organisation], isLocal: Bool = false, _ figures: Observation...) -> Board {
    Board(Given.system(organisations), [Given.file("rtt.csv", isLocal: isLocal, figures)])
  }

  private let both = [Given.provider("RA"), Given.provider("RB"), Given.organisation("C1", .commissioner)]

  private func partial(isLocal: Bool) -> Board {
    board(
      both, isLocal: isLocal, Given.figure(.incomplete, "RA", "2018-01", Given.share(90, 100)),
      Given.figure(.incomplete, "RB", "2018-01", Given.share(90, 100)),
      Given.figure(.incomplete, "C1", "2018-01", Given.share(180, 200)),
      Given.figure(.incomplete, "RA", "2018-02", Given.share(90, 100)),
      Given.figure(.incomplete, "C1", "2018-02", Given.share(88, 100)))
  }

  @Test func `a commissioner's figure is partial where a provider made no return`() {
    let board = partial(isLocal: false)
    #expect(board.shown(.incomplete, "C1", "2018-01")?.caveat == "")
    #expect(board.shown(.incomplete, "C1", "2018-02")?.caveat == "partial: 1 of 2 providers returned")
    let system = board.figure(Series.Key(.incomplete, "SYS", perspective: .commissioners), in: Given.period("2018-02"))
    #expect(system?.note == "partial: 1 of 2 providers returned")
    #expect(board.shown(.incomplete, "SYS", "2018-02")?.caveat == "")
  }

  @Test func `what a file of one's own says of a commissioner is its figure`() {
    #expect(partial(isLocal: true).shown(.incomplete, "C1", "2018-02")?.caveat == "")
  }

  @Test func `a place that has figures of commissioners alone says so beside places of providers`() {
    let board = board(
      [
        Given.organisation("west", .place), Given.provider("RA", in: "west"), Given.organisation("east", .place),
        Organisation(code: "C1", role: .commissioner, parent: "east"),
      ], Given.figure(.incomplete, "RA", "2018-02", Given.share(90, 100)),
      Given.figure(.incomplete, "C1", "2018-02", Given.share(88, 100)))
    func caveat(_ code: OrganisationCode) -> String? {
      let perspective = board.perspective(for: .incomplete, of: code, wanted: .providers)
      return board.figure(Series.Key(.incomplete, code, perspective: perspective), in: Given.period("2018-02"))?.caveat
    }
    #expect(caveat("east") == "over commissioners: no provider here has figures")
    #expect(caveat("west") == "")
    #expect(caveat("SYS") == "")
    #expect(
      board.fallback(.incomplete, of: "west", from: .commissioners)
        == "over providers: no commissioner here has figures")
    #expect(board.fallback(.incomplete, of: "east", from: .commissioners) == "")
  }

  @Test func `a provider that spans systems says that it is not in the sum`() {
    let board = board(
      [Given.provider("RA"), Given.provider("RNU", counts: false)],
      Given.figure(.delayedDays, "RA", "2018-02", .count(Count(886))),
      Given.figure(.delayedDays, "RNU", "2018-02", .count(Count(1155))))
    #expect(board.shown(.delayedDays, "RNU", "2018-02")?.note == "not included in the total: works across systems")
    #expect(board.measurement(.delayedDays, "SYS", "2018-02") == .count(Count(886)))
  }

  @Test func `a month of which organisations returned different days counts the days that are in`() {
    func days(_ code: OrganisationCode, _ days: ClosedRange<Int>) -> [Observation] {
      days.map { Given.figure(.fourHour, code, "2018-02-\($0 < 10 ? "0" : "")\($0)", Given.share(90, 100)) }
    }
    let board = Board(
      Given.system([Given.provider("RA"), Given.provider("RB")]),
      [Given.file(days("RA", 1...28) + days("RB", 1...10))])
    #expect(
      board.shown(.fourHour, "SYS", "2018-02")?.note == "1 of 2 returned, 28 of 28 days, 18 without every organisation")
    #expect(board.shown(.fourHour, "RB", "2018-02")?.note == "10 of 28 days")
  }

  @Test func `delayed days of a month that is not over are beds on the days that are in`() {
    let days = (1...19).map {
      Given.figure(.delayedDays, "RA", "2018-03-\($0 < 10 ? "0" : "")\($0)", .count(Count(40)))
    }
    let board = Board(Given.system([Given.provider("RA")]), [Given.file(days)])
    let figure = board.shown(.delayedDays, "RA", "2018-03")
    #expect(figure?.origin.days(of: Given.period("2018-03")) == 19)
    let charted = board.charted(Series.Key(.delayedDays, "RA"), upTo: Given.period("2018-03"), grain: .month)
    #expect(charted.slots.last?.value == 40)
  }
}
