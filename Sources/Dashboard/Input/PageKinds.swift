/// The kinds of a page, which decide its keys: each kind adds the keys that only it has.
struct PageKinds: OptionSet, Sendable {
  let rawValue: Int

  /// It has panels between which the keyboard moves.
  static let panels = PageKinds(rawValue: 1 << 0)
  /// It shows figures, which can be viewed in another period, against another target or from another perspective.
  static let figures = PageKinds(rawValue: 1 << 1)
  /// It has a table that can be sorted.
  static let sorted = PageKinds(rawValue: 1 << 2)
  /// It has names that can be filtered.
  static let filtered = PageKinds(rawValue: 1 << 3)
  /// Its figures were read from the rows of a file.
  static let published = PageKinds(rawValue: 1 << 4)
  /// It shows one of several breakdowns.
  static let brokenDown = PageKinds(rawValue: 1 << 5)
  /// It lists problems with files, which can be accepted as they are.
  static let accepting = PageKinds(rawValue: 1 << 7)
  /// It lists actions, which can be changed.
  static let agreed = PageKinds(rawValue: 1 << 8)
  /// It is the wall, which has only its own keys.
  static let wall = PageKinds(rawValue: 1 << 6)
}
