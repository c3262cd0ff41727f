import Metrics
import Workbooks

/// A file that may contain an extract, as it was when it was found, on its own or packed in a container.
public struct FoundFile: Hashable, Sendable {
  /// The path of the file; for a member of a zip, the path of the zip.
  public let path: String
  /// Its name in problems and source lines: with its folder where two files have the same name;
  /// `archive.zip/member.csv` for a member of a zip; `book.xlsx:Sheet` for a sheet of a workbook.
  public let name: String
  /// The version of it, or of its container, that was found.
  public let identity: FileIdentity
  /// How its bytes are packed.
  let packing: Packing
  /// The database source that it was fetched from; `nil` for a file that somebody put there.
  let source: FeedSource?
  /// The open handles that the members of one zip share.
  private let shared: IgnoredInComparison<ZipHandles?>
  /// The handles of its zip; `nil` for a file of its own.
  var zip: ZipHandles? { shared.value }

  init(
    path: String, name: String, identity: FileIdentity, packing: Packing = .none, source: FeedSource? = nil,
    zip: ZipHandles? = nil
  ) {
    self.path = path
    self.name = name
    self.identity = identity
    self.packing = packing
    self.source = source
    shared = IgnoredInComparison(value: zip)
  }

  /// Whether the file at the path is no longer the one that was found.
  public var hasChanged: Bool { (try? FileIdentity(path: path)) != identity }

  /// This version on one line: its path, its length and when it was written.
  public var versionLine: String {
    "\(identity.size) \(identity.modifiedNanoseconds) \(Folder.escaped(path))\(isMember ? " " + memberName : "")"
  }

  /// Its length in bytes as it lies on the disk; of what is packed, that of the zip or workbook.
  public var size: Int { Int(identity.size) }

  /// Whether it is one of several in a file: its path is that of the zip or workbook.
  public var isPacked: Bool { isMember }

  /// Whether it is one of several in a file: a member of a zip, or a sheet of a workbook.
  var isMember: Bool {
    switch packing {
    case .member, .sheet: true
    case .none, .gzip: false
    }
  }
  /// The sheet it is; `nil` for anything but a sheet of a workbook.
  var sheet: Sheet? { if case .sheet(let sheet, _) = packing { sheet } else { nil } }
  /// Its name in its zip (`x.csv (2)` for the second of that name) or in its workbook; empty for a file of its own.
  var memberName: String {
    switch packing {
    case .member(_, let name, let namesakes, _): namesakes == 0 ? name : "\(name) (\(namesakes + 1))"
    case .sheet(let sheet, _): sheet.name
    case .none, .gzip: ""
    }
  }
  /// The name of its workbook, otherwise its own name.
  var fileName: String { sheet.map { String(name.dropLast($0.name.count + 1)) } ?? name }

  /// How many bytes there are to read, as far as that is known beforehand; for a gzip, its size on the disk.
  var bytesToRead: UInt64 {
    switch packing {
    case .member(_, _, _, let size): size
    case .sheet(_, let count): UInt64(max(0, identity.size)) / UInt64(max(1, count))
    case .none, .gzip: UInt64(max(0, identity.size))
    }
  }

  /// The same file under another name.
  func renamed(_ name: String) -> FoundFile {
    FoundFile(path: path, name: name, identity: identity, packing: packing, source: source, zip: zip)
  }

  /// Passes its bytes, unpacked, to `receive` block by block, for as long as it wants more.
  ///
  /// A packed file is always unpacked to its end, because its checksum is there.
  func readBlocks(into receive: (UnsafeRawBufferPointer) -> Bool) throws(FeedFault) {
    if let sheet {
      do throws(WorkbookFault) {
        _ = try Workbook.read(sheet, at: PathBytes.shown(path), into: receive)
        return
      } catch {
        throw FeedFault(error)
      }
    }
    let stream = try ByteStream(self)
    while let block = try stream.next() {
      guard receive(block) || packing != .none else { return }
    }
  }
}

/// How the bytes of a file are packed.
enum Packing: Hashable, Sendable {
  /// As they are.
  case none
  /// By gzip.
  case gzip
  /// A member of a zip: its place there, its name, how many members before it have the same name, and its unpacked
  /// length as the zip states it.
  case member(Int, name: String, namesakes: Int = 0, size: UInt64)
  /// A sheet of a workbook, and how many sheets with rows the workbook has.
  case sheet(Sheet, of: Int)
}
