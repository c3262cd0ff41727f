import Metrics

/// An event as a line of a file: JSON that ends with the hash of the line before and its own.
///
/// `{"sitrep":1,"event":"action","at":"2018-03-20T09:00:07","by":"ward@host","text":"…","prev":"…","hash":"…"}`. The
/// hash is the SHA-256 of the line up to `,"hash"`. A changed byte shows in the line itself, and a removed line shows
/// in the next one.
struct EventLine: Equatable {
  /// The event.
  let event: ActionEvent
  /// The hash of the line before; empty in the first line.
  let previous: String
  /// Its own hash.
  let hash: String

  /// The version of the format that is written.
  static let version = 1
  /// The most bytes of a line.
  static let mostBytes = 16 << 10

  /// Why a line is not an event that sitrep wrote.
  enum Fault: Error, Hashable {
    /// It is not a JSON object with what an event needs.
    case unreadable
    /// It was written by a later version of this program.
    case later(Int)
    /// Its hash does not match its bytes.
    case changed
    /// The hash cannot be calculated, because OpenSSL is not installed.
    case unchecked
  }

  private static let mark = Array(",\"hash\":\"".utf8)

  /// The line of an event that follows another; `nil` where OpenSSL is not installed.
  static func written(_ event: ActionEvent, after previous: String) -> (text: String, hash: String)? {
    var object = FlatObject()
    object.add("sitrep", version)
    object.add("event", event.kind.rawValue)
    object.add("at", "\(event.at.day.text)T\(event.at.clockWithSeconds)")
    object.add("by", event.by)
    object.add("id", event.id.isEmpty ? nil : event.id)
    object.add("metric", event.subject.metric?.text)
    object.add("organisation", event.subject.organisation?.text)
    object.add("period", event.subject.period?.text)
    object.add("text", event.text.isEmpty ? nil : event.text)
    object.add("owner", event.owner)
    object.add("due", event.due?.text)
    object.add("status", event.status?.rawValue)
    object.add("escalated_to", event.escalatedTo)
    object.add("prev", previous)
    let head = String(object.line.dropLast())
    guard let hash = SHA256.hex(Array(head.utf8)) else { return nil }
    return ("\(head),\"hash\":\"\(hash)\"}", hash)
  }

  /// Reads a line without its line end.
  init(_ bytes: ArraySlice<UInt8>) throws(Fault) {
    guard bytes.count <= EventLine.mostBytes, let object = FlatObject(bytes), let version = object.number("sitrep")
    else {
      throw .unreadable
    }
    guard version <= EventLine.version else { throw .later(version) }
    guard let hash = object["hash"], let previous = object["prev"], let event = ActionEvent(object) else {
      throw .unreadable
    }
    let tail = EventLine.mark + Array(hash.utf8) + Array("\"}".utf8)
    guard bytes.suffix(tail.count).elementsEqual(tail) else { throw .changed }
    guard let own = SHA256.hex(bytes.dropLast(tail.count)) else { throw .unchecked }
    guard own == hash else { throw .changed }
    (self.event, self.previous, self.hash) = (event, previous, hash)
  }
}

extension ActionEvent {
  /// The event of an object; `nil` where something is missing or invalid.
  fileprivate init?(_ object: FlatObject) {
    guard let kind = object["event"].flatMap(Kind.init), let at = object["at"].flatMap({ Moment($0) }),
      let by = object["by"]
    else { return nil }
    self.init(kind, at: at, by: by)
    id = object["id"] ?? ""
    text = object["text"] ?? ""
    guard kind == .change ? !id.isEmpty : !text.isEmpty else { return nil }
    subject.metric = object["metric"].map { MetricID($0) }
    subject.organisation = object["organisation"].map { OrganisationCode($0) }
    (owner, escalatedTo) = (object["owner"], object["escalated_to"])
    // A word that means nothing here must not be treated as missing.
    if let word = object["period"] {
      guard let period = Period(word) else { return nil }
      subject.period = period
    }
    if let word = object["due"] {
      guard let day = Day(word) else { return nil }
      due = day
    }
    if let word = object["status"] {
      guard let status = ActionStatus(word) else { return nil }
      self.status = status
    }
  }
}
