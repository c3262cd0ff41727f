import Metrics

/// An extract whose header has been found.
struct OpenedExtract: Sendable {
  let file: SourceFile
  let layout: BoundLayout
  let separator: UInt8
  let context: ReadingContext
}

/// Two parts of one file that are read at the same time.
extension ExtractReader {
  /// What is needed to read a later part of a file on another thread.
  public struct LaterPart: Sendable {
    let extract: OpenedExtract
  }

  /// What is needed to read the rest of the file meanwhile, from any byte at which a record starts; `nil` until the
  /// header is known, and for layouts that must be read in one pass.
  public var laterPart: LaterPart? {
    guard let opened, let rows, rows.canBeJoined else { return nil }
    return LaterPart(extract: opened)
  }

  /// A reader of a later part of a file.
  public init(_ part: LaterPart) {
    let extract = part.extract
    self.init(file: extract.file, context: extract.context)
    // Its lines are counted from the header, as if there were nothing in between.
    var rows = RowStream(
      file: extract.file, header: extract.layout.header, separator: extract.separator,
      reader: extract.layout.reader(extract.context), selection: nil, isStrict: false,
      knownCodes: extract.context.knownCodes)
    rows.start()
    self.rows = rows
  }

  /// Whether the part that has been read ends at the end of a record.
  public var isBetweenRecords: Bool { rows?.isBetweenRecords ?? false }

  /// Adds what another reader has read from the rest of the file. Returns `false` and adds nothing where the rest is
  /// out of the ordinary: it must then be read after this part, on one thread.
  public mutating func join(_ later: ExtractReader) -> Bool {
    guard let later = later.rows else { return false }
    return rows?.join(later) ?? false
  }
}
