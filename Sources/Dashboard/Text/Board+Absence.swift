import Metrics

extension Board {
  /// Why an organisation has no figure: `no return`, or `no roll-up` where figures below it cannot be summed.
  package func absence(of key: Series.Key, in period: Period?) -> String {
    guard isCollective(key.organisation) else { return "no return" }
    // A system that has ended is no more on a board of every organisation than on its own.
    if let ended = organisation(key.organisation).to, let first = period?.firstDay, first > ended.lastDay {
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
