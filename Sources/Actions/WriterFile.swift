import Metrics

/// What one writer has written, from the bytes of the file: every event that is unchanged, and the problems with the
/// rest.
struct WriterFile {
  /// An event with its hash and its earliest possible time: a clock that was set back does not change the order in
  /// which a writer wrote.
  struct Entry {
    let event: ActionEvent
    let hash: String
    let moment: Moment
    let line: Int
  }

  /// The name of the file.
  let name: String
  /// The events in the order in which they were written.
  private(set) var entries: [Entry] = []
  /// The problems.
  private(set) var problems: [Problem] = []
  /// The hash that the next line must refer to.
  private(set) var last = ""
  /// Whether sitrep wrote the file, in a version that is known.
  private(set) var isOurs = true
  /// Whether the last line has no line end, because it was cut off while it was written.
  private(set) var isCutShort = false

  /// The most problems of one file that are listed one by one.
  private static let mostProblems = 20

  init(_ bytes: [UInt8], name: String) {
    self.name = name
    guard !bytes.isEmpty else { return }
    isCutShort = bytes.last != UInt8(ascii: "\n")
    var number = 0
    var untold = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      // After the end of the last line, or after a cut-off line that was ended while still empty.
      if line.isEmpty { continue }
      do throws(EventLine.Fault) {
        take(try EventLine(line), at: number)
      } catch {
        if entries.isEmpty, number == 1, isForeign(line, error) { return }
        if problems.count >= WriterFile.mostProblems { untold += 1 } else { note(error, at: number, of: line, bytes) }
      }
    }
    if untold > 0 {
      problems.append(
        Problem(
          .error, file: name, "\(untold) more lines cannot be used", expected: "a line of JSON for each event",
          fix: "restore the file from a backup; what was agreed in these lines is missing"))
    }
  }

  private mutating func take(_ line: EventLine, at number: Int) {
    if line.previous != last {
      problems.append(
        Problem(
          .error, file: name, line: number,
          entries.isEmpty
            ? "the lines before this one are missing" : "a line before this one was removed, added or changed",
          expected: "the hash of the line before, \(last.isEmpty ? "none" : String(last.prefix(12)))",
          fix: "compare the file with a backup; the event in this line is as it was written"))
    }
    let before = entries.last?.moment
    if let before, line.event.at < before, !problems.contains(where: { $0.severity == .warning }) {
      problems.append(
        Problem(
          .warning, file: name, line: number,
          "this event is dated \(WriterFile.title(line.event.at)), before the one above it (\(WriterFile.title(before)))",
          expected: "a clock that goes forward", fix: "check the clock of that machine; the order of the lines is kept")
      )
    }
    entries.append(
      Entry(event: line.event, hash: line.hash, moment: max(line.event.at, before ?? line.event.at), line: number))
    last = line.hash
  }

  /// Whether the first line shows that sitrep did not write the file; it is then left alone.
  private mutating func isForeign(_ line: ArraySlice<UInt8>, _ fault: EventLine.Fault) -> Bool {
    let marker = Array("{\"sitrep\":".utf8)
    switch fault {
    case .later(let version):
      problems = [
        Problem(
          .error, file: name, "the file is of version \(version); this sitrep reads version \(EventLine.version)",
          fix: "install the latest sitrep")
      ]
    case .unchecked:
      problems = [
        Problem(
          .error, file: name, "actions cannot be checked: libcrypto is not installed",
          expected: "OpenSSL's library, which works out SHA-256",
          fix: "install libssl3 (Debian, Ubuntu) or openssl-libs")
      ]
    case .unreadable where !line.starts(with: marker):
      problems = [
        Problem(
          .warning, file: name, line: 1,
          "this is not a file of actions: its first line \(WriterFile.words(for: line)); it is left alone",
          expected: "lines that begin with {\"sitrep\":1", fix: "move files of other programs to another folder")
      ]
    case .unreadable, .changed: return false
    }
    isOurs = false
    return true
  }

  /// The most letters of a line that are quoted.
  private static let mostQuoted = 40

  /// What a line begins with, as it can be shown: a character that is not plainly visible is `·`, and a patient's number is
  /// not shown.
  private static func words(for line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line.prefix(4 * mostQuoted), as: UTF8.self)
    if NHSNumber.first(in: text) != nil { return "has an NHS number" }
    var shown = "is \""
    for scalar in text.unicodeScalars.prefix(mostQuoted) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: shown += "·"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown + (text.unicodeScalars.count > mostQuoted ? "…\"" : "\"")
  }

  private mutating func note(_ fault: EventLine.Fault, at number: Int, of line: ArraySlice<UInt8>, _ bytes: [UInt8]) {
    switch fault {
    case .changed:
      // The next line refers to this one as it was written, which its last member states.
      if let hash = FlatObject(line)?["hash"] { last = hash }
      problems.append(
        Problem(
          .error, file: name, line: number, "this line was changed after it was written",
          expected: "the bytes that its hash was made of",
          fix: "restore the line from a backup; until then the event in it is left out"))
    case .later(let version):
      problems.append(
        Problem(
          .error, file: name, line: number, "this line is of version \(version)",
          expected: "version \(EventLine.version)", fix: "install the latest sitrep"))
    case .unreadable, .unchecked:
      let isLast = isCutShort && line.endIndex == bytes.endIndex
      problems.append(
        Problem(
          .error, file: name, line: number,
          isLast ? "this line was cut short while it was written" : "this line cannot be read as an event",
          expected: "a line of JSON with sitrep, event, at, by, prev and hash",
          fix: isLast
            ? "write the action again; the next line begins below this one"
            : "restore the line from a backup; until then the event in it is left out"))
    }
  }

  private static func title(_ moment: Moment) -> String { "\(Period.title(of: moment.day)) \(moment.clock)" }
}
