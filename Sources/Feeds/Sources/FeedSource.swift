import Warehouse

/// A source of a feed: what is fetched, by which program, and where its results are.
public struct FeedSource: Hashable, Sendable {
  /// What is fetched.
  public let source: WarehouseSource
  /// The program that fetches it.
  let helper: String
  /// The folder of results, which only the user may look into.
  let cache: String

  /// A source.
  ///
  /// - Parameters:
  ///   - helper: where `sitrep-fetch` is.
  ///   - cache: a folder of the user's alone, made where it is missing.
  public init(_ source: WarehouseSource, helper: String, cache: String) {
    self.source = source
    self.helper = helper
    self.cache = cache
  }

  /// Its name as problems say it: `warehouse:A&E daily`.
  public var title: String { source.title }
  /// Where its last result is.
  var file: String { "\(cache)/\(source.cacheName).csv" }
  /// Where it is noted what that is.
  var recordFile: String { "\(cache)/\(source.cacheName).state" }
  /// Where it is noted why it could not be fetched the last time.
  var failureFile: String { "\(cache)/\(source.cacheName).failure" }
  /// What whoever fetches it holds, so that two boards ask once.
  var lockFile: String { "\(cache)/\(source.cacheName).lock" }
}
