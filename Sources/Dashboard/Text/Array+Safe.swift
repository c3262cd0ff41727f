extension Array {
  /// The element at a position; `nil` where there is none.
  subscript(safe position: Int) -> Element? { indices.contains(position) ? self[position] : nil }
}
