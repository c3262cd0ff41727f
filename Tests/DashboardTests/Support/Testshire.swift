import Metrics

/// A made-up system that moves in every way a board can show, the same on every run: two places, three acute providers, a
/// community one, two commissioners and a council; 24 months to October 2016.
enum Testshire {
  static let acute: [OrganisationCode] = ["RT1", "RT2", "RT3"]
  static let last = month(2016, 10)
  static let months = (0..<24).reversed().map { last.advanced(by: -$0) }

  static func month(_ year: Int, _ number: Int) -> Month { Month(year: year, month: number) ?? Month(index: 0) }

  static var system: HealthSystem {
    HealthSystem(
      code: "QT1", name: "Testshire (made up)", shortName: "Testshire", asAt: Moment("2016-11-15T09:12"),
      costOfBedDay: 150,
      organisations: [
        Organisation(
          code: "north", name: "North Testshire", shortName: "North", role: .place,
          stated: StatedSize(population: 310_000, practices: 40)),
        Organisation(code: "south", name: "South Testshire", shortName: "South", role: .place),
        Organisation(
          code: "RT1", name: "Fenwick Hospitals NHS Trust", shortName: "Fenwick", role: .provider, parent: "north",
          stated: StatedSize(beds: 612)),
        Organisation(
          code: "RT2", name: "St Aldhelm NHS Trust", shortName: "St Aldhelm", role: .provider, parent: "north"),
        Organisation(
          code: "RT3", name: "Royal Marsh NHS Foundation Trust", shortName: "Royal Marsh", role: .provider,
          parent: "south"),
        Organisation(code: "RT4", name: "Testshire Community Care", shortName: "Community", role: .provider),
        Organisation(
          code: "0T1", name: "NHS North Testshire CCG", shortName: "North CCG", role: .commissioner, parent: "north"),
        Organisation(
          code: "0T2", name: "NHS South Testshire CCG", shortName: "South CCG", role: .commissioner, parent: "south"),
        Organisation(code: "T01", name: "Testshire Council", shortName: "Council", role: .localAuthority),
      ],
      targets: [
        Target(
          .delayedDays, scope: .organisation("QT1"), kind: .local, value: Decimal(1000), from: month(2016, 4),
          source: "Testshire plan"),
        Target(
          .fourHour, scope: .organisation("QT1"), kind: .trajectory, value: Decimal(91), from: month(2016, 4),
          source: "Testshire plan"),
      ])
  }

  static let board = Board(
    system, [activity, waiting, money],
    problems: [
      Problem(
        .warning, file: "Monthly-AE.csv", line: 7, column: 3, "\"Attendances\" is \"n/a\"",
        expected: "a whole number", fix: "leave the cell empty if the provider made no return"),
      Problem(.error, file: "odd.csv", "no layout fits this file", fix: "see docs/own-files.md"),
    ])

  /// A board of a system that nobody returned anything for.
  static let bare = Board(system, [])

  /// A wave without randomness: -10...10 by month and organisation.
  static func wave(_ month: Int, _ organisation: Int) -> Int {
    (month * 7 + organisation * 11 + month * month * 3) % 21 - 10
  }
}
