import Metrics

/// Everything that a reader may know about a system, as text in a fixed order, whatever the order of its dictionaries.
struct SystemSignature: Sendable {
  private let system: HealthSystem

  init(_ system: HealthSystem) { self.system = system }

  /// The system's own metrics and layouts, and its organisations' codes and names.
  var text: String {
    let organisations = system.organisations.map { "\($0.code.text)\t\($0.name)\t\($0.shortName)" }
    return (system.metrics.map(SystemSignature.words) + system.layouts.map(SystemSignature.words) + organisations)
      .joined(separator: "\n")
  }

  /// A value with all its contents, including properties added to its type later.
  private static func words(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return "\(value)" }
    var children = mirror.children.map { "\($0.label ?? ""):\(words($0.value))" }
    if mirror.displayStyle == .dictionary || mirror.displayStyle == .set { children.sort() }
    return "\(mirror.displayStyle == .enum ? "." : "")(\(children.joined(separator: ",")))"
  }
}
