import Statistics

/// A series as a control chart sees it: one slot a period, gaps kept, in the unit it is charted in.
public struct ChartedSeries: Hashable, Sendable {
  /// One slot of the chart.
  public struct Slot: Hashable, Sendable {
    /// When.
    public let period: Period
    /// The charted value; `nil` where there was no return.
    public let value: Double?
    /// The target in force, in the charted unit; `nil` where there is none.
    public let target: Double?
    /// The standard in force, where the target is of another kind; `nil` where it is the standard itself, or there is none.
    public let standard: Double?
    /// Whether there is a sum that lacks some of its organisations, which is not charted.
    public let isPartial: Bool

    /// A slot of a chart.
    public init(
      period: Period, value: Double?, target: Double?, standard: Double? = nil, isPartial: Bool = false
    ) {
      self.isPartial = isPartial
      self.standard = standard
      self.period = period
      self.value = value
      self.target = target
    }
  }

  /// What is charted: `%`, `beds`, `£m in the month`.
  public let unit: String
  /// In order of time, without holes.
  public let slots: [Slot]
  /// The chart of the slots; `nil` when there are none.
  public let chart: ControlChart?
  /// Why it begins where it begins, or is rebased; empty when it simply does.
  public let remark: String
  /// Where something new begins, as positions among the slots: a rebase, or an organisation that took over others.
  public let marks: [Int]
  /// Where among the slots the organisation as it is now begins: after its last merger; else 0.
  public let start: Int

  /// A series with its chart.
  public init(unit: String, slots: [Slot], chart: ControlChart?, remark: String = "", marks: [Int] = [], start: Int = 0)
  {
    self.start = start
    self.unit = unit
    self.slots = slots
    self.chart = chart
    self.remark = remark
    self.marks = marks
  }

  /// How many values a series has before a word is said of it: fewer make no pattern.
  public static let fewestForWords = 6

  /// How many of its slots have a value.
  public var valueCount: Int { slots.count { $0.value != nil } }

  /// Whether its latest period is a sum that lacks some of its organisations: nothing is said of it.
  public var isPartial: Bool { slots.last?.isPartial ?? false }

  /// Whether there are values enough for a word about variation and assurance, and the latest is a whole one.
  public var isSettled: Bool { chart != nil && !isPartial && valueCount >= ChartedSeries.fewestForWords }

  /// The value that all of the last stretch have, from the last merger or rebase on: the figure has not varied. `nil` where it
  /// has, and where there are too few.
  public var constant: Double? {
    let first = marks.max() ?? 0
    let values = slots[min(first, slots.count)...].compactMap(\.value)
    guard values.count >= ChartedSeries.fewestForWords, let value = values.first else { return nil }
    return values.allSatisfy { $0 == value } ? value : nil
  }

  /// On which side of its target a figure lies that has not varied: 1 above, -1 below, 0 on it; `nil` without either.
  public var constantSide: Int? {
    guard let constant, let target = slots.last?.target else { return nil }
    return constant > target ? 1 : constant < target ? -1 : 0
  }

  /// Whether its latest point is a special cause of concern.
  public var isConcerning: Bool {
    switch chart?.variation {
    case .concernHigh?, .concernLow?: true
    default: false
    }
  }

  /// Compares what is drawn.
  public static func == (left: ChartedSeries, right: ChartedSeries) -> Bool {
    left.slots == right.slots && left.unit == right.unit && left.remark == right.remark
  }
  /// Hashes what is drawn.
  public func hash(into hasher: inout Hasher) { hasher.combine(slots) }
}
