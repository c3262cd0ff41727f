/// A file that may hold an extract, as it stood when it was found; on its own, or packed in a container.
public struct FoundFile: Hashable, Sendable {
  /// Where it is; for a member of a zip, where the zip is.
  public let path: String
  /// Its name as problems and source lines say it: with its folder where two files share one, a member of a zip as
  /// `archive.zip/member.csv`.
  public let name: String
  /// Which version of it, or of its container, was found.
  public let identity: FileIdentity
  /// How its bytes are packed.
  let packing: Packing
  /// Where it was fetched from; `nil` for a file that somebody put there.
  let source: FeedSource?

  init(
    path: String, name: String, identity: FileIdentity, packing: Packing = .none, source: FeedSource? = nil
  ) {
    self.path = path
    self.name = name
    self.identity = identity
    self.packing = packing
    self.source = source
  }

  /// Whether the file at the path is no longer the one that was found.
  public var hasChanged: Bool { (try? FileIdentity(path: path)) != identity }

  /// Whether it is a member of a zip.
  var isMember: Bool { if case .member = packing { true } else { false } }
  /// Its name in its zip, `x.csv (2)` for the second of one name; empty for a file of its own.
  var memberName: String {
    guard case .member(_, let name, let namesakes, _) = packing else { return "" }
    return namesakes == 0 ? name : "\(name) (\(namesakes + 1))"
  }

  /// How much of it there is to read, as far as that is known before: of a gzip what lies on the disk.
  var bytesToRead: UInt64 {
    if case .member(_, _, _, let size) = packing { size } else { UInt64(max(0, identity.size)) }
  }

  /// The same file under another name.
  func renamed(_ name: String) -> FoundFile {
    FoundFile(path: path, name: name, identity: identity, packing: packing, source: source)
  }

  /// Hands its bytes to `organisation` block by block, in order, unpacked, for as long as it wants more.
  ///
  /// What is packed is unpacked to its end all the same: only there does its checksum stand.
  func readBlocks(into organisation: (UnsafeRawBufferPointer) -> Bool) throws(FeedFault) {
    let stream = try ByteStream(self)
    while let block = try stream.next() {
      guard organisation(block) || packing != .none else { return }
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
}
