/// What a history knows of the figures of a board beyond what its files say now.
public struct BoardHistory: Sendable {
  /// What tells one published figure from another.
  public struct FigureKey: Hashable, Sendable {
    /// What is measured.
    public let metric: MetricID
    /// For whom.
    public let organisation: OrganisationCode
    /// Which part; `nil` for the whole.
    public let part: BreakdownItem?
    /// When.
    public let period: Period

    /// A figure of an organisation in a period, whole or a part.
    public init(_ metric: MetricID, _ organisation: OrganisationCode, _ part: BreakdownItem?, _ period: Period) {
      (self.metric, self.organisation, self.part, self.period) = (metric, organisation, part, period)
    }
  }

  /// One value a figure has had, and since when it is known.
  public struct Version: Hashable, Sendable {
    /// What was published.
    public let measurement: Measurement
    /// When it was first seen.
    public let seen: Moment

    /// A value and when it was first seen.
    public init(_ measurement: Measurement, seen: Moment) {
      self.measurement = measurement
      self.seen = seen
    }
  }

  /// The moment that the board is shown as it was known at; `nil` for now.
  public var asOf: Moment?
  /// Every value of those figures that have had several, in the order in which they became known.
  public var versions: [FigureKey: [Version]]

  /// What is known of a board.
  public init(asOf: Moment? = nil, versions: [FigureKey: [Version]] = [:]) {
    self.asOf = asOf
    self.versions = versions
  }
}

/// A figure that is another than it was when it was first published.
public struct Restatement: Hashable, Sendable {
  /// What was published first, and when it was first seen.
  public let first: BoardHistory.Version
  /// What is published now, and when it was first seen.
  public let now: BoardHistory.Version
  /// How often it has changed.
  public let changes: Int

  /// What became of a figure that has these versions and says this now; `nil` where it says what it first said.
  ///
  /// Where it was not known at first, it was not restated but late. A rate agrees with the counts that round to it.
  init?(_ versions: [BoardHistory.Version], now measurement: Measurement) {
    let known = versions.filter(\.measurement.isKnown)
    guard let first = known.first, measurement.difference(first.measurement) != nil else { return nil }
    // Since when it has been what it is: it may have been so before, and something else in between.
    guard let last = known.lastIndex(where: { measurement.difference($0.measurement) != nil }),
      let now = known[(last + 1)...].first
    else { return nil }
    self.first = first
    self.now = BoardHistory.Version(measurement, seen: now.seen)
    changes = zip(known, known.dropFirst()).count { $0.measurement.difference($1.measurement) != nil }
    // Two files that were there from the start differ, and neither restates the other.
    guard first.seen < now.seen else { return nil }
  }
}
