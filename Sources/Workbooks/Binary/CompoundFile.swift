import Glibc

/// An OLE compound file: a small file system in a file, whose streams are in sectors in any order.
final class CompoundFile {
  /// A stream or storage in it.
  struct Entry {
    let name: String
    let isStream: Bool
    let start: UInt32
    let size: UInt64
    fileprivate let left: UInt32, right: UInt32, child: UInt32
  }

  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let none: UInt32 = 0xFFFF_FFFF

  private let file: OpenedFile
  let sectorSize: Int
  private let miniSectorSize: Int
  private let miniLimit: UInt64
  private var sectors: [UInt32] = []
  private var miniSectors: [UInt32] = []
  /// The sectors of the small streams.
  private var miniChain: [UInt32] = []
  /// The entries of its root, by name in upper case.
  private(set) var entries: [String: Entry] = [:]

  init(path: String) throws(WorkbookFault) {
    let file = try OpenedFile(path: path)
    self.file = file
    var head = [UInt8](repeating: 0, count: 512)
    let count = head.withUnsafeMutableBytes { file.read(at: 0, into: $0) }
    let header = LittleEndian(head)
    let (shift, miniShift) = (Int(header.word(30)), Int(header.word(32)))
    sectorSize = 1 << min(shift, 16)
    miniSectorSize = 1 << min(miniShift, 16)
    miniLimit = UInt64(header.long(56))
    guard count == 512 else { throw cutShort }
    guard shift == 9 || shift == 12, miniShift < shift, miniShift >= 3 else {
      throw .damaged("its sectors have no size")
    }
    try readTables(header)
  }

  /// A stream or storage in the root, in any case.
  func entry(_ name: String) -> Entry? { entries[name.uppercased()] }

  /// The number of whole sectors.
  private var sectorCount: Int { Int(min(file.length, 1 << 40)) / sectorSize }

  private func readTables(_ header: LittleEndian) throws(WorkbookFault) {
    var places = (0..<109).map { header.long(76 + $0 * 4) }
    var next = header.long(68)
    var seen = 0
    // The list of the table's own sectors continues in sectors of its own.
    while next < CompoundFile.endOfChain, seen <= sectorCount {
      let sector = LittleEndian(try read(sector: next))
      places += (0..<(sectorSize / 4 - 1)).map { sector.long($0 * 4) }
      next = sector.long(sectorSize - 4)
      seen += 1
    }
    // No more entries than there are sectors: whatever a file claims beyond its end is ignored.
    for place in places where place < CompoundFile.endOfChain && sectors.count < sectorCount {
      let sector = LittleEndian(try read(sector: place))
      sectors += (0..<(sectorSize / 4)).map { sector.long($0 * 4) }
    }
    try readEntries(try contents(chain(header.long(48)), size: .max))
    let miniTable = header.long(60)
    if miniTable < CompoundFile.endOfChain {
      let bytes = LittleEndian(try contents(chain(miniTable), size: .max))
      miniSectors = (0..<(bytes.count / 4)).map { bytes.long($0 * 4) }
    }
  }

  /// The sectors of a stream in order.
  func chain(_ start: UInt32) throws(WorkbookFault) -> [UInt32] {
    var (chain, next) = ([UInt32](), start)
    while next < CompoundFile.endOfChain {
      guard next < sectors.count, chain.count <= sectors.count else {
        throw .damaged("its table of sectors leads out of the file")
      }
      chain.append(next)
      next = sectors[Int(next)]
    }
    return chain
  }

  private func offset(_ sector: UInt32) -> UInt64 { (UInt64(sector) + 1) * UInt64(sectorSize) }

