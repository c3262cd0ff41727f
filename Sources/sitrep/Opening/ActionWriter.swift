import Actions
import CLinux
import Glibc
import Metrics

/// The writer of actions on this machine: the user who is logged in.
struct ActionWriter: Sendable {
  /// `user@host`, as each event has it.
  let name: String
  /// The name of the writer's file.
  let fileName: String

  /// The writer that this process runs as.
  static let own: ActionWriter = {
    var bytes = [CChar](repeating: 0, count: 256)
    gethostname(&bytes, 255)
    let host = String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let user = getpwuid(geteuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "user\(geteuid())"
    return ActionWriter(name: "\(user)@\(host)", fileName: ActionFolder.fileName(host: host, user: user))
  }()

  /// Writes a draft into a folder; returns the id of the event.
  func write(_ draft: ActionDraft, in folder: ActionFolder, at moment: Moment) -> Result<String, ActionDraft.Refusal> {
    do {
      return .success(try folder.write(draft.event(at: moment, by: name), as: fileName))
    } catch let refusal as ActionDraft.Refusal {
      return .failure(refusal)
    } catch {
      return .failure(ActionDraft.Refusal(message: (error as? ActionFolder.WriteFailure)?.message ?? "\(error)"))
    }
  }
}
