import Screen
import Testing

private func frame(_ columns: Int, _ rows: Int = 1) -> Frame { Frame(size: Size(columns: columns, rows: rows)) }

struct FrameTests {
  @Test(arguments: [
    (0, "abcdef", "abcde…"), (3, "abc", "   abc"), (4, "abc", "    a…"), (6, "abc", ""), (-2, "abcd", "cd"),
    (-9, "abc", ""),
  ])
  func `a text is cut at the edges of the picture`(column: Int, text: String, expected: String) {
    var picture = frame(6)
    picture.write(text + (column == 0 ? "g" : ""), row: 0, column: column)
    #expect(picture.text == expected)
  }

  @Test(arguments: [-1, 1, 99])
  func `a row outside the picture takes nothing`(row: Int) {
    var picture = frame(4)
    picture.write("abc", row: row, column: 0)
    #expect(picture.text == "")
  }

  @Test(arguments: [
    (Alignment.leading, "[ab  ]"), (.trailing, "[  ab]"), (.centre, "[ ab ]"),
  ])
  func `a field is filled up with blanks`(alignment: Alignment, expected: String) {
    var picture = frame(6)
    picture.write("[xxxx]", row: 0, column: 0)
    let end = picture.write("ab", row: 0, column: 1, width: 4, alignment: alignment)
    #expect(picture.text == expected)
    #expect(end == 5)
  }

  @Test(arguments: [(5, "abcde"), (4, "abc…"), (1, "…"), (0, "")])
  func `a text longer than its field ends in an ellipsis`(width: Int, expected: String) {
    var picture = frame(9)
    picture.write("abcde", row: 0, column: 0, width: width)
    #expect(picture.text == expected)
  }

  @Test(arguments: [
    (12, "one two three"), (9, "one two…"), (7, "one…"), (5, "one…"), (3, "on…"), (1, "…"),
  ])
  func `a line is cut between its words where that leaves two fifths of the room`(limit: Int, expected: String) {
    #expect(StyledText("one two three").truncated(to: limit == 12 ? 13 : limit).plain == expected)
  }

  @Test func `what only leads on to the next word goes with it`() {
    #expect(StyledText("88.4%, of 33,521 · no").truncated(to: 20).plain == "88.4%, of 33,521 …")
    #expect(StyledText([("one, ", .text), ("two", .faint)]).truncated(to: 6).runs.map(\.text) == ["one…"])
  }

  @Test func `a line is broken between words, each with its meaning`() {
    let lines = StyledText([("one ", .text), ("two three", .faint)]).wrapped(to: 7)
    #expect(lines.map(\.plain) == ["one two", "three"])
    #expect(lines[0].runs.map(\.role) == [.text, .faint])
  }

  @Test func `a wide character never leaves half of itself`() {
    for column in 0..<4 {
      var picture = frame(4)
      picture.write("日本", row: 0, column: 0)
      picture.write("x", row: 0, column: column)
      for index in 0..<4 where picture[0, index].isContinuation {
        #expect(CharacterWidth.of(picture[0, index - 1].character) == 2)
      }
      for index in 0..<4 where CharacterWidth.of(picture[0, index].character) == 2 {
        #expect(picture[0, index + 1].isContinuation)
      }
    }
  }

  @Test(arguments: [(-1, " x"), (2, "  x…"), (3, "   …")])
  func `a wide character that does not fit whole is not begun`(column: Int, expected: String) {
    var picture = frame(4)
    picture.write(column < 0 ? "日x" : "x日日", row: 0, column: column)
    #expect(picture.text == expected)
  }

  @Test func `a wide character over the second half of another leaves a blank`() {
    var picture = frame(5)
    picture.write("日日", row: 0, column: 0)
    picture.write("本", row: 0, column: 1)
    #expect(picture.text == " 本")
    #expect(!picture[0, 3].isContinuation)
  }

  @Test func `highlighting keeps what stands there`() {
    var picture = frame(5)
    picture.write("abcde", row: 0, column: 0, role: .strong)
    picture.highlight(row: 0, column: 1, columns: 2)
    #expect((0..<5).map { picture[0, $0].isSelected } == [false, true, true, false, false])
    #expect(picture.text == "abcde")
  }

  @Test func `the text of a picture has no blanks at its line ends`() {
    var picture = frame(6, 3)
    picture.write("ab  ", row: 0, column: 1)
    picture.write("c", row: 2, column: 0)
    #expect(picture.text == " ab\n\nc")
  }

  @Test func `a styled line keeps the meaning of each run`() {
    var picture = frame(4)
    picture.write(StyledText([("ab", .strong), ("cd", .faint)]), row: 0, column: 0)
    #expect((0..<4).map { picture[0, $0].role } == [.strong, .strong, .faint, .faint])
  }

  @Test func `a line written in a region never leaves it`() {
    var picture = frame(9, 2)
    let region = Region(row: 0, column: 2, columns: 3, rows: 1)
    picture.write("abcdef", .text, in: region)
    picture.write("below", .text, in: region, line: 1)
    #expect(picture.text == "  ab…\n")
  }
}
