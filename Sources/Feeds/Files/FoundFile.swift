import Metrics
import Workbooks

/// A file that may hold an extract, as it stood when it was found; on its own, or packed in a container.
public struct FoundFile: Hashable, Sendable {
  /// Where it is; for a member of a zip, where the zip is.
  public let path: String
  /// Its name as problems and source lines say it: with its folder where two files share one, a member of a zip as
  /// `archive.zip/member.csv`, a sheet of a workbook as `book.xlsx:Sheet`.
  public let name: String
  /// Which version of it, or of its container, was found.
  public let identity: FileIdentity
  /// How its bytes are packed.
  let packing: Packing
  /// Where it was fetched from; `nil` for a file that somebody put there.
  let source: FeedSource?
  /// The handles that the members of one zip share.
  private let shared: IgnoredInComparison<ZipHandles?>
  /// The handles of the zip it is a member of; `nil` for a file of its own.
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

  /// This version in a line: where it is, its length and when it was written.
  public var versionLine: String {
    "\(identity.size) \(identity.modifiedNanoseconds) \(Folder.escaped(path))\(isMember ? " " + memberName : "")"
  }

  /// Whether it is one of several in a file: a member of a zip, or a sheet of a workbook.
  var isMember: Bool {
    switch packing {
    case .member, .sheet: true
    case .none, .gzip: false
    }
  }
  /// The sheet it is; `nil` for anything but a sheet of a workbook.
  var sheet: Sheet? { if case .sheet(let sheet, _) = packing { sheet } else { nil } }
  /// Its name in its zip, `x.csv (2)` for the second of one name, or in its workbook; empty for a file of its own.
  var memberName: String {
    switch packing {
    case .member(_, let name, let namesakes, _): namesakes == 0 ? name : "\(name) (\(namesakes + 1))"
    case .sheet(let sheet, _): sheet.name
    case .none, .gzip: ""
    }
  }
  /// The name of the workbook it is a sheet of, else its own.
  var fileName: String { sheet.map { String(name.dropLast($0.name.count + 1)) } ?? name }

  /// How much of it there is to read, as far as that is known before: of a gzip what lies on the disk.
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

  /// Hands its bytes to `receive` block by block, in order, unpacked, for as long as it wants more.
  ///
  /// What is packed is unpacked to its end all the same: only there does its checksum stand.
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
  /// As a member of a zip: its place there, its name, how many before it have the same name, and its length unpacked as
  /// the zip states it.
  case member(Int, name: String, namesakes: Int = 0, size: UInt64)
  /// As a sheet of a workbook, one of so many with rows.
  case sheet(Sheet, of: Int)
}
