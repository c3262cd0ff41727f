import Metrics
import Testing

@testable import Actions

/// What somebody types becomes an event, or is refused with the reason.
@Suite struct ActionDraftTests {
  @Test(arguments: [
    ("seen 943 476 5919 today", "943 476 5919"), ("9434765919", "9434765919"), ("no. 943-476-5919.", "943-476-5919"),
    ("(９４３ ４７６ ５９１９)", "９４３ ４７６ ５９１９"), ("943\u{A0}476\u{A0}5919", "943\u{A0}476\u{A0}5919"),
    ("x9434765919", "9434765919"),
  ]) func `an NHS number is found however it is written`(text: String, number: String) {
    #expect(NHSNumber.first(in: text) == number)
  }

  @Test(arguments: [
    "9434765918", "943 476 591", "01632 960 001", "94347659190", "19434765919", "9 4 3 4 7 6 5 9 1 9",
    "2018-03-20 09:00",
    "92.0% of 12,345,678",
  ]) func `other numbers are let through`(text: String) { #expect(NHSNumber.first(in: text) == nil) }

  @Test func `a draft that names a patient is refused in every field`() {
    let fields: [WritableKeyPath<ActionDraft, String>] = [\.text, \.owner, \.escalatedTo]
    for field in fields {
      var draft = ActionDraft(.action)
      draft.text = "ring the ward"
      draft[keyPath: field] = "943 476 5919"
      let refusal = #expect(throws: ActionDraft.Refusal.self) { try draft.event(at: Moment("2018-03-20")!, by: "w") }
      #expect(refusal?.message.contains("is an NHS number") == true)
    }
  }

  @Test(arguments: [
    ("2018-03-27", "2018-03-27"), ("27 Mar", "2018-03-27"), ("27 march 2019", "2019-03-27"), ("19 mar", "2019-03-19"),
    ("27/3", "2018-03-27"), ("27/03/2018", "2018-03-27"), ("+7", "2018-03-27"), ("friday", "2018-03-23"),
    ("tue", "2018-03-27"), ("today", "2018-03-20"), ("tomorrow", "2018-03-21"), ("29 feb", "2020-02-29"),
    ("31 apr", nil), ("soon", nil), ("+x", nil), ("13/13/2018", nil), ("", nil),
  ]) func `a day is read as people say it on Tuesday 20 March 2018`(text: String, day: String?) {
    #expect(DueDay.read(text, on: Day("2018-03-20")!)?.text == day)
  }

  @Test(arguments: [
    ("", "", "", "what is to be done? an action needs a text"),
    ("x", "soon", "", "\"soon\" is not a day; expected one such as 2018-03-27, 27 Mar, +7 or friday"),
    ("x", "", "maybe", "\"maybe\" is not a status; expected open, in progress, blocked, done, cancelled"),
    (
      String(repeating: "x", count: 501), "", "", "the text has 501 letters; expected 500 at most"
    ),
  ]) func `what cannot be written is refused with what to do`(
    text: String, due: String, status: String, message: String
  ) {
    var draft = ActionDraft(.action)
    (draft.text, draft.due, draft.status) = (text, due, status)
    let refusal = #expect(throws: ActionDraft.Refusal.self) { try draft.event(at: Moment("2018-03-20")!, by: "w") }
    #expect(refusal?.message == message)
  }

  @Test func `a change that changes nothing is refused`() {
    var draft = ActionDraft(.change)
    draft.id = "0123456789ab"
    #expect(throws: ActionDraft.Refusal.self) { try draft.event(at: Moment("2018-03-20")!, by: "w") }
  }

  @Test(arguments: [
    "{\"a\":\"\\u2713\\ud83d\\ude00\",\"b\":-12,\"c\":null}", " { \"a\" : \"\\n\\t\\\"\\\\\\/\" } ", "{}",
  ]) func `a line of JSON comes back as it was read`(text: String) throws {
    let object = try #require(FlatObject(text.utf8))
    #expect(FlatObject(object.line.utf8) == object)
  }

  @Test(arguments: [
    "", "{", "{\"a\"}", "{\"a\":}", "{\"a\":\"x\"", "{\"a\":\"x\"}}", "{\"a\":\"x\",}", "{\"a\":[1]}", "{\"a\":1.5}",
    "{\"a\":\"\\x\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"1\",\"a\":\"2\"}", "{\"a\":\"\u{1}\"}", "[]", "null",
    "{\"a\":\"\\u12\"}",
  ]) func `what is no line of JSON with texts and numbers is none`(text: String) {
    #expect(FlatObject(text.utf8) == nil)
  }

  @Test func `the hash is SHA-256`() {
    #expect(SHA256.hex("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex { add in
        for piece in ["a", "", "bc"] { Array(piece.utf8).withUnsafeBytes(add) }
        return true
      } == SHA256.hex("abc".utf8))
    #expect(SHA256.hex { _ in false } == nil)
    #expect(SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
