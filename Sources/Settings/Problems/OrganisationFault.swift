/// Everything that can be wrong with the organisations of a system.
enum OrganisationFault: Hashable, Sendable {
  /// A code that an earlier organisation has.
  case codeTwice(String, firstLine: Int)
  /// The system's own code with another role.
  case systemWithRole(String, role: String)
  /// The role `system` with another code than the system's.
  case secondSystem(String, system: String)
  /// A parent that the file does not have.
  case noSuchParent(String, of: String, known: [String])
  /// Parents that form a loop, each with the line on which it is named.
  case parentLoop(of: String, through: [Placed<String>])
  /// More levels of parents than any system has.
  case tooDeep(String, levels: Int)
  /// Successors that form a loop, each with the line on which it is named.
  case successorLoop(of: String, through: [Placed<String>])
  /// A successor, but no last month.
  case successorWithoutEnd(String, of: String)
  /// A last month before the first.
  case endsBeforeStart(from: String, to: String)

  /// What was found, what was expected, and how to fix it.
  var sentence: Fault.Sentence {
    switch self {
    case .codeTwice(let code, let line):
      ("the code \"\(code)\" is given twice, first on line \(line)", "", "remove one of the two, or correct its code")
    case .systemWithRole(let code, let role):
      ("\"\(code)\" is the system's own code, but its role is \"\(role)\"", "\"system\"", "write role = \"system\"")
    case .secondSystem(let code, let system):
      (
        "\"\(code)\" has the role \"system\", but the system is \"\(system)\"", "",
        "write code = \"\(system)\", or give it another role"
      )
    case .noSuchParent(let parent, let code, let known):
      // No organisation is meant to be its own parent.
      Fault.nearest(
        parent, among: known.lazy.filter { $0 != code }, "the parent \"\(parent)\" of \"\(code)\" does not exist"
      ) {
        "write parent = \"\($0)\""
      } otherwise: {
        "add an [[organisation]] with the code \"\(parent)\", or remove the line"
      }
    case .parentLoop(let code, let steps):
      OrganisationFault.loop("the parents of \"\(code)\"", steps, fix: "give one of them another parent")
    case .tooDeep(let code, let levels):
      (
        "\"\(code)\" has \(levels) levels of parents above it", "at most \(levels) levels",
        "give it a parent nearer to the system; until then it is shown directly below the system"
      )
    case .successorLoop(let code, let steps):
      OrganisationFault.loop("the successors of \"\(code)\"", steps, fix: "remove the successor of one of them")
    case .successorWithoutEnd(let successor, let code):
      (
        "\"\(code)\" has the successor \"\(successor)\" but no last month", "\"to\"",
        "add a line such as to = \"2020-03\""
      )
    case .endsBeforeStart(let from, let to):
      ("\"to\" is \"\(to)\", before \"from\", \"\(from)\"", "", "correct one of the two months")
    }
  }

  private static func loop(_ subject: String, _ steps: [Placed<String>], fix: String) -> Fault.Sentence {
    let names = steps.map { "\"\($0.value)\" (line \($0.place.line))" }
    return ("\(subject) lead back to it: \(names.joined(separator: ", "))", "", fix)
  }
}
