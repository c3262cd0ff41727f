/// The metrics that NHS England publishes and that a system plans by; docs/metrics.md defines each of them.
extension MetricID {
  /// Attendances admitted, transferred or discharged within four hours of arrival.
  public static let fourHour: MetricID = "ae.four-hour"
  /// Attendances at A&E departments, booked ones included.
  public static let attendances: MetricID = "ae.attendances"
  /// Emergency admissions through A&E and otherwise.
  public static let emergencyAdmissions: MetricID = "ae.emergency-admissions"
  /// Waits of 12 hours and more from the decision to admit to admission.
  public static let twelveHour: MetricID = "ae.twelve-hour"
  /// Incomplete pathways waiting up to 18 weeks.
  public static let incomplete: MetricID = "rtt.incomplete"
  /// Incomplete pathways waiting more than 52 weeks.
  public static let over52Weeks: MetricID = "rtt.over-52-weeks"
  /// Treated within 62 days of referral.
  public static let cancer62Day: MetricID = "cancer.62-day"
  /// Seen within two weeks of an urgent referral, to September 2023.
  public static let cancerTwoWeekWait: MetricID = "cancer.two-week-wait"
  /// Treated within 31 days of the decision to treat.
  public static let cancer31Day: MetricID = "cancer.31-day"
  /// Told whether it is cancer within 28 days.
  public static let cancer28Day: MetricID = "cancer.28-day-fds"
  /// Days that patients fit to leave spent waiting in hospital.
  public static let delayedDays: MetricID = "dtoc.bed-days"
  /// Beds occupied by patients fit to leave, on a day.
  public static let delayedBeds: MetricID = "dtoc.beds"
  /// Forecast outturn against the control total.
  public static let controlTotal: MetricID = "finance.control-total"
  /// Actual to date against plan to date.
  public static let yearToDate: MetricID = "finance.year-to-date"
  /// The steps from one amount to another.
  public static let bridge: MetricID = "finance.bridge"
  /// Savings schemes, delivered against plan.
  public static let savings: MetricID = "finance.savings"
  /// Figures of a plan, by year, scenario and line.
  public static let plan: MetricID = "finance.plan"
  /// Waiting less than six weeks for a diagnostic test.
  public static let diagnostics: MetricID = "diagnostics.six-week"
  /// Category A calls answered within eight minutes, to 2017.
  public static let categoryA: MetricID = "ambulance.cat-a-8"
  /// Mean response to category 1 incidents.
  public static let category1: MetricID = "ambulance.c1-mean"
  /// Mean response to category 2 incidents.
  public static let category2: MetricID = "ambulance.c2-mean"
  /// Change of activity on the year before.
  public static let activityChange: MetricID = "activity.change"
}

extension Metric {
  /// The reasons for a delayed transfer, as DTOC files code them.
  static let delayReasons = [
    "A_COMPLETION_ASSESSMENT": "completion of assessment", "B_PUBLIC_FUNDING": "public funding",
    "C_FURTHER_NON_ACUTE_NHS": "further non-acute NHS care", "DI_RESIDENTIAL_HOME": "residential home",
    "DII_NURSING_HOME": "nursing home", "E_CARE_PACKAGE_IN_HOME": "care package at home",
    "F_COMMUNITY_EQUIP_ADAPT": "equipment and adaptations", "G_PATIENT_FAMILY_CHOICE": "patient or family choice",
    "H_DISPUTES": "disputes", "I_HOUSING": "housing", "O_OTHER": "other",
  ]

  /// Department types of A&E.
  static let department = Breakdown(
    "department", title: "By department",
    itemNames: ["1": "type 1, major", "2": "type 2, single", "other": "other, minor"])

  /// Cancer types, named in the files themselves.
  static let cancerBreakdowns = [
    Breakdown("cancer-type", title: "By cancer type"), Breakdown("referral-route", title: "By referral route"),
  ]

  /// Who is responsible for a delay.
  static let responsible = Breakdown(
    "responsible", title: "By responsible organisation",
    itemNames: ["nhs": "NHS", "social-care": "social care", "both": "both"])

  /// Every built-in metric, in the order a board shows them.
  public static let builtIn: [Metric] = planned + returnedToday

