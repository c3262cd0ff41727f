/// A series over time in braille dots, with a target, limits and a mean behind it.
public struct LineChart: Sendable, Equatable {
  /// One period of the series.
  public struct Point: Sendable, Equatable {
    /// The figure; `nil` where none was returned, which breaks the line.
    public var value: Double?
    /// The role of the point: `.chartLine`, or a special cause.
    public var role: Role
    /// The mark on the line: `•`, or `●` for a special cause; `nil` for the bare line.
    public var mark: Character?

    /// A period's figure.
    public init(_ value: Double?, role: Role = .chartLine, mark: Character? = nil) {
      self.value = value
      self.role = role
      self.mark = mark
    }
  }

  /// A level behind the series, with one value for each point, so that it can change in steps.
  public struct Line: Sendable, Equatable {
    /// The level at each point; `nil` where it does not apply.
    public var values: [Double?]
    /// Its name, at its right end.
    public var name: String
    /// Its role.
    public var role: Role
    /// The character with which it is drawn.
    public var stroke: Character

    /// A level with a stroke of its own.
    public init(_ values: [Double?], name: String, role: Role, stroke: Character) {
      self.values = values
      self.name = name
      self.role = role
      self.stroke = stroke
    }

    /// The target in force at each point.
    public static func target(_ values: [Double?], name: String = "target") -> Line {
      Line(values, name: name, role: .targetLine, stroke: "┄")
    }
    /// A process limit at each point.
    public static func limit(_ values: [Double?], name: String) -> Line {
      Line(values, name: name, role: .chartLimit, stroke: "╌")
    }
    /// The mean at each point.
    public static func mean(_ values: [Double?], name: String = "mean") -> Line {
      Line(values, name: name, role: .chartMean, stroke: "─")
    }
  }

  /// The series, oldest first.
  public var points: [Point]
  /// The levels behind it; the earlier one is visible where two share a row.
  public var lines: [Line]
  /// The word below a point, where there is one; words that would overlap are left out.
  public var periodLabels: [String?]
  /// The values at the bottom and the top; `nil` to fit the data.
  public var range: ClosedRange<Double>?
  /// Whether levels are named at the right, and points without a figure marked at the bottom.
  public var isDetailed: Bool
  /// The point that is selected.
  public var selection: Int?

  /// A chart of these points.
  public init(
    points: [Point], lines: [Line] = [], periodLabels: [String?] = [], range: ClosedRange<Double>? = nil,
    isDetailed: Bool = false, selection: Int? = nil
  ) {
    self.points = points
    self.lines = lines
    self.periodLabels = periodLabels
    self.range = range
    self.isDetailed = isDetailed
    self.selection = selection
  }

  /// A bare chart of values.
  public init(_ values: [Double?], lines: [Line] = []) {
    self.init(points: values.map { Point($0) }, lines: lines)
  }
}
