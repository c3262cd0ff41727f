extension Layout {
  /// Every layout, one line each.
  static let all: [Layout] = [
    .aeMonthly
  ]
}
