import Foundation
import Glibc
import Testing

/// A small file system of the test's own; gone with it.
final class MountedFolder {
  let path: String
  private(set) var isMounted = false

  /// Whether this process may mount anything: root may, unless a container takes that away.
  static let isAllowed: Bool = MountedFolder(kilobytes: 16).isMounted

  init(kilobytes: Int) {
    path = NSTemporaryDirectory() + "sitrep-mount-\(UUID().uuidString)"
    mkdir(path, 0o700)
    mountAgain(kilobytes: kilobytes)
  }

  deinit {
    unmount()
    rmdir(path)
  }

  /// Mounts an empty file system of so many kilobytes.
  func mountAgain(kilobytes: Int) {
    isMounted = MountedFolder.run("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "sitrep", path])
  }

  /// Mounts it with another option, such as `ro`; whether that was done.
  func remount(_ option: String) -> Bool { MountedFolder.run("mount", ["-o", "remount,\(option)", path]) }

  /// Takes it away, though files in it are open: what a share does that is gone.
  func unmount() {
    if isMounted { isMounted = !MountedFolder.run("umount", ["-l", path]) }
  }

  func write(_ text: String, to name: String) {
    _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(text.utf8))
  }

  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    let status = try? Spawned.run(
      program, arguments, in: "/", environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], output: "/dev/null",
      error: "/dev/null")
    return status == 0
  }
}

/// Disks that go, and disks that are full, in earnest.
@Suite(.enabled(if: MountedFolder.isAllowed, "this user may not mount a file system: run as root"))
struct MountTests {
  private static func figures(_ within: Int) -> String {
    "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
      + "ae.four-hour,RZ1,2018-02,,,\(within),100,\n"
  }
  private static let system = "code = \"QZ9\"\n[[organisation]]\ncode = \"RZ1\"\nrole = \"provider\"\n"

  @Test func `a folder that is unmounted keeps its figures, labelled, and is read when it is mounted again`() throws {
    let folder = MountedFolder(kilobytes: 256)
    folder.write(MountTests.system, to: "system.toml")
    folder.write(MountTests.figures(90), to: "a.csv")
    let terminal = try PseudoTerminal([folder.path, "--poll", "1s", "--ascii"])
    #expect(terminal.waits(for: "90.0"))
    folder.unmount()
    #expect(terminal.waits(for: "missing since"))
    #expect(!folder.isMounted)
    let place = terminal.written.count
    folder.mountAgain(kilobytes: 256)
    folder.write(MountTests.system, to: "system.toml")
    folder.write(MountTests.figures(80), to: "a.csv")
    #expect(terminal.waits(for: "80.0", from: place))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
  }

  @Test func `a disk without room for a view leaves no half file, and the board goes on and says so`() throws {
    let folder = MountedFolder(kilobytes: 8)
    let terminal = try PseudoTerminal([Program.fixture("demo")], columns: 250, rows: 60, folder: folder.path)
    #expect(terminal.waits(for: "A&E four-hour"))
    terminal.type("w")
    #expect(terminal.waits(for: "cannot write all of"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let place = terminal.written.count
    terminal.type("?")
    #expect(terminal.waits(for: "Tab what you press", from: place))
    terminal.type("q")
    #expect(terminal.ends() == .status(0))
    #expect(terminal.isRestored)
  }
}
