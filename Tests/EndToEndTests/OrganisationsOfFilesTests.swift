import Foundation
import Testing

/// Who stands on a board that no `system.toml` describes.
@Suite struct OrganisationsOfFilesTests {
  private let folder = TemporaryFolder()

  /// A list of two organisations in two systems, and a figure of each.
  private func writeLookUp() {
    folder.write(
      "Code,Name,ICB Code,ICB Name\nRZ1,FELLGATE HOSPITAL,QZ9,NORTHMERE ICB\nRZ2,BECK HOSPITAL,QGH,HW ICB\n",
      to: "map.csv")
    folder.write(
      "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
        + "ae.four-hour,RZ1,2018-01,,,90,100,\nae.four-hour,RZ2,2018-01,,,80,100,\n", to: "p.csv")
  }

  @Test(arguments: [
    ("performance.csv", "Milton Keynes University Hospital"), ("finance-position.csv", "Buckinghamshire Healthcare"),
    ("savings.csv", "Buckinghamshire Healthcare"), ("finance-plan.csv", "Buckinghamshire CCG"),
    ("finance-bridge.csv", "Buckinghamshire Healthcare"),
  ])
  func `each of sitrep's own layouts alone shows the organisations it speaks of`(name: String, organisation: String)
    throws
  {
    let outcome = try Program.run(["print", "layouts/\(name)"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n  \(organisation) "))
    #expect(!outcome.output.contains("nothing has been returned"))
  }

  @Test
  func `a system that only an organisation list knows can be asked for, and a built-in one has its organisations`()
    throws
  {
    writeLookUp()
    let listed = try Program.run(["print", folder.path, "--system", "qz9"])
    #expect(listed.output.hasPrefix("QZ9 Northmere ICB, as at"))
    #expect(listed.output.contains("Fellgate") && !listed.output.contains("Beck"))
    let builtIn = try Program.run(["print", folder.path, "--system", "QGH"])
    #expect(builtIn.output.contains("Beck") && !builtIn.output.contains("Fellgate"))
    let unknown = try Program.run(["print", folder.path, "--system", "QQQ"])
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("no system has the code or name \"QQQ\""))
  }

  @Test func `a system can be asked for by a name that only one has, as / finds it in the list of systems`() throws {
    folder.write(
      "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
        + "ae.four-hour,RBD,2026-01,,,90,100,\nae.four-hour,RXH,2026-01,,,80,100,\n", to: "p.csv")
    for name in ["dorset", "Dorset", "qvv", "QVV"] {
      let printed = try Program.run(["print", folder.path, "--system", name])
      #expect(printed.output.hasPrefix("QVV "), "\(name): \(printed.output.prefix(60)) \(printed.error)")
    }
    let asked = try Program.run([folder.path, "--frame", "--system", "dorset"]).output
    let found = try Program.run([folder.path, "--frame", "--keys", ": type:system enter / type:dorset enter enter"])
      .output
    #expect(asked.split(separator: "›")[0] == found.split(separator: "›")[0] && asked.contains("Dorset"))
    // One that several have means none of them.
    let several = try Program.run(["print", folder.path, "--system", "north"])
    #expect(several.status == 64 && several.error.contains("QVV "))
    // The folder's own system comes before one of the same name that is built in.
    folder.write(
      "name = \"Dorset\"\ncode = \"DOR\"\n"
        + "[[organisation]]\ncode = \"RBD\"\nname = \"Dorset County Hospital\"\nrole = \"provider\"\n",
      to: "system.toml")
    for name in ["dorset", "DORSET", "dor"] {
      let printed = try Program.run(["print", folder.path, "--system", name])
      #expect(printed.output.hasPrefix("DOR "), "\(name): \(printed.output.prefix(60)) \(printed.error)")
    }
  }

  @Test func `such a system can be chosen on the board, and one that nobody knows leaves it as it was`() throws {
    writeLookUp()
    let chosen = try Program.run([folder.path, "--frame", "--keys", ": type:system space type:QZ9 enter"])
    #expect(chosen.output.hasPrefix(" Northmere ICB › Overview"))
    let unknown = try Program.run([folder.path, "--frame", "--keys", ": type:system space type:QQQ enter"])
    #expect(unknown.output.hasPrefix(" All › Overview"))
  }
}
