import CArchive
import Threads

/// The open handles of one zip. Opening a handle reads the list of all members, so while many members are read a handle
/// is passed from one to the next; each thread has its own.
final class ZipHandles: Sendable {
  private struct State: @unchecked Sendable {
    var idle: [OpaquePointer] = []
    /// How many readers are about to read one member after another.
    var keepers = 0
    var opened = 0
  }

  private let path: String
  private let state = Locked(State())

  init(path: String) { self.path = path }

  deinit { state.withLock { ZipHandles.close(&$0.idle) } }

  /// Keeps handles open between two members from now on, until `letGo` has been called as often.
  func keep() { state.withLock { $0.keepers += 1 } }

  /// Closes the handles that are not in use, once no reader is about to use them.
  func letGo() {
    state.withLock { state in
      state.keepers -= 1
      if state.keepers == 0 { ZipHandles.close(&state.idle) }
    }
  }

  /// How many have been opened so far.
  var opened: Int { state.withLock { $0.opened } }

  /// A handle for the caller alone, for as long as a member is read.
  func take() throws(FeedFault) -> OpaquePointer {
    let idle = state.withLock { Handle(zip: $0.idle.popLast()) }
    if let zip = idle.zip { return zip }
    var failure = carchive_failure()
    guard let zip = carchive_open_zip(PathBytes.terminated(path), &failure) else { throw FeedFault(failure) }
    state.withLock { $0.opened += 1 }
    return zip
  }

  /// Returns a handle.
  func giveBack(_ zip: OpaquePointer) {
    let handle = Handle(zip: zip)
    state.withLock { state in
      guard let zip = handle.zip else { return }
      if state.keepers > 0 { state.idle.append(zip) } else { carchive_close_zip(zip) }
    }
  }

  /// A handle that moves between threads and is used by one at a time.
  private struct Handle: @unchecked Sendable { let zip: OpaquePointer? }

  private static func close(_ handles: inout [OpaquePointer]) {
    for zip in handles { carchive_close_zip(zip) }
    handles = []
  }
}

/// A value that does not count when two files are compared.
struct IgnoredInComparison<Value: Sendable>: Hashable, Sendable {
  let value: Value

  static func == (_: IgnoredInComparison, _: IgnoredInComparison) -> Bool { true }
  func hash(into _: inout Hasher) {}
}
