import Statistics
import Testing

struct FunnelTests {
  static let counts: [Funnel.Count] = [
    .init(900, of: 1000), .init(1760, of: 2000), .init(1410, of: 1500), .init(664, of: 800), .init(1092, of: 1200),
    .init(2730, of: 3000), .init(2000, of: 2500), .init(819, of: 900), .init(1584, of: 1800), .init(570, of: 600),
    .init(2024, of: 2200),
  ]

  /// Worked apart, with numpy: θ 15,553 ÷ 17,500, φ 13.69, τ² 0.000893.
  @Test func `the worked example has the dispersion and limits it was worked to`() throws {
    let funnel = Funnel(Self.counts)
    #expect(isNear(funnel.centre, 0.8887428571428572))
    #expect(isNear(funnel.dispersion, 13.694613505746913))
    #expect(isNear(funnel.varianceBetween, 0.0008933348065487121))
    let worst = funnel.organisations[6]
    #expect(isNear(worst.share, 0.8))
    #expect(isNear(worst.limits?.warning.lowerBound, 0.8288793064517705))
    #expect(isNear(worst.limits?.warning.upperBound, 0.9486064078339438))
    #expect(isNear(worst.limits?.alarm.lowerBound, 0.7943573073232145))
    #expect(isNear(worst.limits?.alarm.upperBound, 0.9831284069624998))
    #expect(funnel.limits(denominator: 2500) == worst.limits)
  }

  @Test func `the organisation that is last need not be the only one different, nor different at all`() {
    let positions = Funnel(Self.counts).organisations.map(\.position)
    #expect(positions[6] == .belowWarning)
    #expect(positions.enumerated().allSatisfy { $0.offset == 6 || $0.element == .inside })
  }

  @Test func `organisations that differ by chance alone have no variance between them`() {
    let funnel = Funnel([.init(90, of: 100), .init(91, of: 100), .init(89, of: 100), .init(90, of: 100)])
    #expect(funnel.varianceBetween == 0)
    #expect(funnel.organisations.allSatisfy { $0.position == .inside })
    #expect(isNear(funnel.organisations[0].limits?.warning.upperBound, 0.9 + 1.959963984540054 * 0.03))
  }

  @Test(arguments: [(400.0, FunnelPoint.Position.belowAlarm), (500, .aboveAlarm)])
  func `an organisation far from many alike is outside on its own side`(
    _ within: Double, _ position: FunnelPoint.Position
  ) {
    let alike = [Funnel.Count](repeating: .init(450, of: 500), count: 29)
    #expect(Funnel(alike + [.init(within, of: 500)]).organisations.last?.position == position)
  }

  @Test func `an organisation that counted nobody has no share, no limits and no weight`() {
    let funnel = Funnel(Self.counts + [.init(0, of: 0)])
    #expect(funnel.organisations.last == FunnelPoint.absent(in: funnel))
    #expect(funnel.centre == Funnel(Self.counts).centre)
    #expect(funnel.varianceBetween == Funnel(Self.counts).varianceBetween)
    #expect(funnel.limits(denominator: 0) == nil)
  }

  @Test func `with nothing counted there is no funnel`() {
    #expect(Funnel([]).centre == nil)
    #expect(Funnel([.init(0, of: 0)]).organisations.first?.position == nil)
    #expect(Funnel([.init(0, of: 0)]).limits(denominator: 10) == nil)
  }

  @Test(arguments: [
    [Funnel.Count(10, of: 10), .init(500, of: 500)], [.init(0, of: 10), .init(0, of: 20)], [.init(7, of: 9)],
  ])
  func `organisations all at one share are all inside`(_ counts: [Funnel.Count]) {
    let funnel = Funnel(counts)
    #expect(funnel.varianceBetween == 0)
    #expect(funnel.organisations.allSatisfy { $0.position == .inside })
  }

  private func isNear(_ number: Double?, _ expected: Double) -> Bool {
    number.map { ($0 - expected).magnitude < 1e-12 * max(1, expected.magnitude) } ?? false
  }
}

extension FunnelPoint {
  /// The organisation of this funnel that has no share.
  static func absent(in funnel: Funnel) -> FunnelPoint? {
    funnel.organisations.first { $0.share == nil && $0.limits == nil }
  }
}
