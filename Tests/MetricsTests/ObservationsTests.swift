import Testing

@testable import Metrics

/// The columns that the figures of a file are kept in.
@Suite struct ObservationsTests {
  private static let largest = Int(Int32.max)

  private func figure(_ measurement: Measurement, part: BreakdownItem? = nil, line: Int = 2) -> Observation {
    Observation(.fourHour, of: "RD8", in: .undated, part: part, measurement, rows: RowSpan(line: line, rows: 3))
  }

  @Test(
    "every kind of measurement comes out as it went in, small or beyond 32 bits",
    arguments: [
      Measurement.count(Count(7)), .count(Count(halves: 7)), .count(Count(ObservationsTests.largest * 4)),
      .share(within: Count(9), of: Count(10)), .share(within: Count(1), of: Count(ObservationsTests.largest)),
      .rate(Decimal(-9046, places: 2)), .rate(Decimal(Int.max, places: 12)), .mean(total: 1_392_000, of: 1000),
      .mean(total: 1_392_400, of: 1000, published: Decimal(1392)),
      .mean(total: 1_392_400, of: 1000, published: Decimal(1468)),
      .mean(total: 7, of: 2, published: Decimal(35, places: 1)),
      .mean(total: ObservationsTests.largest * 1000, of: 12), .money(Money(pounds: -8_500_000, precision: 100_000)),
      .money(Money(pounds: 190_000_000_000, precision: 1_000_000_000_000)), .suppressed, .notReturned,
    ])
  func keepsEveryKind(_ measurement: Measurement) {
    let kept = Observations([figure(.suppressed), figure(measurement, part: BreakdownItem("department", "1"))])
    #expect(kept[1] == figure(measurement, part: BreakdownItem("department", "1")))
  }

  @Test("a figure may grow beyond 32 bits while its file is read, and go on growing")
  func growsBeyond32Bits() {
    let key = GatheredFigures.Key(metric: 0, period: 0, organisation: 0, part: -1)
    var gathered = GatheredFigures()
    gathered.append(.count(Count(1)), key, RowSpan(line: 2))
    for sum in [Self.largest * 2, Self.largest * 3, 5] {
      gathered.replace(0, with: .count(Count(sum)), RowSpan(line: 2, rows: 3))
      let kept = Observations(gathered, metrics: [.fourHour], organisations: ["RD8"], periods: [.undated], parts: [])
      #expect(kept.map(\.measurement) == [.count(Count(sum))])
      #expect(gathered.measurement(0) == .count(Count(sum)))
    }
  }

  @Test("numbers come out of a column as they went in, however few bytes they need")
  func packsNumbers() {
    let columns: [[Int32]] = [
      [], [7], [-1, -1], [-1, 254], [0, 256], [-5, 65_530], [0, 65_536], [0, 1 << 24], [.min, 0, .max],
    ]
    for numbers in columns {
      let column = NumberColumn.sideBySide([numbers])[0]
      #expect(numbers.indices.map { column[$0] } == numbers)
      #expect(column.numbers(numbers.count) == numbers)
    }
  }

  @Test("columns that share their bytes keep their numbers apart, and come back from storage")
  func packsNumbersSideBySide() throws {
    var random = SystemRandomNumberGenerator()
    for count in [0, 1, 2, 50] {
      // Every width twice, one of none among them.
      let lists: [[Int32]] = [0, 0xFF, 0xFFFF, 0, 0xFF_FFFF, Int32.max, 0xFF, .max].map { most in
        (0..<count).map { _ in most == .max ? .random(in: .min ... .max, using: &random) : .random(in: 0...most) }
      }
      let columns = NumberColumn.sideBySide(lists)
      var stored = StoredWriter()
      NumberColumn.write(columns, of: count, to: &stored)
      let read = try stored.bytes.withUnsafeBytes { bytes in
        var reader = StoredReader(bytes)
        let read = try NumberColumn.read(lists.count, of: count, from: &reader)
        #expect(reader.isAtEnd)
        return read
      }
      for (place, numbers) in lists.enumerated() {
        for column in [columns[place], read[place]] {
          #expect(column.numbers(count) == numbers && numbers.indices.map { column[$0] } == numbers)
        }
      }
    }
  }

  @Test("a name is kept once, however many figures it has")
  func keepsNamesOnce() {
    let kept = Observations((1...100).map { figure(.count(Count($0)), line: $0) })
    #expect(kept.organisations == ["RD8"])
    #expect(kept.count == 100)
    #expect(kept.last?.rows == RowSpan(line: 100, rows: 3))
  }

  @Test("figures are equal whatever numbers their names have")
  func comparesByName() {
    let (first, second) = (figure(.suppressed), figure(.notReturned, part: BreakdownItem("reason", "a")))
    let other = figure(.count(.zero), part: BreakdownItem("reason", "b"))
    #expect(Observations([first, second]) == Observations([other, first, second].dropFirst()))
    #expect(Observations([first, second]) != Observations([second, first]))
  }

  @Test("a line beyond 32 bits is given as the last that can be, and nothing traps")
  func clampsLines() {
    #expect(Observations([figure(.suppressed, line: 1 << 40)])[0].rows.line == Self.largest)
  }
}
