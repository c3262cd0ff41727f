import Workbooks

/// What can be wrong with a path or a container before any row is read.
enum FeedFault: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case missing
  /// A file was there when its folder was listed, and is not any more.
  case vanished
  /// The operating system does not allow it to be read.
  case unreadable(SystemFailure)
  /// Reading was stopped before the file.
  case notRead
  /// A folder whose name ends like a file's.
  case folderNamedLikeFile
  /// A text file in a folder, which may be a table.
  case passedOver
  /// A pipe, a device or a socket.
  case notRegular
  /// A container that is not read; where it is alone there is nothing to read.
  case packed(remedy: String, isAlone: Bool)
  /// A folder without any extract; a folder inside it has some.
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
  /// It is cut off, it is not what its name says, or its checksum is wrong; in the library's own words.
  case damaged(String)
  /// It is protected by a password.
  case encrypted
  /// It is packed by a method that is not supported, by its number.
  case unknownPacking(String)
  /// It unpacks to more than this many bytes.
  case unpacksBeyond(UInt64)
  /// It has more members than are examined.
  case tooManyMembers(Int, limit: Int)
  /// A zip with nothing in it.
  case noMembers
  /// A member whose name is absolute, or leads out of its folder.
  case leadsOut
  /// A member that is itself packed.
  case packedTwice
  /// A `system.toml` in a zip.
  case settingsInside
  /// A member that is not a CSV by its name.
  case notCSV
  /// The library that reads it is not installed.
  case noLibrary(String)
}
