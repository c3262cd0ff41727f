/// What a picture may take over from the one before.
public struct LastPicture {
  var header = DrawnHeader()
  var panels = DrawnPanels()

  /// Nothing drawn yet.
  public init() {}
}
