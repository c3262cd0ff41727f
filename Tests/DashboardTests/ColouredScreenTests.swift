import Screen
import Testing

@testable import Dashboard

/// The overview at every size, in every colour depth: what a terminal is sent, as files that `cat` shows.
@Suite struct ColouredScreenTests {
  static let sizes = ["200x60", "120x40", "80x24", "60x15", "40x10", "20x3"]
  static let depths: [(name: String, depth: ColourDepth)] = [
    ("truecolor", .truecolor), ("16", .indexed16), ("mono", .mono),
  ]

  @Test(arguments: sizes, depths.indices)
  func `the overview is coloured as it was recorded`(size: String, depth: Int) throws {
    let session = Session(size: try #require(Size(text: size)))
    let text = session.frame.written(as: .ansi, in: .standard, depth: Self.depths[depth].depth)
    try expectRecorded(text, "coloured/overview-\(size)-\(Self.depths[depth].name).ansi")
  }

  @Test(arguments: sizes)
  func `the overview in ASCII is as it was recorded`(size: String) throws {
    let session = Session(size: try #require(Size(text: size)))
    try expectRecorded(session.frame.inASCII.text, "coloured/overview-\(size)-ascii.txt")
  }

  @Test func `a control chart is coloured by what its points mean`() throws {
    var session = Session()
    try session.play("enter enter enter")
    try expectRecorded(
      session.frame.written(as: .ansi, in: .standard, depth: .truecolor), "coloured/detail-120x40-truecolor.ansi")
  }
}
