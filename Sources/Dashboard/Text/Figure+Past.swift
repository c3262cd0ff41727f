import Metrics
import Screen

extension Figure {
  /// The signs of its past: `≠` where it is another than was first published, `◌` where its file no longer has it; empty
  /// for most figures.
  var pastMark: StyledText {
    StyledText(isRestated ? "≠" : "", .strong) + StyledText(isRecalled ? "◌" : "", .faint)
  }

  /// The cells that the signs of these figures need in a column: none where no figure has any.
  static func roomForPast(_ figures: some Sequence<Figure?>) -> Int {
    figures.map { $0?.pastMark.width ?? 0 }.max() ?? 0
  }
}

extension StyledText {
  /// A figure with the signs of its past behind it, in a column whose digits stand below each other.
  func marked(_ figure: Figure?, room: Int) -> StyledText {
    room == 0 ? self : self + (figure?.pastMark ?? StyledText()).padded(to: room)
  }
}
