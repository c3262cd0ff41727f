import Metrics

extension Board {
  /// Why an organisation has no figure: `no return`, or `no roll-up` where figures below it cannot be summed.
  package func absence(of key: Series.Key, in period: Period?) -> String {
    guard isCollective(key.organisation) else { return "no return" }
    if key.organisation == tree.system.code, let ended = healthSystem.area.ended, let first = period?.firstDay,
      first > ended.lastDay
    {
      return "ended \(Period.month(ended).title)"
    }
    let isReturnedBelow = organisations(with: key.metric, below: key.organisation, perspective: key.perspective)
      .contains { organisation in
        guard let period else { return true }
        return figure(Series.Key(key.metric, organisation.code, part: key.part), in: period)?.value != nil
      }
    return isReturnedBelow ? "no roll-up" : "no return"
  }
}
