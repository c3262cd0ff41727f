/// What decides what a board works out: its readings in their order, its settings and the day.
struct BoardIdentity: Sendable {
  let readings: [FeedStore.Name]
  /// The settings and whatever else describes the system.
  let settings: ByteDigest
  /// The day on the clock; 0 without a clock.
  let day: Int32

  /// All of it as text; `nil` where a reading has no digest.
  ///
  /// - Parameter stored: the digests of readings that have been stored meanwhile, by their keys.
  func text(_ stored: [ByteDigest: ByteDigest]) -> String? {
    var running = RunningDigest()
    for name in readings {
      let digest: ByteDigest
      switch name {
      case .digest(let known): digest = known
      case .pending(let key):
        guard let known = stored[key] else { return nil }
        digest = known
      }
      withUnsafeBytes(of: (digest.one, digest.other, digest.length)) { running.add($0) }
    }
    return "\(readings.count) \(running.digest.hexadecimal) \(settings.hexadecimal) \(settings.length) \(day)"
  }
}
