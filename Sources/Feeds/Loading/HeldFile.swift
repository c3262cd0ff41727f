import Metrics
import Warehouse

/// What is held of one file: the figures of its last good version, and what became of it since.
struct HeldFile: Sendable {
  /// What tells a file from all others: where it is, and its name in the zip it is packed in.
  struct Key: Hashable, Sendable {
    let path: String
    let member: String

    init(_ file: FoundFile) {
      path = file.path
      member = file.memberName
    }
  }

  /// A version of the file, and what it yielded.
  struct Version: Sendable {
    let file: FoundFile
    let contribution: Contribution
    let isComplete: Bool
    /// Whether it ends in a row with too few fields.
    var endsShort = false
  }

  /// The version that was looked at last; `nil` where looking at it again may come to something else.
  private(set) var seen: FoundFile?
  /// The last good version.
  private(set) var good: Version?
  /// What is wrong with the version that took no good one's place.
  private(set) var problems: [Problem] = []
  /// What became of the file, where the good version is not the one there is now.
  private(set) var staleness: Staleness?
  /// Why it cannot be read, in the system's words.
  private(set) var refusal = ""
  /// Why its source could not be fetched again.
  private(set) var failure: FetchFailure?
  /// Whether the reading was stopped before it.
  private(set) var isLeftOut = false
  /// A version that was doubted, and that somebody wants to see all the same.
  private var accepted: FileIdentity?

  /// Whether a version that was found has still to be read.
  func isDue(_ file: FoundFile) -> Bool { seen != file && good?.file != file }

  /// The figures with what became of the file they are from.
  var contribution: Contribution? {
    guard var contribution = good?.contribution else { return nil }
    contribution.staleness = staleness
    return contribution
  }

  /// A version was read, as far as it goes. One that is not whole never takes a whole one's place, nor the place of
  /// figures by having none, and without one to show in the meantime it waits.
  ///
  /// Nor does a whole one take it that has lost what the good one had, until somebody accepts that.
  ///
  /// - Parameters:
  ///   - isFirst: whether the board is read for the first time, when what there is counts.
  ///   - isAccepted: whether just this version was doubted and accepted before.
  mutating func read(_ version: Version, isFirst: Bool, now: Moment, isAccepted: Bool = false) {
    seen = version.file
    refusal = ""
    isLeftOut = false
    let mayBeDoubted = !isAccepted && accepted != version.file.identity
    if version.isComplete || good?.isComplete == false, mayBeDoubted, let good,
      let doubt = VersionDoubt.words(on: version, beside: good)
    {
      refusal = doubt
      becomeStale(.doubted, now, doubt)
      problems = []
      return
    }
    // A sheet that no layout fits was read to its end all the same; it takes no figures' place.
    let isSheetWithoutLayout =
      version.file.sheet != nil && version.contribution.layout.isEmpty
      && good.map { $0.contribution.layout.isEmpty } ?? true
    let isBetter = isSheetWithoutLayout || (good.map { !$0.isComplete && !version.contribution.isEmpty } ?? isFirst)
    if version.isComplete || isBetter {
      good = version
      staleness = nil
      problems = []
    } else {
      becomeStale(.incomplete, now)
      problems = version.contribution.problems
    }
  }

  /// A version could not be read.
  mutating func failed(_ fault: FeedFault, of file: FoundFile, now: Moment) {
    refusal = fault.words(of: file.name)
    isLeftOut = fault == .notRead
    switch fault {
    case .notRead:
      seen = file
      becomeStale(.unreadable, now)
    case .vanished, .unreadable:
      // The next try may succeed although the file is the same: a permission leaves no trace in it.
      seen = nil
      becomeStale(fault == .vanished ? .missing : .unreadable, now)
    default:
      seen = file
      becomeStale(.incomplete, now)
    }
    problems = good == nil ? [fault.problem(of: file.name, at: file.path)] : []
  }

  /// The reading was stopped before it, and goes on now.
  mutating func takeUpAgain() {
    guard isLeftOut else { return }
    isLeftOut = false
    seen = nil
    problems = []
  }

  /// Has a version that is doubted take the place of the good one at the next look; which that is, `nil` where none is.
  mutating func accept() -> FoundFile? {
    guard staleness?.reason == .doubted, let doubted = seen else { return nil }
    accepted = doubted.identity
    seen = nil
    return doubted
  }

  /// It was not found.
  mutating func isAbsent(_ absence: Absence, now: Moment) {
    seen = nil
    problems = []
    refusal = absence.words
    if case .unfetched(let failure) = absence { self.failure = failure }
    becomeStale(absence.reason, now)
  }

  /// It was found as the good version was.
  mutating func isAsRead() {
    seen = good?.file
    staleness = nil
    problems = []
    refusal = ""
  }

  private mutating func becomeStale(_ reason: Staleness.Reason, _ now: Moment, _ doubt: String = "") {
    guard staleness?.reason != reason || staleness?.doubt != doubt else { return }
    staleness = Staleness(reason, since: now, doubt: doubt)
  }
}
