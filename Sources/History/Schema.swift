/// The tables of a history, and how one is told from the databases of other programs.
enum Schema {
  /// The number of this format; a later program that writes another one gives it a higher number.
  static let version = 1
  /// What says in the file's header that it is a history of this program: `sitr`.
  static let application = 0x7369_7472

  /// What makes an empty database a history.
  ///
  /// Moments are seconds since 1970 on the clock of the board, which is local. A count is kept in halves, and a rate as a
  /// whole number with its places, so that nothing is rounded; the view `history` shows them as they are said.
  static let statements = [
    "create table name (number integer primary key, text text not null unique)",
    """
    create table series (
      number integer primary key, metric integer not null, organisation integer not null, breakdown integer not null,
      item integer not null, unique (metric, organisation, breakdown, item))
    """,
    """
    create table figure (
      number integer primary key, series integer not null, grain integer not null, period integer not null,
      source integer not null, kind integer not null, numerator integer, denominator integer, value integer,
      places integer, line integer not null, rows integer not null, seen_at integer not null, gone_at integer)
    """,
    """
    create table latest (
      series integer not null, grain integer not null, period integer not null, source integer not null,
      figure integer not null, gone integer not null, changes integer not null,
      primary key (series, grain, period, source)) without rowid
    """,
    "create index latest_held on latest (source) where gone = 0",
    "create index latest_gone on latest (series, grain, period) where gone = 1",
    "create index latest_changed on latest (series, grain, period) where changes > 0",
    "create table content (number integer primary key, bytes blob not null)",
    """
    create table reading (
      number integer primary key, source integer not null, organisations integer not null,
      surroundings integer not null, seen_at integer not null, gone_at integer)
    """,
    "create table clock (one integer primary key check (one = 1), written_at integer not null)",
    """
    create view history as
    select metric.text as metric, organisation.text as organisation,
      case grain when 0 then date(period * 86400, 'unixepoch') when 1 then date(period * 86400, 'unixepoch')
        when 2 then printf('%d-%02d', period / 12, period % 12 + 1)
        when 3 then printf('%d Q%d', period / 4, period % 4 + 1)
        when 4 then printf('%d', period) when 5 then printf('to %d-%02d', period / 12, period % 12 + 1) end as period,
      breakdown.text as breakdown, item.text as item,
      case kind when 1 then numerator / 2.0 else numerator end as numerator,
      case kind when 1 then denominator / 2.0 else denominator end as denominator,
      case kind when 0 then value / 2.0 when 1 then 100.0 * numerator / nullif(denominator, 0)
        when 2 then value / pow10.power when 3 then coalesce(value / pow10.power, 1.0 * numerator / nullif(denominator, 0))
        when 4 then value end as value,
      source.text as source, datetime(seen_at, 'unixepoch') as seen_at, datetime(gone_at, 'unixepoch') as gone_at
    from figure join series on series.number = figure.series
      join name as metric on metric.number = series.metric
      join name as organisation on organisation.number = series.organisation
      join name as breakdown on breakdown.number = series.breakdown join name as item on item.number = series.item
      join name as source on source.number = figure.source
      left join (
        with recursive powers (places, power) as (
          select 0, 1.0 union all select places + 1, power * 10 from powers where places < 12)
        select places, power from powers) as pow10 on pow10.places = figure.places
    """,
  ]
}
