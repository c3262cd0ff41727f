import Metrics

/// What is to be read: the extracts at some paths, the settings beside them, and what cannot be read.
public struct FeedContents: Sendable {
  /// The files that may contain an extract, by path and, in each folder, by name.
  public private(set) var files: [FoundFile] = []
  /// The path of `system.toml`; `nil` where there is none.
  public private(set) var settings: String?
  /// The problems with the paths themselves.
  public private(set) var problems: [Problem] = []
  /// The sheets of workbooks that have no rows (charts and macros), by the workbook's path.
  private(set) var unreadSheets: [String: [UnreadSheet]] = [:]
  /// The paths that do not exist.
  public private(set) var missing: [String] = []
  /// The paths, and the files in them, that cannot be examined or are not files, with the reason.
  private(set) var obstacles: [String: Absence] = [:]

  private let limits: ContainerLimits
  /// What was found the last time: a zip that is unchanged is not opened again.
  private let known: [String: [FoundFile]]
  private let knownUnread: [String: [UnreadSheet]]

  /// Looks at folders (but not at the folders in them), at single files, and into zips.
  public init(paths: [String]) { self.init(paths: paths, limits: ContainerLimits()) }

  /// - Parameters:
  ///   - before: what was found at the same paths the last time.
  ///   - noting: called with each path before it is examined, since a path that does not answer never returns; also
  /// with each file of a folder, so that many slow files are not mistaken for a dead disk.
  init(
    paths: [String], limits: ContainerLimits = ContainerLimits(), before: FeedContents? = nil,
    noting: (String) -> Void = { _ in }
  ) {
    self.limits = limits
    known = Dictionary(grouping: before?.files.filter(\.isMember) ?? [], by: \.path)
    knownUnread = before?.unreadSheets ?? [:]
    for path in paths {
      add(path, noting)
    }
    nameApart()
  }

  /// The result for a path that the operating system refuses.
  init(unreadable path: String, _ failure: SystemFailure) {
    (limits, known, knownUnread) = (ContainerLimits(), [:], [:])
    refused(path, failure)
  }

  /// Adds the last result of a source, or the reason why there is none.
  mutating func add(_ state: SourceDesk.State, _ identity: FileIdentity?) {
    let source = state.source
    if let identity {
      files.append(FoundFile(path: source.file, name: source.title, identity: identity, source: source))
    } else if let failure = state.failure {
      problems.append(failure.problem(of: source.title))
    }
  }

  private mutating func refused(_ path: String, _ failure: SystemFailure) {
    if failure.isMissing {
      missing.append(PathBytes.shown(path))
    } else {
      obstacles[path] = .unreadable(failure.words.lowercased())
    }
    report(failure.isMissing ? .missing : .unreadable(failure), path)
  }

  private mutating func add(_ path: String, _ noting: (String) -> Void) {
    noting(path)
    do throws(SystemFailure) {
      let identity = try FileIdentity(path: path)
      switch identity.kind {
      case .folder: try addFolder(path, noting)
      case .file: addFile(path, identity)
      case .other:
        obstacles[path] = .unreadable("something else stands in its place")
        report(.notRegular, path)
      }
    } catch {
      refused(path, error)
    }
  }

  /// A file that is named itself is read whatever its name; settings beside it are used.
  private mutating func addFile(_ path: String, _ identity: FileIdentity) {
    let name = Folder.name(of: path)
    switch FileKind(name: name) {
    case .settings: addSettings(path)
    case .packed(let remedy): report(.packed(remedy: remedy, isAlone: true), name, path)
    case .extract, .gzip, .zip, .workbook, .text, .other:
      addExtracts(path, name, identity)
      let beside = Folder.path(Folder.parent(of: path), "system.toml")
      if settings == nil, (try? FileIdentity(path: beside))?.kind == .file { settings = beside }
    }
  }

  /// Adds a file, or every member of a zip.
  private mutating func addExtracts(_ path: String, _ name: String, _ identity: FileIdentity) {
    switch FileKind(name: name) {
    case .gzip: files.append(FoundFile(path: path, name: PathBytes.shown(name), identity: identity, packing: .gzip))
    case .zip:
      if let members = known[path], members.allSatisfy({ $0.identity == identity }) {
        files += members.map { $0.renamed(PathBytes.shown(name) + "/" + $0.memberName) }
        return
      }
      do throws(FeedFault) {
        let members = try ZipMembers(path: path, name: PathBytes.shown(name), identity: identity, limits: limits)
        files += members.files
        for (fault, member) in members.faults { report(fault, member, path) }
      } catch {
        obstacles[path] = .incomplete(error.words(of: name))
        report(error, name, path)
      }
    case .workbook: addSheets(path, name, identity)
    case .extract, .settings, .packed, .text, .other:
      files.append(FoundFile(path: path, name: PathBytes.shown(name), identity: identity))
    }
  }

