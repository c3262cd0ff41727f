/// The part of an RTT extract that a row belongs to, as far as the fast path needs it.
enum RTTPart {
  /// Part_2: incomplete pathways.
  case incomplete
  /// Another part: the eight bytes that it begins with, and a mask of those that matter.
  case other(word: UInt64, mask: UInt64)
  /// A part that is not published, or is spelled in another way.
  case unknown

  /// The part that these eight bytes begin; only the published spellings are recognised.
  @inline(__always)
  init(_ bytes: UInt64) {
    switch bytes & RTTPart.seven {
    case 0x2C_325F_7472_6150, 0x2C_325F_5452_4150: self = .incomplete  // Part_2, PART_2,
    case 0x2C_335F_7472_6150, 0x2C_335F_5452_4150:  // Part_3, PART_3,
      self = .other(word: bytes & RTTPart.seven, mask: RTTPart.seven)
    default:
      switch bytes {
      case 0x2C41_315F_7472_6150, 0x2C42_315F_7472_6150, 0x2C41_325F_7472_6150,  // Part_1A, Part_1B, Part_2A,
        0x2C41_315F_5452_4150, 0x2C42_315F_5452_4150, 0x2C41_325F_5452_4150:  // PART_1A, PART_1B, PART_2A,
        self = .other(word: bytes, mask: .max)
      default: self = .unknown
      }
    }
  }

  /// The length of `Part_2` with its comma.
  static let incompleteLength = 7
  private static let seven: UInt64 = 0x00FF_FFFF_FFFF_FFFF

  /// Whether a row belongs to a part other than Part_2, in any spelling.
  static func isOther(_ record: Record, _ field: Int) -> Bool {
    let others: [StaticString] = ["part_1a", "part_1b", "part_2a", "part_3"]
    return others.contains { record.field(field, isLowercased: $0) }
  }
}
