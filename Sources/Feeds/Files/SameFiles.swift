import Metrics

/// Files with the same bytes: one extract under two names, or in a zip and beside it.
enum SameFiles {
  /// The results of comparisons, so that a file is examined once for as long as it is unchanged.
  struct Memory: Sendable {
    /// The digests of files that contributed the same as another.
    fileprivate var digests: [FoundFile: ByteDigest] = [:]
    /// The file that each one repeats.
    fileprivate var originals: [FoundFile: FoundFile] = [:]
  }

  /// What a file contributed, as far as it can be compared in no time.
  private struct Yield: Hashable {
    let layout: String
    let rows: Int, figures: Int
    let first: Observation?
    /// Its unpacked length, where that is known beforehand.
    private(set) var length: UInt64?

    /// The same without the length.
    var ofAnyLength: Yield {
      var yield = self
      yield.length = nil
      return yield
    }

    init(_ contribution: Contribution, _ file: FoundFile) {
      layout = contribution.layout
      rows = contribution.rowsRead
      figures = contribution.observations.count
      first = contribution.observations.first
      length = file.length
    }
  }

  /// Each file that repeats an earlier one, with the earlier one, by their places, in the order of the files.
  ///
  /// Only files that contributed the same are read again, each once, so that very little is read twice. Two files with
  /// the same digest are compared byte by byte.
  ///
  /// - Parameter noting: called with the path of a file before it is read.
  static func pairs(
    _ files: [FoundFile], _ contributions: [Contribution], memory: inout Memory, noting: (String) -> Void = { _ in }
  ) -> [(second: Int, first: Int)] {
    let known = memory
    memory = Memory()
    let places = files.indices.filter { contributions[$0].rowsRead > 0 }
    // A gzip does not say how long it is unpacked, so it may be the same as any file.
    let packed = places.contains { files[$0].length == nil }
    let alike = Dictionary(grouping: places) { place in
      var yield = Yield(contributions[place], files[place])
      if packed { yield = yield.ofAnyLength }
      return yield
    }
    var pairs: [(second: Int, first: Int)] = []
    for group in alike.values where group.count > 1 {
      var first: [ByteDigest: Int] = [:]
      for place in group {
        let file = files[place]
        if known.digests[file] == nil { noting(file.path) }
        guard let digest = known.digests[file] ?? ByteDigest(of: file) else { continue }
        memory.digests[file] = digest
        guard let earlier = first[digest] else {
          first[digest] = place
          continue
        }
        guard known.originals[file] == files[earlier] || isSame(files[earlier], file) else { continue }
        memory.originals[file] = files[earlier]
        pairs.append((place, earlier))
      }
    }
    return pairs.sorted { $0.second < $1.second }
  }

  /// Whether two files have the same bytes; `false` where one of them cannot be read any more.
  static func isSame(_ left: FoundFile, _ right: FoundFile) -> Bool {
    if left.sheet != nil || right.sheet != nil {
      // A workbook is compared with a copy of it sheet by sheet, and never one of its sheets with another.
      return left.sheet == right.sheet && left.path != right.path && isSame(left.container, right.container)
    }
    if let one = left.length, let other = right.length, one != other { return false }
    do throws(FeedFault) {
      let streams = (try ByteStream(left), try ByteStream(right))
      var (first, second): (ArraySlice<UInt8>, ArraySlice<UInt8>) = ([], [])
      while true {
        if first.isEmpty { first = try ArraySlice(streams.0.next().map { Array($0) } ?? []) }
        if second.isEmpty { second = try ArraySlice(streams.1.next().map { Array($0) } ?? []) }
        if first.isEmpty || second.isEmpty { return first.isEmpty && second.isEmpty }
        let count = min(first.count, second.count)
        guard first.prefix(count) == second.prefix(count) else { return false }
        first = first.dropFirst(count)
        second = second.dropFirst(count)
      }
    } catch {
      return false
    }
  }
}

extension FoundFile {
  /// The file that it is packed in, as it is on the disk.
  fileprivate var container: FoundFile { FoundFile(path: path, name: name, identity: identity) }

  /// Its unpacked length; `nil` where it must be read to know.
  fileprivate var length: UInt64? {
    switch packing {
    case .none: UInt64(identity.size)
    case .gzip: nil
    case .member(_, _, _, let size): size
    case .sheet: nil
    }
  }
}
