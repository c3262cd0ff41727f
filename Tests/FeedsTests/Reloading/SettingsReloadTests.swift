import Foundation
import Metrics
import Testing

@testable import Feeds

/// `system.toml` is followed as the extracts are.
@Suite struct SettingsReloadTests {
  /// A system named by the bytes of its settings, which are whole when they end in a full stop.
  let kept = KeptBoard(
    isWhole: { $0.bytes.last == UInt8(ascii: ".") },
    system: { file in
      var system = HealthSystem.everything
      if let file { system.name = String(decoding: file.bytes, as: UTF8.self) }
      if system.name.contains("metric") {
        system.metrics = [Metric("own.figure", title: "Own", unit: .patients, direction: .higher, rollUp: .flow)]
      }
      return (system, [])
    })

  private func open(_ settings: String) {
    kept.folder.write(settings, to: "system.toml")
    kept.folder.write(performance("RZ1"), to: "a.csv")
    kept.look()
    _ = kept.takeRead()
  }

  private func write(_ settings: String) {
    kept.folder.write(settings, to: "system.toml")
    kept.settle()
  }

  private var name: String? { kept.loaded?.board.healthSystem.name }

  @Test func `settings that change are read again, and the files are not`() {
    open("One.")
    write("Two.")
    #expect(name == "Two." && kept.takeRead() == [] && kept.within("RZ1") == "90")
  }

  @Test func `settings with other metrics read every file anew`() {
    open("One.")
    write("With a metric.")
    #expect(kept.takeRead() == ["a.csv"])
  }

  @Test(arguments: ["", "Half"])
  func `settings that are not whole leave the last good ones in force, and say so`(text: String) {
    open("One.")
    write(text)
    #expect(name == "One.")
    #expect(kept.problems == ["system.toml: has been incomplete since 09:00; the last good settings stay"])
    write("Two.")
    #expect(name == "Two." && kept.problems == [])
  }

  @Test func `settings that vanish stay in force, and come back by themselves`() {
    open("One.")
    unlink(kept.folder.path + "/system.toml")
    kept.settle()
    #expect(name == "One.")
    #expect(kept.problems == ["system.toml: has been missing since 09:00; the last good settings stay"])
    write("Two.")
    #expect(name == "Two." && kept.problems == [])
  }

  @Test func `settings that cannot be read stay in force`() {
    open("One.")
    kept.disk.bytes = { (_: String) throws(SystemFailure) -> [UInt8] in throw SystemFailure(code: EACCES) }
    write("Two.")
    #expect(name == "One.")
    #expect(kept.problems.contains("system.toml: has been unreadable since 09:00; the last good settings stay"))
    kept.disk = Disk()
    kept.settle()
    #expect(name == "Two." && kept.problems == [])
  }

  @Test func `settings that come later are read`() {
    kept.folder.write(performance("RZ1"), to: "a.csv")
    kept.look()
    write("One.")
    #expect(name == "One.")
  }
}
