import Synchronization

/// Work in parts that do not depend on each other, done on two threads where there is enough of it.
///
/// A board of one system takes a few milliseconds to work out, for which a second core is not worth taking from whatever
/// else the machine does.
public enum BothCores {
  /// What a closure makes of each number below a count, in order.
  ///
  /// - Parameters:
  ///   - isWorthwhile: whether there is enough to do for a second thread.
  ///   - make: may be called on either thread, once for each number.
  public static func map<Result: Sendable>(
    _ count: Int, isWorthwhile: Bool, _ make: @Sendable (Int) -> Result
  ) -> [Result] {
    guard isWorthwhile, count > 1 else { return (0..<count).map { make($0) } }
    return withoutActuallyEscaping(make) { make in
      let work = SharedWork(count, make)
      // Where no second thread is to be had, everything is done here.
      let helper = LoaderThread { work.drain() }
      work.drain()
      helper.join()
      return work.results()
    }
  }

  /// What two closures return that do not depend on each other.
  ///
  /// - Parameter isWorthwhile: whether there is enough to do for a second thread.
  public static func both<One: Sendable, Other: Sendable>(
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
