extension Layout {
  /// Every layout, one line each.
  static let all: [Layout] = [
    .aeMonthly,
    .aeByProvider,
    .rtt,
    .dtoc,
    .cancerCombined,
    .cancerProvider,
    .dm01,
    .ambSYS,
    .ambCO,
    .systemMapping,
    .odsTrusts,
    .performance,
    .trajectory,
    .financePosition,
    .financeBridge,
    .savings,
    .financePlan,
  ]
}
