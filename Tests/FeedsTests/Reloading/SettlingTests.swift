import Metrics
import Testing

@testable import Feeds

/// When what has changed is read.
@Suite struct SettlingTests {
  private func gone(_ name: String) throws -> FeedChange {
    .absent(HeldFile.Key(FoundFile(path: name, name: name, identity: try FileIdentity(path: "/"))), .missing)
  }

  @Test func `a change is read when it has been found the same for long enough`() throws {
    var debounce = ChangeDebounce()
    let change = try gone("a")
    #expect(debounce.decide([], at: 0) == .rest)
    #expect(debounce.decide([change], at: 0) == .lookAgain(milliseconds: 250))
    #expect(debounce.decide([change], at: 250) == .lookAgain(milliseconds: 500))
    #expect(debounce.decide([change], at: 750) == .read([change]))
    #expect(debounce.decide([], at: 751) == .rest)
  }

  @Test func `what was a moment's change comes to nothing`() throws {
    var debounce = ChangeDebounce()
    #expect(debounce.decide([try gone("a")], at: 0) == .lookAgain(milliseconds: 250))
    #expect(debounce.decide([], at: 250) == .rest && debounce.isAtRest)
  }

  @Test func `what has settled waits for the rest of its burst, but not for ever`() throws {
    var debounce = ChangeDebounce()
    let still = try gone("still")
    var now: Int64 = 0
    var number = 0
    var decision = ChangeDebounce.Decision.rest
    while now < ChangeDebounce.patience + ChangeDebounce.longest {
      number += 1
      decision = debounce.decide([still, try gone("\(number)")], at: now)
      guard case .lookAgain(let wait) = decision else { break }
      #expect(wait <= ChangeDebounce.longest)
      now += wait
    }
    #expect(decision == .read([still]) && now >= ChangeDebounce.patience)
    #expect(!debounce.isAtRest)
  }
}
