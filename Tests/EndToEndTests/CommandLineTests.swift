import Foundation
import Testing

/// What the command line answers, and the status it ends with.
@Suite struct CommandLineTests {
  @Test(arguments: [
    (["--frame=png"], "Please provide one of 'text', 'ansi' or 'svg'"), (["demo", "--colours", "many"], "256, 16, 8"),
    (["demo", "--size", "80"], "such as 120x40"),
    (["demo", "--now", "noon"], "such as 2018-03-20T09:00"),
    (["demo", "--keys", "up dwon"], "no key is called \"dwon\""),
    (["demo", "--theme", "neon"], "no theme is called \"neon\""), (["demo", "--colour"], "Unknown option '--colour'"),
    (["wrong/revised", "--system", "ZZZ"], "no system has the code or name \"ZZZ\""),
    (["wrong/revised", "provider", "ZZZ"], "\"ZZZ\" is not an organisation"),
    (["print", "demo", "--format", "svg"], "Please provide one of"),
    (["check", "--keys", "up"], "Unknown option '--keys'"),
  ])
  func `wrong usage ends with 64 and says what to type`(arguments: [String], sentence: String) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.error.contains(sentence))
    #expect(outcome.output == "")
  }

  @Test(arguments: [[], ["print"], ["check"]])
  func `a path that leads nowhere ends with 1`(command: [String]) throws {
    let outcome = try Program.run(command + ["demo", "nowhere"])
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.error == """
        nowhere: error: there is no such file or folder; expected a folder of extracts, a CSV, a workbook or a zip
          fix: check the spelling: ls "."

        """)
  }

  @Test func `without a path and without extracts here it says what to type, the demonstration included`() throws {
    let folder = TemporaryFolder()
    let outcome = try Program.run([], in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("sitrep FOLDER"))
    #expect(outcome.error.contains("sitrep demo"))
  }

  @Test func `without a path it opens the folder of the environment, else the current one`() throws {
    let folder = TemporaryFolder()
    let named = try Program.run(
      ["print"], in: folder.path, environment: ["SITREP_FOLDER": Program.fixture("wrong/revised")])
    let here = try Program.run(["print"], in: Program.fixture("wrong/revised"))
    #expect(named.status == 0 && here.status == 0)
    #expect(named.output == here.output && !here.output.isEmpty)
  }

  @Test func `an empty folder ends with 1`() throws {
    let folder = TemporaryFolder()
    for command in [[], ["print"]] {
      let outcome = try Program.run(command + [folder.path])
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("contains no extracts"))
    }
  }

  @Test func `the word of a view starts the view, and a path is never taken for one`() throws {
    let overview = try Program.run(["wrong/revised", "--frame"])
    let problems = try Program.run(["problems", "./wrong/revised", "--frame"])
    #expect(problems.status == 0 && overview.status == 0)
    #expect(problems.output != overview.output)
    #expect(problems.output.contains("roblems"))
  }

  @Test func `help and version are answered anywhere`() throws {
    let folder = TemporaryFolder()
    #expect(try Program.run(["--help"], in: folder.path).output.contains("sitrep print"))
    #expect(try Program.run(["help"], in: folder.path).output.contains("sitrep print"))
    #expect(try Program.run(["--version"], in: folder.path).status == 0)
  }

  @Test func `a FIFO is refused rather than waited for`() throws {
    let folder = TemporaryFolder()
    mkfifo(folder.path + "/pipe.csv", 0o600)
    let outcome = try Program.run(["print", folder.path + "/pipe.csv"])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("is a pipe or a device"))
  }
}
