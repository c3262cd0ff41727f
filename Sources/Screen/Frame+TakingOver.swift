extension Frame {
  /// Takes over a region as it is in another picture of the same size, with what can be pressed there.
  public mutating func takeOver(_ region: Region, of other: Frame) {
    precondition(other.size == size, "a picture of another size has other places")
    copyCells(region.intersection(self.region), of: other)
    spots += other.spots.filter { $0.region.intersection(region) == $0.region }
  }
}
