// swift-tools-version: 6.1
import PackageDescription

/// C that checks the length of what it copies, where the length is known, as Debian builds its own.
let fortified: [CSetting] = [.define("_FORTIFY_SOURCE", to: "2", .when(configuration: .release))]

/// One room a target; `ARCHITECTURE.md` says who may import whom, and the build checks it.
let package = Package(
  name: "sitrep",
  products: [
    .executable(name: "sitrep", targets: ["sitrep"]), .executable(name: "sitrep-fetch", targets: ["sitrep-fetch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .target(name: "Actions", dependencies: ["Metrics", "CDigest"]),
    .target(name: "History", dependencies: ["Metrics", "CLinux", "CSQLite"]),
    .target(name: "Statistics"),
    .target(name: "Threads", dependencies: ["CLinux"]),
    .target(name: "Metrics", dependencies: ["Statistics", "Threads", "CLinux"]),
    .target(name: "Screen"),
    .target(name: "Extracts", dependencies: ["Metrics", "Statistics", "CRows"]),
    .target(
      name: "Feeds",
      dependencies: ["Extracts", "Metrics", "Threads", "Warehouse", "Workbooks", "CArchive", "CLinux"]),
    .target(name: "Workbooks", dependencies: ["CArchive", "CExpat"]),
    .target(name: "Settings", dependencies: ["Metrics", "Statistics", "Screen", "Warehouse", "CToml"]),
    .target(name: "Dashboard", dependencies: ["Actions", "Metrics", "Statistics", "Screen", "Threads"]),
    .target(name: "Reports", dependencies: ["Actions", "Dashboard", "Metrics", "Statistics", "Screen"]),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses", "CLinux"]),
    .systemLibrary(name: "CNcurses"),
    .target(name: "CArchive", cSettings: fortified, linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CDigest", cSettings: fortified, linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CExpat", cSettings: fortified),
    .target(name: "CLinux", cSettings: fortified),
    .target(
      name: "COdbc", cSettings: fortified, linkerSettings: [.linkedLibrary("dl"), .linkedLibrary("m")]),
    .target(name: "CRows", cSettings: fortified),
    .target(name: "CSQLite", cSettings: fortified, linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CToml"),
    .target(
      name: "CXlsx", cSettings: fortified, linkerSettings: [.linkedLibrary("dl"), .linkedLibrary("z")]),
    .target(name: "Warehouse"),
    .executableTarget(name: "sitrep-fetch", dependencies: ["Warehouse", "COdbc"]),
    .executableTarget(
      name: "sitrep",
      dependencies: [
        "Actions", "History", "Metrics", "Statistics", "Extracts", "Feeds", "Settings", "Screen", "Dashboard",
        "Reports",
        "Terminal", "Threads",
        "Warehouse", "CLinux", "CXlsx",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "ActionsTests", dependencies: ["Actions", "Metrics", "CLinux"]),
    .testTarget(name: "HistoryTests", dependencies: ["History", "Metrics", "CLinux", "CSQLite"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"]),
    .testTarget(name: "MetricsTests", dependencies: ["Metrics", "Statistics", "Threads", "TestSupport"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"], exclude: ["Pictures"]),
    .testTarget(name: "ExtractsTests", dependencies: ["Extracts", "Metrics", "Statistics", "CRows", "TestSupport"]),
    .testTarget(name: "FeedsTests", dependencies: ["Feeds", "Extracts", "Metrics", "Threads", "Warehouse"]),
    .testTarget(name: "WorkbooksTests", dependencies: ["Workbooks", "CLinux"]),
    .testTarget(name: "SettingsTests", dependencies: ["Settings", "Metrics", "Statistics", "Screen", "Warehouse"]),
    .testTarget(
      name: "DashboardTests",
      dependencies: ["Actions", "Dashboard", "Reports", "Metrics", "Statistics", "Screen", "TestSupport"],
      exclude: ["Screens"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Actions", "History", "Reports", "Dashboard", "Extracts", "Feeds", "Metrics", "Statistics", "Screen",
        "TestSupport", "Threads",
      ]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Screen", "CLinux"]),
    .testTarget(name: "WarehouseTests", dependencies: ["Warehouse", "COdbc"]),
    .testTarget(name: "EndToEndTests", dependencies: ["Warehouse"]),
    .executableTarget(
      name: "Soak", dependencies: ["Dashboard", "Feeds", "Metrics", "Screen", "CLinux"], path: "Benchmarks/soak",
      exclude: ["chaos", "real-board", "stalled-terminal"]),
    .executableTarget(
      name: "CrashProbe", dependencies: ["Actions", "Feeds", "History", "Metrics", "Screen", "Terminal", "Threads"],
      path: "Tests/CrashProbe"),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// `SITREP_ROOMS=Feeds,Terminal` leaves out the tests of all other rooms, and every target that those tests do not need:
// for `make sanitize`, where each costs a lot, and for work on one room.
if let rooms = Context.environment["SITREP_ROOMS"]?.split(separator: ",").map({ "\($0)Tests" }) {
  var needed: Set<String> = []
  func need(_ name: String) {
    guard needed.insert(name).inserted, let target = package.targets.first(where: { $0.name == name }) else { return }
    for case .byNameItem(let name, _) in target.dependencies { need(name) }
  }
  rooms.forEach(need)
  // These run the program itself.
  if !needed.isDisjoint(with: ["ActionsTests", "HistoryTests"]) { need("CrashProbe") }
  if !needed.isDisjoint(with: ["EndToEndTests", "TerminalTests", "WarehouseTests"]) {
    ["sitrep", "sitrep-fetch", "CrashProbe"].forEach(need)
  }
  package.targets.removeAll { !needed.contains($0.name) }
  package.products.removeAll { !needed.contains($0.name) }
}
