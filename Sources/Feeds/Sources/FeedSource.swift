import Warehouse

/// A database source of a feed: what is fetched, by which program, and where its results are stored.
public struct FeedSource: Hashable, Sendable {
  /// What is fetched.
  public let source: WarehouseSource
  /// The program that fetches it.
  let helper: String
  /// The folder of results, which only the user can read.
  let cache: String

  /// A source.
  ///
  /// - Parameters:
  ///   - helper: the path of `sitrep-fetch`.
  ///   - cache: a folder of the user's alone, made where it does not exist.
  public init(_ source: WarehouseSource, helper: String, cache: String) {
    self.source = source
    self.helper = helper
    self.cache = cache
  }

  /// Its name in problems: `warehouse:A&E daily`.
  public var title: String { source.title }
  /// The file of its last result.
  var file: String { "\(cache)/\(source.cacheName).csv" }
  /// The file that records what that result is.
  var recordFile: String { "\(cache)/\(source.cacheName).state" }
  /// The file that records why the last fetch failed.
  var failureFile: String { "\(cache)/\(source.cacheName).failure" }
  /// The file that is locked during a fetch, so that two boards query once.
  var lockFile: String { "\(cache)/\(source.cacheName).lock" }
}
