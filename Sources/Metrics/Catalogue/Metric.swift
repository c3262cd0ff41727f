/// The name of a metric as files, views and JSON write it: `ae.four-hour`.
public struct MetricID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// `ae.four-hour`
  public let text: String
  /// A metric named by a file.
  public init(_ text: some StringProtocol) { self.text = String(text) }
  /// A metric named in the source.
  public init(stringLiteral text: String) { self.text = text }
  /// The name itself.
  public var description: String { text }
  /// By name.
  public static func < (left: MetricID, right: MetricID) -> Bool { left.text < right.text }
}

/// What is measured: its unit, which way is better, how it rolls up, and how it is broken down.
public struct Metric: Hashable, Sendable {
  /// The unit of its values, as the JSON names it.
  public enum Unit: String, Sendable, CaseIterable {
    case percent, days, beds, patients, seconds, pounds
  }

  /// Which direction is better.
  public enum Direction: String, Sendable, CaseIterable {
    /// Higher is better.
    case higher
    /// Lower is better.
    case lower
    /// Neither: it is context.
    case neither = "none"
  }

  /// How it is combined over time.
  public enum RollUp: String, Sendable, CaseIterable {
    /// Months are summed into quarters and years.
    case flow
    /// A longer period has the latest figure.
    case snapshot
    /// It is not combined.
    case none
  }

  /// How often it is published.
  public enum Cadence: String, Sendable, CaseIterable {
    case daily, weekly, monthly, quarterly, yearly

    /// The length of the periods for which it is published.
    public var grain: Period.Grain {
      switch self {
      case .daily: .day
      case .weekly: .week
      case .monthly: .month
      case .quarterly: .quarter
      case .yearly: .year
      }
    }
  }

  /// `ae.four-hour`
  public let id: MetricID
  /// The title of its panel: `A&E four-hour`.
  public let title: String
  /// The title where there is little room: the name that a manager uses in a sentence.
  public let shortTitle: String
  /// The unit of its values.
  public let unit: Unit
  /// Which direction is better.
  public let direction: Direction
  /// How it is combined over time.
  public let rollUp: RollUp
  /// How often it is published.
  public let cadence: Cadence
  /// When its figures are published; six weeks after the period by default.
  public let calendar: PublicationCalendar
  /// The name of what is counted: `attendances`, `pathways`, `patients`.
  public let countedThings: String
  /// The breakdowns that it can have, the main one first; the parts of a partition add up to the whole.
  public let breakdowns: [Breakdown]
  /// The last month it was published for; `nil` while it goes on.
  public let ended: Month?
  /// How it differs from other metrics.
  public let traits: Traits

  /// A way of dividing a metric into parts.
  public struct Breakdown: Hashable, Sendable {
    /// `department`, `treatment-function`, `reason`.
    public let name: String
    /// The title of its table: `By department`.
    public let title: String
    /// Whether its parts add up to the whole.
    public let isPartition: Bool
    /// The names of the items by code, where they have names.
    public let itemNames: [String: String]

    /// A breakdown with its known items.
    public init(_ name: String, title: String, isPartition: Bool = true, itemNames: [String: String] = [:]) {
      self.name = name
      self.title = title
      self.isPartition = isPartition
      self.itemNames = itemNames
    }
  }

  /// A metric; local metrics come from `system.toml`.
  public init(
    _ id: MetricID, title: String, short: String? = nil, unit: Unit, direction: Direction, rollUp: RollUp,
    cadence: Cadence = .monthly, calendar: PublicationCalendar = .after(days: 42), countedThings: String = "patients",
    breakdowns: [Breakdown] = [], ended: Month? = nil, traits: (inout Traits) -> Void = { _ in }
  ) {
    var own = Traits()
    traits(&own)
    self.traits = own
    self.id = id
    self.title = title
    shortTitle = short ?? title
    self.unit = unit
    self.direction = direction
    self.rollUp = rollUp
    self.cadence = cadence
    self.calendar = calendar
    self.countedThings = countedThings
    self.breakdowns = breakdowns
    self.ended = ended
  }

  /// The name of an item of one of its breakdowns; the item's code where it has no name.
  public func itemName(_ part: BreakdownItem) -> String {
    breakdowns.first { $0.name == part.breakdown }?.itemNames[part.item] ?? part.item
  }
}
