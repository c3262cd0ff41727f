import Testing

@testable import Terminal

struct ResizeSettlingTests {
  @Test func `a size that holds still is drawn once`() {
    var debounce = ResizeSettling()
    debounce.changed(at: 1000)
    #expect(debounce.isOver(at: 1039) == false)
    #expect(debounce.isOver(at: 1040) == true)
    #expect(debounce.isOver(at: 1041) == false)
    #expect(debounce.moment == nil)
  }

  @Test func `each change waits a little longer, but not for ever`() {
    var debounce = ResizeSettling()
    var drawn: [Int64] = []
    for now in stride(from: Int64(0), through: 1000, by: 10) {
      debounce.changed(at: now)
      if debounce.isOver(at: now) { drawn.append(now) }
    }
    #expect(drawn == [400, 810])
  }

  @Test func `without a change there is no moment to wait for`() {
    #expect(ResizeSettling().moment == nil)
  }
}
