/// What a picture may take over from the one before.
public struct FrameCache {
  var header = DrawnHeader()
  var panels = DrawnPanels()

  /// Nothing drawn yet.
  public init() {}
}
