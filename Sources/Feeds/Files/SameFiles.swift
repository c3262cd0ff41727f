import Metrics

/// Files that hold the same bytes: one extract under two names, or in a zip and beside it.
enum SameFiles {
  /// What comparing came to, so that a pair is compared once for as long as both stay as they are.
  struct Memory: Sendable {
    fileprivate struct Pair: Hashable {
      let left: FoundFile
      let right: FoundFile
    }
    fileprivate var known: [Pair: Bool] = [:]
  }

  /// Each file that repeats an earlier one, with the earlier one, by their places; in the order of the files.
  ///
  /// Only those that yielded the same are compared byte by byte, so that next to nothing is read twice.
  ///
  /// - Parameter noting: told the path of a file before it is read.
  static func pairs(
    _ files: [FoundFile], _ contributions: [Contribution], memory: inout Memory, noting: (String) -> Void = { _ in }
  ) -> [(second: Int, first: Int)] {
    let known = memory.known
    memory.known = [:]
    struct Yield: Hashable {
      let layout: String
      let rows: Int, figures: Int
      let first: Observation?
    }
    var places: [Yield: [Int]] = [:]
    var pairs: [(Int, Int)] = []
    for (place, contribution) in contributions.enumerated() where contribution.rowsRead > 0 {
      let yield = Yield(
        layout: contribution.layout, rows: contribution.rowsRead, figures: contribution.observations.count,
        first: contribution.observations.first)
      let alike = places[yield, default: []]
      let first = alike.first { candidate in
        let pair = Memory.Pair(left: files[candidate], right: files[place])
        if known[pair] == nil { noting(files[place].path) }
        let isSame = known[pair] ?? isSame(files[candidate], files[place])
        memory.known[pair] = isSame
        return isSame
      }
      if let first {
        pairs.append((place, first))
      } else {
        places[yield] = alike + [place]
      }
    }
    return pairs
  }

  /// Whether two files hold the same bytes; not where one cannot be read any more.
  static func isSame(_ left: FoundFile, _ right: FoundFile) -> Bool {
    if left.sheet != nil || right.sheet != nil {
      // A workbook is the same as a copy of it, sheet by sheet; never one of its sheets as another.
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
  /// The file that it is packed in, as it lies on the disk.
  fileprivate var container: FoundFile { FoundFile(path: path, name: name, identity: identity) }

  /// Its length unpacked; `nil` where only reading it tells.
  fileprivate var length: UInt64? {
    switch packing {
    case .none: UInt64(identity.size)
    case .gzip: nil
    case .member(_, _, _, let size): size
    case .sheet: nil
    }
  }
}
