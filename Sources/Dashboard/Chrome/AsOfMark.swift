import Metrics
import Screen

/// That the figures are those of another time, where there is no header to say so.
struct AsOfMark {
  let moment: Moment

  /// Says so before the first row, or on a line of its own where there are two; what is left for the figures.
  func draw(on frame: inout Frame, in region: Region) -> Region {
    guard !region.isEmpty else { return region }
    if region.rows > 1 {
      let words = [moment.asOfWords, moment.asOfBrief, moment.date].map { StyledText($0, .headerStrong) }
      frame.write(words.widest(in: region.columns), in: region)
      return region.inset(top: 1)
    }
    // A figure without its day would be taken for one of now: the day goes last.
    let words = [moment.asOfBrief, moment.date].map { StyledText($0 + " ", .headerStrong) }
    let text = words.widest(in: max(words[1].width, region.columns - AsOfMark.leastFigure))
    frame.write(text, in: region)
    return region.inset(left: min(text.width, region.columns))
  }

  /// Cells that a figure with its name needs.
  private static let leastFigure = 16
}
