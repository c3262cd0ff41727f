import CArchive

/// The open handles of one zip. Opening one reads the list of all members, so while many members are read a handle is
/// handed on from one to the next; each thread has one of its own.
final class ZipHandles: Sendable {
  private struct State: @unchecked Sendable {
    var idle: [OpaquePointer] = []
    /// How many are about to read one member after the other.
    var keepers = 0
    var opened = 0
  }

  private let path: String
  private let state = Locked(State())

  init(path: String) { self.path = path }

  deinit { state.withLock { ZipHandles.close(&$0.idle) } }

  /// Keeps what is opened from now on open between two members, until it is let go as often.
  func keep() { state.withLock { $0.keepers += 1 } }

  /// Closes what nobody reads from, once nobody is about to.
  func letGo() {
    state.withLock { state in
      state.keepers -= 1
      if state.keepers == 0 { ZipHandles.close(&state.idle) }
    }
  }

  /// How many have been opened so far.
  var opened: Int { state.withLock { $0.opened } }

  /// A handle of one's own, for as long as a member is read.
  func take() throws(FeedFault) -> OpaquePointer {
    let idle = state.withLock { Handle(zip: $0.idle.popLast()) }
    if let zip = idle.zip { return zip }
    var failure = carchive_failure()
    guard let zip = carchive_open_zip(PathBytes.terminated(path), &failure) else { throw FeedFault(failure) }
    state.withLock { $0.opened += 1 }
    return zip
  }

  /// Gives a handle back.
  func giveBack(_ zip: OpaquePointer) {
    let handle = Handle(zip: zip)
    state.withLock { state in
      guard let zip = handle.zip else { return }
      if state.keepers > 0 { state.idle.append(zip) } else { carchive_close_zip(zip) }
    }
  }

  /// What goes from one thread to another, and is read by one at a time.
  private struct Handle: @unchecked Sendable { let zip: OpaquePointer? }

  private static func close(_ handles: inout [OpaquePointer]) {
    for zip in handles { carchive_close_zip(zip) }
    handles = []
  }
}

/// A value that makes no file another one.
struct IgnoredInComparison<Value: Sendable>: Hashable, Sendable {
  let value: Value

  static func == (_: IgnoredInComparison, _: IgnoredInComparison) -> Bool { true }
  func hash(into _: inout Hasher) {}
}
