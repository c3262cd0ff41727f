import Foundation
import Metrics
import Testing

@testable import Feeds

/// Loading in the background.
@Suite struct LoaderTests {
  let folder = TemporaryFolder()

  @Test func `a board arrives in the mailbox, whose descriptor wakes whoever waits`() {
    folder.write(performance("RZ1"), to: "a.csv")
    let loader = Loader()
    loader.load(Feed(paths: [folder.path]) { _ in (.everything, []) })
    var boards = 0
    while boards == 0 {
      #expect(loader.mailbox.wait(milliseconds: 10_000))
      for case .loaded(let loaded) in loader.mailbox.take() {
        boards += 1
        #expect(loaded.board.contributions.count == 1)
      }
    }
    #expect(!loader.mailbox.wait(milliseconds: 0))
  }

  @Test func `messages are taken once, oldest first`() {
    let mailbox = Mailbox<Int>()
    for number in 1...100_000 { mailbox.post(number) }
    #expect(mailbox.take() == Array(1...100_000))
    #expect(mailbox.take().isEmpty)
  }
}

/// How often progress is told.
@Suite struct ProgressPaceTests {
  @Test func `the first figure is told at once, and what follows it at leisure`() {
    let pace = ProgressPace()
    #expect(!pace.isDue(hasFigures: false))
    #expect(pace.isDue(hasFigures: true))
    #expect(!pace.isDue(hasFigures: true))
  }
}
