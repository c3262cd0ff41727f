// swift-tools-version: 6.1
import PackageDescription

/// One room a target; `ARCHITECTURE.md` says who may import whom, and the build checks it.
let package = Package(
  name: "sitrep",
  products: [
    .executable(name: "sitrep", targets: ["sitrep"]), .executable(name: "sitrep-fetch", targets: ["sitrep-fetch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "Metrics"),
    .target(name: "Screen"),
    .target(name: "Extracts", dependencies: ["Metrics", "CRows"]),
    .target(name: "Feeds", dependencies: ["Extracts", "Metrics", "Warehouse", "CArchive", "CLinux"]),
    .target(name: "Workbooks", dependencies: ["CArchive", "CExpat"]),
    .target(name: "Settings", dependencies: ["Metrics", "Screen", "Warehouse", "CToml"]),
    .target(name: "Dashboard", dependencies: ["Metrics", "Screen"]),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses", "CLinux"]),
    .systemLibrary(name: "CNcurses"),
    .target(name: "CArchive", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CExpat"),
    .target(name: "CLinux"),
    .target(name: "COdbc", linkerSettings: [.linkedLibrary("dl"), .linkedLibrary("m")]),
    .target(name: "CRows"),
    .target(name: "CToml"),
    .target(name: "Warehouse"),
    .executableTarget(name: "sitrep-fetch", dependencies: ["Warehouse", "COdbc"]),
    .executableTarget(
      name: "sitrep",
      dependencies: [
        "Metrics", "Extracts", "Feeds", "Settings", "Screen", "Dashboard", "Terminal", "Warehouse", "CLinux", "CToml",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "MetricsTests", dependencies: ["Metrics"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"], exclude: ["Pictures"]),
    .testTarget(name: "ExtractsTests", dependencies: ["Extracts", "Metrics", "CRows"]),
    .testTarget(name: "FeedsTests", dependencies: ["Feeds", "Extracts", "Metrics", "Warehouse"]),
    .testTarget(name: "WorkbooksTests", dependencies: ["Workbooks", "CLinux"]),
    .testTarget(name: "SettingsTests", dependencies: ["Settings", "Metrics", "Screen", "Warehouse"]),
    .testTarget(name: "DashboardTests", dependencies: ["Dashboard", "Metrics", "Screen"], exclude: ["Screens"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Screen", "CLinux"]),
    .testTarget(name: "WarehouseTests", dependencies: ["Warehouse"]),
    .testTarget(name: "EndToEndTests"),
    .executableTarget(
      name: "Soak", dependencies: ["Dashboard", "Feeds", "Metrics", "Screen", "CLinux"], path: "Benchmarks/soak",
      exclude: ["real-board", "stalled-terminal"]),
    .executableTarget(name: "CrashProbe", dependencies: ["Feeds", "Screen", "Terminal"], path: "Tests/CrashProbe"),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// `SITREP_ROOMS=Feeds,Terminal` leaves out the tests of all other rooms: for `make sanitize`, where each costs a lot.
if let rooms = Context.environment["SITREP_ROOMS"]?.split(separator: ",").map({ "\($0)Tests" }) {
  package.targets.removeAll { $0.type == .test && !rooms.contains($0.name) || $0.name == "Soak" }
}
