import Screen
import Testing

@testable import Dashboard

/// The overview in every colour depth: what a terminal is sent, as files that `cat` shows.
@Suite struct ColouredScreenTests {
  static let depths: [(name: String, depth: ColourDepth)] = [
    ("truecolor", .truecolor), ("16", .indexed16), ("mono", .mono),
  ]

  private static let size = Size(columns: 80, rows: 24)

  @Test(arguments: depths.indices) func `the overview is coloured as it was recorded`(depth: Int) throws {
    let text = Session(size: Self.size).frame.written(as: .ansi, in: .standard, depth: Self.depths[depth].depth)
    try expectRecorded(text, "coloured/overview-80x24-\(Self.depths[depth].name).ansi")
  }

  @Test(arguments: ["200x60", "120x40", "80x24", "20x3"])
  func `the overview in ASCII is as it was recorded`(size: String) throws {
    let session = Session(size: try #require(Size(text: size)))
    try expectRecorded(session.frame.inASCII.text, "coloured/overview-\(size)-ascii.txt")
  }

  @Test func `a control chart is coloured by what its points mean`() throws {
    var session = Session(size: Self.size)
    try session.play("enter enter enter")
    try expectRecorded(
      session.frame.written(as: .ansi, in: .standard, depth: .truecolor), "coloured/detail-80x24-truecolor.ansi")
  }
}