  /// The metrics that a system plans by: the five topics of the overview, then the others that NHS England publishes.
  private static let planned: [Metric] = [
    Metric(
      .fourHour, title: "A&E four-hour", short: "A&E 4h", unit: .percent, direction: .higher, rollUp: .flow,
      calendar: .secondThursday, countedThings: "attendances", breakdowns: [department]
    ) {
      $0.halves = .never
      // An urgent treatment centre is not compared with a major department.
      $0.likeness = .having(BreakdownItem("department", "1"), with: "with type 1", without: "without type 1")
    },
    Metric(
      .incomplete, title: "RTT 18 weeks", short: "RTT", unit: .percent, direction: .higher, rollUp: .snapshot,
      countedThings: "pathways",
      breakdowns: [
        Breakdown("treatment-function", title: "By treatment function", itemNames: treatmentFunctions),
        Breakdown(
          "commissioner", title: "Outside the standard", isPartition: false, itemNames: ["NONC": "non-English"]),
      ]
    ) {
      $0.halves = .never
      $0.gap = .pathways
    },
    Metric(
      .cancer62Day, title: "Cancer 62-day", short: "Cancer 62d", unit: .percent, direction: .higher, rollUp: .flow,
      breakdowns: cancerBreakdowns
    ) {
      $0.halves = .shared
      $0.changes = combinedCancerStandards
    },
    Metric(
      .delayedDays, title: "DTOC bed-days", short: "DTOC", unit: .days, direction: .lower, rollUp: .flow,
      countedThings: "days",
      breakdowns: [
        Breakdown("reason", title: "By reason", itemNames: delayReasons), responsible,
        Breakdown("setting", title: "By setting", itemNames: ["acute": "acute", "non-acute": "non-acute"]),
        Breakdown("local-authority", title: "By local authority"),
      ], ended: Month(year: 2020, month: 2)
    ) {
      $0.halves = .never
      $0.gap = .bedDays
      $0.charting = .perDay
      $0.changes = changes(2017, 4, "begins with the counting of beds in April 2017")
      $0.otherPerspective = .localAuthorities
    },
    Metric(
      .controlTotal, title: "Control total", unit: .pounds, direction: .higher, rollUp: .none,
      calendar: .after(days: 30)
    ) {
      $0.gap = .position
      $0.position = .outturn
      $0.charting = .inMonth
    },
    Metric(
      .yearToDate, title: "Year to date", unit: .pounds, direction: .higher, rollUp: .none, calendar: .after(days: 30)
    ) {
      $0.gap = .position
      $0.position = .toDate
      $0.charting = .inMonth
    },
    Metric(
      .cancerTwoWeekWait, title: "Cancer two-week wait", short: "Cancer 2ww", unit: .percent, direction: .higher,
      rollUp: .flow, breakdowns: cancerBreakdowns, ended: Month(year: 2023, month: 9)
    ) { $0.halves = .unexpected },
    Metric(
      .cancer31Day, title: "Cancer 31-day", short: "Cancer 31d", unit: .percent, direction: .higher, rollUp: .flow,
      breakdowns: cancerBreakdowns
    ) {
      $0.halves = .unexpected
      $0.changes = combinedCancerStandards
    },
    Metric(
      .cancer28Day, title: "Cancer 28-day", short: "Cancer 28d", unit: .percent, direction: .higher, rollUp: .flow,
      breakdowns: cancerBreakdowns
    ) { $0.halves = .unexpected },
    Metric(
      .diagnostics, title: "Diagnostics six-week", short: "Diagnostics", unit: .percent, direction: .higher,
      rollUp: .snapshot, breakdowns: [Breakdown("test", title: "By test")]
    ) { $0.halves = .never },
    Metric(
      .categoryA, title: "Category A 8 min", short: "Cat A 8 min", unit: .percent, direction: .higher, rollUp: .flow,
      countedThings: "calls", ended: Month(year: 2017, month: 11)
    ) { $0.halves = .never },
    Metric(
      .category1, title: "Category 1 mean", short: "Cat 1 mean", unit: .seconds, direction: .lower, rollUp: .flow,
      calendar: .after(days: 14), countedThings: "incidents"),
    Metric(
      .category2, title: "Category 2 mean", short: "Cat 2 mean", unit: .seconds, direction: .lower, rollUp: .flow,
      calendar: .after(days: 14), countedThings: "incidents"),
    Metric(
      .twelveHour, title: "A&E 12-hour waits", short: "A&E 12h", unit: .patients, direction: .lower, rollUp: .flow,
      calendar: .secondThursday, breakdowns: [department]
    ) { $0.halves = .never },
    Metric(
      .attendances, title: "A&E attendances", short: "A&E attends", unit: .patients, direction: .neither,
      rollUp: .flow, calendar: .secondThursday, countedThings: "attendances", breakdowns: [department]
    ) { $0.halves = .never },
    Metric(
      .emergencyAdmissions, title: "Emergency admissions", short: "Emergency adm", unit: .patients,
      direction: .neither, rollUp: .flow, calendar: .secondThursday, countedThings: "admissions",
      breakdowns: [department]
    ) { $0.halves = .never },
    Metric(
      .over52Weeks, title: "RTT over 52 weeks", short: "RTT 52+ wk", unit: .patients, direction: .lower,
      rollUp: .snapshot, countedThings: "pathways",
      breakdowns: [Breakdown("treatment-function", title: "By treatment function", itemNames: treatmentFunctions)]
    ) {
      $0.halves = .never
      $0.likeness = .shareOf(.incomplete)
    },
    Metric(
      .delayedBeds, title: "DTOC beds", unit: .beds, direction: .lower, rollUp: .snapshot, countedThings: "beds"
    ) { $0.halves = .never },
    Metric(
      .activityChange, title: "Activity change", short: "Activity", unit: .percent, direction: .neither, rollUp: .none,
      breakdowns: [Breakdown("activity", title: "By activity", isPartition: false)]
    ) { $0.halves = .never },
  ]

  private static let combinedCancerStandards = changes(2023, 10, "begins with the combined standard of October 2023")

  private static func changes(_ year: Int, _ month: Int, _ remark: String) -> [DefinitionChange] {
    Month(year: year, month: month).map { [DefinitionChange(month: $0, remark: remark)] } ?? []
  }

  /// The finance pages that are records rather than series; they have no panel of their own.
  public static let records: [Metric] = [
    Metric(.bridge, title: "Bridge", unit: .pounds, direction: .higher, rollUp: .none) { $0.record = .bridge },
    Metric(.savings, title: "Savings schemes", unit: .pounds, direction: .higher, rollUp: .none) {
      $0.record = .savings
    },
    Metric(.plan, title: "Finance plan", unit: .pounds, direction: .higher, rollUp: .none) { $0.record = .plan },
  ]
}
