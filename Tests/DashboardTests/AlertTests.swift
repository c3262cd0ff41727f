import Metrics
import Statistics
import Testing

@testable import Dashboard

/// Alerts tell an edge once: hold-off, acknowledge, quiet hours.
@Suite struct AlertTests {
  private func alert(
    _ metric: MetricID = .fourHour, _ kind: Alert.Kind = .concern, seen: Period = .undated, isNew: Bool = true
  ) -> Alert {
    Alert(
      kind: kind, key: Series.Key(metric, "RT1"), seen: seen, isNew: isNew, organisation: "Fenwick",
      metric: "A&E four-hour",
      figure: "88.4%", period: "Oct 2016", target: "95.0", sentence: "Fenwick A&E four-hour turned to concern")
  }
  private let noon = Moment("2016-11-15T12:00")!

  private func watch(_ present: [Alert] = []) -> AlertWatch {
    var watch = AlertWatch()
    watch.begin(with: Dictionary(uniqueKeysWithValues: present.map { ($0.edge, $0.seen) }), of: "QT1")
    return watch
  }

  @Test func `what is there when the board opens is told to nobody, what turns is told once`() {
    var watch = watch([alert()])
    #expect(watch.look(at: [alert()], now: noon).isEmpty)
    #expect(watch.look(at: [alert(), alert(.incomplete)], now: noon) == [alert(.incomplete)])
    #expect(watch.look(at: [alert(), alert(.incomplete)], now: noon.advanced(bySeconds: 9000)).isEmpty)
    #expect(watch.shown == [alert(.incomplete)])
  }

  @Test func `each kind of turn is an edge of its own`() {
    var watch = watch([alert()])
    let turned = watch.look(at: [alert(), alert(.fourHour, .failing), alert(.fourHour, .late)], now: noon)
    #expect(turned.map(\.kind) == [.failing, .late])
  }

  @Test func `what was so in the period before is no news, however new its file`() {
    var watch = watch()
    #expect(watch.look(at: [alert(isNew: false)], now: noon).isEmpty)
    #expect(watch.shown.isEmpty)
  }

  @Test func `what goes and comes back within the hold-off is not told again, after it it is`() {
    var watch = watch()
    watch.holdOff = 600
    #expect(watch.look(at: [alert()], now: noon).count == 1)
    watch.pass(60)
    #expect(watch.look(at: [], now: noon).isEmpty)
    #expect(watch.shown.isEmpty)
    watch.pass(60)
    #expect(watch.look(at: [alert()], now: noon).isEmpty)
    watch.pass(60)
    _ = watch.look(at: [], now: noon)
    watch.pass(420)
    #expect(watch.look(at: [alert()], now: noon).count == 1)
  }

  @Test func `what was there when the board opened, went and came back within the hold-off is not told`() {
    var watch = watch([alert()])
    _ = watch.look(at: [], now: noon)
    watch.pass(4)
    #expect(watch.look(at: [alert()], now: noon).isEmpty)
  }

  @Test func `a metric whose files cannot be read for a while turns to nothing, however short the hold-off`() {
    var watch = watch([alert(.fourHour, .late)])
    watch.holdOff = 0
    #expect(watch.look(at: [], now: noon, stale: [.fourHour]).isEmpty)
    watch.pass(4)
    #expect(watch.look(at: [alert(.fourHour, .late)], now: noon).isEmpty)
  }

  @Test func `a clock that is corrected backwards silences no alert`() {
    var watch = watch()
    #expect(watch.look(at: [alert()], now: noon).count == 1)
    watch.pass(10)
    _ = watch.look(at: [], now: noon.advanced(bySeconds: -86_400 * 365))
    watch.pass(3600)
    #expect(watch.look(at: [alert()], now: noon.advanced(bySeconds: -86_400 * 365 + 3600)).count == 1)
  }

