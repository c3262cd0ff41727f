/// The name of an element or attribute without its prefix, valid during the call that passes it.
struct XMLName {
  private let text: UnsafePointer<CChar>

  @inline(__always)
  init(_ name: UnsafePointer<CChar>) {
    var (text, place) = (name, name)
    while place.pointee != 0 {
      if place.pointee == 0x3A { text = place + 1 }
      place += 1
    }
    self.text = text
  }

  /// Whether it is this name.
  @inline(__always)
  func `is`(_ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    for place in 0..<count where text[place] != CChar(bitPattern: name.utf8Start[place]) { return false }
    return text[count] == 0
  }
}

/// The attributes of an element, valid during the call that passes them.
struct XMLAttributes {
  private let list: UnsafePointer<UnsafePointer<CChar>?>

  init(_ list: UnsafePointer<UnsafePointer<CChar>?>) { self.list = list }

  /// Calls a closure with every name and value.
  @inline(__always)
  func forEach(_ body: (XMLName, UnsafePointer<CChar>) -> Void) {
    var place = list
    while let name = place[0], let value = place[1] {
      body(XMLName(name), value)
      place += 2
    }
  }

  /// The value of an attribute, whatever its prefix.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    var place = list
    while let found = place[0], let value = place[1] {
      if XMLName(found).is(name) { return value }
      place += 2
    }
    return nil
  }

  /// The value of an attribute as text.
  func text(_ name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  /// The value of an attribute as a whole number of 0 or more; a number too large for any sheet becomes `Int32.max`.
  func number(_ name: StaticString) -> Int? { bytes(name).flatMap(XMLAttributes.number) }

  /// A whole number of 0 or more.
  @inline(__always)
  static func number(_ text: UnsafePointer<CChar>) -> Int? {
    var (place, number) = (text, 0)
    guard place.pointee != 0 else { return nil }
    while place.pointee != 0 {
      let digit = Int(place.pointee) - 0x30
      guard (0...9).contains(digit) else { return nil }
      number = min(number * 10 + digit, Int(Int32.max))
      place += 1
    }
    return number
  }

  /// Whether an attribute exists and is true: `1`, `true` or `on`, as the schemas allow.
  func isTrue(_ name: StaticString) -> Bool {
    guard let text = text(name) else { return false }
    return ["1", "true", "on"].contains(text.lowercased())
  }
}
