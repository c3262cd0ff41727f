/// The metrics of returns that hospitals and ambulance services make today: discharge, beds, handovers, cancelled
/// operations, virtual wards.
extension MetricID {
  /// Patients who no longer meet the criteria to reside, on a day.
  public static let noCriteria: MetricID = "discharge.nctr"
  /// Those of them still in hospital at the end of the day ÷ those who no longer meet the criteria.
  public static let noCriteriaRemaining: MetricID = "discharge.nctr-remaining"
  /// Patients discharged on a day.
  public static let discharged: MetricID = "discharge.discharged"
  /// Bed-days since patients who stayed 7, 14 or 21 days and over were ready, in a week.
  public static let additionalBedDays: MetricID = "discharge.additional-bed-days"
  /// Patients delayed, the month's mean of weekly counts.
  public static let delayReason: MetricID = "discharge.delay-reason"
  /// Discharged on the discharge ready date ÷ discharged.
  public static let readyDateSameDay: MetricID = "discharge.ready-date-same-day"
  /// Bed-days after the discharge ready date ÷ discharged, those discharged on the date among them.
  public static let readyDateMeanDays: MetricID = "discharge.ready-date-mean-days"
  /// General and acute beds open, the month's mean of days.
  public static let bedsOpen: MetricID = "beds.ga-open"
  /// General and acute beds occupied, the month's mean of days.
  public static let bedsOccupied: MetricID = "beds.ga-occupied"
  /// General and acute beds occupied ÷ open.
  public static let bedOccupancy: MetricID = "beds.ga-occupancy"
  /// Beds of patients who have stayed 7 days or more ÷ beds occupied.
  public static let longStay7: MetricID = "beds.long-stay-7"
  /// Beds of patients who have stayed 14 days or more ÷ beds occupied.
  public static let longStay14: MetricID = "beds.long-stay-14"
  /// Beds of patients who have stayed 21 days or more ÷ beds occupied.
  public static let longStay21: MetricID = "beds.long-stay-21"
  /// Adult critical care beds open.
  public static let criticalCareOpen: MetricID = "beds.cc-open"
  /// Adult critical care beds occupied.
  public static let criticalCareOccupied: MetricID = "beds.cc-occupied"
  /// Overnight general and acute beds available, the quarter's mean. Source: KH03.
  public static let overnightAvailable: MetricID = "kh03.ga-available"
  /// Overnight general and acute beds occupied, the quarter's mean. Source: KH03.
  public static let overnightOccupied: MetricID = "kh03.ga-occupied"
  /// Overnight general and acute beds occupied ÷ available. Source: KH03.
  public static let overnightOccupancy: MetricID = "kh03.ga-occupancy"
  /// Ambulance handovers whose time is known.
  public static let handovers: MetricID = "ambulance.handovers"
  /// Handovers that took over 15 minutes ÷ handovers whose time is known.
  public static let handoverOver15: MetricID = "ambulance.handover-over-15"
  /// Handovers that took over 30 minutes ÷ handovers whose time is known.
  public static let handoverOver30: MetricID = "ambulance.handover-over-30"
  /// Handovers that took over 45 minutes ÷ handovers whose time is known.
  public static let handoverOver45: MetricID = "ambulance.handover-over-45"
  /// Handovers that took over 60 minutes ÷ handovers whose time is known.
  public static let handoverOver60: MetricID = "ambulance.handover-over-60"
  /// Mean time of a handover.
  public static let handoverMean: MetricID = "ambulance.handover-mean"
  /// Time lost to handovers beyond 15 or 30 minutes, in seconds; never the whole time that handovers took.
  public static let handoverTimeLost: MetricID = "ambulance.hours-lost"
  /// Waits over 12 hours from arrival ÷ attendances; not those from the decision to admit.
  public static let twelveHourArrival: MetricID = "ae.twelve-hour-arrival"
  /// Patients waiting up to 18 weeks for a first appointment ÷ patients waiting for one.
  public static let firstAppointment: MetricID = "rtt.first-appointment"
  /// Operations cancelled at the last minute for other than clinical reasons.
  public static let cancelledLastMinute: MetricID = "cancelled.last-minute"
  /// Of those, the patients not treated within 28 days.
  public static let cancelledNotWithin28Days: MetricID = "cancelled.not-within-28-days"
  /// Patients that virtual wards have room for.
  public static let virtualWardCapacity: MetricID = "virtual-ward.capacity"
  /// Patients on virtual wards.
  public static let virtualWardPatients: MetricID = "virtual-ward.patients"
  /// Patients on virtual wards ÷ their capacity.
  public static let virtualWardOccupancy: MetricID = "virtual-ward.occupancy"
  /// Days that patients spent in hospital beds; the day of discharge is not counted.
  public static let hospitalBedDays: MetricID = "activity.bed-days"
  /// Hospital bed-days per 1,000 population.
  public static let bedDaysPer1000: MetricID = "activity.bed-days-per-1000"
  /// Emergency admissions per 1,000 population.
  public static let emergencyAdmissionsPer1000: MetricID = "activity.emergency-admissions-per-1000"
}

