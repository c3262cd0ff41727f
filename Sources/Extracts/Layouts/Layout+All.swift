extension Layout {
  /// Every layout, one line each.
  static let all: [Layout] = [
    .aeMonthly,
    .aeByProvider,
    .rtt,
    .dtoc,
    .cancerCombined,
    .performance,
    .trajectory,
    .financePosition,
    .financeBridge,
    .savings,
    .financePlan,
  ]
}
