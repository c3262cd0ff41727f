import Testing

@testable import Terminal

struct Base64Tests {
  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("£", "wqM=")])
  func `what is copied is written as RFC 4648 has it`(text: String, expected: String) {
    #expect(Base64.encoded(text) == expected)
  }
}
