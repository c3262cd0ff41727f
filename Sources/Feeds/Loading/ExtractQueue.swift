import Extracts
import Metrics
import Synchronization

/// Files waiting to be read, and what came of those that were; several threads take from it.
final class ExtractQueue: Sendable {
  /// What came of one file.
  enum Outcome: Sendable {
    case read(Contribution)
    case failed(Problem)
  }

  private let files: [FoundFile]
  private let metrics: [Metric]
  private let next = Atomic<Int>(0)
  private let progress: Mutex<Progress>
  private let report: @Sendable (_ read: Int, _ hasFigures: Bool) -> Void

  private struct Progress {
    var outcomes: [Outcome?]
    var read = 0
    var hasFigures = false
  }

  /// - Parameter report: told after each file how many have been read, and whether any of them holds a figure.
  init(
    _ files: [FoundFile], metrics: [Metric], report: @escaping @Sendable (_ read: Int, _ hasFigures: Bool) -> Void
  ) {
    self.files = files
    self.metrics = metrics
    self.report = report
    progress = Mutex(Progress(outcomes: Array(repeating: nil, count: files.count)))
  }

  /// Reads every file, with a second thread where there are many; what came of each, in the order of the files.
  func readAll() -> [Outcome] {
    let helper = files.count >= 4 ? LoaderThread { self.drain() } : nil
    drain()
    helper?.join()
    return progress.withLock { $0.outcomes.compactMap { $0 } }
  }

  private func drain() {
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < files.count else { return }
      let outcome = read(files[number])
      let (read, hasFigures) = progress.withLock { progress in
        progress.outcomes[number] = outcome
        progress.read += 1
        if case .read(let contribution) = outcome, !contribution.isEmpty { progress.hasFigures = true }
        return (progress.read, progress.hasFigures)
      }
      report(read, hasFigures)
    }
  }

  private func read(_ file: FoundFile) -> Outcome {
    do throws(SystemFailure) {
      return .read(try file.read(metrics: metrics).contribution)
    } catch {
      return .failed((error.isMissing ? FeedFault.vanished : .unreadable(error)).problem(of: file.name))
    }
  }
}

extension FoundFile {
  /// Reads the file through its layout; with a selection also the rows of one figure.
  func read(metrics: [Metric], selecting selection: RowSelection? = nil) throws(SystemFailure) -> Reading {
    let source = SourceFile(name: name, modified: identity.modified)
    var reader = ExtractReader(file: source, knownMetrics: metrics, selecting: selection)
    try FileBlocks.read(path) { reader.read($0) }
    return reader.finish()
  }
}