extension Metric {
  /// Their declarations, in the order a board shows them.
  static let returnedToday: [Metric] =
    discharges + beds + overnightBeds + handovers + [arrivals, firstAppointments] + cancelled + virtualWards
    + perPopulation

  private static let age = Breakdown(
    "age", title: "By age", itemNames: ["adult": "adult", "paediatric": "paediatric"])
  private static let trustType = Breakdown(
    "acute", title: "By kind of trust", isPartition: false, itemNames: ["type-1": "with type 1", "all": "all acute"])
  private static let stay = Breakdown(
    "length-of-stay", title: "By length of stay", isPartition: false,
    itemNames: ["7": "7 days and over", "14": "14 days and over", "21": "21 days and over"])
  private static let destination = Breakdown(
    "destination", title: "By destination",
    itemNames: ["0": "pathway 0", "1": "pathway 1", "2": "pathway 2", "3": "pathway 3"])
  private static let readyDateDelay = Breakdown(
    "delay", title: "By days after the ready date",
    itemNames: [
      "0": "none", "1": "1 day", "2-3": "2 to 3 days", "4-6": "4 to 6 days", "7-13": "7 to 13 days",
      "14-20": "14 to 20 days", "21+": "21 days and over",
    ])

  /// The measures that followed delayed transfers of care count other patients, on other days.
  private static func isNoDelayedTransfer(_ traits: inout Traits) {
    traits.anotherMeasureThan = "delayed transfers of care"
  }

  private static let discharges = [
    Metric(
      .noCriteria, title: "No criteria to reside", short: "NCTR", unit: .patients, direction: .lower,
      rollUp: .snapshot, calendar: .secondThursday, traits: isNoDelayedTransfer),
    Metric(
      .noCriteriaRemaining, title: "NCTR not discharged", short: "NCTR left", unit: .percent,
      direction: .lower, rollUp: .snapshot, calendar: .secondThursday, traits: isNoDelayedTransfer),
    Metric(
      .discharged, title: "Patients discharged", short: "Discharged", unit: .patients, direction: .neither,
      rollUp: .flow, calendar: .secondThursday, breakdowns: [destination]),
    Metric(
      .additionalBedDays, title: "Bed-days since ready", short: "Extra days", unit: .days, direction: .lower,
      rollUp: .snapshot, cadence: .weekly, calendar: .secondThursday, countedThings: "days", breakdowns: [stay],
      traits: isNoDelayedTransfer),
    Metric(
      .delayReason, title: "Patients delayed", short: "Delayed", unit: .patients, direction: .lower,
      rollUp: .snapshot, calendar: .secondThursday, breakdowns: [Breakdown("reason", title: "By reason"), stay]
    ) {
      isNoDelayedTransfer(&$0)
      $0.halves = .means
    },
    Metric(
      .readyDateSameDay, title: "Out on the ready date", short: "Ready date", unit: .percent, direction: .higher,
      rollUp: .flow, calendar: .secondThursday, breakdowns: [readyDateDelay], traits: isNoDelayedTransfer),
    Metric(
      .readyDateMeanDays, title: "Days after ready date", short: "Days after", unit: .days, direction: .lower,
      rollUp: .flow, calendar: .secondThursday,
      breakdowns: [
        Breakdown("discharged", title: "By discharge", isPartition: false, itemNames: ["delayed": "delayed only"])
      ], traits: isNoDelayedTransfer),
  ]

  private static let beds = [
    bed(.bedsOpen, "G&A beds open", "G&A open"), bed(.bedsOccupied, "G&A beds occupied", "G&A occupied"),
    occupancy(.bedOccupancy, "G&A occupancy", "G&A occ", breakdowns: [age, trustType], calendar: .secondThursday),
    occupancy(.longStay7, "Stays of 7 days or more", "Stay 7+", breakdowns: [trustType]),
    occupancy(.longStay14, "Stays of 14 days or more", "Stay 14+", breakdowns: [trustType]),
    occupancy(.longStay21, "Stays of 21 days or more", "Stay 21+", breakdowns: [trustType]),
    bed(.criticalCareOpen, "Critical care beds open", "CC open", breakdowns: []),
    bed(.criticalCareOccupied, "Critical care occupied", "CC occupied", breakdowns: []),
  ]

  /// Numbers of beds: whole on a day, and means over a month or a quarter, published with decimals and never summed
  /// over time.
  private static func bed(
    _ id: MetricID, _ title: String, _ short: String, cadence: Cadence = .monthly,
    calendar: PublicationCalendar = .secondThursday, breakdowns: [Breakdown] = [age, trustType]
  ) -> Metric {
    Metric(
      id, title: title, short: short, unit: .beds, direction: .neither, rollUp: .snapshot, cadence: cadence,
      calendar: calendar, countedThings: "beds", breakdowns: breakdowns
    ) { $0.halves = .means }
  }

