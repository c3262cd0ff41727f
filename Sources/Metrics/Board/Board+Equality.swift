extension Board: Equatable {
  /// Whether both are of the same system, made of the same files with the same rows in them, with the same problems: all else on a
  /// board follows from these.
  public static func == (one: Board, other: Board) -> Bool {
    one.healthSystem == other.healthSystem && one.problems == other.problems
      && one.contributions.elementsEqual(other.contributions) {
        $0.file == $1.file && $0.observations == $1.observations
      }
  }
}
