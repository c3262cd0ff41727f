/// How large a workbook may be. Anything beyond is refused, so that a small file cannot keep a board busy for hours.
public struct WorkbookLimits: Hashable, Sendable {
  /// The rows and columns that a sheet can have.
  static let rows = 1_048_576
  static let columns = 16_384

  /// Bytes of a sheet or another part unpacked. The largest published has 24 MB.
  public var part: UInt64 = 1 << 30
  /// Bytes of all parts together, as the package states them. The largest published has 62 MB.
  public var whole: UInt64 = 4 << 30
  /// How many times its packed size a part may unpack to, once it is beyond `sparedByRatio` bytes. The largest ratio
  /// published is 11.
  public var ratio: UInt64 = 100
  /// Bytes that any part may unpack to.
  public var sparedByRatio: UInt64 = 16 << 20
  /// Bytes of all shared texts. The most published are 2 MB.
  public var texts = 256 << 20
  /// Cells of a sheet, including blank ones between others. The most published are 451,154.
  public var cells = 1 << 28
  /// Sheets of a workbook.
  public var sheets = 1_000
  /// Parts of a package.
  public var members = 10_000

  /// The limits for a board.
  public init() {}
}