  private static func occupancy(
    _ id: MetricID, _ title: String, _ short: String, breakdowns: [Breakdown] = [], cadence: Cadence = .monthly,
    calendar: PublicationCalendar = .secondThursday
  ) -> Metric {
    Metric(
      id, title: title, short: short, unit: .percent, direction: .lower, rollUp: .snapshot, cadence: cadence,
      calendar: calendar, countedThings: "beds", breakdowns: breakdowns
    ) { $0.halves = .means }
  }

  private static let sector = Breakdown("sector", title: "By sector")

  /// KH03 is published about eight weeks after the quarter.
  private static let overnightBeds = [
    bed(
      .overnightAvailable, "Overnight beds available", "KH03 beds", cadence: .quarterly, calendar: .after(days: 56),
      breakdowns: [sector]),
    bed(
      .overnightOccupied, "Overnight beds occupied", "KH03 occupied", cadence: .quarterly, calendar: .after(days: 56),
      breakdowns: [sector]),
    occupancy(
      .overnightOccupancy, "Overnight occupancy", "KH03 occ", breakdowns: [sector], cadence: .quarterly,
      calendar: .after(days: 56)),
  ]

  private static let handovers =
    [
      Metric(
        .handovers, title: "Ambulance handovers", short: "Handovers", unit: .patients, direction: .neither,
        rollUp: .flow, calendar: .after(days: 14), countedThings: "handovers")
    ]
    + [
      (MetricID.handoverOver15, 15), (.handoverOver30, 30), (.handoverOver45, 45), (.handoverOver60, 60),
    ].map { id, minutes in
      Metric(
        id, title: "Handovers over \(minutes) min", short: "Hand >\(minutes)", unit: .percent, direction: .lower,
        rollUp: .flow, calendar: .after(days: 14), countedThings: "handovers")
    }
    + [
      Metric(
        .handoverMean, title: "Mean handover", unit: .seconds, direction: .lower, rollUp: .flow,
        calendar: .after(days: 14), countedThings: "handovers"),
      Metric(
        .handoverTimeLost, title: "Handover time lost", short: "Time lost", unit: .seconds, direction: .lower,
        rollUp: .flow, calendar: .after(days: 14), countedThings: "handovers",
        breakdowns: [
          Breakdown(
            "beyond", title: "Beyond", isPartition: false, itemNames: ["15": "15 minutes", "30": "30 minutes"])
        ]),
    ]

  private static let arrivals = Metric(
    .twelveHourArrival, title: "12 hours from arrival", short: "12h arrival", unit: .percent, direction: .lower,
    rollUp: .flow, calendar: .secondThursday, countedThings: "attendances",
    breakdowns: [department])

  /// A patient on this list is one on that of all pathways too: the two are never added up.
  private static let firstAppointments = Metric(
    .firstAppointment, title: "RTT first appointment", short: "RTT first", unit: .percent, direction: .higher,
    rollUp: .snapshot,
    breakdowns: [
      Breakdown("treatment-function", title: "By treatment function", itemNames: treatmentFunctions)
    ]
  ) { $0.halves = .never }

  private static let cancelled = [
    Metric(
      .cancelledLastMinute, title: "Cancelled operations", short: "Cancelled", unit: .patients, direction: .lower,
      rollUp: .flow, cadence: .quarterly, countedThings: "operations"),
    Metric(
      .cancelledNotWithin28Days, title: "Not treated in 28 days", short: "Not in 28d", unit: .patients,
      direction: .lower, rollUp: .flow, cadence: .quarterly),
  ]

  private static let virtualWards = [
    Metric(
      .virtualWardCapacity, title: "Virtual ward capacity", short: "VW capacity", unit: .patients,
      direction: .neither, rollUp: .snapshot),
    Metric(
      .virtualWardPatients, title: "Virtual ward patients", short: "VW patients", unit: .patients,
      direction: .neither, rollUp: .snapshot),
    Metric(
      .virtualWardOccupancy, title: "Virtual ward occupancy", short: "VW occ", unit: .percent, direction: .neither,
      rollUp: .snapshot),
  ]

  /// Derived from counts and the population of a system, place or commissioner; never summed.
  private static let perPopulation = [
    Metric(
      .hospitalBedDays, title: "Hospital bed-days", short: "Bed-days", unit: .days, direction: .neither,
      rollUp: .flow, countedThings: "days"),
    Metric(
      .bedDaysPer1000, title: "Bed-days per 1,000", short: "Days/1,000", unit: .days, direction: .lower,
      rollUp: .none, countedThings: "days"
    ) { $0.perThousandOf = .hospitalBedDays },
    Metric(
      .emergencyAdmissionsPer1000, title: "Emergency adm per 1,000", short: "Adm/1,000", unit: .patients,
      direction: .lower, rollUp: .none, countedThings: "admissions"
    ) { $0.perThousandOf = .emergencyAdmissions },
  ]
}
