import Metrics
import Workbooks

/// The tables of a file that is not part of a board: the file itself, or the sheets of a workbook.
public struct PlainTables: Sendable {
  /// The bytes of each table as CSV, and its sheet; for a long sheet, its beginning.
  public private(set) var tables: [(sheet: String?, bytes: [UInt8])] = []
  /// Why it cannot be read; `nil` where it was.
  public private(set) var problem: Problem?

  /// The tables of the file at a path.
  public init(_ path: String) {
    let (bytes, problem) = PlainFile.contents(path)
    if let problem {
      self.problem = problem
      return
    }
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      tables = [(nil, bytes)]
      return
    }
    do throws(WorkbookFault) {
      let book = try Workbook(path: path)
      for sheet in book.sheets where sheet.kind == .table {
        var bytes: [UInt8] = []
        _ = try book.read(sheet) { block in
          bytes.append(contentsOf: block)
          return bytes.count < PlainTables.limit
        }
        tables.append((sheet.name, bytes))
      }
    } catch {
      self.problem = FeedFault(error).problem(of: path)
    }
  }

  /// How many bytes of a sheet are read.
  private static let limit = 8 << 20
}

/// A file that is read whole and is not part of a board.
public enum PlainFile {
  /// The bytes of a file, or the problem that says why it cannot be read.
  public static func contents(_ path: String) -> (bytes: [UInt8], problem: Problem?) {
    do throws(SystemFailure) {
      return (try ByteStream.contents(path, limit: 256 << 20), nil)
    } catch {
      let fault: FeedFault = error.isMissing ? .missing : .unreadable(error)
      return ([], fault.problem(of: path))
    }
  }
}
