import CArchive

/// The contents of a zip, from its own list: nothing is unpacked for it.
struct ZipMembers {
  /// The members that may hold an extract, in the order of their names.
  private(set) var files: [FoundFile] = []
  /// Problems with members, and members that are not read: the fault, and the member's name with the zip's.
  private(set) var faults: [(fault: FeedFault, name: String)] = []
  /// How many members of each name there are so far: a zip may have several, each a file of its own.
  private var namesakes: [String: Int] = [:]
  private let handles: ZipHandles

  /// Lists the zip at a path.
  ///
  /// - Parameter name: the zip's name in problems.
  init(path: String, name: String, identity: FileIdentity, limits: ContainerLimits) throws(FeedFault) {
    handles = ZipHandles(path: path)
    let zip = try handles.take()
    defer { handles.giveBack(zip) }
    let count = Int(carchive_count(zip))
    guard count <= limits.members else { throw .tooManyMembers(count, limit: limits.members) }
    var total: UInt64 = 0
    for place in 0..<count {
      var member = carchive_member()
      guard carchive_member_at(zip, Int64(place), &member) != 0, let text = member.name else {
        faults.append((.damaged("member \(place + 1) has no name"), name))
        continue
      }
      add(String(cString: text), place, size: member.size, to: (path, name, identity), limits)
      total = total.addingReportingOverflow(member.size).overflow ? .max : total + member.size
    }
    guard total <= limits.zip else { throw .unpacksBeyond(limits.zip) }
    if files.isEmpty, faults.isEmpty { throw .noMembers }
    files.sort { $0.name < $1.name }
  }

  private mutating func add(
    _ member: String, _ place: Int, size: UInt64, to zip: (path: String, name: String, identity: FileIdentity),
    _ limits: ContainerLimits
  ) {
    let shown = zip.name + "/" + member
    if ZipMembers.leadsOut(member) {
      faults.append((.leadsOut, shown))
    } else if member.hasSuffix("/") || ZipMembers.isHidden(member) {
      return
    } else if size > limits.file {
      faults.append((.unpacksBeyond(limits.file), shown))
    } else {
      switch FileKind(name: Folder.name(of: member)) {
      case .extract:
        let packing = Packing.member(place, name: member, namesakes: namesakes[member, default: 0], size: size)
        namesakes[member, default: 0] += 1
        let file = FoundFile(path: zip.path, name: shown, identity: zip.identity, packing: packing, zip: handles)
        files.append(file.renamed(zip.name + "/" + file.memberName))
      case .packed(let remedy): faults.append((.packed(remedy: remedy, isAlone: false), shown))
      case .workbook: faults.append((.workbookInside, shown))
      case .gzip, .zip: faults.append((.packedTwice, shown))
      case .settings: faults.append((.settingsInside, shown))
      case .text, .other: faults.append((.notCSV, shown))
      }
    }
  }

  /// Whether a name would be outside the folder that the zip is unpacked in. Nothing is ever unpacked to disk, but a
  /// member with such a name is malicious, or not an extract.
  private static func leadsOut(_ member: String) -> Bool {
    let parts = member.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    let hasDrive = parts.first.map { $0.count == 2 && $0.last == ":" } ?? false
    return parts.first?.isEmpty == true || hasDrive || parts.contains("..")
  }

  /// Whether a member is a file that operating systems leave behind, such as `__MACOSX/._a.csv`, or a hidden file.
  private static func isHidden(_ member: String) -> Bool {
    member.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }
}
