import Glibc

/// A picture saved as a file in the current folder; no file is ever overwritten.
enum FrameFile {
  /// Writes a text under a name, or under the first free numbered name; returns the name, or the reason for a failure.
  static func write(_ text: String, name: String) -> String {
    // A name is only a name: it cannot lead out of the folder.
    let plain = String(name.map { $0 == "/" || $0 == "\0" ? "-" : $0 })
    let safe = plain.contains(".") ? plain : plain + ".txt"
    let dot = safe.lastIndex(of: ".") ?? safe.endIndex
    let (stem, ending) = (safe[..<dot], safe[dot...])
    for number in 1...999 {
      let candidate = number == 1 ? safe : "\(stem)-\(number)\(ending)"
      let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { return "cannot write \(candidate): \(String(cString: strerror(errno)))" }
      defer { close(descriptor) }
      if Output.write(text + "\n", to: descriptor) { return "wrote \(candidate)" }
      let reason = String(cString: strerror(errno))
      // Half a picture could be mistaken for a whole one.
      unlink(candidate)
      return "cannot write all of \(candidate): \(reason)"
    }
    return "cannot write \(safe): 999 of them exist"
  }
}
