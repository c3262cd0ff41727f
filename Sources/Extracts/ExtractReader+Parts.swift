import Metrics

/// A file whose header is known.
struct OpenedExtract: Sendable {
  let file: SourceFile
  let layout: BoundLayout
  let separator: UInt8
  let context: ReadingContext
}

/// Two parts of one file, read at the same time.
extension ExtractReader {
  /// What a later part of a file is read with, on whichever thread.
  public struct LaterPart: Sendable {
    let extract: OpenedExtract
  }

  /// What the rest of the file can be read with meanwhile, from any byte at which a record starts; `nil` while the
  /// header is not known, and for layouts that have to be read in one go.
  public var laterPart: LaterPart? {
    guard let opened, let rows, rows.canBeJoined else { return nil }
    return LaterPart(extract: opened)
  }

  /// A reader of a later part of a file.
  public init(_ part: LaterPart) {
    let extract = part.extract
    self.init(file: extract.file, context: extract.context)
    // Its lines are counted from the header, as if nothing stood between.
    var rows = RowStream(
      file: extract.file, header: extract.layout.header, separator: extract.separator,
      reader: extract.layout.reader(extract.context), selection: nil, isStrict: false,
      knownCodes: extract.context.knownCodes)
    rows.start()
    self.rows = rows
  }

  /// Whether what was read so far ends where a record does.
  public var isBetweenRecords: Bool { rows?.isBetweenRecords ?? false }

  /// Takes over what the reader of a later part made of the rest of the file; `false`, and nothing is taken over, where
  /// something in it is not ordinary: then it has to be read after this, as if there were one thread.
  public mutating func join(_ later: ExtractReader) -> Bool {
    guard let later = later.rows else { return false }
    return rows?.join(later) ?? false
  }
}
