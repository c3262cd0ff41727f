import Glibc
import Metrics

@testable import History

/// A history in a folder of its own that is gone when the test is.
final class Scratch {
  let folder: String
  var store: HistoryStore
  var path: String { store.path }

  init() {
    var template = Array("/tmp/sitrep-history-XXXXXX".utf8CString)
    folder = String(cString: mkdtemp(&template))
    store = HistoryStore(path: "\(folder)/history.sqlite")
    store.patience = 0
  }

  deinit {
    chmod(folder, 0o700)
    for name in names { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// The files in the folder, in order.
  var names: [String] {
    guard let folder = opendir(folder) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  func write(_ bytes: [UInt8], at offset: Int = 0, truncating: Bool = true) {
    let descriptor = open(path, O_WRONLY | O_CREAT | (truncating ? O_TRUNC : 0), 0o600)
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
    close(descriptor)
  }

  var bytes: [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Int(lseek(descriptor, 0, SEEK_END)))
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return Array(bytes.prefix(count))
  }
}

/// What a trust returned: A&E four-hour figures of single days.
func returned(_ figures: (String, String, Int, Int)..., in file: String = "daily.csv") -> Contribution {
  daily(
    figures.enumerated().map { line, figure in
      Observation(
        "ae.four-hour", of: OrganisationCode(figure.0), in: Period(figure.1)!,
        .share(within: Count(figure.2), of: Count(figure.3)), rows: RowSpan(line: line + 2))
    }, in: file)
}

func daily(_ observations: [Observation], in file: String = "daily.csv") -> Contribution {
  Contribution(
    file: SourceFile(name: file, modified: 1), layout: "A&E daily", isLocal: true, rowsRead: observations.count,
    observations: Observations(observations))
}

func at(_ text: String) -> Moment { Moment(text)! }

extension HistoryStore.Recall {
  /// Each figure as a line: where it is from, what it is, and since when it is known where no file has it.
  var lines: [String] {
    contributions.flatMap { contribution in
      contribution.observations.enumerated().map { number, figure in
        let part = figure.part.map { " \($0.breakdown)=\($0.item)" } ?? ""
        let entry = contribution.recollection?.entries[number]
        return "\(contribution.file.name): \(figure.organisation) \(figure.metric)\(part) \(figure.period.text) "
          + figure.measurement.text + (entry.map { ", \($0.returned.title), line \($0.rows.line)" } ?? "")
      }
    }
  }
}
