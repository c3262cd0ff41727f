import Foundation
import Metrics
import Settings
import Testing

@Suite struct `The published systems` {
  @Test func `dump`() throws {
    let root = URL(fileURLWithPath: "/work/wt-fixtures/Fixtures")
    for case let url as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)! where url.lastPathComponent == "system.toml" {
      let (system, problems) = SystemSettings.read([UInt8](try Data(contentsOf: url)), fileName: url.path)
      print(url.path, system.code, system.name, system.shortName, system.stated, system.organisations.map { "\($0.code):\($0.role.rawValue):\($0.parent?.text ?? "-"):\($0.counts)" }, system.targets, system.metrics.map(\.id), system.asAt.map(\.title) ?? "-")
      for problem in problems { print(problem.text) }
    }
  }
}
