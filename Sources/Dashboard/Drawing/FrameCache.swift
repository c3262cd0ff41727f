/// What a picture may copy from the previous one.
public struct FrameCache {
  var header = DrawnHeader()
  var panels = DrawnPanels()

  /// Nothing has been drawn.
  public init() {}
}
