import Extracts
import Metrics

/// Everything that a board is made from: the last good version of each file, and the settings.
struct LoadedFiles: Sendable {
  private(set) var files: [HeldFile.Key: HeldFile] = [:]
  /// The files in their order on the board: as they were found, then those that are gone.
  private var order: [HeldFile.Key] = []
  private(set) var settings = HeldSettings()
  private(set) var contents: FeedContents?
  /// Which pairs of files have the same bytes, so that none is compared twice.
  private var sameFiles = SameFiles.Memory()
  /// The states of the sources when they were last examined.
  private(set) var sources: [SourceDesk.State] = []
  /// What has happened since the previous board, for a log.
  private(set) var events: [FeedEvent] = []

  /// Whether anything has been read.
  var isFirst: Bool { contents == nil }

  /// The changes that a check found.
  func changes(_ look: FolderSnapshot, others: [String: FileIdentity]) -> Set<FeedChange> {
    var changes: Set<FeedChange> = []
    var found: Set<HeldFile.Key> = []
    for file in look.files {
      let key = HeldFile.Key(file)
      found.insert(key)
      guard let held = files[key] else {
        changes.insert(.file(file))
        continue
      }
      let isFetched = look.failure(of: file) == nil
      if held.isDue(file) || held.good?.file == file && held.staleness != nil && isFetched {
        changes.insert(.file(file))
      }
    }
    for state in look.sources where !sources.contains(where: { $0.isShownAs(state) }) { changes.insert(.source(state)) }
    for (key, held) in files where !found.contains(key) {
      let reason = look.absence(of: key.path).reason
      if held.good == nil || held.staleness?.reason != reason { changes.insert(.absent(key, reason)) }
    }
    if settings.isDue(look) { changes.insert(.settings(look.settings)) }
    for path in Set(look.others.keys).union(others.keys) where look.others[path] != others[path] {
      changes.insert(.other(path, look.others[path]))
    }
    return changes
  }

  /// Whether a file that was found must be read, because that version is not kept already.
  func isDue(_ file: FoundFile) -> Bool { files[HeldFile.Key(file)]?.isDue(file) ?? true }

  /// Takes the settings.
  mutating func take(_ reading: HeldSettings.Outcome, from look: FolderSnapshot, now: Moment) {
    let before = settings
    settings.take(reading, from: look, now: now)
    if !isFirst, settings.seen != before.seen || settings.staleness != before.staleness {
      events.append(.settings(settings.staleness))
    }
  }

  /// Takes the results of files that were read, and what was found of the others; returns whether the board has
  /// changed.
  ///
  /// - Parameter isAccepted: whether a version that would be doubted has been accepted before.
  mutating func take(
    _ outcomes: [(FoundFile, ExtractQueue.Outcome)], from look: FolderSnapshot, now: Moment,
    isAccepted: (FoundFile) -> Bool = { _ in false }
  ) -> Bool {
    var isChanged = isFirst || contents?.problems != look.contents.problems || isAwaiting != look.isAwaiting
    let isFirst = isFirst
    let read = Dictionary(outcomes.map { (HeldFile.Key($0.0), $0) }, uniquingKeysWith: { _, last in last })
    var order: [HeldFile.Key] = []
    for file in look.files {
      let key = HeldFile.Key(file)
      order.append(key)
      let before = files[key]
      var held = before ?? HeldFile()
      switch read[key]?.1 {
      case .read(let contribution, let isComplete, let endsShort, let name)?:
        let version = HeldFile.Version(
          file: file, contribution: contribution, isComplete: isComplete, endsShort: endsShort, name: name)
        held.read(version, isFirst: isFirst, now: now, isAccepted: isAccepted(file))
      case .failed(let fault)?: held.failed(fault, of: file, now: now)
      case nil:
        if held.good?.file == file, look.failure(of: file) == nil { held.isAsRead() }
      }
      if let failure = look.failure(of: file), held.good != nil { held.isAbsent(.unfetched(failure), now: now) }
      isChanged = note(file.name, before, held) || isChanged
      files[key] = held
    }
    let absent = Set(files.keys).subtracting(order)
    let present = Set(order.compactMap { key in files[key]?.good.map { Place(key.member, $0.file.identity) } })
    for key in self.order + absent.subtracting(self.order) where absent.contains(key) {
      guard var held = files[key] else { continue }
      let before = held
      held.isAbsent(look.absence(of: key.path), now: now)
      isChanged = note(held.good?.file.name ?? PathBytes.shown(key.path), before, held) || isChanged
      if held.good == nil || hasMoved(held, to: present) {
        files[key] = nil
        isChanged = true
      } else {
        files[key] = held
        order.append(key)
      }
    }
    self.order = order
    contents = look.contents
    sources = look.sources
    return isChanged
  }

  /// Whether a source has not been fetched yet since the board was opened.
  private var isAwaiting: Bool { sources.contains(where: \.isAwaited) }

  /// Whether a file that is gone now has another name.
  private func hasMoved(_ held: HeldFile, to present: Set<Place>) -> Bool {
    guard held.staleness?.reason == .missing, let good = held.good else { return false }
    return present.contains(Place(good.file.memberName, good.file.identity))
  }

  /// A file identified by its device and number rather than its name, and by its member.
  private struct Place: Hashable {
    let member: String, identity: FileIdentity

    init(_ member: String, _ identity: FileIdentity) { (self.member, self.identity) = (member, identity) }
  }