  @Test func `what an outage hid is no news when it is there again in the same month, and is in a later one`() throws {
    let (october, november) = (try #require(Period("2016-10")), try #require(Period("2016-11")))
    for wasThereAtOpening in [true, false] {
      var watch = watch(wasThereAtOpening ? [alert(seen: october)] : [])
      watch.holdOff = 0
      _ = watch.look(at: [alert(seen: october)], now: noon)
      #expect(watch.look(at: [], now: noon.advanced(bySeconds: 60)).isEmpty)
      #expect(watch.look(at: [alert(seen: october)], now: noon.advanced(bySeconds: 120)).isEmpty)
      _ = watch.look(at: [], now: noon.advanced(bySeconds: 180))
      #expect(watch.look(at: [alert(seen: november)], now: noon.advanced(bySeconds: 240)).count == 1)
    }
  }

  @Test func `a turn from improvement to concern is news, one from concern to concern is not`() {
    func charted(_ values: [Double?]) -> ChartedSeries {
      let first = Month(year: 2016, month: 4)!
      var options = ControlChartOptions()
      options.improvement = .increase
      return ChartedSeries(
        unit: "%",
        slots: values.enumerated().map { .init(period: .month(first.advanced(by: $0)), value: $1, target: nil) },
        chart: try? ControlChart(values: values, options: options))
    }
    let steady: [Double] = (0..<20).map { $0 % 2 == 0 ? 90 : 91 }
    let turned = charted(steady + [99, 80])
    #expect(turned.isConcerning && !turned.wasConcerning)
    let lasting = charted(steady + [81, 80])
    #expect(lasting.isConcerning && lasting.wasConcerning)
    let hidden = charted(steady + [80, nil, 80])
    #expect(hidden.wasConcerning)
  }

  @Test func `in quiet hours the banner stands in silence, and in the morning it sounds once`() throws {
    var watch = watch()
    watch.quietHours = QuietHours("20:00-07:00")
    let night = try #require(Moment("2016-11-15T23:00"))
    #expect(watch.look(at: [alert()], now: night).isEmpty)
    #expect(watch.shown == [alert()])
    #expect(watch.sounding(now: night.advanced(bySeconds: 8 * 3600 - 1)).isEmpty)
    #expect(watch.sounding(now: night.advanced(bySeconds: 8 * 3600)) == [alert()])
    #expect(watch.sounding(now: night.advanced(bySeconds: 9 * 3600)).isEmpty)
  }

  @Test func `an acknowledged alert is gone, and makes no sound in the morning either`() throws {
    var watch = watch()
    watch.quietHours = QuietHours("20:00-07:00")
    _ = watch.look(at: [alert()], now: try #require(Moment("2016-11-15T23:00")))
    #expect(watch.acknowledge() == alert())
    #expect(watch.acknowledge() == nil)
    #expect(watch.sounding(now: noon).isEmpty)
  }

  @Test(arguments: [
    ("08:00", false), ("08:00-08:00", false), ("25:00-07:00", false), ("9:00-17:00", false), ("09:00-17:00", true),
  ])
  func `quiet hours are two times of day`(text: String, isRead: Bool) {
    #expect((QuietHours(text) != nil) == isRead)
  }

  @Test func `a metric that goes late rings, says so, and is given to the command in its environment`() throws {
    var session = Session()
    #expect(session.state.alerts.shown.isEmpty)
    session.obey(.tick(Moment(day: session.state.now.day.advanced(by: 90), second: 43_200)))
    #expect(session.effects.contains(.bell))
    let told = session.effects.compactMap { if case .notify(let alert) = $0 { alert } else { nil } }
    let late = try #require(told.first { $0.key == Series.Key(.fourHour, "QT1") })
    #expect(
      late.kind == .late && late.environment.contains { $0.name == "SITREP_METRIC" && $0.value == "ae.four-hour" })
    #expect(late.environment.contains { $0.name == "SITREP_FIGURE" && !$0.value.isEmpty })
    #expect(session.text.contains("a acknowledges"))
    let count = session.state.alerts.shown.count
    try session.play("a")
    #expect(session.state.alerts.shown.count == count - 1)
  }
}
