import Glibc

/// The files that come with the program, found from the program's own place, so that it can be installed anywhere.
enum Installation {
  /// The demonstration's folder; `nil` where it was not installed.
  static var demonstration: String? {
    let candidates = shared.map { $0 + "/demo" } + checkout.map { [$0 + "/Fixtures/demo"] }.orNone
    return candidates.first(where: isFolder)
  }

  /// The folders of themes, in order of precedence.
  static var themes: [String] {
    (shared.map { $0 + "/themes" } + checkout.map { [$0 + "/Themes"] }.orNone).filter(isFolder)
  }

  /// `sitrep-fetch`, beside the program or where it is installed; never one found through `PATH`.
  static var fetchProgram: String {
    let places = [folder + "/sitrep-fetch", parent(of: folder) + "/libexec/sitrep/sitrep-fetch"]
    return places.first { access($0, X_OK) == 0 } ?? places[1]
  }

  /// `share/sitrep` beside the program's `bin`, then those of the machine.
  private static var shared: [String] {
    let machine = Places.environment("XDG_DATA_DIRS").flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/local/share:/usr/share"
    return [parent(of: folder) + "/share/sitrep"]
      + machine.split(separator: ":").filter { $0.hasPrefix("/") }.map { $0 + "/sitrep" }
  }

  /// The project's folder, where the program runs from a build of it.
  private static var checkout: String? {
    var folder = folder
    while !folder.isEmpty {
      if access(folder + "/Package.swift", R_OK) == 0, isFolder(folder + "/Fixtures/demo") { return folder }
      folder = parent(of: folder)
    }
    return nil
  }

  /// The program's own folder; links are followed.
  private static let folder: String = {
    guard let real = realpath("/proc/self/exe", nil) else { return "" }
    defer { free(real) }
    return parent(of: String(cString: real))
  }()

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension [String]? {
  fileprivate var orNone: [String] { self ?? [] }
}
