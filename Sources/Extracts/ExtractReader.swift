import Metrics

/// Reads one file, block by block, to what it contributes.
///
/// The first bytes are kept until they show the header; from then on nothing is kept but the record being read and the
/// figures themselves, whatever the length of the file.
public struct ExtractReader {
  /// How many bytes are kept to look for the header in.
  private static let headLimit = 1 << 16
  private let file: SourceFile
  private let surroundings: Surroundings
  private let selection: RowSelection?
  private let isStrict: Bool
  private var head: [UInt8] = []
  private var body: Body?
  private var refusal: Problems?

  /// A reader of one file; with a selection it also collects the rows of that figure.
  public init(file: SourceFile, knownMetrics: [Metric] = Metric.builtIn, selecting selection: RowSelection? = nil) {
    self.init(file: file, knownMetrics: knownMetrics, selecting: selection, isStrict: false)
  }

  /// A reader that may be told to read every record with care, even those a faster way would read the same.
  init(
    file: SourceFile, knownMetrics: [Metric] = Metric.builtIn, selecting selection: RowSelection? = nil, isStrict: Bool
  ) {
    self.file = file
    self.surroundings = Surroundings(metrics: knownMetrics)
    self.selection = selection
    self.isStrict = isStrict
  }

  /// Reads the next bytes of the file: any number of them, records may straddle.
  public mutating func read(_ block: UnsafeRawBufferPointer) {
    if body != nil {
      body?.read(block)
    } else if refusal == nil {
      head.append(contentsOf: block)
      if head.count >= ExtractReader.headLimit { open(isWhole: false) }
    }
  }

  /// Ends the file.
  public mutating func finish() -> Reading {
    if body == nil, refusal == nil { open(isWhole: true) }
    if var body {
      self.body = nil
      return body.finish()
    }
    let contribution = Contribution(file: file, layout: "", problems: refusal?.all ?? [])
    return Reading(contribution: contribution, isComplete: false, columns: [], sourceRows: [])
  }

  /// Looks for the header in the bytes kept, and reads the rows among them.
  private mutating func open(isWhole: Bool) {
    let bytes = head
    head = []
    bytes.withUnsafeBytes { all in
      let hasMark = all.starts(with: [0xEF, 0xBB, 0xBF])
      let text = UnsafeRawBufferPointer(rebasing: all[(hasMark ? 3 : 0)...])
      switch Opening(text, isWhole: isWhole, layouts: Layout.all) {
      case .refused(let cause, let line):
        var problems = Problems(file: file)
        problems.add(cause, line: line)
        refusal = problems
      case .claimed(let layout, let header, let separator):
        body = Body(
          file: file, layout: layout, header: header, separator: separator, surroundings: surroundings,
          selection: selection, isStrict: isStrict)
        body?.read(text)
      }
    }
  }
}
