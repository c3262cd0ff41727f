/// The parts that a part of a package refers to.
struct Relationships {
  fileprivate struct Target {
    let id: String, type: String, part: String
  }

  private let targets: [Target]

  /// Reads what a part refers to; an empty name means the package itself.
  init(_ package: Package, of part: String) throws(WorkbookFault) {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let handler = RelationshipsHandler(folder: folder)
    try package.read("\(folder)_rels/\(name).rels", handler)
    targets = handler.targets
  }

  /// The part with an identifier, and its type.
  func target(id: String) -> (part: String, type: String)? {
    targets.first { $0.id == id }.map { ($0.part, $0.type) }
  }

  /// The first part whose type has this ending: the transitional and the strict names begin differently.
  func target(typed end: String) -> String? { targets.first { $0.type.hasSuffix(end) }?.part }
}

private final class RelationshipsHandler: XMLHandler {
  private let folder: String
  private(set) var targets: [Relationships.Target] = []

  init(folder: String) { self.folder = folder }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.is("Relationship"), attributes.text("TargetMode") != "External", let id = attributes.text("Id"),
      let target = attributes.text("Target"), targets.count < 100_000
    else { return }
    targets.append(Relationships.Target(id: id, type: attributes.text("Type") ?? "", part: resolved(target)))
  }

  /// A target as the name of a part; one that starts with `/` is the name itself.
  private func resolved(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