  /// Adds every sheet of a workbook that has rows.
  private mutating func addSheets(_ path: String, _ name: String, _ identity: FileIdentity) {
    if let sheets = known[path], sheets.allSatisfy({ $0.identity == identity }) {
      files += sheets.map { $0.renamed("\(PathBytes.shown(name)):\($0.memberName)") }
      unreadSheets[path] = knownUnread[path]
      return
    }
    do throws(FeedFault) {
      let sheets = try WorkbookSheets(path: path, name: PathBytes.shown(name), identity: identity)
      files += sheets.files
      unreadSheets[path] = sheets.unread
      if sheets.files.isEmpty { report(.noSheet([]), name, path) }
    } catch {
      obstacles[path] = .incomplete(error.words(of: name))
      report(error, name, path)
    }
  }

  private mutating func addFolder(_ path: String, _ noting: (String) -> Void) throws(SystemFailure) {
    let before = (files.count, settings, problems.count)
    let names = try Folder.names(path)
    for name in names {
      let sort = FileKind(name: name)
      if sort != .other, sort != .text { addEntry(name, sort, in: path, noting) }
    }
    if files.count == before.0, settings == before.1, problems.count == before.2 {
      report(.noExtracts(below: FeedContents.folderWithExtracts(in: path, names, noting)), path)
      return
    }
    for name in names where FileKind(name: name) == .text {
      let text = Folder.path(path, name)
      noting(text)
      if (try? FileIdentity(path: text))?.kind == .file { report(.passedOver, name, text) }
    }
  }

  private mutating func addEntry(_ name: String, _ sort: FileKind, in folder: String, _ noting: (String) -> Void) {
    let path = Folder.path(folder, name)
    noting(path)
    do throws(SystemFailure) {
      let identity = try FileIdentity(path: path)
      switch (identity.kind, sort) {
      case (.file, .settings): addSettings(path)
      case (.file, .packed(let remedy)): report(.packed(remedy: remedy, isAlone: false), name, path)
      case (.file, _): addExtracts(path, name, identity)
      case (.folder, _), (.other, _):
        obstacles[path] = .unreadable("something else stands in its place")
        report(identity.kind == .folder ? .folderNamedLikeFile : .notRegular, name, path)
      }
    } catch {
      if !error.isMissing { obstacles[path] = .unreadable(error.words.lowercased()) }
      report(FeedFault(reading: error), name, path)
    }
  }

  private mutating func addSettings(_ path: String) {
    if let settings, settings != path {
      report(.secondSettings(used: settings), path)
    } else {
      settings = path
    }
  }

  private mutating func report(_ fault: FeedFault, _ name: String, _ path: String? = nil) {
    problems.append(fault.problem(of: name, at: path))
  }

  /// The first folder inside a folder that has extracts, for a user who is one level too high.
  private static func folderWithExtracts(
    in path: String, _ names: [String], _ noting: (String) -> Void
  ) -> String? {
    names.map { Folder.path(path, $0) }.first { inner in
      noting(inner)
      let inside = (try? Folder.names(inner)) ?? []
      return inside.contains { [.extract, .gzip, .zip, .workbook, .settings].contains(FileKind(name: $0)) }
    }
  }

  /// Adds the folder's name to files of the same name from several folders; a file that is named twice is read once.
  private mutating func nameApart() {
    let shared = Dictionary(grouping: files, by: \.name).filter { $0.value.count > 1 }
    guard !shared.isEmpty else { return }
    var seen: Set<FoundFile> = []
    files = files.filter { seen.insert($0).inserted }.map { file in
      guard shared[file.name] != nil else { return file }
      return file.renamed("\(Folder.name(of: Folder.parent(of: PathBytes.shown(file.path))))/\(file.name)")
    }
    tellApart()
  }

  /// Distinguishes files of one folder whose names look alike but have different bytes.
  private mutating func tellApart() {
    var seen: Set<String> = []
    for place in files.indices where !seen.insert(files[place].name).inserted {
      files[place] = files[place].renamed(PathBytes.toldApart(files[place].name))
    }
  }
}
