extension Board: Equatable {
  /// Whether both boards are of the same system and were made from the same files, with the same rows and the same
  /// problems. Everything else on a board follows from these.
  public static func == (one: Board, other: Board) -> Bool {
    one.healthSystem == other.healthSystem && one.problems == other.problems
      && one.contributions.elementsEqual(other.contributions) {
        $0.file == $1.file && $0.observations == $1.observations
      }
  }
}
