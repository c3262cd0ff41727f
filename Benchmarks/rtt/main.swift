import CMalloc
import Extracts
import Glibc
import Metrics

@testable import Feeds

/// Times what a board does with months of RTT; a line a round: wall and processor milliseconds, figures, the most memory
/// it had in KB, and for `kept` the bytes that the board holds.
///
/// `bench one|two|board|kept ROUNDS FILE…`: reads the files to what they contribute with one thread, or with two; or opens
/// them as a board does, with two threads, and asks it for a figure of every organisation.
enum RTTBenchmark {
  static func milliseconds(_ clock: clockid_t) -> Double {
    var now = timespec()
    clock_gettime(clock, &now)
    return Double(now.tv_sec) * 1000 + Double(now.tv_nsec) / 1_000_000
  }

  /// What is done once; how many figures came of it.
  static func work(_ kind: String, _ paths: [String]) -> Int {
    let files = FeedContents(paths: paths).files
    switch kind {
    case "one":
      return files.reduce(0) { figures, file in
        figures + ((try? file.read(ReadingContext(of: .everything)))?.contribution.observations.count ?? 0)
      }
    case "kept":
      let before = allocated
      let board = Feed(paths: paths) { _ in (.everything, []) }.load().board
      kept = allocated - before
      return board.contributions.reduce(0) { $0 + $1.observations.count }
    case "two":
      return ExtractQueue(files, context: ReadingContext(of: .everything)) { _ in }.readAll().reduce(0) {
        if case .read(let contribution, _, _, _) = $1 { $0 + contribution.observations.count } else { $0 }
      }
    default:
      let board = Feed(paths: paths) { _ in (.everything, []) }.load().board
      return board.tree.byCode.keys.reduce(0) { figures, code in
        figures + board.figures(Series.Key(.incomplete, code), grain: .month).count
      }
    }
  }

  /// The bytes that the board of the last round held.
  nonisolated(unsafe) static var kept = 0

  /// The bytes that are allocated now.
  static var allocated: Int {
    let state = mallinfo2()
    return state.uordblks + state.hblkhd
  }

  /// The most memory the process has had resident, in KB; what its parent had when it was started does not count.
  static var peak: Int {
    guard let status = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(status) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), status) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("VmHWM:") { return Int(text.split { !$0.isNumber }.first ?? "") ?? 0 }
    }
    return 0
  }

  static func run(_ arguments: [String]) -> Int32 {
    guard arguments.count > 3, let rounds = Int(arguments[2]) else { return 64 }
    for _ in 0..<rounds {
      let (wall, processor) = (milliseconds(CLOCK_MONOTONIC), milliseconds(CLOCK_PROCESS_CPUTIME_ID))
      let figures = work(arguments[1], Array(arguments[3...]))
      print(
        milliseconds(CLOCK_MONOTONIC) - wall, milliseconds(CLOCK_PROCESS_CPUTIME_ID) - processor, figures, peak, kept)
    }
    return 0
  }
}

exit(RTTBenchmark.run(CommandLine.arguments))
