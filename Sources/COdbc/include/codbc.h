// One connection through ODBC, one query, and its rows written as CSV: what sitrep-fetch does.
#ifndef SITREP_CODBC_H
#define SITREP_CODBC_H

#include <stddef.h>
#include <stdint.h>

// An error, as the driver or the driver manager reports it.
typedef struct {
  // SQLSTATE, five characters and a null.
  char state[6];
  // The engine's own number; 0 where it gives none.
  int32_t native;
  // In UTF-8: the first messages, separated by semicolons.
  char words[2048];
} codbc_trouble;

typedef struct codbc codbc;

// Settings of the driver manager ---------------------------------------------------------------------------------

// A value of odbc.ini or odbcinst.ini, in UTF-8; returns 0 where there is none or unixODBC is not installed.
int codbc_profile(const char *section, const char *key, const char *file, char *value, int size);

// Connecting -------------------------------------------------------------------------------------------------------

// A session that is not connected yet; NULL where unixODBC is not installed.
codbc *codbc_open(void);
// Connects for reading only; returns 0, or -1 with the error.
int codbc_connect(codbc *session, const char *connection, int login_seconds, codbc_trouble *trouble);
// Rolls back and disconnects.
void codbc_close(codbc *session);
// Asks the engine to cancel the query; may be called from any thread.
void codbc_cancel(codbc *session);

typedef enum { codbc_driver, codbc_driver_version, codbc_engine, codbc_engine_version } codbc_name;
// A name or version, as the driver reports it; empty where it does not.
void codbc_name_of(codbc *session, codbc_name which, char *name, size_t size);

// Asking -----------------------------------------------------------------------------------------------------------

// A bound value, never part of the query's text: a string in UTF-8, or a day.
typedef struct {
  int is_day;
  const char *text;
  int16_t year;
  uint16_t month, day;
} codbc_parameter;

typedef enum {
  codbc_text = 't',
  codbc_number = 'n',
  codbc_day = 'd',
  codbc_moment = 'm',
  codbc_truth = 'b',
  // Binary data, which CSV cannot express.
  codbc_bytes = 'x',
} codbc_type;

typedef struct {
  // In UTF-8; valid until the next query.
  const char *name;
  codbc_type type;
} codbc_column;

// Runs a query that returns one table; returns the number of its columns, 0 where there is no table, or -1 with the error.
int codbc_execute(
  codbc *session, const char *query, const codbc_parameter *parameters, int count, int seconds, codbc_trouble *trouble);
codbc_column codbc_column_at(const codbc *session, int place);

typedef enum {
  // Complete: the only end after which the rows may be used.
  codbc_whole,
  // The driver reported an error.
  codbc_cut,
  codbc_too_many_rows,
  codbc_too_many_bytes,
  // A string longer than the limit, at `row` and `column`.
  codbc_too_long,
  // A value of another type than its column had; `value` quotes it.
  codbc_other_type,
  // There is a second table.
  codbc_second_table,
  // Writing failed with `system_error`.
  codbc_not_written,
} codbc_end;

typedef struct {
  codbc_end end;
  int64_t rows;
  int64_t bytes;
  // The number of line breaks within strings, which are written as spaces so that a row is a line.
  int64_t breaks;
  // Counted from 1.
  int64_t row;
  int column;
  char value[96];
  int system_error;
} codbc_result;

// Writes the header and every row as CSV, in UTF-8. NULL is an empty field, an empty string `""`, a day `2018-02-14`, and a
// timestamp at midnight its day alone.
//
// `expected` has a codbc_type for each column, or 0 where any type will do.
codbc_result codbc_write(
  codbc *session, int descriptor, int64_t most_rows, int64_t most_bytes, const char *expected, codbc_trouble *trouble);

// The shortest decimal that reads back as the same number (as the same `float` where `is_single`), without an exponent where
// that is readable; returns its length, at most 64 bytes.
size_t codbc_number_text(double value, int is_single, char *text);

// The first value of the first row, as in CSV but without quotes; returns 1, 0 where there is no row or it is NULL, or -1
// with the error.
int codbc_first_value(codbc *session, char *value, size_t size, codbc_trouble *trouble);

// Keeping secrets and time ------------------------------------------------------------------------------------------

// Disables core files and access to the process by debuggers, and ends it when its parent ends.
void codbc_close_process(void);
// Ends the process after a number of milliseconds, whatever the driver does: cancels the query, removes a file and writes a
// line. 0 removes the limit. Strings are copied.
void codbc_limit(codbc *session, int64_t milliseconds, const char *draft, int descriptor, const char *line);

#endif
