/// The stream of a workbook in a compound file, read from any place.
final class BinaryStream {
  private static let blockSize = 64 * 1024
  private enum Source {
    case sectors(CompoundFile, [UInt32])
    case bytes([UInt8])
  }

  private let source: Source
  let size: Int
  private var block: [UInt8]
  /// The start of the block in the stream, the number of its bytes, and the next byte.
  private var start = 0, count = 0, place = 0

  init(_ file: CompoundFile, _ entry: CompoundFile.Entry) throws(WorkbookFault) {
    if file.isSmall(entry) {
      let bytes = try file.smallContents(entry)
      (source, size) = (.bytes(bytes), bytes.count)
      (block, count) = (bytes, bytes.count)
    } else {
      let chain = try file.chain(entry.start)
      guard entry.size <= UInt64(chain.count) * UInt64(file.sectorSize) else { throw .damaged("it is cut short") }
      (source, size) = (.sectors(file, chain), Int(entry.size))
      block = [UInt8](repeating: 0, count: min(BinaryStream.blockSize, size))
    }
  }

  /// The position of the next byte.
  var position: Int { start + place }

  /// Moves to a place in the stream.
  func seek(_ position: Int) {
    if (start...(start + count)).contains(position) {
      place = position - start
    } else {
      (start, count, place) = (position, 0, 0)
    }
  }

  /// Passes on the next bytes, at most 64 KB; `nil` where there are fewer.
  @inline(__always)
  func take<Value>(_ length: Int, _ body: (UnsafeRawBufferPointer) -> Value) throws(WorkbookFault) -> Value? {
    if place + length > count { guard try fill(length) else { return nil } }
    let value = block.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[place..<(place + length)])) }
    place += length
    return value
  }

  /// Loads this many bytes from the current place on; returns whether there are as many.
  private func fill(_ length: Int) throws(WorkbookFault) -> Bool {
    guard case .sectors(let file, let chain) = source, position + length <= size, length <= block.count else {
      return false
    }
    let (position, wanted) = (position, min(block.count, size - position))
    let read = block.withUnsafeMutableBytes {
      file.read(chain, at: position, into: UnsafeMutableRawBufferPointer(rebasing: $0[..<wanted]))
    }
    (start, count, place) = (position, read, 0)
    if read < length { throw file.cutShort }
    return true
  }
}
