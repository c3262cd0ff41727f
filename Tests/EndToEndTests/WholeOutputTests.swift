import Foundation
import Testing

/// What is printed is whole, or the program says that it is not.
@Suite struct WholeOutputTests {
  /// A command of each kind that prints.
  static let commands: [[String]] = [
    ["print", "demo"], ["print", "demo", "--format", "csv"], ["print", "demo", "--format", "json"],
    ["check", "demo"], ["check", "demo", "--format", "json"], ["demo", "--frame"], ["demo", "--frame=svg"], ["demo"],
    ["demo", "--plain"], ["spc", Program.fixture("spc/input.csv")], ["--help"], ["--version"],
    ["report", "demo", "summary", "--out", "-"], ["print", "demo", "--format", "xlsx", "--out", "-"],
    ["print", "--help"], ["--generate-completion-script", "bash"],
  ]

  /// Runs the program by a line of a shell, in which `"$@"` stands for it.
  private func run(_ line: String, _ arguments: [String]) throws -> Program.Outcome {
    try Program.run(["-c", line, Program.path] + [Program.path] + arguments, program: "/bin/bash")
  }

  @Test(arguments: commands, [">/dev/full", ">&-"])
  func `an output that cannot be written ends with 74 and says so`(command: [String], place: String) throws {
    let outcome = try run("\"$@\" \(place)", command)
    #expect(outcome.status == 74)
    #expect(outcome.error.contains("sitrep: the output could not be written whole: "))
  }

  @Test func `an output cut short by a limit ends with 74, not with a signal`() throws {
    let outcome = try run("ulimit -f 8; \"$@\"", ["print", "demo", "--format", "json", "--all-periods"])
    #expect(outcome.status == 74)
    #expect(outcome.output.utf8.count == 8 * 1024)
    #expect(outcome.error == "sitrep: the output could not be written whole: File too large\n")
  }

  @Test(arguments: ["", "trap '' PIPE; "])
  func `a reader that has had enough ends the program as a shell expects`(before: String) throws {
    let outcome = try run(
      before + "\"$@\" | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}",
      ["print", "demo", "--format", "json", "--all-periods"])
    #expect(outcome.status == 141)
    #expect(outcome.error == "")
  }

  @Test func `a pipe that does not block gets every byte, however slowly it is read`() throws {
    let arguments = ["print", "demo", "--format", "json", "--all-periods"]
    let unblocked =
      "import fcntl,os,sys; fcntl.fcntl(1,fcntl.F_SETFL,os.O_NONBLOCK); os.execv(sys.argv[1],sys.argv[1:])"
    let outcome = try run("python3 -c '\(unblocked)' \"$@\" | dd bs=512 status=none; exit ${PIPESTATUS[0]}", arguments)
    #expect(outcome.status == 0)
    #expect(try outcome.output == Program.run(arguments).output)
  }

  @Test func `a closed input is no reason not to print`() throws {
    let outcome = try run("\"$@\" <&-", ["demo", "--frame"])
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
  }
}
