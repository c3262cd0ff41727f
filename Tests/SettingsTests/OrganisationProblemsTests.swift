import Metrics
import Settings
import Testing

@Suite struct `What is wrong among organisations` {
  static let cases: [(toml: String, problems: [String])] = [
    (
      """
      code = "QSL"
      [[organisation]]
      code = "RBA"
      role = "provider"
      [[organisation]]
      code = "RBA"
      role = "provider"
      """,
      [
        """
        system.toml:6:1: error: the code "RBA" is given twice, first on line 3
          fix: remove one of the two, or correct its code
        """
      ]
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "RD8"
      role = "provider"
      parent = "milton-kenyes"
      [[organisation]]
      code = "milton-keynes"
      role = "place"
      """,
      [
        """
        system.toml:5:1: error: the parent "milton-kenyes" of "RD8" does not exist; expected "milton-keynes"
          fix: write parent = "milton-keynes"
        """
      ]
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "RD8"
      role = "provider"
      parent = "wales"
      """,
      [
        """
        system.toml:5:1: error: the parent "wales" of "RD8" does not exist
          fix: add an [[organisation]] with the code "wales", or remove the line
        """
      ]
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "RD8"
      role = "provider"
      parent = "b"
      [[organisation]]
      code = "a"
      role = "place"
      parent = "b"
      [[organisation]]
      code = "b"
      role = "place"
      parent = "a"
      """,
      [
        """
        system.toml:9:1: error: the parents of "a" lead back to it: "b" (line 9), "a" (line 13)
          fix: give one of them another parent
        """
      ]
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "a"
      role = "place"
      parent = "a"
      """,
      [
        """
        system.toml:5:1: error: the parents of "a" lead back to it: "a" (line 5)
          fix: give one of them another parent
        """
      ]
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "RC1"
      role = "provider"
      to = "2020-03"
      successor = "RC9"
      [[organisation]]
      code = "RC9"
      role = "provider"
      to = "2021-03"
      successor = "RC1"
      """,
      [
        """
        system.toml:6:1: error: the successors of "RC1" lead back to it: "RC9" (line 6), "RC1" (line 11)
          fix: remove the successor of one of them
        """
      ]
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "RC1"
      role = "provider"
      successor = "RC9"
      """,
      [
        """
        system.toml:5:1: warning: "RC1" has the successor "RC9" but no last month; expected "to"
          fix: add a line such as to = "2020-03"
        """
      ]
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "RC1"
      role = "provider"
      from = "2020-04"
      to = "2019-03"
      """,
      [
        """
        system.toml:6:1: error: "to" is "2019-03", before "from", "2020-04"
          fix: correct one of the two months
        """
      ]
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "RC1"
      role = "providr"
      [[organisation]]
      code = "RC2"
      role = "hospital"
      """,
      [
        """
        system.toml:4:1: error: "role" is "providr"; expected system, group, place, commissioner, provider, \
        local-authority or locality
          fix: write role = "provider"
        """,
        """
        system.toml:7:1: error: "role" is "hospital"; expected system, group, place, commissioner, provider, \
        local-authority or locality
          fix: write one of these words
        """,
      ]
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "RC1"
      [[organisation]]
      role = "provider"
      """,
      [
        """
        system.toml:2:1: error: [[organisation]] has no "role"
          fix: add a line such as role = "provider"
        """,
        """
        system.toml:4:1: error: [[organisation]] has no "code"
          fix: add a line such as code = "RD8"
        """,
      ]
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "QHG"
      role = "place"
      [[organisation]]
      code = "QSL"
      role = "system"
      """,
      [
        """
        system.toml:4:1: error: "QHG" is the system's own code, but its role is "place"; expected "system"
          fix: write role = "system"
        """,
        """
        system.toml:7:1: error: "QSL" has the role "system", but the system is "QHG"
          fix: write code = "QHG", or give it another role
        """,
      ]
    ),
    (
      """
      name = "Somewhere"
      [[organisation]]
      code = "RC1"
      role = "provider"
      [[organisation]]
      code = "RC2"
      role = "provider"
      """,
      [
        """
        system.toml:1:1: error: the system has no "code"
          fix: add a line such as code = "QHG"
        """
      ]
    ),
  ]

  @Test(arguments: cases) func `each fault has its place, the nearest name and a way to mend it`(
    _ one: (toml: String, problems: [String])
  ) {
    #expect(problems(one.toml) == one.problems)
  }

  @Test func `a parent that was itself left out is one problem, not two`() {
    let text = """
      code = "QHG"
      [[organisation]]
      code = "luton"
      role = "town"
      [[organisation]]
      code = "RC9"
      role = "provider"
      parent = "luton"
      """
    let (system, problems) = SystemSettings.read([UInt8](text.utf8), fileName: "system.toml")
    #expect(problems.map(\.line) == [4])
    #expect(system.organisations.map(\.parent) == ["QHG"])
  }

  @Test func `a loop among many organisations is found once, and its other organisations keep their parents`() {
    let text = """
      code = "QHG"
      [[organisation]]
      code = "x"
      role = "provider"
      parent = "c"
      [[organisation]]
      code = "a"
      role = "place"
      parent = "b"
      [[organisation]]
      code = "b"
      role = "place"
      parent = "c"
      [[organisation]]
      code = "c"
      role = "place"
      parent = "a"
      """
    let (system, problems) = SystemSettings.read([UInt8](text.utf8), fileName: "system.toml")
    #expect(problems.map(\.line) == [9])
    #expect(system.organisations.map(\.parent) == ["c", "QHG", "c", "a"])
  }

  @Test func `four hundred organisations below parents that do not exist are four hundred problems`() {
    let text = (0..<400).map { "[[organisation]]\ncode = \"c\($0)\"\nrole = \"place\"\nparent = \"p\($0)\"\n" }
      .joined()
    #expect(problems("code = \"QHG\"\n" + text).count == 400)
  }
}
