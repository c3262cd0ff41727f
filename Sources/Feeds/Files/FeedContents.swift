import Metrics

/// What is to be read: the extracts at some paths, the settings beside them, and what cannot be read at all.
public struct FeedContents: Sendable {
  /// The files that may hold an extract: path by path, each folder by name.
  public private(set) var files: [FoundFile] = []
  /// Where `system.toml` is; `nil` where there is none.
  public private(set) var settings: String?
  /// What is wrong with the paths themselves.
  public private(set) var problems: [Problem] = []
  /// The paths that lead nowhere.
  public private(set) var missing: [String] = []

  /// Looks at folders (their own files, not those of folders in them) and at single files.
  public init(paths: [String]) {
    for path in paths { add(path) }
    nameApart()
  }

  private mutating func add(_ path: String) {
    do throws(SystemFailure) {
      let identity = try FileIdentity(path: path)
      switch identity.kind {
      case .folder: try addFolder(path)
      case .file: addFile(path, identity)
      case .other: report(.notRegular, path)
      }
    } catch {
      if error.isMissing { missing.append(path) }
      report(error.isMissing ? .missing : .unreadable(error), path)
    }
  }

  /// A file named on its own is read whatever its name; settings beside it count.
  private mutating func addFile(_ path: String, _ identity: FileIdentity) {
    let name = Folder.name(of: path)
    switch FileSort(name: name) {
    case .settings: addSettings(path)
    case .packed(let remedy): report(.packed(remedy: remedy, isAlone: true), name)
    case .extract, .other:
      files.append(FoundFile(path: path, name: name, identity: identity))
      let beside = Folder.path(Folder.parent(of: path), "system.toml")
      if settings == nil, (try? FileIdentity(path: beside))?.kind == .file { settings = beside }
    }
  }

  private mutating func addFolder(_ path: String) throws(SystemFailure) {
    let before = (files.count, settings, problems.count)
    let names = try Folder.names(path)
    for name in names {
      let sort = FileSort(name: name)
      if sort != .other { addEntry(name, sort, in: path) }
    }
    if files.count == before.0, settings == before.1, problems.count == before.2 {
      report(.noExtracts(below: FeedContents.folderWithExtracts(in: path, names)), path)
    }
  }

  private mutating func addEntry(_ name: String, _ sort: FileSort, in folder: String) {
    let path = Folder.path(folder, name)
    do throws(SystemFailure) {
      let identity = try FileIdentity(path: path)
      switch (identity.kind, sort) {
      case (.file, .settings): addSettings(path)
      case (.file, .packed(let remedy)): report(.packed(remedy: remedy, isAlone: false), name)
      case (.file, _): files.append(FoundFile(path: path, name: name, identity: identity))
      case (.folder, _): report(.folderNamedLikeFile, name)
      case (.other, _): report(.notRegular, name)
      }
    } catch {
      report(error.isMissing ? .vanished : .unreadable(error), name)
    }
  }

  private mutating func addSettings(_ path: String) {
    if let settings, settings != path {
      report(.secondSettings(used: settings), path)
    } else {
      settings = path
    }
  }

  private mutating func report(_ fault: FeedFault, _ name: String) { problems.append(fault.problem(of: name)) }

  /// The first folder in a folder that holds extracts, for the user who stands one level too high.
  private static func folderWithExtracts(in path: String, _ names: [String]) -> String? {
    names.map { Folder.path(path, $0) }.first { inner in
      let inside = (try? Folder.names(inner)) ?? []
      return inside.contains { FileSort(name: $0) == .extract || FileSort(name: $0) == .settings }
    }
  }

  /// Files of one name from several folders carry their folder's name too.
  private mutating func nameApart() {
    let shared = Dictionary(grouping: files, by: \.name).filter { $0.value.count > 1 }
    guard !shared.isEmpty else { return }
    var seen: Set<String> = []
    files = files.filter { seen.insert($0.path).inserted }.map { file in
      guard shared[file.name] != nil else { return file }
      let folder = Folder.name(of: Folder.parent(of: file.path))
      return FoundFile(path: file.path, name: "\(folder)/\(file.name)", identity: file.identity)
    }
  }
}
