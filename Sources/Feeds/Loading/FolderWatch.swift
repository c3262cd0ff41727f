import CLinux
import Glibc
import Threads

/// Notice from the operating system that something in a folder has changed; network shares give none.
final class FolderWatch: Sendable {
  /// Becomes readable when there is notice; -1 where the operating system has no watch to spare.
  let descriptor: Int32
  /// The names that matter in the folder of each watch; `nil` for every extract, setting and theme.
  private let names = Locked<[Int32: Set<String>?]>([:])

  init() { descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches folders, and for single files the folders that they are in. It is called repeatedly, because a folder that
  /// was removed and restored is another folder. Returns whether notice can be relied on for all of them.
  func watch(_ paths: [String]) -> Bool {
    guard descriptor >= 0 else { return false }
    var isReliable = true
    var found: [Int32: Set<String>?] = [:]
    for path in paths {
      let isFolder = (try? FileIdentity(path: path))?.kind == .folder
      let folder = isFolder ? path : Folder.parent(of: path)
      let events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
      let number = inotify_add_watch(descriptor, PathBytes.terminated(folder), UInt32(events | IN_MOVE_SELF))
      guard number >= 0, clinux_reports_changes(PathBytes.terminated(folder)) == 1 else {
        isReliable = false
        continue
      }
      if isFolder {
        found[number] = .some(nil)
      } else if found[number] != .some(nil) {
        let name = Folder.name(of: path)
        found[number] = ((found[number] ?? nil) ?? []).union([name, "system.toml"])
      }
    }
    names.withLock { $0 = found }
    return isReliable
  }

  /// Takes the notices that have come; returns whether any of them is about something that matters.
  func take() -> Bool {
    var matters = false
    var bytes = [UInt8](repeating: 0, count: 16 * 1024)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return matters }
      bytes.withUnsafeBytes { buffer in
        var place = 0
        while place + MemoryLayout<inotify_event>.size <= count {
          let event = buffer.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
          let start = place + MemoryLayout<inotify_event>.size
          place = start + Int(event.len)
          let name = PathBytes.text(buffer[start..<min(place, count)].prefix { $0 != 0 })
          matters = matters || self.matters(event, name)
        }
      }
    }
  }

  private func matters(_ event: inotify_event, _ name: String) -> Bool {
    // About the folder itself, or more than the operating system could keep.
    if name.isEmpty { return true }
    guard let wanted = names.withLock({ $0[event.wd] }) else { return true }
    if let wanted { return wanted.contains(name) }
    return !name.hasPrefix(".") && (FileKind(name: name) != .other || name.hasSuffix(".toml"))
  }
}
