import CRows
import Glibc
import Metrics

@testable import Extracts

/// Reads the bytes as one file: with every shortcut, and in two parts that are joined where they can be; and with care.
/// Both must come to the same, and neither may trap.
///
/// The first byte decides the size of the blocks, and which instructions rows are read with.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  limitProcessorTime()
  guard count > 1 else { return 0 }
  let file = UnsafeRawBufferPointer(start: bytes + 1, count: count - 1)
  let block = 1 + Int(bytes[0]) * Int(bytes[0])
  var context = ReadingContext(of: .everything)
  context.instructions = crows_level(min(crows_best().rawValue, UInt32(bytes[0] % 3)))
  let strict = read(file, context, block: block, isStrict: true)
  let fast = read(file, context, block: block, isStrict: false)
  let (ours, theirs) = (said(fast), said(strict))
  guard ours != theirs else { return 0 }
  print("the fast reader and the strict one differ")
  for line in ours.difference(from: theirs) {
    switch line {
    case .insert(_, let text, _): print("fast only:   \(text)")
    case .remove(_, let text, _): print("strict only: \(text)")
    }
  }
  fflush(nil)
  fatalError()
}

private func read(
  _ file: UnsafeRawBufferPointer, _ context: ReadingContext, block: Int, isStrict: Bool
) -> ExtractResult {
  // The first block is what the header is looked for in.
  var reader = ExtractReader(
    file: SourceFile(name: "f.csv"), context: context, isStrict: isStrict, headLimit: 600)
  var start = 0
  while start < file.count {
    let end = min(start + (start == 0 ? max(600, block) : block), file.count)
    reader.read(UnsafeRawBufferPointer(rebasing: file[start..<end]))
    start = end
    guard !isStrict, let part = reader.laterPart, reader.isBetweenRecords else { continue }
    var later = ExtractReader(part)
    later.read(UnsafeRawBufferPointer(rebasing: file[start...]))
    if reader.join(later) { break }
  }
  return reader.finish()
}

/// Everything a file came to, as text.
private func said(_ reading: ExtractResult) -> [String] {
  let found = reading.contribution
  return ["\(found.layout) \(found.encoding) \(found.rowsRead) \(found.rowsSkipped) \(reading.isComplete)"]
    + found.problems.map(\.text) + found.observations.map { "\($0)" } + found.organisations.map { "\($0)" }
    + found.waitingLists.map { "\($0)" } + found.statedTotals.map { "\($0)" } + found.targets.map { "\($0)" }
    + ["\(found.finance)"]
}
