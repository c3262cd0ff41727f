import CExpat

/// Receives the events of a document while it is being read; each part of a workbook has a handler of its own.
class XMLHandler {
  /// What is wrong with what has been read; no further event follows.
  var fault: WorkbookFault? { didSet { if fault != nil { stop() } } }
  fileprivate var parser: OpaquePointer?

  /// The start of an element.
  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  /// The end of an element.
  func end(_ name: XMLName) {}
  /// A run of characters, where they are wanted; one text may come in several runs.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Sets whether characters are wanted from now on.
  final func listen(_ isListening: Bool) {
    if let parser { cexpat_listen(parser, isListening ? 1 : 0) }
  }

  /// The place in the document's bytes at which the current event starts.
  final var place: Int { parser.map { Int(cexpat_place($0)) } ?? 0 }

  /// Ends the reading: the rest of the document is ignored.
  final func stop() {
    if let parser { cexpat_stop(parser) }
  }
}

/// The bytes of a document on their way to its handler.
final class XMLStream {
  private let parser: OpaquePointer
  private let handler: XMLHandler
  private let name: String
  private(set) var isStopped = false

  /// - Parameter name: the name of the part, for messages.
  init(_ handler: XMLHandler, of name: String) throws(WorkbookFault) {
    let context = Unmanaged.passUnretained(handler).toOpaque()
    guard
      let parser = cexpat_open(
        context,
        { context, name, attributes in
          Unmanaged<XMLHandler>.fromOpaque(context!)._withUnsafeGuaranteedRef {
            $0.start(XMLName(name!), XMLAttributes(attributes!))
          }
        },
        { context, name in
          Unmanaged<XMLHandler>.fromOpaque(context!)._withUnsafeGuaranteedRef { $0.end(XMLName(name!)) }
        },
        { context, text, count in
          Unmanaged<XMLHandler>.fromOpaque(context!)._withUnsafeGuaranteedRef { handler in
            text!.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
              handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
            }
          }
        })
    else { throw .noLibrary("expat") }
    self.parser = parser
    self.handler = handler
    self.name = name
    handler.parser = parser
  }

  deinit {
    handler.parser = nil
    cexpat_close(parser)
  }

  /// Room for the next bytes.
  func room(_ size: Int) throws(WorkbookFault) -> UnsafeMutableRawBufferPointer {
    guard let room = cexpat_room(parser, Int32(size)) else {
      throw .damaged("its part \(name) does not fit into memory")
    }
    return UnsafeMutableRawBufferPointer(start: room, count: size)
  }

  /// Reads bytes from that room.
  func read(_ count: Int, isLast: Bool) throws(WorkbookFault) {
    let isFine = cexpat_read(parser, Int32(count), isLast ? 1 : 0) != 0
    if let fault = handler.fault { throw fault }
    guard !isFine else { return }
    isStopped = true
    if !cexpat_was_stopped(parser) { throw .damaged("its part \(name): \(String(cString: cexpat_words(parser)))") }
  }

  /// Reads bytes from elsewhere.
  func read(_ bytes: UnsafeRawBufferPointer) throws(WorkbookFault) {
    guard !bytes.isEmpty, !isStopped else { return }
    try room(bytes.count).copyMemory(from: bytes)
    try read(bytes.count, isLast: false)
  }
}
