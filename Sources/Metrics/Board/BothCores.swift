import CLinux
import Glibc
import Synchronization

/// Work in parts that do not depend on each other, done on two threads where there is enough of it.
///
/// A board of one system takes a few milliseconds to work out, for which a second core is not worth taking from whatever
/// else the machine does. A national board of ten years takes a second.
package enum BothCores {
  /// What a closure makes of each number below a count, in order.
  ///
  /// - Parameters:
  ///   - isWorthwhile: whether there is enough to do for a second thread.
  ///   - make: may be called on either thread, once for each number.
  package static func map<Result: Sendable>(
    _ count: Int, isWorthwhile: Bool, _ make: @Sendable (Int) -> Result
  ) -> [Result] {
    guard isWorthwhile, count > 1 else { return (0..<count).map { make($0) } }
    return withoutActuallyEscaping(make) { make in
      let work = SharedWork(count, make)
      let helper = Helper { work.drain() }
      work.drain()
      helper.join()
      return work.results()
    }
  }

  /// What two closures return that do not depend on each other.
  ///
  /// - Parameter isWorthwhile: whether there is enough to do for a second thread.
  static func both<One: Sendable, Other: Sendable>(
    isWorthwhile: Bool, _ one: @Sendable () -> One, _ other: @Sendable () -> Other
  ) -> (One, Other) {
    guard isWorthwhile else { return (one(), other()) }
    let made = map(2, isWorthwhile: true) { $0 == 0 ? (one() as One?, nil) : (nil, other() as Other?) }
    return (made[0].0!, made[1].1!)
  }
}

/// Numbers that several threads take, and what they make of them.
private final class SharedWork<Result: Sendable>: @unchecked Sendable {
  private let count: Int
  private let make: @Sendable (Int) -> Result
  private let next = Atomic(0)
  /// Each is written by the thread that took its number, and read when both have ended.
  private let made: UnsafeMutablePointer<Result?>

  init(_ count: Int, _ make: @escaping @Sendable (Int) -> Result) {
    (self.count, self.make) = (count, make)
    made = .allocate(capacity: count)
    made.initialize(repeating: nil, count: count)
  }

  deinit {
    made.deinitialize(count: count)
    made.deallocate()
  }

  /// Takes numbers for as long as there are any.
  func drain() {
    while case let number = next.wrappingAdd(1, ordering: .relaxed).oldValue, number < count {
      made[number] = make(number)
    }
  }

  /// What was made of all of them, when every thread has ended.
  func results() -> [Result] { (0..<count).map { made[$0]! } }
}

/// A second thread; without one to be had, there is none, and the first does everything.
private final class Helper {
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private var thread: pthread_t?

  init(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    var started = pthread_t()
    let failure = pthread_create(
      &started, nil,
      { work in
        // Signals are for the thread that waits for them.
        let stack = clinux_enter_thread()
        if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
        clinux_leave_thread(stack)
        return nil
      }, work.toOpaque())
    if failure == 0 { thread = started } else { work.release() }
  }

  func join() {
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }
}
