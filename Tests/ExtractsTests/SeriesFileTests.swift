import Extracts
import Metrics
import Statistics
import Testing

/// Any CSV of series for control charts: what is read, and what is said of what cannot be.
@Suite struct SeriesFileTests {
  private func read(_ text: String) -> SeriesFile { SeriesFile(Array(text.utf8), name: "a.csv") }

  @Test func `a date and a value are enough, in any order`() {
    let file = read("value,date\n3,2018-03-01\n,2018-02-01\n1.5,2018-01-01\n")
    #expect(file.problems.isEmpty)
    #expect(file.series.map(\.name) == [""])
    #expect(file.series[0].periods.map(\.text) == ["2018-01-01", "2018-02-01", "2018-03-01"])
    #expect(file.series[0].values == [1.5, nil, 3])
    #expect(file.series[0].options == ControlChartOptions())
  }

  @Test func `months are dates too, and columns may be separated by semicolons`() {
    let file = read("\u{FEFF}Date;Value\r\n2018-02;1\r\n2018-01;\"1,234.5\"\r\n")
    #expect(file.problems.isEmpty)
    #expect(file.series.map(\.values) == [[1234.5, 1]])
  }

  @Test func `the settings of a series stand beside its rows`() throws {
    let file = read(
      """
      series_id,date,value,target,improvement_direction,fix_after_n_points,screen_outliers,rebase_dates
      a,2018-01-01,1,2,decrease,12,FALSE,2018-02-01
      b,2018-01-01,5,,,,,
      a,2018-02-01,1,2,decrease,12,FALSE,2018-02-01
      """)
    #expect(file.problems.isEmpty)
    let options = try #require(file.series.first).options
    #expect(file.series.map(\.name) == ["a", "b"])
    #expect(options.improvement == .decrease)
    #expect(options.baseline == 12)
    #expect(!options.screensOutliers)
    #expect(options.rebaseIndices == [1])
    #expect(options.target == 2)
  }

  @Test func `a rebase date that is no date in the data is ignored, with a warning`() {
    let file = read("date,value,rebase_dates\n2018-01-01,1,2018-01-02\n")
    #expect(file.series.map(\.options.rebaseIndices) == [[]])
    #expect(
      file.problems.map(\.text) == [
        """
        a.csv:2: warning: the rebase date 2018-01-02 of the series matches no date in its rows
          fix: it was ignored; write a date that is in the rows
        """
      ])
  }

  @Test(arguments: [
    ("date,value\n2018-01-01,x\n", "a.csv:2:2: error: \"value\" is \"x\"; expected a number"),
    ("date,value\n1 Jan,3\n", "a.csv:2:1: error: \"date\" is \"1 Jan\"; expected a date such as 2018-02-14"),
    ("day,value\n2018-01-01,3\n", "a.csv:1: error: there is no column \"date\"; expected the columns date and value"),
    ("", "a.csv: error: the file is empty; expected the columns date and value"),
    ("date,value\n", "a.csv:1: error: there are no rows under the header; expected a row for each date"),
    ("date,value\n2018-01-01\n", "a.csv:2: error: the row has 1 fields; expected 2, as in the header"),
    (
      "date,value\n2018-01-01,1\n2018-01-01,2\n",
      "a.csv:3: error: the date 2018-01-01 appears twice in one series, first on line 2"
    ),
    (
      "date,value,fix_after_n_points\n2018-01-01,1,11\n",
      "a.csv:2:3: error: \"fix_after_n_points\" is \"11\"; expected 12 or more: fewer points make no limits worth fixing"
    ),
    (
      "date,value,improvement_direction\n2018-01-01,1,up\n",
      "a.csv:2:3: error: \"improvement_direction\" is \"up\"; expected increase, decrease, neutral"
    ),
    (
      "date,value,screen_outliers\n2018-01-01,1,maybe\n",
      "a.csv:2:3: error: \"screen_outliers\" is \"maybe\"; expected TRUE, FALSE"
    ),
    (
      "date,value,screen_outliers\n2018-01-01,1,TRUE\n2018-01-02,1,FALSE\n",
      "a.csv:3:3: error: \"screen_outliers\" changes to \"false\" within a series; line 2 has another value; expected one for a series"
    ),
    ("date,value\n\"2018-01-01,1\n", "a.csv:2: error: a quote is opened here and never closed"),
  ])
  func `each mistake is said with its line and column, and its series is left out`(text: String, problem: String) throws
  {
    let file = read(text)
    #expect(file.series.isEmpty)
    #expect(file.hasErrors)
    let first = try #require(file.problems.first).text.split(separator: "\n")[0]
    #expect(first == problem)
  }

  @Test func `a misspelt column is said, and a series that is right stands beside one that is wrong`() {
    let file = read("series_id,date,value,targt\na,2018-01-01,1,9\nb,2018-01-01,n,9\n")
    #expect(file.series.map(\.name) == ["a"])
    #expect(file.problems.map(\.severity) == [.warning, .error])
    #expect(file.problems[0].message == "\"targt\" is not a column that sitrep reads")
  }
}
