import Statistics

/// A series as a control chart uses it: one slot a period, gaps kept, in the unit of the chart.
public struct ChartedSeries: Hashable, Sendable {
  /// One slot of the chart.
  public struct Slot: Hashable, Sendable {
    /// The period of the slot.
    public let period: Period
    /// The charted value; `nil` where there was no return.
    public let value: Double?
    /// The target in force, in the charted unit; `nil` where there is none.
    public let target: Double?
    /// The standard in force, where the target is of another kind; `nil` where the target is the standard itself, or
    /// there is no standard.
    public let standard: Double?
    /// Whether there is only a total that lacks some of its organisations, which is not charted.
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

  /// The unit of the chart: `%`, `beds`, `£m in the month`.
  public let unit: String
  /// The slots in order of time, one for every period.
  public let slots: [Slot]
  /// The chart of the slots; `nil` when there are none.
  public let chart: ControlChart?
  /// Why the chart begins where it does, or is rebased; empty where there is nothing to say.
  public let remark: String
  /// Where something new begins, as positions among the slots: a rebase, or a takeover of other organisations.
  public let marks: [Int]
  /// The slot at which the organisation as it is now begins, after its last merger; 0 where there was none.
  public let start: Int

  /// A series with its chart.
  public init(unit: String, slots: [Slot], chart: ControlChart?, remark: String = "", marks: [Int] = [], start: Int = 0)
  {
    self.start = start
    self.unit = unit
    self.slots = slots
    valueCount = slots.count { $0.value != nil }
    self.chart = chart
    self.remark = remark
    self.marks = marks
  }

  /// The fewest values with which anything is said about a series: fewer do not make a pattern.
  public static let fewestForWords = 6

  /// How many of its slots have a value.
  public let valueCount: Int

  /// Whether the latest period is a total that lacks some of its organisations, so that nothing is said about it.
  public var isPartial: Bool { slots.last?.isPartial ?? false }

  /// Whether there are enough values to speak of variation and assurance, and the latest period is complete.
  public var isSettled: Bool { chart != nil && !isPartial && valueCount >= ChartedSeries.fewestForWords }

  /// The value that every point has since the last merger or rebase, where the figure has not varied; `nil` where it
  /// has, and where there are too few values.
  public var constant: Double? {
    let first = marks.max() ?? 0
    let values = slots[min(first, slots.count)...].compactMap(\.value)
    guard values.count >= ChartedSeries.fewestForWords, let value = values.first else { return nil }
    return values.allSatisfy { $0 == value } ? value : nil
  }

  /// The side of the target on which a figure lies that has not varied: 1 above, -1 below, 0 on it; `nil` where it has
  /// varied, and without a target.
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

  /// Whether both are drawn alike.
  public static func == (left: ChartedSeries, right: ChartedSeries) -> Bool {
    left.slots == right.slots && left.unit == right.unit && left.remark == right.remark
  }
  /// Hashes what is drawn.
  public func hash(into hasher: inout Hasher) { hasher.combine(slots) }
}