  /// Records what has happened to a file; returns whether it shows on the board.
  private mutating func note(_ name: String, _ before: HeldFile?, _ now: HeldFile) -> Bool {
    if now.staleness != before?.staleness {
      if let staleness = now.staleness { events.append(.stale(name, staleness, now.refusal)) }
      if now.staleness == nil, before?.staleness != nil { events.append(.recovered(name)) }
    }
    let isRead = now.good?.file != before?.good?.file
    if isRead, let good = now.good, !isFirst { events.append(.read(name, rows: good.contribution.rowsRead)) }
    return isRead || now.staleness != before?.staleness || now.problems != before?.problems
  }

  /// Lets the doubted version of the file with a name be shown from the next check on; returns it, `nil` where there is
  /// none.
  mutating func accept(_ name: String) -> FoundFile? {
    for key in order where files[key]?.good?.file.name == name {
      if let file = files[key]?.accept() { return file }
    }
    return nil
  }

  /// Lets the files be read at the next check that were left out when reading was stopped.
  mutating func takeUpAgain() {
    for key in files.keys { files[key]?.takeUpAgain() }
  }

  /// The board and the files behind it, about the system of the settings or the one that replaces it.
  ///
  /// - Parameters:
  ///   - isFilling: whether more files are still being read.
  ///   - store: where to look for what the board had worked out before; `nil` where it is to be worked out.
  ///   - variant: what besides the settings decides which system the board is about.
  ///   - silent: paths that have been abandoned because the disk does not answer.
  ///   - noting: called with the paths of files before they are compared.
  mutating func loaded(
    choice: Feed.SystemSwitch?, silent: Set<String>, now: Moment, isFilling: Bool = false, store: FeedStore? = nil,
    variant: String = "", noting: (String) -> Void
  ) -> Loaded {
    var problems = (contents?.problems ?? []) + settings.allProblems(on: now.day) + silent.map(LoadedFiles.silence)
    var found: [FoundFile] = []
    var contributions: [Contribution] = []
    for key in order {
      guard let held = files[key] else { continue }
      problems += held.allProblems(on: now.day)
      guard let good = held.good, let contribution = held.contribution else { continue }
      found.append(good.file)
      contributions.append(contribution)
    }
    let repeated = SameFiles.pairs(found, contributions, memory: &sameFiles, noting: noting)
    for (second, first) in repeated.reversed() {
      problems.append(FeedFault.sameBytes(as: found[first].name).problem(of: found[second].name))
    }
    if !repeated.isEmpty {
      let left = Set(found.indices).subtracting(repeated.map(\.second)).sorted()
      (found, contributions) = (left.map { found[$0] }, left.map { contributions[$0] })
    }
    let unread = UnreadSheets(found, contributions)
    // While a workbook is being read, the right sheets may still be to come.
    if !isFilling { problems += unread.problems }
    for place in unread.places.reversed() {
      found.remove(at: place)
      contributions.remove(at: place)
    }
    defer { events = [] }
    let leftOut = files.values.count { $0.isLeftOut }
    let identity = choice == nil && !isFilling ? identity(of: found, variant: variant, on: now.day) : nil
    let known = identity.flatMap { store?.workings($0) }
    var board = Board(
      choice?(settings.system) ?? settings.system, contributions, problems: problems,
      // A feed that is loaded without a clock has the first of all days.
      readOn: now.day.number == 0 ? nil : now.day, known: known)
    board.unreadSheets = unread.sheets + (contents?.unreadSheets.sorted { $0.key < $1.key }.flatMap(\.value) ?? [])
    return Loaded(
      board: board, contributions: contributions, files: found,
      feedProblems: problems, hasSettings: settings.file != nil, missing: contents?.missing ?? [], events: events,
      rest: isFilling || isAwaiting ? .toCome : leftOut > 0 ? .stopped(leftOut) : .none,
      keeping: store.map { BoardKeeping(store: $0, identity: identity, isKnown: known != nil) })
  }

  /// What decides what a board of these files works out; `nil` where a file is not the one that was read, or its reading
  /// cannot be named.
  private func identity(of found: [FoundFile], variant: String, on day: Day) -> BoardIdentity? {
    var names: [FeedStore.Name] = []
    for file in found {
      guard let held = files[HeldFile.Key(file)], held.staleness == nil, let name = held.good?.name else { return nil }
      names.append(name)
    }
    guard !names.isEmpty, settings.staleness == nil else { return nil }
    // No settings file is not the same as an empty one.
    let said = "\(variant.utf8.count) \(variant)".utf8 + [settings.file == nil ? 0 : 1] + (settings.file?.bytes ?? [])
    return BoardIdentity(
      readings: names, settings: Array(said).withUnsafeBytes { ByteDigest(of: $0) }, day: day.number)
  }
}

extension LoadedFiles {
  /// The problem that a path has been abandoned.
  private static func silence(_ path: String) -> Problem {
    Problem(
      .error, file: PathBytes.shown(path), "the disk does not answer; the board reads nothing from it until it does",
      fix: "check that the share is connected: ls \"\(PathBytes.shown(path))\"")
  }
}

/// A change at a feed's paths since the last pass.
enum FeedChange: Hashable, Sendable {
  /// A new file, or another version of one.
  case file(FoundFile)
  /// A file that is not found any more, and the resulting staleness.
  case absent(HeldFile.Key, Staleness.Reason)
  /// A source that was fetched, or failed for the first time or for another reason.
  case source(SourceDesk.State)
  /// Another `system.toml`, or none.
  case settings(FileIdentity?)
  /// Another version of a file that is no extract.
  case other(String, FileIdentity?)
}

/// Something that happened to a feed, for a log.
public enum FeedEvent: Hashable, Sendable {
  /// A file was read, or read again.
  case read(String, rows: Int)
  /// A file cannot be used as it is now; the last value is in the operating system's words.
  case stale(String, Staleness, String)
  /// A file can be used again.
  case recovered(String)
  /// `system.toml` was read again, or cannot be read.
  case settings(Staleness?)
}
