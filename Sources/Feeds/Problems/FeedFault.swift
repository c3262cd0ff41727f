import Workbooks

/// What can be wrong with a path or a container before a row in it is read.
enum FeedFault: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case missing
  /// A file was there when its folder was listed, and is not any more.
  case vanished
  /// The system does not let it be read.
  case unreadable(SystemFailure)
  /// The reading was stopped before it came to the file.
  case notRead
  /// A folder whose name ends like a file's.
  case folderNamedLikeFile
  /// A text in a folder, which may hold a table all the same.
  case passedOver
  /// A pipe, a device or a socket.
  case notRegular
  /// A container that is not read; on its own it leaves nothing to read.
  case packed(remedy: String, isAlone: Bool)
  /// A folder without a single extract; one below it has some.
  case noExtracts(below: String?)
  /// A second `system.toml`.
  case secondSettings(used: String)
  /// The same bytes as a file that is read.
  case sameBytes(as: String)

  // Workbooks.
  /// A workbook, or a sheet of it, cannot be read.
  case workbook(WorkbookFault)
  /// A workbook inside a zip.
  case workbookInside
  /// None of the sheets of a workbook fits a layout; their names.
  case noSheet([String])

  // Containers.
  /// Cut short, not what its name says, or its checksum is wrong; in the library's own words.
  case damaged(String)
  /// It takes a password.
  case encrypted
  /// Packed in a way that is not read, by its number.
  case unknownPacking(String)
  /// It unpacks to more than so many bytes.
  case unpacksBeyond(UInt64)
  /// More members than are looked at.
  case tooManyMembers(Int, limit: Int)
  /// A zip with nothing in it.
  case noMembers
  /// A member whose name is absolute, or leads out of its folder.
  case leadsOut
  /// A member that is itself packed.
  case packedTwice
  /// A `system.toml` in a zip.
  case settingsInside
  /// A member that is no CSV by its name.
  case notCSV
  /// The library that reads it is not installed.
  case noLibrary(String)
}
