import Metrics
import Testing

@testable import Feeds

/// When what has changed is read.
@Suite struct SettlingTests {
  private func gone(_ name: String) throws -> FeedChange {
    .absent(HeldFile.Key(FoundFile(path: name, name: name, identity: try FileIdentity(path: "/"))), .missing)
  }

  @Test func `a change is read at the second look that finds it`() throws {
    var settling = Settling()
    let change = try gone("a")
    #expect(settling.decide([], at: 0) == .rest)
    #expect(settling.decide([change], at: 0) == .lookAgain(milliseconds: 250))
    #expect(settling.decide([change], at: 250) == .read([change]))
    #expect(settling.decide([], at: 251) == .rest)
  }

  @Test func `what was a moment's change comes to nothing`() throws {
    var settling = Settling()
    #expect(settling.decide([try gone("a")], at: 0) == .lookAgain(milliseconds: 250))
    #expect(settling.decide([], at: 250) == .rest && settling.isAtRest)
  }

  @Test func `what has settled waits for the rest of its burst, but not for ever`() throws {
    var settling = Settling()
    let still = try gone("still")
    var now: Int64 = 0
    var number = 0
    var decision = Settling.Decision.rest
    while now < Settling.patience + Settling.longest {
      number += 1
      decision = settling.decide([still, try gone("\(number)")], at: now)
      guard case .lookAgain(let wait) = decision else { break }
      #expect(wait <= Settling.longest)
      now += wait
    }
    #expect(decision == .read([still]) && now >= Settling.patience)
    #expect(!settling.isAtRest)
  }
}
