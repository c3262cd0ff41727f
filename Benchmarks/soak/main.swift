// A simulated week of a board that hangs on a wall: a clock of its own, a file that changes every minute, faults, keys
// and resizes, through the same visits, state and pictures as the real one. Memory and file handles must stay flat over
// the second half, and what is shown at the end must be what a fresh board shows.
import CLinux
import Dashboard
import Feeds
import Glibc
import Metrics
import Screen

let week = 7 * 24 * 60
let source = CommandLine.arguments.dropFirst().first ?? "Fixtures/demo"
let minutes = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? week
var wall = Wall(copying: source)
defer { wall.remove() }

var samples: [Wall.Sample] = []
let start = clinux_monotonic_milliseconds()
for minute in 0..<minutes {
  wall.pass(minute)
  if minute % max(1, minutes / 168) == 0 { samples.append(wall.sample()) }
}
let seconds = (clinux_monotonic_milliseconds() - start) / 1000
let verdict = Verdict(samples)
print(
  "\(minutes) simulated minutes in \(seconds) s: \(wall.reloads) reloads, \(wall.lapses) with figures from before, "
    + "\(wall.frames) pictures")
print("resident memory, second half: \(verdict.memory.words(unit: "kB"))")
print("file handles, second half: \(verdict.handles.words(unit: ""))")
print("shown at the end as a fresh board shows it: \(wall.isAsFresh ? "yes" : "NO")")
guard verdict.isFlat, wall.isAsFresh else {
  wall.remove()
  exit(1)
}
