import Metrics

/// A file that is read whole and belongs to no board.
public enum PlainFile {
  /// The bytes of a file, or the problem that says why it cannot be read.
  public static func contents(_ path: String) -> (bytes: [UInt8], problem: Problem?) {
    do throws(SystemFailure) {
      return (try ByteStream.contents(path, limit: 256 << 20), nil)
    } catch {
      let fault: FeedFault = error.isMissing ? .missing : .unreadable(error)
      return ([], fault.problem(of: path))
    }
  }
}
