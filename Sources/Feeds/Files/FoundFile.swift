/// A file that may hold an extract, as it stood when it was found.
public struct FoundFile: Hashable, Sendable {
  /// Where it is.
  public let path: String
  /// Its name as problems and source lines say it; with its folder where two files share one.
  public let name: String
  /// Which version of it was found.
  public let identity: FileIdentity

  /// Whether the file at the path is no longer the one that was found.
  public var hasChanged: Bool { (try? FileIdentity(path: path)) != identity }
}
