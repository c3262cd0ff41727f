import Foundation
import TestSupport
import Testing

@testable import Metrics

@Suite struct MetricCatalogueTests {
  @Test func `each metric is declared once, with a short title that fits a narrow column`() {
    let all = Metric.builtIn + Metric.records
    #expect(Set(all.map(\.id)).count == all.count)
    for metric in Metric.builtIn { #expect(metric.shortTitle.count <= 13, Comment(rawValue: metric.id.text)) }
  }

  @Test func `a system's own metrics follow the built-in ones, and are found like them`() {
    let own = Metric("own.beds", title: "Own", unit: .beds, direction: .lower, rollUp: .snapshot)
    let catalogue = MetricCatalogue(local: [own])
    #expect(catalogue.metrics.last == own)
    #expect(catalogue["own.beds"] == own)
    #expect(catalogue[.fourHour]?.title == "A&E four-hour")
    #expect(catalogue[.bridge]?.traits.record == .bridge)
    #expect(catalogue["nothing"] == nil)
    #expect(catalogue.traits(of: "nothing") == Metric.Traits())
  }

  @Test func `the positions of money are settled in one place`() {
    #expect(Metric.builtIn.filter(\.isPosition).map(\.id) == [.controlTotal, .yearToDate])
    #expect(Metric.builtIn.filter { !$0.hasPanel }.map(\.id) == [.yearToDate])
    #expect((Metric.builtIn + Metric.records).filter(\.isInMillions).count == 5)
    #expect(MetricID.controlTotal.position == .outturn)
    #expect(MetricID.fourHour.position == nil)
  }

  @Test(arguments: [
    "discharge.nctr", "discharge.nctr-remaining", "discharge.discharged", "discharge.additional-bed-days",
    "discharge.delay-reason", "discharge.ready-date-same-day", "discharge.ready-date-mean-days", "beds.ga-open",
    "beds.ga-occupied", "beds.ga-occupancy", "beds.long-stay-7", "beds.long-stay-14", "beds.long-stay-21",
    "beds.cc-open", "beds.cc-occupied", "kh03.ga-available", "kh03.ga-occupied", "kh03.ga-occupancy",
    "ambulance.handovers", "ambulance.handover-over-15", "ambulance.handover-over-30", "ambulance.handover-over-45",
    "ambulance.handover-over-60", "ambulance.handover-mean", "ambulance.hours-lost", "ae.twelve-hour-arrival",
    "rtt.first-appointment",
    "cancelled.last-minute", "cancelled.not-within-28-days", "virtual-ward.capacity", "virtual-ward.patients",
    "virtual-ward.occupancy", "activity.bed-days-per-1000", "activity.emergency-admissions-per-1000",
  ])
  func `today's returns have their metrics, each on the page`(name: String) {
    #expect(MetricCatalogue.builtIn[MetricID(name)] != nil)
    #expect(MetricsPage.text.contains("`\(name)`"))
  }

  @Test func `a metric without figures takes no place on a board`() {
    let board = SmallBoard.board([SmallBoard.share(.bedOccupancy, "RZ1", 2026, 3, 95, 100)])
    #expect(board.metrics.map(\.id) == [.bedOccupancy])
  }

  @Test(arguments: [(95, 100, 3, 0), (92, 100, 0, 0), (90, 100, 0, 2), (1, 1, 1, 0), (47, 50, 1, 0)])
  func `where lower is better the gap is how many are too many`(within: Int, of: Int, gap: Int, spare: Int) throws {
    let metric = try #require(MetricCatalogue.builtIn[.bedOccupancy])
    let figure = Figure(
      key: Series.Key(metric.id, "RZ1"), period: .undated, measurement: Given.share(within, of), origin: .summedParts,
      target: Target(metric.id, kind: .local, value: Decimal(92), source: "plan"), direction: metric.direction,
      traits: metric.traits)
    #expect(figure.gap == Ratio(gap))
    #expect(figure.isMet == (gap == 0))
    #expect((figure.headroom ?? .zero) == Ratio(spare))
  }

  // MARK: - Who may name a metric

  /// The sources that may: the catalogue, the layouts and the drafts of layouts, and where the topics of the overview are
  /// listed.
  private static func mayName(_ path: String) -> Bool {
    path.contains("/Metrics/Catalogue/") || path.contains("/Extracts/Layouts/") || path.contains("/Extracts/Drafts/")
      || path.hasSuffix("/OverviewPanel.swift")
  }

  private static let sources: [(path: String, text: String)] = {
    let root = ReferenceFolder.documents.location.deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map {
      ($0.path, (try? String(contentsOf: $0, encoding: .utf8)) ?? "")
    }
  }()

  /// Where a source names a metric: by a constant compared with or made a key of, or by its text.
  private static func names(in text: String) -> [String] {
    let compared = #/(?:\bMetricID\.(?!init)|\b[mM]etric(?:\.id)? [=!]= \.|\bid [=!]= \.|\bSeries\.Key\(\.)[a-z]\w*/#
    let asked =
      #/\b(?:shownPeriod|figure|organisations|latestPeriod|parts|hasFigures|perspective)\((?:of: |with: |for: )?\.[a-z]\w*/#
    // Of the others there are cases of the same name elsewhere.
    let unmistakable =
      #/\.(?:fourHour|twelveHour|over52Weeks|cancer\d\w*|cancerTwoWeekWait|delayedDays|delayedBeds|categoryA|category\d)\b/#
    let literals = (Metric.builtIn + Metric.records).map { "\"\($0.id.text)" }
    // A dot between two letters is no boundary of a word where natural language is meant.
    return text.matches(of: compared.wordBoundaryKind(.simple)).map { String($0.output) }
      + text.matches(of: asked.wordBoundaryKind(.simple)).map { String($0.output) }
      + text.matches(of: unmistakable).map { String($0.output) } + literals.filter(text.contains)
  }

  @Test func `nothing but the catalogue, the layouts and the topics of the overview names a metric`() {
    #expect(Self.sources.count > 300)
    for source in Self.sources where !Self.mayName(source.path) {
      #expect(Self.names(in: source.text).isEmpty, Comment(rawValue: source.path))
    }
  }

  @Test(arguments: [
    "if key.metric == .controlTotal {", "guard metric.id != .yearToDate", "Series.Key(.fourHour, code)",
    "let key: MetricID = \"ae.four-hour\"", "[MetricID.incomplete]", "where id == .over52Weeks",
    "board.shownPeriod(.controlTotal, of: code)", "organisations(with: .diagnostics, below: code)",
    "case .delayedDays: \"beds\"",
  ])
  func `the check finds each way a metric is named`(line: String) { #expect(!Self.names(in: line).isEmpty) }
}
