import Metrics

/// The places of the columns in a CSV of series: `date`, `value`, and the optional columns that it has.
struct SeriesColumns {
  /// The columns that `sitrep spc` reads.
  enum Name: String, CaseIterable {
    case series = "series_id"
    case date, value, target
    case improvement = "improvement_direction"
    case baseline = "fix_after_n_points"
    case screening = "screen_outliers"
    case rebases = "rebase_dates"
  }

  private let places: [Name: Int]
  private let titles: [String]

  /// The columns of a header.
  init(_ header: Record) {
    titles = header.texts
    var places: [Name: Int] = [:]
    for (place, title) in titles.enumerated() {
      if let name = Name(title: title), places[name] == nil { places[name] = place }
    }
    self.places = places
  }

  /// The place of a column; `nil` where the file does not have it.
  subscript(name: Name) -> Int? { places[name] }

  /// The required columns that this file does not have.
  var missing: [Name] { [.date, .value].filter { places[$0] == nil } }

  /// Titles that are nearly those of a column that the file lacks, with the column that was probably meant.
  var misspelt: [(place: Int, title: String, meant: Name)] {
    titles.enumerated().compactMap { place, title in
      guard Name(title: title) == nil,
        let meant = Name.allCases.first(where: {
          places[$0] == nil && SpellingSuggestion.isMisspelling(title, of: $0.rawValue)
        })
      else { return nil }
      return (place, title, meant)
    }
  }
}

extension SeriesColumns.Name {
  /// The column with this title, ignoring case and the kind of space.
  init?(title: String) {
    guard let name = Self.allCases.first(where: { ColumnName($0.rawValue) == ColumnName(title) }) else { return nil }
    self = name
  }
}
