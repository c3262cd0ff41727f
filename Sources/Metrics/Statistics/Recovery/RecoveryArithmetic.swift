/// What it takes to meet a target, in whole patients and by whole numbers: no rounding decides who has met it.
///
/// Counts are 0 or more, in the smallest unit counted: patients, or for cancer half patients, where two bodies share one.
/// - Source: the definitions of "What a variance means": a target met exactly is met, what is still to do is rounded up,
///   what is to spare is rounded down.
public enum RecoveryArithmetic {
  /// Where a share that is better higher stands: the least number more within the standard that meets the target, or
  /// the headroom. `nil` when there were none, and for counts that cannot be.
  ///
  /// 55 of 60 misses 95% by 2; 57 of 60 meets it with no headroom.
  public static func standing(within: Int, total: Int, target: TargetShare) -> ShareStanding? {
    guard total > 0, (0...total).contains(within) else { return nil }
    let needed = quotient(Int128(total) * Int128(target.unscaled), roundedUpBy: Int128(target.whole))
    let spare = Int128(within) - needed
    return spare < 0 ? .missed(gap: Int(clamping: -spare)) : .met(headroom: Int(clamping: spare))
  }

  /// How many pathways over 18 weeks must be treated, leaving the list, before the rest meets the target:
  /// `ceil((over − (1 − t) × total) ÷ t)`, 0 when it is met. `nil` for an empty list and for counts that cannot be.
  ///
  /// It supposes that nobody joins the list or passes 18 weeks meanwhile. With 300 of 1,000 over 18 weeks and a target of
  /// 92%, 240 must be treated: 60 of the 760 left is 7.9%; 239 would leave 61 of 761, 8.02%.
  public static func pathwaysToTreat(over: Int, total: Int, target: TargetShare) -> Int? {
    guard total > 0, (0...total).contains(over) else { return nil }
    let excess = Int128(over) * Int128(target.whole) - Int128(target.allowance) * Int128(total)
    guard excess > 0 else { return 0 }
    return Int(clamping: quotient(excess, roundedUpBy: Int128(target.unscaled)))
  }

  /// The least whole number not below a fraction of two numbers that are not negative.
  static func quotient(_ dividend: Int128, roundedUpBy divisor: Int128) -> Int128 {
    (dividend + divisor - 1) / divisor
  }
}
