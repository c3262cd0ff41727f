import CArchive

/// A workbook that is a zip of parts.
final class Package {
  /// The contents of a package.
  enum Content {
    /// The workbook's own part.
    case openXML(String)
    case openDocument
  }

  private struct Part {
    let place: Int64
    let name: String
    let size: UInt64, packedSize: UInt64
  }

  private let path: String
  private let limits: WorkbookLimits
  /// The parts by name in lower case.
  private var parts: [String: Part] = [:]

  init(path: String, limits: WorkbookLimits) throws(WorkbookFault) {
    self.path = path
    self.limits = limits
    var failure = carchive_failure()
    guard let zip = carchive_open_zip(path, &failure) else { throw WorkbookFault(failure) }
    defer { carchive_close_zip(zip) }
    let count = Int(carchive_count(zip))
    guard count <= limits.members else { throw .tooMany("parts", limit: limits.members) }
    var total: UInt64 = 0
    for place in 0..<Int64(count) {
      var member = carchive_member()
      guard carchive_member_at(zip, place, &member) != 0, let text = member.name else { continue }
      let name = String(cString: text)
      let part = Part(place: place, name: name, size: member.size, packedSize: member.packed_size)
      if parts[Package.key(name)] == nil { parts[Package.key(name)] = part }
      total = total.addingReportingOverflow(member.size).overflow ? .max : total + member.size
    }
    guard total <= limits.whole else { throw .unpacksBeyond(limits.whole) }
  }

  /// The key of a part's name: without a leading slash, in lower case.
  private static func key(_ name: String) -> String {
    var key = Substring(name.lowercased())
    while key.first == "/" { key.removeFirst() }
    return key.split(separator: "\\").joined(separator: "/")
  }

  /// Whether there is a part of this name.
  func contains(_ name: String) -> Bool { parts[Package.key(name)] != nil }

  /// The kind of workbook.
  func content() throws(WorkbookFault) -> Content {
    if contains("mimetype") || contains("META-INF/manifest.xml"), contains("content.xml") {
      let manifest = ManifestHandler()
      if contains("META-INF/manifest.xml") { try read("META-INF/manifest.xml", manifest) }
      if manifest.isEncrypted { throw .encrypted }
      return .openDocument
    }
    if contains("xl/workbook.bin") { throw .binaryParts }
    let main = try contains("_rels/.rels") ? Relationships(self, of: "").target(typed: "/officeDocument") : nil
    if main?.hasSuffix(".bin") == true { throw .binaryParts }
    if let main, contains(main), !main.hasPrefix("word/"), !main.hasPrefix("ppt/") { return .openXML(main) }
    if contains("xl/workbook.xml") { return .openXML("xl/workbook.xml") }
    if contains("word/document.xml") || main?.hasPrefix("word/") == true { throw .somethingElse("a Word document") }
    if main?.hasPrefix("ppt/") == true { throw .somethingElse("a presentation") }
    throw .somethingElse("a zip of other files")
  }

  /// Reads the XML of a part, event by event.
  func read(_ name: String, _ handler: XMLHandler) throws(WorkbookFault) {
    let xml = try XMLStream(handler, of: name)
    let part = try open(name)
    while true {
      let count = try part.read(into: try xml.room(64 * 1024))
      try xml.read(count, isLast: count == 0)
      if count == 0 || xml.isStopped { return }
    }
  }

  /// Opens a part to be read from its start.
  func open(_ name: String) throws(WorkbookFault) -> PartBytes {
    guard let part = parts[Package.key(name)] else { throw .damaged("its part \(name) is missing") }
    var failure = carchive_failure()
    guard let stream = carchive_open_member(path, part.place, part.name, &failure) else { throw WorkbookFault(failure) }
    return PartBytes(stream, size: part.size, packedSize: part.packedSize, limits)
  }
}

/// The bytes of a part, unpacked, up to the limit.
final class PartBytes {
  /// The number of bytes, as the package states it.
  let size: UInt64
  private let stream: OpaquePointer
  private let packedSize: UInt64
  private let limits: WorkbookLimits
  private var unpacked: UInt64 = 0

  fileprivate init(_ stream: OpaquePointer, size: UInt64, packedSize: UInt64, _ limits: WorkbookLimits) {
    self.stream = stream
    (self.size, self.packedSize, self.limits) = (size, packedSize, limits)
  }

  deinit { carchive_close(stream) }

  /// Reads the next bytes; returns how many, 0 at the end, where the checksum has been compared.
  func read(into room: UnsafeMutableRawBufferPointer) throws(WorkbookFault) -> Int {
    var failure = carchive_failure()
    let count = carchive_read(stream, room.baseAddress, room.count, &failure)
    guard count >= 0 else { throw WorkbookFault(failure) }
    unpacked += UInt64(count)
    guard unpacked <= limits.part else { throw .unpacksBeyond(limits.part) }
    guard unpacked <= limits.sparedByRatio || unpacked / limits.ratio <= packedSize else {
      throw .inflates(limits.ratio)
    }
    // The limit for the whole package was compared with the sizes that the parts state.
    guard unpacked <= size else { throw .damaged("a part unpacks to more than the zip states") }
    return Int(count)
  }
}

/// Whether an open document says that its parts are encrypted.
private final class ManifestHandler: XMLHandler {
  private(set) var isEncrypted = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("encryption-data") { isEncrypted = true }
  }
}

extension WorkbookFault {
  /// What the library that unpacks it says.
  init(_ failure: carchive_failure) {
    var words = failure.words
    let text = withUnsafeBytes(of: &words) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    switch failure.kind {
    case carchive_encrypted: self = .encrypted
    case carchive_unknown_packing: self = .damaged("a part is packed by method \(text), which no workbook uses")
    case carchive_missing: self = .damaged("a part is missing")
    case carchive_no_library: self = .noLibrary(text)
    case carchive_refused: self = .unreadable(failure.system_error)
    default: self = .damaged(text.lowercased())
    }
  }
}
