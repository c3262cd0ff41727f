import Feeds
import Glibc

/// A folder of its own to which something happens every minute.
struct ChangingFolder {
  let path: String

  /// The board of the folder, about whoever is in it.
  var feed: Feed { Feed(paths: [path]) { _ in (.everything, []) } }

  /// With some of another folder's files, and one that changes.
  init(copying source: String) {
    var template = Array("/tmp/sitrep-soak-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
    for name in Files.names(source) where name.hasPrefix("Monthly-AE-") || name.hasSuffix("-position.csv") {
      Files.write(Files.contents("\(source)/\(name)"), to: "\(path)/\(name)")
    }
    Files.write(ChangingFolder.daily(0), to: path + "/daily.csv")
  }

  /// Daily returns that are others every minute.
  private static func daily(_ minute: Int) -> String {
    var text = "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
    for day in 1...28 {
      text += "ae.four-hour,RZ1,2018-02-\(day < 10 ? "0" : "")\(day),,,\(300 + (minute * 7 + day * 13) % 90),400,\n"
    }
    return text
  }

  /// What happens in a minute; whether every file is whole after it.
  @discardableResult
  func change(_ minute: Int) -> Bool {
    let file = path + "/daily.csv"
    switch minute % 30 {
    case 7: Files.write("", to: file)
    case 11: unlink(file)
    case 17: Files.write(String(ChangingFolder.daily(minute).dropLast(9)), to: file)
    case 23: rename(path, path + "-aside")
    case 24:
      rename(path + "-aside", path)
      Files.write(ChangingFolder.daily(minute), to: file)
      return true
    default:
      Files.write(ChangingFolder.daily(minute), to: file)
      return true
    }
    return false
  }

  func remove() {
    for name in Files.names(path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
