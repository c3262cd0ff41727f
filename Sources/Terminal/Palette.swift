import CNcurses
import Screen

/// How ncurses is asked for each role; colour pairs are allocated when they are first needed.
struct Palette {
  /// Attributes and a colour pair.
  struct Look: Equatable {
    var attributes: attr_t
    var pair: Int32
    /// What a blank shows of it: the number of the background, or `nil` where an underline or reversed colours show
    /// too.
    var blank: Int32?
  }

  let depth: ColourDepth
  private var theme: Theme
  private var looks: [Look?]
  private var pairs: [Int64: Int32] = [:]
  private let mostPairs: Int32

  init(theme: Theme, depth: ColourDepth, mostPairs: Int32) {
    self.depth = depth
    self.theme = theme
    self.mostPairs = mostPairs
    looks = Array(repeating: nil, count: Role.allCases.count * 2)
  }

  mutating func use(_ theme: Theme) {
    self.theme = theme
    looks = Array(repeating: nil, count: looks.count)
  }

  mutating func look(_ role: Role, isSelected: Bool) -> Look {
    let index = Int(role.rawValue) * 2 + (isSelected ? 1 : 0)
    if let look = looks[index] { return look }
    let look = makeLook(role, isSelected: isSelected)
    looks[index] = look
    return look
  }

  private mutating func makeLook(_ role: Role, isSelected: Bool) -> Look {
    let style = theme.style(for: role, isSelected: isSelected, depth: depth)
    let showsOnBlanks = !style.attributes.isDisjoint(with: [.reverse, .underline])
    let background = style.background?.number(depth: depth) ?? -1
    return Look(
      attributes: Self.attributes(style.attributes), pair: pair(style), blank: showsOnBlanks ? nil : background)
  }

  private mutating func pair(_ style: Style) -> Int32 {
    guard depth != .mono else { return 0 }
    let foreground = style.foreground?.number(depth: depth) ?? -1
    let background = style.background?.number(depth: depth) ?? -1
    // The terminal's own colours have a pair too: for pair 0 without attributes, ncurses resets everything, which takes
    // twice the bytes of a colour.
    let key = Int64(foreground) << 32 | Int64(UInt32(bitPattern: background))
    if let known = pairs[key] { return known }
    let next = Int32(pairs.count + 1)
    guard next < mostPairs, init_extended_pair(next, foreground, background) == OK else { return 0 }
    pairs[key] = next
    return next
  }

  private static func attributes(_ wanted: Style.Attributes) -> attr_t {
    var attributes: attr_t = 0
    if wanted.contains(.bold) { attributes |= cncurses_bold() }
    if wanted.contains(.dim) { attributes |= cncurses_dim() }
    if wanted.contains(.underline) { attributes |= cncurses_underline() }
    if wanted.contains(.reverse) { attributes |= cncurses_reverse() }
    if wanted.contains(.italic) { attributes |= cncurses_italic() }
    return attributes
  }
}
