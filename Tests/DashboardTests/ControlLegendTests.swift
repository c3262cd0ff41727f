import Metrics
import Screen
import Statistics
import Testing

@testable import Dashboard

/// The letters on a chart are explained in whole words, or not at all.
@Suite struct ControlLegendTests {
  @Test func `a legend that does not fit says each letter in a word, and is never cut`() throws {
    // Far below, then a trend up and a long run: three rules are broken.
    let values: [Double?] = [
      50, 51, 49, 50, 51, 49, 50, 51, 49, 10, 50, 52, 54, 56, 58, 60, 62, 64, 64, 64, 64, 64, 64,
    ]
    let slots = values.enumerated().map { offset, value in
      ChartedSeries.Slot(period: .month(Month(index: Int32(24_000 + offset))), value: value, target: nil)
    }
    let chart = try ControlChart(values: values)
    let sentence = ControlSentence(ChartedSeries(unit: "%", slots: slots, chart: chart))
    let whole = sentence.rules(room: 200).plain
    let brief = sentence.rules(room: whole.count - 1).plain
    #expect(whole.contains("A outside the limits") && brief.hasPrefix("A outside") && brief.count < whole.count)
    for room in 0...whole.count {
      let legend = sentence.rules(room: room)
      #expect(legend.width <= room && [whole, brief, ""].contains(legend.plain))
    }
  }
}
