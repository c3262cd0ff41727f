import ArgumentParser

/// What `--frame` prints the picture as.
enum FrameOption: String, ExpressibleByArgument, CaseIterable {
  /// Characters alone.
  case text

  /// The arguments with `--frame` made `--frame=text`: its value is optional, and never the next word.
  static func prepared(_ arguments: [String]) -> [String] {
    // What follows a lone `--` is words, whatever they look like.
    let end = arguments.firstIndex(of: "--") ?? arguments.count
    return arguments[..<end].map { $0 == "--frame" ? "--frame=text" : $0 } + arguments[end...]
  }
}
