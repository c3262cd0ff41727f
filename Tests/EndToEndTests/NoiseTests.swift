import Foundation
import Testing

/// Numbers as people write them: no exponents, no amount that is rounded to nothing, and no zero with a sign.
@Suite struct NoiseTests {
  /// What nobody writes: `1e-15`, `£0.00m`, `-0.0`, and more digits than anything was published with.
  private static func noise(in text: String) -> [String] {
    let patterns: [Regex<Substring>] = [
      /\b[0-9](?:\.[0-9]+)?e[-+]?[0-9]+\b/, /£0(?:\.0+)m/, /-£?0(?:\.0+)?(?:m|%)?(?= |$)/, /\(0(?:\.0+)?\)/,
      /[0-9]\.[0-9]{7,}/,
    ]
    return patterns.flatMap { pattern in text.matches(of: pattern).map { String($0.output) } }
  }

  @Test(arguments: [
    "demo", "published/blmk-2016", "published/buckinghamshire-2016", "published/buckinghamshire-2018",
    "published/herefordshire-worcestershire-2016", "published/somerset-2016",
  ])
  func `no page and no list has noise of calculation in it`(folder: String) throws {
    var texts = [try Program.run(["print", folder]).output, try Program.run(["check", folder]).output]
    for keys in [
      "", "5 enter", "5 enter enter", "5 enter enter tab b", "5 enter enter tab b b", "S", "K", "K space right",
    ] {
      texts.append(try Program.run([folder, "--frame", "--size", "200x60", "--keys", keys]).output)
    }
    for text in texts { #expect(Self.noise(in: text).isEmpty, "\(Self.noise(in: text))") }
    #expect(Set(texts).count > 4)
  }

  @Test func `amounts that differ by what a spreadsheet could not represent differ by nothing`() throws {
    let folder = TemporaryFolder()
    folder.write(
      """
      code = "QZ9"
      name = "Northmere"
      [[organisation]]
      code = "RZ1"
      name = "Fellgate"
      role = "provider"
      """, to: "system.toml")
    // 0.1 + 0.2 as a spreadsheet writes it, and what it is left with when 0.3 is taken away.
    folder.write(
      "organisation,period,unit,basis,control total,plan to date,actual to date,forecast outturn,stf plan,stf actual\n"
        + "RZ1,2018-01,£m,excluding STF,0.3,0.30000000000000004,0.3,0.30000000000000004,,\n", to: "position.csv")
    let printed = try Program.run(["print", folder.path]).output
    let page = try Program.run([folder.path, "--frame", "--size", "120x40"]).output
    #expect(Self.noise(in: printed + page).isEmpty, "\(Self.noise(in: printed + page))")
  }

  @Test func `noise is found where it is, and a figure is none`() {
    for text in ["gap 1e-15", "£0.00m worse", "▼ -0.0 ", "(0.0) £m", "12.300000000000001"] {
      #expect(!Self.noise(in: text).isEmpty, "\(text)")
    }
    for text in ["0.0", "£0.1m", "(9.4)", "-0.1", "RZ1e5", "2018-03", "88.4%", "£0", "£10.00m"] {
      #expect(Self.noise(in: text).isEmpty, "\(text)")
    }
  }
}
