import ArgumentParser

/// What `--frame` prints the picture as.
enum FrameOption: String, ExpressibleByArgument, CaseIterable {
  /// Characters alone.
  case text

  /// The arguments with `--frame` made `--frame=text`: its value is optional, and never the next word.
  static func prepared(_ arguments: [String]) -> [String] {
    guard let end = arguments.firstIndex(of: "--") else { return arguments.map { $0 == "--frame" ? "--frame=text" : $0 } }
    return prepared(Array(arguments[..<end])) + arguments[end...]
  }
}
