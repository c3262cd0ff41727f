import ArgumentParser
import Metrics
import Settings

/// The options for how figures are viewed, which a board and `print` share.
struct ViewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The kind of target: standard, interim, trajectory or local.", valueName: "target"))
  var against: TargetTable.Choice?
  @Option(
    help: ArgumentHelp("Length of the periods shown at first: day, week or month.", valueName: "length"),
    completion: .list(BoardSettings.periods.map(\.word)), transform: ViewOptions.period)
  var period: Period.Grain?

  /// Makes the settings of the options.
  func settle(_ settings: inout BoardSettings) { (settings.against, settings.period) = (against, period) }

  @Sendable private static func period(_ text: String) throws -> Period.Grain {
    guard let found = BoardSettings.periods.first(where: { $0.word == text }) else {
      throw ValidationError("expected day, week or month")
    }
    return found.grain
  }
}

extension TargetTable.Choice: ExpressibleByArgument {}
