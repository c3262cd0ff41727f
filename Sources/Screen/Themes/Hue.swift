/// The position of a colour on the circle of the six hues that red, green and blue make, in steps from one to the next.
struct Hue: Equatable {
  /// The six by their terminal numbers, around the circle: red, yellow, green, cyan, blue, magenta.
  private static let circle: [UInt8] = [1, 3, 2, 6, 4, 5]

  private let position: Double
  /// The one of the six that it is closest to.
  let nearest8: UInt8

  /// The hue of red, green and blue; `nil` for a grey.
  init?(_ colour: (Int, Int, Int)) {
    let parts = [colour.0, colour.1, colour.2]
    guard let most = parts.max(), let least = parts.min(), most - least > 48,
      let strong = parts.firstIndex(of: most),
      let second = parts.indices.filter({ $0 != strong }).max(by: { parts[$0] < parts[$1] })
    else { return nil }
    let share = Double(parts[second] - least) / Double(most - least)
    // A part counts from three eighths upwards, so that orange becomes yellow, away from the reds, and violet magenta.
    let step = share <= 0.375 ? share / 0.75 : 0.5 + (share - 0.375) * 0.8
    let own = UInt8(1 << strong)
    let mixed = own | UInt8(1 << second)
    nearest8 = step <= 0.5 ? own : mixed
    let start = Self.place(own)
    position = (Self.place(mixed) - start + 6) % 6 == 1 ? Double(start) + step : Double(start) - step
  }

  /// The number of steps to one of the six, the shorter way round.
  func steps(to number: UInt8) -> Double {
    let distance = abs(Double(Self.place(number)) - position)
    return min(distance, 6 - distance)
  }

  private static func place(_ number: UInt8) -> Int { circle.firstIndex(of: number) ?? 0 }
}
