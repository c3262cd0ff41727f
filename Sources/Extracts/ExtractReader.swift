import Metrics

/// Reads one file, block by block, into its contribution.
///
/// The first bytes are kept until they contain the header. From then on only the current record and the figures are
/// kept, whatever the length of the file.
public struct ExtractReader {
  /// How many bytes are searched for the header.
  static let headLimit = 1 << 16
  private let headLimit: Int
  private let file: SourceFile
  private let context: ReadingContext
  private let selection: RowSelection?
  private let isStrict: Bool
  private let memory: HeaderMemory
  private var head: [UInt8] = []
  private(set) var opened: OpenedExtract?
  var rows: RowStream?
  private var refusal: Problems?

  /// A reader of one file; with a selection, it also collects the rows of that figure.
  ///
  /// - Parameter memory: the headers of earlier files that were read in the same context.
  public init(
    file: SourceFile, context: ReadingContext = ReadingContext(of: .everything),
    selecting selection: RowSelection? = nil, memory: HeaderMemory = HeaderMemory()
  ) {
    self.init(file: file, context: context, selecting: selection, memory: memory, isStrict: false)
  }

  /// A reader that can be told to read every record by the strict path, including those that the fast path would read
  /// identically.
  init(
    file: SourceFile, context: ReadingContext = ReadingContext(of: .everything),
    selecting selection: RowSelection? = nil, memory: HeaderMemory = HeaderMemory(), isStrict: Bool,
    headLimit: Int = ExtractReader.headLimit
  ) {
    self.file = file
    self.context = context.localLayouts.isEmpty ? context : context.reading(file)
    self.selection = selection
    self.isStrict = isStrict
    self.headLimit = headLimit
    self.memory = memory
  }

  /// Reads the next bytes of the file: any number of them; records may span blocks.
  public mutating func read(_ block: UnsafeRawBufferPointer) {
    if rows != nil {
      rows?.read(block)
    } else if refusal == nil {
      head.append(contentsOf: block)
      if head.count >= headLimit { open(isWhole: false) }
    }
  }

  /// Whether the rest of the file makes no difference: no layout fits it, or a record in it does not end.
  public var isStopped: Bool { refusal != nil || rows?.isStopped ?? false }

  /// Ends the file and returns its result.
  public mutating func finish() -> ExtractResult {
    if rows == nil, refusal == nil { open(isWhole: true) }
    if var rows {
      self.rows = nil
      return rows.finish(banded: context.banded)
    }
    let contribution = Contribution(file: file, layout: "", problems: refusal?.all ?? [])
    return ExtractResult(contribution: contribution, isComplete: false, columns: [], sourceRows: [])
  }

  /// Looks for the header in the bytes that were kept, and reads the rows among them.
  private mutating func open(isWhole: Bool) {
    let bytes = head
    head = []
    bytes.withUnsafeBytes { all in
      let hasMark = all.starts(with: [0xEF, 0xBB, 0xBF])
      let text = UnsafeRawBufferPointer(rebasing: all[(hasMark ? 3 : 0)...])
      switch HeaderDetection(text, isWhole: isWhole, layouts: context.claimants, memory: memory) {
      case .refused(let cause, let line):
        var problems = Problems(file: file)
        problems.add(cause, line: line)
        refusal = problems
      case .claimed(let bound, let separator):
        if let cause = bound.layout.refusal?(bound.header) {
          var problems = Problems(file: file)
          problems.add(cause, line: bound.header.line)
          refusal = problems
          return
        }
        opened = OpenedExtract(file: file, layout: bound, separator: separator, context: context)
        rows = RowStream(
          file: file, header: bound.header, separator: separator, reader: memory.reader(of: bound, context),
          selection: selection, isStrict: isStrict, knownCodes: context.knownCodes)
        rows?.read(text)
      }
    }
  }
}
