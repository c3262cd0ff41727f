import CArchive

extension FeedFault {
  /// What the operating system says about a file that was found when its folder was listed.
  init(reading failure: SystemFailure) { self = failure.isMissing ? .vanished : .unreadable(failure) }

  /// What the library for containers says.
  init(_ failure: carchive_failure) {
    var words = failure.words
    let text = withUnsafeBytes(of: &words) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    switch failure.kind {
    case carchive_encrypted: self = .encrypted
    case carchive_unknown_packing: self = .unknownPacking(text)
    case carchive_missing: self = .vanished
    case carchive_no_library: self = .noLibrary(text)
    case carchive_refused:
      self.init(reading: SystemFailure(code: failure.system_error))
    default: self = .damaged(text)
    }
  }
}
