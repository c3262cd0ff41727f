import Metrics
import Settings
import Testing

@Suite struct `What is wrong among metrics, targets and charts` {
  static let cases: [(toml: String, problem: String)] = [
    (
      "[[target]]\nmetric = \"ae.fourhour\"\nvalue = 95",
      """
      system.toml:2:1: error: there is no metric "ae.fourhour"; expected "ae.four-hour"
        fix: write metric = "ae.four-hour"
      """
    ),
    (
      "[[chart]]\nmetric = \"handovers\"",
      """
      system.toml:2:1: error: there is no metric "handovers"
        fix: define it with [[metric]] and id = "handovers"
      """
    ),
    (
      "[[metric]]\nid = \"ae.handover\"\nunit = \"patients\"\n[[chart]]\nmetric = \"ae.handovers\"",
      """
      system.toml:5:1: error: there is no metric "ae.handovers"; expected "ae.handover"
        fix: write metric = "ae.handover"
      """
    ),
    (
      "[[target]]\nmetric = \"ae.four-hour\"\nvalue = 120",
      """
      system.toml:3:1: error: "value" is 120; expected a percentage from 0 to 100
        fix: correct the value, or remove the line
      """
    ),
    (
      "[[metric]]\nid = \"ae.handovers\"\nunit = \"patients\"\ntarget = -3",
      """
      system.toml:4:1: error: "target" is -3; expected 0 or more
        fix: correct the value, or remove the line
      """
    ),
    (
      "[[target]]\nvalue = 95",
      """
      system.toml:1:1: error: [[target]] has no "metric"
        fix: add a line such as metric = "ae.four-hour"
      """
    ),
    (
      "[[target]]\nmetric = \"ae.four-hour\"",
      """
      system.toml:1:1: error: [[target]] has no "value"
        fix: add a line such as value = 95
      """
    ),
    (
      "[[target]]\nmetric = \"dtoc.bed-days\"\nvalue = 9\nitem = \"acute\"",
      """
      system.toml:4:1: error: "item" is given without "breakdown"
        fix: add breakdown, or remove the line
      """
    ),
    (
      "[[target]]\nmetric = \"dtoc.bed-days\"\nvalue = 9\nbreakdown = \"setting\"",
      """
      system.toml:4:1: error: "breakdown" is given without "item"
        fix: add item, or remove the line
      """
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "RD8"
      role = "provider"
      [[target]]
      metric = "ae.four-hour"
      organisation = "RD9"
      value = 95
      """,
      """
      system.toml:7:1: warning: no [[organisation]] has the code "RD9"; expected "RD8"
        fix: write organisation = "RD8"
      """
    ),
    (
      """
      code = "QHG"
      [[organisation]]
      code = "RD8"
      role = "provider"
      [[chart]]
      metric = "ae.four-hour"
      organisation = "everyone"
      """,
      """
      system.toml:7:1: warning: no [[organisation]] has the code "everyone"
        fix: write organisation = "*" for every organisation, or add an [[organisation]] with the code "everyone"
      """
    ),
    (
      "[[metric]]\nid = \"ae.four-hour\"\nunit = \"percent\"",
      """
      system.toml:2:1: error: the metric "ae.four-hour" is built in
        fix: give it another id; a [[target]] can set a target of your own
      """
    ),
    (
      "[[metric]]\nid = \"a\"\nunit = \"days\"\n[[metric]]\nid = \"a\"\nunit = \"days\"",
      """
      system.toml:5:1: error: the metric "a" is defined twice, first on line 2
        fix: remove one of the two, or correct its id
      """
    ),
    (
      "[[metric]]\nid = \"patients in\"\nunit = \"patients\"",
      """
      system.toml:2:1: error: "id" is "patients in"; expected a name without spaces
        fix: write id = "patients-in"
      """
    ),
    (
      "[[metric]]\nunit = \"patients\"",
      """
      system.toml:1:1: error: [[metric]] has no "id"
        fix: add a line such as id = "ae.handovers"
      """
    ),
    (
      "[[metric]]\nid = \"a\"",
      """
      system.toml:1:1: error: [[metric]] has no "unit"
        fix: add a line such as unit = "patients"
      """
    ),
    (
      "[[metric]]\nid = \"a\"\nunit = \"count\"",
      """
      system.toml:3:1: error: "unit" is "count"; expected percent, days, beds, patients, seconds or pounds
        fix: write one of these words
      """
    ),
    (
      "[[metric]]\nid = \"a\"\nunit = \"days\"\ndirection = \"highest\"",
      """
      system.toml:4:1: error: "direction" is "highest"; expected higher, lower or none
        fix: write direction = "higher"
      """
    ),
    (
      "[[metric]]\nid = \"a\"\nunit = \"days\"\nrolls-up = \"sum\"",
      """
      system.toml:4:1: error: "rolls-up" is "sum"; expected flow, snapshot or none
        fix: write one of these words
      """
    ),
    (
      "[[metric]]\nid = \"a\"\nunit = \"days\"\ncadence = \"month\"",
      """
      system.toml:4:1: error: "cadence" is "month"; expected daily, weekly, monthly, quarterly or yearly
        fix: write cadence = "monthly"
      """
    ),
  ]

  @Test(arguments: cases) func `each fault has its place, the nearest name and a way to mend it`(
    _ one: (toml: String, problem: String)
  ) {
    #expect(problems(one.toml) == [one.problem])
  }

  @Test func `a metric that was itself left out is one problem, not two`() {
    #expect(
      problems("[[metric]]\nid = \"a.b\"\nunit = \"x\"\n[[target]]\nmetric = \"a.b\"\nvalue = 1").count == 1)
  }

  @Test func `a file without organisations may set targets for any of them`() {
    #expect(problems("[[target]]\nmetric = \"ae.four-hour\"\norganisation = \"RD8\"\nvalue = 95").isEmpty)
  }
}
