import Metrics
import Screen

/// The views of a wall, one after the other: a text file with a view on each line, optionally with its duration.
///
/// ```
/// # the morning
/// overview            45s
/// provider RD8 rtt
/// metric dtoc         1m
/// ```
public struct Playlist: Sendable, Equatable {
  /// One view and its duration.
  public struct Entry: Sendable, Equatable {
    /// Its line in the file, counted from 1; `nil` where it is not from a file.
    public let line: Int?
    /// The words of the view.
    public let words: [String]
    /// Its duration in seconds, at least 1.
    public let seconds: Int
    /// Why it can never be shown on a wall, which says so in its turn; `nil` for a valid view.
    public let refusal: String?

    /// A view for some seconds.
    public init(line: Int? = nil, words: [String], seconds: Int, refusal: String? = nil) {
      self.refusal = refusal
      self.line = line
      self.words = words
      self.seconds = max(1, seconds)
    }
  }

  /// The file's name; empty where the board makes the list itself.
  public let file: String
  /// The views in their order.
  public let entries: [Entry]
  /// Lines that are not a view for a wall.
  public let problems: [Problem]
  /// Whether any line is a view.
  public var hasViews: Bool { entries.contains { $0.refusal == nil } }

  /// The default duration of a view, in seconds.
  public static let usualSeconds = 30

  /// Reads a playlist.
  ///
  /// - Parameter every: the duration of a view without one of its own, in seconds.
  public init(_ text: String, file: String, every: Int = Playlist.usualSeconds) {
    var entries: [Entry] = []
    var problems: [Problem] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var words = line.split(whereSeparator: { $0.isWhitespace }).map(String.init)
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      var seconds = every
      if words.count > 1, let last = words.last, let written = Self.duration(last) {
        words.removeLast()
        seconds = written
      }
      if let problem = Self.problem(words, seconds) {
        problems.append(
          Problem(
            .error, file: file, line: index + 1, problem.message, expected: problem.expected, fix: problem.fix))
        entries.append(
          Entry(
            line: index + 1, words: words, seconds: seconds > 0 ? min(seconds, every) : every, refusal: problem.message)
        )
      } else {
        entries.append(Entry(line: index + 1, words: words, seconds: seconds))
      }
    }
    if entries.isEmpty, problems.isEmpty {
      problems.append(
        Problem(
          .error, file: file, "the playlist names no view", expected: "a view on each line",
          fix: "write a line such as: overview 45s"))
    }
    self.file = file
    self.entries = entries
    self.problems = problems
  }

  init(_ entries: [Entry]) {
    file = ""
    self.entries = entries
    problems = []
  }

  /// The seconds, where a word is a length of time; 0 for less than a second.
  private static func duration(_ word: String) -> Int? {
    Duration(written: word).map { Int($0.components.seconds) }
  }

  private static func problem(_ words: [String], _ seconds: Int) -> (message: String, expected: String, fix: String)? {
    let first = words[0]
    guard seconds > 0 else {
      return (
        "the view stays for less than a second", "a duration such as 30s, 5m or 1h", "write 30s at the line's end"
      )
    }
    if let (why, fix) = Self.refused[first] {
      return (
        "\"\(first)\" is not for a wall, \(why)", "one of \(Self.views.joined(separator: ", "))", fix
      )
    }
    guard Self.views.contains(first) else {
      return (
        "no view is called \"\(Glyph.sanitised(first))\"", "one of \(Self.views.joined(separator: ", "))",
        "begin the line with one of them: provider RD8 rtt 45s"
      )
    }
    return nil
  }

  /// The views that a wall does not show: why, and what to do instead.
  private static let refused = [
    "source": ("which shows no rows of files", "take the line out, or show the detail instead"),
    "help": ("where nobody presses keys", "take the line out; ? shows the keys on the board itself"),
  ]

  /// The views that a wall can show.
  private static let views = ViewLine.words.filter { refused[$0] == nil }
}