  private func read(sector: UInt32) throws(WorkbookFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: sectorSize)
    let count = bytes.withUnsafeMutableBytes { file.read(at: offset(sector), into: $0) }
    guard count == sectorSize else { throw cutShort }
    return bytes
  }

  /// The fault where there are fewer bytes than there should be.
  var cutShort: WorkbookFault { file.failure == 0 ? .damaged("it is cut short") : .unreadable(file.failure) }

  /// Reads as many bytes as a chain of sectors has; neighbouring sectors are read at once.
  func read(_ chain: [UInt32], at start: Int, into room: UnsafeMutableRawBufferPointer) -> Int {
    var done = 0
    while done < room.count {
      let (number, inside) = ((start + done) / sectorSize, (start + done) % sectorSize)
      guard number < chain.count else { break }
      var run = 1
      while number + run < chain.count, chain[number + run] == chain[number] &+ UInt32(run),
        run * sectorSize - inside < room.count - done
      { run += 1 }
      let wanted = min(run * sectorSize - inside, room.count - done)
      let count = file.read(
        at: offset(chain[number]) + UInt64(inside),
        into: UnsafeMutableRawBufferPointer(rebasing: room[done..<(done + wanted)]))
      done += count
      if count < wanted { break }
    }
    return done
  }

  /// The whole of a small stream.
  private func contents(_ chain: [UInt32], size: Int) throws(WorkbookFault) -> [UInt8] {
    // The directory of a thousand sheets has a few kilobytes.
    let count = min(chain.count * sectorSize, size, 64 << 20)
    var bytes = [UInt8](repeating: 0, count: count)
    let came = bytes.withUnsafeMutableBytes { read(chain, at: 0, into: $0) }
    if file.failure != 0 { throw cutShort }
    bytes.removeSubrange(came...)
    return bytes
  }

  /// The whole of a stream below the size limit for small ones, which is in the mini sectors.
  func smallContents(_ entry: Entry) throws(WorkbookFault) -> [UInt8] {
    var (bytes, next, seen) = ([UInt8](), entry.start, 0)
    var sector = [UInt8](repeating: 0, count: miniSectorSize)
    while bytes.count < entry.size {
      guard next < miniSectors.count, seen <= miniSectors.count else {
        throw .damaged("its table of small sectors leads out of the file")
      }
      let start = Int(next) * miniSectorSize
      let count = sector.withUnsafeMutableBytes { read(miniChain, at: start, into: $0) }
      guard count == miniSectorSize else { throw cutShort }
      bytes += sector
      next = miniSectors[Int(next)]
      seen += 1
    }
    bytes.removeSubrange(Int(entry.size)...)
    return bytes
  }

  /// Whether a stream is in the small sectors.
  func isSmall(_ entry: Entry) -> Bool { entry.size < miniLimit && miniLimit <= 1 << 20 }

  /// Reads the directory: the entries of the root, not those of other documents' storages in it.
  private func readEntries(_ bytes: [UInt8]) throws(WorkbookFault) {
    let directory = LittleEndian(bytes)
    let all = (0..<(bytes.count / 128)).map { CompoundFile.entry(directory, at: $0 * 128, sectorSize: sectorSize) }
    guard let root = all.first else { throw .damaged("it has no directory") }
    miniChain = root.start < CompoundFile.endOfChain ? try chain(root.start) : []
    var (open, seen) = ([root.child], Set<UInt32>())
    while let number = open.popLast() {
      guard number < all.count, seen.insert(number).inserted else { continue }
      let entry = all[Int(number)]
      entries[entry.name.uppercased()] = entry
      open += [entry.left, entry.right]
    }
  }

  private static func entry(_ directory: LittleEndian, at place: Int, sectorSize: Int) -> Entry {
    let length = min(64, Int(directory.word(place + 64)))
    let units = (0..<max(0, length / 2 - 1)).map { directory.word(place + $0 * 2) }
    var size = UInt64(directory.long(place + 120))
    // In old files the upper half is not always 0.
    if sectorSize > 512 { size |= UInt64(directory.long(place + 124)) << 32 }
    return Entry(
      name: String(decoding: units, as: UTF16.self), isStream: directory.byte(place + 66) == 2,
      start: directory.long(place + 116), size: size, left: directory.long(place + 68),
      right: directory.long(place + 72), child: directory.long(place + 76))
  }
}

/// Bytes as numbers, the lowest byte first; everything beyond the end is 0.
struct LittleEndian {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func byte(_ place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }

  func word(_ place: Int) -> UInt16 { UInt16(byte(place)) | UInt16(byte(place + 1)) << 8 }

  func long(_ place: Int) -> UInt32 { UInt32(word(place)) | UInt32(word(place + 2)) << 16 }
}
