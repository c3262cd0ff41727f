// A simulated week of a board that hangs on a wall: a clock of its own, a file that changes every minute, faults, keys,
// resizes and every other day the rotation, through the same visits, state and pictures as the real one. Then another
// week with the threads that keep the real one. Memory and file handles must stay flat over the second half of each, and
// what is shown at the end must be what a fresh board shows.
import CLinux
import Glibc

// As the program does.
clinux_share_memory_pools()
let source = CommandLine.arguments.dropFirst().first ?? "Fixtures/demo"
let minutes = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 7 * 24 * 60

/// Lets so many simulated minutes pass, and takes a sample now and then; what they say, and how long it took in truth.
func sampled(_ minutes: Int, _ pass: (Int) -> Void) -> (verdict: Verdict, seconds: Int64) {
  var samples: [Wall.Sample] = []
  let start = clinux_monotonic_milliseconds()
  for minute in 0..<minutes {
    pass(minute)
    if minute % max(1, minutes / 168) == 0 { samples.append(Wall.sample()) }
  }
  return (Verdict(samples), (clinux_monotonic_milliseconds() - start) / 1000)
}

/// Says what came of it; whether it was as it must be.
func judged(_ sampled: (verdict: Verdict, seconds: Int64), isAsFresh: Bool, _ words: String) -> Bool {
  let verdict = sampled.verdict
  print("\(words), in \(sampled.seconds) s")
  print("  resident memory, second half: \(verdict.memory.words(unit: "kB"))")
  print("  file handles, second half: \(verdict.handles.words(unit: ""))")
  print("  shown at the end as a fresh board shows it: \(isAsFresh ? "yes" : "NO")")
  return verdict.isFlat && isAsFresh
}

var wall = Wall(copying: source)
let week = sampled(minutes) { wall.pass($0) }
let weekIsGood = judged(
  week, isAsFresh: wall.isAsFresh,
  "\(minutes) simulated minutes: \(wall.reloads) reloads, \(wall.stalenesses) with figures from before, \(wall.turns) turns of "
    + "the wall, \(wall.frames) pictures")
wall.remove()

var kept = KeptWall(copying: source)
var unanswered = 0
let keptWeek = sampled(minutes) { minute in if !kept.pass(minute) { unanswered += 1 } }
let keptIsGood = judged(
  keptWeek, isAsFresh: kept.becomesAsFresh(),
  "\(minutes) simulated minutes kept by threads: \(kept.reloads) reloads, \(kept.stalenesses) with figures from before, "
    + "\(unanswered) changes that no board followed")
kept.remove()
exit(weekIsGood && keptIsGood && unanswered == 0 ? 0 : 1)
