import Screen

@testable import Terminal

/// Takes the bytes for what a terminal sends: UTF-8, or after FE one of ncurses' codes, or after FF something done with the
/// mouse. Nothing may trap, no key is a control character, and what was read twice gives the same keys twice.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzKeys(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  limitProcessorTime()
  let inputs = inputs(UnsafeBufferPointer(start: bytes, count: count))
  var (decoder, again) = (KeyDecoder(), KeyDecoder())
  let keys = decoder.keys(inputs)
  precondition(keys == again.keys(inputs))
  precondition(keys.count <= inputs.count)
  for case .character(let letter) in keys {
    precondition(!letter.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(letter)")
  }
  return 0
}

private func inputs(_ bytes: UnsafeBufferPointer<UInt8>) -> [KeyDecoder.Input] {
  var inputs: [KeyDecoder.Input] = []
  var rest = bytes[...]
  while let first = rest.first {
    if first == 0xFE, rest.count >= 3 {
      let bytes = rest.prefix(3).map(Int32.init)
      inputs.append(.code(bytes[1] << 8 | bytes[2]))
      rest = rest.dropFirst(3)
    } else if first == 0xFF, rest.count >= 5 {
      let numbers = rest.prefix(5).map { Int(Int8(bitPattern: $0)) }
      let kinds: [MouseEvent.Kind] = [.press, .wheelUp, .wheelDown]
      let event = MouseEvent(kinds[abs(numbers[1]) % kinds.count], at: Position(row: numbers[2], column: numbers[3]))
      inputs.append(.mouse(event, milliseconds: Int64(numbers[4]) * 100))
      rest = rest.dropFirst(5)
    } else {
      inputs.append(.scalar(scalar(&rest)))
    }
  }
  return inputs
}

/// The next character; a byte that belongs to none as it is.
private func scalar(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
  let first = UInt32(rest.removeFirst())
  let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
  guard rest.count >= length, length > 0 else { return first }
  return rest.prefix(length).reduce(first & (0x3F >> UInt32(length))) { $0 << 6 | UInt32($1 & 0x3F) }
}
