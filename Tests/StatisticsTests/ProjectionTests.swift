import Statistics
import Testing

@testable import Statistics

struct ProjectionTests {
  static let digits: [Double?] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4].map {
    80 + $0
  }

  /// Worked apart, with numpy.
  @Test(arguments: [(1, 84.25, 4.230666666666668, 21), (3, 84.61, 4.414, 19), (6, 84.92232, 3.0161504, 16)])
  func `a range is the forecast and the size of its own past errors`(
    _ steps: Int, _ centre: Double, _ halfWidth: Double, _ errors: Int
  ) throws {
    let projection = try #require(Projection(values: Self.digits, stepsAhead: steps))
    #expect((projection.centre - centre).magnitude < 1e-9)
    #expect((projection.high - centre - halfWidth).magnitude < 1e-9)
    #expect((projection.low - centre + halfWidth).magnitude < 1e-9)
    #expect(projection.errorCount == errors)
    #expect(projection.stepsAhead == steps)
  }

  @Test func `there is none below 24 values, however many rows`() {
    #expect(Projection(values: Array(Self.digits.prefix(23)), stepsAhead: 1) == nil)
    #expect(Projection(values: Array(Self.digits.prefix(23)) + [nil, nil], stepsAhead: 1) == nil)
    #expect(Projection(values: [], stepsAhead: 1) == nil)
  }

  @Test func `there is none so far ahead that the past has no four errors at that distance`() {
    #expect(Projection(values: Self.digits, stepsAhead: 18)?.errorCount == 4)
    #expect(Projection(values: Self.digits, stepsAhead: 19) == nil)
    #expect(Projection(values: Self.digits, stepsAhead: 200) == nil)
    #expect(Projection(values: Self.digits, stepsAhead: 0) == nil)
  }

  @Test func `a range of a percentage stays a percentage`() throws {
    let values: [Double?] = (0..<30).map { $0 % 3 == 0 ? 100 : 96 }
    let projection = try #require(Projection(values: values, stepsAhead: 1, naturalRange: 0...100))
    #expect(projection.high == 100)
    #expect(projection.contains(98))
    #expect(!projection.contains(80))
  }

  @Test func `a steady series is projected to stay`() throws {
    let projection = try #require(Projection(values: [Double?](repeating: 50, count: 24), stepsAhead: 6))
    #expect(projection.low == 50 && projection.high == 50)
  }

  @Test func `a month without a return makes no error and no forecast of its own`() throws {
    var values = Self.digits + [Double?.some(85)]
    values[10] = nil
    let projection = try #require(Projection(values: values, stepsAhead: 1))
    #expect(projection.errorCount == 21)
    let stopped = try #require(Projection(values: Self.digits + [nil, nil], stepsAhead: 1))
    #expect(stopped.low < stopped.high)
  }
}
