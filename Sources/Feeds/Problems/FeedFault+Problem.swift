import Metrics

/// Problems with a path, in words.
extension FeedFault {
  /// The fault of a file or folder as a problem of the board; its fix names the file by its path.
  func problem(of name: String, at path: String? = nil) -> Problem {
    let (name, path) = (PathBytes.shown(name), PathBytes.shown(path ?? name))
    return containerProblem(of: name, at: path) ?? workbookProblem(of: name, at: path)
      ?? pathProblem(of: name, at: path)
  }

  private func pathProblem(of name: String, at path: String) -> Problem {
    switch self {
    case .missing:
      Problem(
        .error, file: name, "there is no such file or folder",
        expected: "a folder of extracts, a CSV, a workbook or a zip",
        fix: "check the spelling: ls \"\(Folder.parent(of: path))\"")
    case .vanished:
      Problem(
        .error, file: name, "the file was there a moment ago and is gone", fix: "put it back, or start again without it"
      )
    case .unreadable(let failure):
      Problem(
        .error, file: name, "cannot be read: \(failure.words.lowercased())", expected: "a file you may read",
        fix: "chmod u+r \"\(path)\", or ask its owner")
    case .notRead:
      Problem(
        .error, file: name, "was not read: reading was stopped before it", expected: "its figures",
        fix: "press x to read what is left")
    case .folderNamedLikeFile:
      Problem(
        .warning, file: name, "is a folder, and is not opened as a file", expected: "a CSV",
        fix: "to read what is in it, name it: sitrep \"\(path)\"")
    case .passedOver:
      Problem(
        .warning, file: name,
        "is not read: in a folder, only .csv, .tsv, .tab, .csv.gz, .xlsx, .xlsm, .xls, .ods and .zip files are read",
        expected: "a CSV", fix: "nothing, if it has no figures; otherwise name it: sitrep \"\(path)\"")
    case .notRegular:
      Problem(
        .error, file: name, "is a pipe or a device, not a file", expected: "a regular file",
        fix: "write its output to a file first: cat \"\(path)\" > extract.csv")
    case .packed(let remedy, let isAlone):
      Problem(isAlone ? .error : .warning, file: name, "is not read: it is not a CSV", expected: "a CSV", fix: remedy)
    case .noExtracts(let below):
      Problem(
        .error, file: name, "contains no extracts",
        expected: "CSV files, workbooks, zips of CSV files, or a system.toml",
        fix: below.map { "a folder in it does: sitrep \"\($0)\"" } ?? "put extracts into it, or name another folder")
    case .secondSettings(let used):
      Problem(
        .warning, file: name, "is a second system.toml, and is not used", expected: "one for the whole board",
        fix: "remove one of the two; the board uses \(used)")
    case .sameBytes(let first):
      Problem(
        .warning, file: name, "has the same contents as \(first), which is used", expected: "each file once",
        fix: "remove one of the two")
    default: Problem(.error, file: name, "cannot be read")
    }
  }
}

extension FeedFault {
  /// The fault in a few words, for a line that already names the file.
  func words(of name: String) -> String {
    if case .unreadable(let failure) = self { return failure.words.lowercased() }
    return problem(of: name).message
  }
}
