/// The number that identifies a patient: ten digits, the last a check digit modulo 11.
///
/// - Source: NHS Data Dictionary, NHS NUMBER.
public enum NHSNumber {
  /// The first NHS number in a text, as it is written there; `nil` where there is none. Ten digits in a row are found,
  /// and ten in groups of three, three and four.
  public static func first(in text: String) -> String? {
    let letters = Array(text)
    var start = 0
    while start < letters.count {
      guard digit(letters[start]) != nil, start == 0 || digit(letters[start - 1]) == nil else {
        start += 1
        continue
      }
      if let end = [run(letters, start), groups(letters, start)].compactMap({ $0 }).first {
        let written = letters[start..<end]
        if isValid(written.compactMap(digit)) { return String(written) }
      }
      start += 1
    }
    return nil
  }

  /// Whether ten digits end with the correct check digit.
  static func isValid(_ digits: [Int]) -> Bool {
    guard digits.count == 10 else { return false }
    let sum = zip(digits, stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    return check < 10 && check == digits[9]
  }

  /// A digit, in any script.
  private static func digit(_ letter: Character) -> Int? {
    guard letter.unicodeScalars.count == 1, let number = letter.wholeNumberValue, (0...9).contains(number),
      letter.unicodeScalars.first?.properties.numericType == .decimal
    else { return nil }
    return number
  }

  private static func run(_ letters: [Character], _ start: Int) -> Int? {
    let end = letters[start...].firstIndex { digit($0) == nil } ?? letters.count
    return end - start == 10 ? end : nil
  }

  private static func groups(_ letters: [Character], _ start: Int) -> Int? {
    var place = start
    for (number, length) in [3, 3, 4].enumerated() {
      if number > 0 {
        guard place < letters.count, isSeparator(letters[place]) else { return nil }
        place += 1
      }
      guard place + length <= letters.count, letters[place..<place + length].allSatisfy({ digit($0) != nil }) else {
        return nil
      }
      place += length
    }
    return place < letters.count && digit(letters[place]) != nil ? nil : place
  }

  private static func isSeparator(_ letter: Character) -> Bool {
    letter.isWhitespace || "-–‐‑./".contains(letter)
  }
}
