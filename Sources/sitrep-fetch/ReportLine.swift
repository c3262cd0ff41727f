import Glibc
import Warehouse

/// The one line on standard output. Anything that a driver prints is discarded.
struct ReportLine {
  /// The original standard output.
  let descriptor: Int32

  init() {
    descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0, nowhere >= 0 else { exit(1) }
    dup2(nowhere, STDOUT_FILENO)
    if isatty(STDERR_FILENO) == 0 { dup2(nowhere, STDERR_FILENO) }
  }

  /// Prints it.
  func print(_ report: FetchReport) {
    var text = report.line + "\n"
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}
