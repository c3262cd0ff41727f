/// How much a container may unpack to. Anything beyond is refused, so that a small file cannot keep a board busy for
/// hours.
struct ContainerLimits: Hashable, Sendable {
  /// Bytes of one file, unpacked. The largest published extract, a month of RTT, has 80 MB.
  var file: UInt64 = 4 << 30
  /// Bytes of all members of a zip together, as it states them. Ten years of RTT are 9 GB.
  var zip: UInt64 = 64 << 30
  /// Members of a zip.
  var members = 10_000
}
