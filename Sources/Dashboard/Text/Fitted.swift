/// A text on lines of at most `width` characters, broken between words.
func wrapped(_ text: String, to width: Int) -> [String] {
  guard width > 0 else { return [] }
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " " + word
  }
  return line.isEmpty ? lines : lines + [line]
}

/// A text on at most `count` lines of `width` characters: whole where it fits, otherwise as many of its first clauses
/// as fit; where that would leave half of the room empty, its first words and `…`.
func fitted(_ text: String, to width: Int, lines count: Int) -> [String] {
  guard width > 0, count > 0, !text.isEmpty else { return [] }
  // Most texts fit, and every picture needs dozens.
  if text.utf8.count <= width { return [text] }
  func fits(_ lines: [String]) -> Bool { lines.count <= count && lines.allSatisfy { $0.count <= width } }
  for clauses in openings(of: text) where clauses.count == text.count || clauses.count >= width * count / 2 {
    let lines = wrapped(clauses, to: width)
    if fits(lines) { return lines }
  }
  var lines = Array(wrapped(text, to: width - 1).prefix(count))
  guard var last = lines.popLast() else { return [] }
  while let end = last.last, " ,;:·(".contains(end) { last.removeLast() }
  return lines + [last.count < width ? last + "…" : last]
}

/// A text, then without its last clause, and so on: `page 9; all residents` and `page 9`. An opening bracket is kept
/// only with its closing one.
private func openings(of text: String) -> [String] {
  let ends = text.indices.filter { place in
    [", ", "; ", " (", " · "].contains { text[place...].hasPrefix($0) }
  }
  return [text]
    + ends.reversed().map { String(text[..<$0]) }.filter { part in
      !part.isEmpty && part.count { $0 == "(" } == part.count { $0 == ")" }
    }
}

/// `1 error`, `2 errors`.
package func counted(_ number: Int, _ word: String) -> String { number == 1 ? "1 \(word)" : "\(number) \(word)s" }

/// A name in this many cells, cut in its middle: the beginning distinguishes files, and the number at the end lines.
func elided(_ text: String, to width: Int) -> String {
  guard text.count > width, width > 2 else { return text }
  let end = (width - 1) / 2
  return text.prefix(width - 1 - end) + "…" + text.suffix(end)
}
