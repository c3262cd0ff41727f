import Extracts
import Metrics

/// Does what takes time on threads of its own, and leaves the results in a mailbox.
public struct Loader: Sendable {
  /// What arrives from the background.
  public enum Message: Sendable {
    /// So many files of how many have been read, and whether any of them holds a figure.
    case progress(read: Int, of: Int, hasFigures: Bool)
    /// Everything has been read.
    case loaded(Loaded)
    /// The rows of a figure were read again.
    case rows(RowReading)
  }

  /// Where results arrive.
  public let mailbox = Mailbox<Message>()

  /// A loader with an empty mailbox.
  public init() {}

  /// Reads a feed; its progress and its board arrive in the mailbox.
  public func load(_ feed: Feed) {
    LoaderThread { [mailbox] in
      let pace = ProgressPace()
      let loaded = feed.load { read, total, hasFigures in
        guard pace.isDue(hasFigures: hasFigures) else { return }
        mailbox.post(.progress(read: read, of: total, hasFigures: hasFigures))
      }
      mailbox.post(.loaded(loaded))
    }.detach()
  }

  /// Puts the same files together as a board about another system, which arrives in the mailbox.
  public func show(_ loaded: Loaded, about system: HealthSystem) {
    LoaderThread { [mailbox] in mailbox.post(.loaded(loaded.board(about: system))) }.detach()
  }

  /// Reads the rows of a figure again; they arrive in the mailbox.
  public func readRows(_ request: RowRequest) {
    LoaderThread { [mailbox] in mailbox.post(.rows(request.read())) }.detach()
  }
}
