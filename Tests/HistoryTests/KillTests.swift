import Foundation
import Metrics
import Testing

@testable import History

/// A program that is ended in the middle of writing.
struct KillTests {
  private let probe = Bundle.main.executableURL!.deletingLastPathComponent().path + "/CrashProbe"

  /// Runs the probe until it has said that so many boards are written, and kills it then, with the next being written; the
  /// last number it said.
  private func killed(after count: Int, _ path: String) throws -> Int {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var words = [strdup(probe), strdup("history"), strdup(path), nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let outcome = posix_spawn(&child, probe, &actions, nil, &words, environ)
    close(ends[1])
    try #require(outcome == 0)
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while text.split(separator: "\n").count < count {
      let got = read(ends[0], &buffer, buffer.count)
      guard got > 0 else { break }
      text += String(decoding: buffer.prefix(got), as: UTF8.self)
    }
    kill(child, SIGKILL)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    // What it said before it was killed and nobody has read yet was said all the same.
    while case let got = read(ends[0], &buffer, buffer.count), got > 0 {
      text += String(decoding: buffer.prefix(got), as: UTF8.self)
    }
    try #require(status & 0x7F == SIGKILL, "\(text.suffix(200))")
    return try #require(text.split(separator: "\n").compactMap { Int($0) }.last)
  }

  @Test func `twenty kills in the middle of writing lose nothing that was told as written`() throws {
    let scratch = Scratch()
    let start = Day(year: 2020, month: 1, day: 1)!
    var told = -1
    for round in 0..<20 {
      told = try killed(after: 1 + round % 4, scratch.path)
      let end = Moment(day: start.advanced(by: 100_000))
      let known = try scratch.store.recall(asOf: end)
      let all = known.contributions.flatMap { $0.observations.map { ($0.period, $0.measurement) } }
      // 300 figures for each day there was: none is lost, and none of a writing that was not finished is there in part.
      let days = Dictionary(grouping: all) { $0.0 }
      for number in 0...told {
        let figures = days[.day(start.advanced(by: number))] ?? []
        #expect(figures.count == 300 && figures.allSatisfy { $0.1 == .count(Count(number)) }, "day \(number)")
      }
      #expect(days.count - told - 1 <= 1)
      #expect(days.values.allSatisfy { $0.count == 300 })
    }
    #expect(told >= 20)
    try Database(path: scratch.path, patience: 0).check()
    #expect(scratch.names.allSatisfy { !$0.contains("damaged") })
  }
}
