import Foundation
import Testing

/// What `print` and `check` say of a few small files, from the bytes to the JSON.
struct PrintedBoard {
  /// The rows of `figures`, and of `problems`.
  let figures: [[String: Any]], problems: [[String: Any]]
  /// The same as text.
  let text: String
  private let folder = TemporaryFolder()
  private let now: String

  private static let header = "metric,organisation,period,breakdown,item,numerator,denominator,value\n"

  /// A board of performance rows, with a `system.toml` of these providers unless that is given.
  init(
    rows: String, providers: [String] = [], settings: String = "", files: [String: String] = [:],
    now: String = "2026-11-28T09:00", _ options: String...
  ) throws {
    self.now = now
    if !rows.isEmpty { folder.write(PrintedBoard.header + rows, to: "p.csv") }
    for (name, text) in files { folder.write(text, to: name) }
    let organisations = providers.map {
      "[[organisation]]\ncode = \"\($0)\"\nname = \"Trust \($0)\"\nrole = \"provider\"\n"
    }
    if !providers.isEmpty || !settings.isEmpty {
      let names = "name = \"Northmere\"\ncode = \"QZ9\"\n"
      folder.write(names + organisations.joined() + settings, to: "system.toml")
    }
    let json = try Program.run(["print", folder.path, "--format", "json", "--now", now] + options)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    figures = object?["figures"] as? [[String: Any]] ?? []
    problems = object?["problems"] as? [[String: Any]] ?? []
    text = try Program.run(["print", folder.path, "--now", now] + options).output
  }

  /// A page of the board as text, at a size, after some keys.
  func page(_ view: [String] = [], size: String = "120x40", keys: String = "", _ options: String...) throws -> String {
    let keys = keys.isEmpty ? [] : ["--keys", keys]
    let shown = try Program.run([folder.path] + view + ["--frame", "--size", size, "--now", now] + keys + options)
    return shown.output + shown.error
  }

  /// The row of a metric and organisation.
  func row(_ metric: String, _ organisation: String) -> [String: Any] {
    figures.last { row in
      row["metric"] as? String == metric && row["organisation"] as? String == organisation && row["item"] is NSNull
    } ?? [:]
  }

  /// A figure of a metric, organisation and period as one line: `2018-02 77.63 missed by 660, 2 of 2`.
  func line(_ metric: String, _ organisation: String, _ period: String? = nil) -> String {
    let row = figures.last { row in
      row["metric"] as? String == metric && row["organisation"] as? String == organisation && row["item"] is NSNull
        && (period == nil || row["period"] as? String == period)
    }
    return row.map(PrintedBoard.words) ?? "none"
  }

  static func words(_ row: [String: Any]) -> String {
    let value = (row["value"] as? Double).map(PrintedBoard.number) ?? "–"
    var words = "\(row["period"] as? String ?? "undated") \(value)"
    switch row["favourable"] as? Bool {
    case true?: words += " met"
    case false?: words += " missed"
    case nil: words += row["target"] is Double ? " not judged" : ""
    }
    if let gap = row["gap"] as? Double, gap != 0 { words += " by \(number(gap))" }
    if let coverage = row["coverage"] as? [String: Any], let returned = coverage["returned"] as? Int,
      let expected = coverage["expected"] as? Int
    {
      words += ", \(returned) of \(expected)"
    }
    return words
  }

  private static func number(_ value: Double) -> String {
    let text = String(format: "%.2f", value)
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }

  /// The messages of the problems.
  var messages: [String] { problems.compactMap { $0["message"] as? String } }

  /// One series, month after month.
  static func months(
    _ metric: String, _ organisation: String, from year: Int, _ month: Int, _ values: [String]
  ) -> String {
    values.enumerated().map { place, value in
      let index = year * 12 + month - 1 + place
      return "\(metric),\(organisation),\(String(format: "%04d-%02d", index / 12, index % 12 + 1)),,,\(value)\n"
    }.joined()
  }

  /// One series, day after day of a month.
  static func days(_ metric: String, _ organisation: String, _ month: String, _ days: ClosedRange<Int>, _ value: String)
    -> String
  {
    days.map { "\(metric),\(organisation),\(month)-\(String(format: "%02d", $0)),,,\(value)\n" }.joined()
  }
}
