/// What can be wrong with a path before anything in it is read.
enum FeedFault: Hashable, Sendable {
  /// There is nothing at the path.
  case missing
  /// A file was there when its folder was listed, and is not any more.
  case vanished
  /// The system does not let it be read.
  case unreadable(SystemFailure)
  /// A folder whose name ends like a file's.
  case folderNamedLikeFile
  /// A pipe, a device or a socket.
  case notRegular
  /// A container or workbook; on its own it leaves nothing to read.
  case packed(remedy: String, isAlone: Bool)
  /// A folder without a single extract; one below it has some.
  case noExtracts(below: String?)
  /// A second `system.toml`.
  case secondSettings(used: String)
}
