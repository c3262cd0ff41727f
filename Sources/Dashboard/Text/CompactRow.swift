import Metrics
import Screen

/// A row of a page in as few cells as possible: a name, a figure and a variance; or a text of one or more lines.
struct CompactRow {
  /// Its name, in ever shorter forms.
  var names: [String]
  var figure = StyledText()
  /// How many are in it, where somebody is missing: `1/2`, for where there is no room for the variance.
  private var mark = ""
  /// The variance, without the blank after its arrow.
  var variance = StyledText()
  /// The text of a row without a figure, which may take several lines.
  var prose = StyledText()

  /// A figure under a name.
  init(_ names: String..., figure: Figure?, unit: Metric.Unit) {
    self.names = names.filter { !$0.isEmpty }
    let digits = figure?.digits(unit: unit) ?? "–"
    let suffix = unit == .percent && figure?.value != nil ? "%" : ""
    self.figure = StyledText(digits + suffix, figure?.value == nil ? figure?.role ?? .missing : .strong)
    guard let figure else { return }
    // A total that lacks organisations says so before it shows its distance from the target.
    if let coverage = figure.coverageWords {
      variance = StyledText(coverage, .faint)
      mark = figure.coverageMark ?? ""
    } else if figure.variance != nil {
      variance = StyledText(figure.arrow + figure.varianceDigits(unit: unit), figure.role)
    }
  }

  /// The same with the figure's own period before it, where that is not the board's.
  func dated(_ period: String) -> CompactRow {
    guard !period.isEmpty else { return self }
    var row = self
    row.figure = StyledText(period + " ", .faint) + figure
    return row
  }

  /// A name, optionally with a text beside it.
  init(name: String, beside: String = "", _ role: Role = .text) {
    names = [name]
    figure = StyledText(beside, role)
  }

  /// A row of words.
  init(_ prose: StyledText) {
    names = []
    self.prose = prose
  }

  /// The row where nothing is known.
  static let nothing = CompactRow(StyledText("–", .missing))

  /// The whole row in words.
  var words: String {
    prose.isEmpty
      ? [names.first ?? "", figureAndVariance.plain].filter { !$0.isEmpty }.joined(separator: " ") : prose.plain
  }

  /// The fullest line that fits; a name is shortened before a figure is left out.
  func line(room: Int) -> StyledText {
    guard prose.isEmpty else { return prose.truncated(to: room) }
    for tail in [figureAndVariance, markedFigure] {
      let left = room - (tail.isEmpty ? 0 : tail.width + 1)
      guard let name = names.first(where: { $0.count <= left }) ?? (left >= 5 ? names.first : nil) else { continue }
      return StyledText(name).padded(to: left) + StyledText(tail.isEmpty ? "" : " ") + tail
    }
    return figure.isEmpty ? StyledText(names.last ?? "").truncated(to: room) : markedFigure.truncated(to: room)
  }

  /// The same after a title, on one line without columns; `nil` where it does not fit.
  func line(after title: StyledText, isNamed: Bool, hasVariance: Bool, room: Int) -> StyledText? {
    let shown = isNamed ? names : [""]
    let tail = hasVariance ? figureAndVariance : markedFigure
    return shown.lazy.map { name in
      let pieces = [title, StyledText(name), tail].filter { !$0.isEmpty }
      return pieces.dropFirst().reduce(pieces.first ?? StyledText()) { $0 + StyledText(" ") + $1 }
    }.first { $0.width <= room }
  }

  private var markedFigure: StyledText { mark.isEmpty ? figure : figure + StyledText(" \(mark)", .faint) }

  private var figureAndVariance: StyledText {
    variance.isEmpty ? figure : figure + StyledText(" ") + variance
  }
}
