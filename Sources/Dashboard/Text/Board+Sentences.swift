import Metrics

/// The status line's sentence about a figure, in ever shorter forms.
extension Board {
  /// `Fenwick, cancer 62-day, lung, Oct 2016: 8 of 13; 3.5 breaches over target; of the organisations…`, and shorter.
  func sentences(about figure: Figure) -> [String] {
    let metric = catalogue[figure.metric]
    let part = figure.key.part.map { ", " + itemName($0, of: figure.metric) } ?? ""
    let about = ", \(metric?.title ?? figure.metric.text)\(part), \(figure.period.title): "
    let meaning = meaning(of: figure)
    let said = figure.measured(unit: metric?.unit ?? .patients) + (meaning.isEmpty ? "" : "; " + meaning)
    let organisation = organisation(figure.organisation)
    let note = figure.note.isEmpty ? "" : "; " + figure.note
    let shorter = meanings(of: figure).dropFirst().map {
      organisation.shortName + about + figure.measured(unit: metric?.unit ?? .patients) + "; " + $0
    }
    return [organisation.name, organisation.shortName].flatMap { [$0 + about + said + note, $0 + about + said] }
      + shorter
      + [organisation.shortName + ": " + said]
  }

  /// Where a figure was published: `Monthly-AE-October-2016.csv, line 47`.
  func origins(of figure: Figure) -> [String] {
    guard let source = source(of: figure) else {
      return [figure.note.isEmpty ? "total, from counts" : figure.note]
    }
    let rows =
      source.rows.rows == 1 ? "line \(source.rows.line)" : "\(source.rows.rows) rows from line \(source.rows.line)"
    let place = "\(source.file), \(rows)"
    return figure.note.isEmpty ? [place] : ["\(place); \(figure.note)", place]
  }
}

extension Figure {
  /// Why no file has rows of its own for it: `a total: open an organisation to see its rows`.
  var withoutRows: String {
    note.isEmpty ? "a total: open an organisation to see its rows" : "no rows of its own: \(note)"
  }
}
