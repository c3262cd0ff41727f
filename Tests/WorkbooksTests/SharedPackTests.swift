import Foundation
import Testing

@testable import Workbooks

/// The packs beside the checkout, made with XlsxWriter and LibreOffice, and what they hold.
private let shared = URL(filePath: #filePath).appending(path: "../../../../shared/extracts/workbooks").standardized.path

@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: shared + "/SYNTHETIC-values.json"),
    "../shared/extracts/workbooks is absent"))
struct SharedPackTests {
  @Test(arguments: [
    "local-board-pack-SYNTHETIC.xlsx", "local-board-pack-SYNTHETIC.xls", "local-board-pack-SYNTHETIC.ods",
    "local-board-pack-1904-inline-SYNTHETIC.xlsx",
  ])
  func `every figure of the packs is what their maker put into them`(_ name: String) throws {
    let workbook = try Workbook(path: shared + "/" + name)
    #expect(workbook.sheets.count > 1)
    let figures = try expected(of: name)
    #expect(figures.count >= 18)
    let lines = try workbook.sheets.flatMap { sheet in try self.lines(workbook, sheet) }
    for figure in figures {
      #expect(
        lines.contains { line in figure.allSatisfy { wanted in line.contains { Self.says($0, wanted) } } },
        "no row of \(name) has all of \(figure)")
    }
  }

  private func lines(_ workbook: Workbook, _ sheet: Sheet) throws -> [[String]] {
    var bytes: [UInt8] = []
    _ = try workbook.read(sheet) {
      bytes.append(contentsOf: $0)
      return true
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(Self.fields)
  }

  /// The fields of a line; a comma inside quotes separates none.
  private static func fields(_ line: Substring) -> [String] {
    var (fields, isQuoted) = ([""], false)
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  /// Whether a field says what was put into its cell: a month may be its name, a fraction a percentage. The
  /// values' file has six places.
  private static func says(_ field: String, _ wanted: String) -> Bool {
    let field = field.trimmingCharacters(in: .whitespaces)
    if field == wanted || field == "February 2026" && wanted == "2026-02" { return true }
    // LibreOffice saved the dash of the .xls as a 0, which xlrd reads as well.
    if wanted == "-", field == "0%" { return true }
    guard let number = Double(wanted) else { return false }
    if field.last == "%" { return Double(field.dropLast()).map { abs($0 - number * 100) < 1e-4 } ?? false }
    return Double(field).map { abs($0 - number) < 1e-4 } ?? false
  }

  /// The rows of the values' file; what stands in them as a text says so in brackets.
  private func expected(of name: String) throws -> [[String]] {
    let data = try Data(contentsOf: URL(filePath: shared + "/SYNTHETIC-values.json"))
    let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: [[Any]]]])
    let pack = all[name] ?? all["local-board-pack-SYNTHETIC.xlsx"] ?? [:]
    return pack.values.flatMap { $0 }.map { row in
      row.compactMap { value in
        if let text = value as? String { return text.replacing(" (text)", with: "") }
        return (value as? NSNumber).map { "\($0)" }
      }
    }
  }
}
