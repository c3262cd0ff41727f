import Metrics
import Warehouse

/// What is kept of one file: the figures of its last good version, and what has happened to it since.
struct HeldFile: Sendable {
  /// What identifies a file: its path, and its name in the zip that it is packed in.
  struct Key: Hashable, Sendable {
    let path: String
    let member: String

    init(_ file: FoundFile) {
      path = file.path
      member = file.memberName
    }
  }

  /// A version of the file, and what it contributed.
  struct Version: Sendable {
    let file: FoundFile
    let contribution: Contribution
    let isComplete: Bool
    /// Whether it ends with a row that has too few fields.
    var endsShort = false
    /// How its reading is stored; `nil` where it is not.
    var name: FeedStore.Name?
  }

  /// The version that was examined last; `nil` where examining it again may give another result.
  private(set) var seen: FoundFile?
  /// The last good version.
  private(set) var good: Version?
  /// The problems of a version that did not replace the good one.
  private(set) var problems: [Problem] = []
  /// Why the good version is not the one that is there now; `nil` where it is.
  private(set) var staleness: Staleness?
  /// Why it cannot be read, in the operating system's words.
  private(set) var refusal = ""
  /// Why its source could not be fetched again.
  private(set) var failure: FetchFailure?
  /// Whether reading was stopped before it.
  private(set) var isLeftOut = false
  /// A doubted version that a user wants to see all the same.
  private var accepted: FileIdentity?

  /// Whether a version that was found has still to be read.
  func isDue(_ file: FoundFile) -> Bool { seen != file && good?.file != file }

  /// The figures, with the staleness of the file that they come from.
  var contribution: Contribution? {
    guard var contribution = good?.contribution else { return nil }
    contribution.staleness = staleness
    return contribution
  }

  /// Takes a version that was read, as far as it goes. A version that is not complete never replaces a complete one,
  /// nor does one without figures replace one that has some; without a good version to show meanwhile, it waits.
  ///
  /// A complete version that has lost something that the good one had does not replace it either, until a user accepts
  /// that.
  ///
  /// - Parameters:
  ///   - isFirst: whether the board is being read for the first time, when what there is is used.
  ///   - isAccepted: whether exactly this version was doubted and accepted before.
  mutating func read(_ version: Version, isFirst: Bool, now: Moment, isAccepted: @autoclosure () -> Bool = false) {
    seen = version.file
    refusal = ""
    isLeftOut = false
    if version.isComplete || good?.isComplete == false, let good, accepted != version.file.identity, !isAccepted(),
      let doubt = VersionDoubt.words(on: version, beside: good)
    {
      refusal = doubt
      becomeStale(.doubted, now, doubt)
      problems = []
      return
    }
    // A sheet that no layout fits was read to its end; it does not replace figures.
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

  /// Takes a version that could not be read.
  mutating func failed(_ fault: FeedFault, of file: FoundFile, now: Moment) {
    refusal = fault.words(of: file.name)
    isLeftOut = fault == .notRead
    switch fault {
    case .notRead:
      seen = file
      becomeStale(.unreadable, now)
    case .vanished, .unreadable:
      // The next attempt may succeed although the file is the same: a change of permissions leaves no trace in it.
      seen = nil
      becomeStale(fault == .vanished ? .missing : .unreadable, now)
    default:
      seen = file
      becomeStale(.incomplete, now)
    }
    problems = good == nil ? [fault.problem(of: file.name, at: file.path)] : []
  }

  /// Lets a file be read before which reading was stopped.
  mutating func takeUpAgain() {
    guard isLeftOut else { return }
    isLeftOut = false
    seen = nil
    problems = []
  }

  /// Lets a doubted version replace the good one at the next check; returns that version, `nil` where there is none.
  mutating func accept() -> FoundFile? {
    guard staleness?.reason == .doubted, let doubted = seen else { return nil }
    accepted = doubted.identity
    seen = nil
    return doubted
  }

  /// Takes a file that was not found.
  mutating func isAbsent(_ absence: Absence, now: Moment) {
    seen = nil
    problems = []
    refusal = absence.words
    if case .unfetched(let failure) = absence { self.failure = failure }
    becomeStale(absence.reason, now)
  }

  /// Takes a file that was found as the good version was.
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
