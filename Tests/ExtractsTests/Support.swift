import Metrics
import Testing

@testable import Extracts

/// Why a test of the real files is skipped.
let noRealFiles: Comment = "../shared/extracts/real is absent"

/// Reads bytes as one file, in blocks of this many bytes.
func reading(
  _ bytes: [UInt8], name: String = "test.csv", block: Int = 1 << 19,
  context: ReadingContext = ReadingContext(metrics: Metric.builtIn),
  selecting selection: RowSelection? = nil
) -> ExtractResult {
  var reader = ExtractReader(file: SourceFile(name: name), context: context, selecting: selection)
  var start = 0
  while start < bytes.count {
    let end = min(start + block, bytes.count)
    bytes[start..<end].withUnsafeBytes { reader.read($0) }
    start = end
  }
  return reader.finish()
}

/// Reads a text as one file.
func reading(_ text: String, block: Int = 1 << 19, selecting selection: RowSelection? = nil) -> ExtractResult {
  reading(Array(text.utf8), block: block, selecting: selection)
}

/// What a text contributes.
func contribution(_ text: String) -> Contribution { reading(text).contribution }

/// What a fixture contributes.
func fixture(_ name: String) throws -> Contribution {
  reading(try projectBytes("Fixtures/layouts/\(name).csv"), name: name + ".csv").contribution
}

/// What a real file contributes.
func real(_ name: String) throws -> Contribution {
  reading(try realBytes(name), name: name).contribution
}

extension Contribution {
  /// Every figure on a line of its own, sorted: `ae.four-hour RXQ 2018-02 department=1 84/100 @2`.
  var lines: [String] { observations.map(\.line).sorted() }

  /// The measurement of one figure.
  func figure(
    _ metric: MetricID, _ organisation: OrganisationCode, _ period: String, _ part: BreakdownItem? = nil
  ) -> Measurement? {
    observations.first {
      $0.metric == metric && $0.organisation == organisation && $0.period.text == period && $0.part == part
    }?.measurement
  }

  /// The sum over all organisations with this role of a whole figure.
  func sum(_ metric: MetricID, role: OrganisationRole = .provider, _ part: BreakdownItem? = nil) -> Measurement {
    let codes = Set(organisations.filter { $0.role == role }.map(\.code))
    return observations.filter { $0.metric == metric && $0.part == part && codes.contains($0.organisation) }
      .reduce(.notReturned) { $0.adding($1.measurement) ?? $0 }
  }

  /// The problems as a compiler would print them.
  var problemTexts: [String] { problems.map(\.text) }
  /// The problems that are errors.
  var errors: [String] { problems.filter { $0.severity == .error }.map(\.text) }
}

extension Observation {
  /// The figure on one line.
  var line: String {
    let item = part.map { " \($0.breakdown)=\($0.item)" } ?? ""
    let time = period == .undated ? "undated" : period.text
    return "\(metric) \(organisation) \(time)\(item) \(measurement.short) @\(rows.line)"
      + (rows.rows > 1 ? "x\(rows.rows)" : "")
  }
}

extension Measurement {
  /// The measurement in few characters.
  var short: String {
    switch self {
    case .count(let count): count.plain
    case .share(let within, let of): within.plain + "/" + of.plain
    case .rate(let decimal): decimal.text + "%"
    case .mean(let total, let of, let published): "\(total)s/\(of)" + (published.map { "=\($0.text)" } ?? "")
    case .money(let money): money.text
    case .suppressed: "*"
    case .notReturned: "-"
    }
  }
}

extension Count {
  /// Without thousands separators.
  var plain: String {
    isInHalves ? isWhole ? "\(halves / 2)" : "\(halves / 2).5" : ratio.text(places: 6).replacing(",", with: "")
  }
}
