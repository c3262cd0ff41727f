// One connection through ODBC, one query, and its rows written as CSV: what sitrep-fetch does.
#ifndef SITREP_CODBC_H
#define SITREP_CODBC_H

#include <stddef.h>
#include <stdint.h>

// What a driver or the driver manager says of something that went wrong.
typedef struct {
  // SQLSTATE, five characters and a null.
  char state[6];
  // The engine's own number; 0 where it gives none.
  int32_t native;
  // In UTF-8; the first messages, apart by semicolons.
  char words[2048];
} codbc_trouble;

typedef struct codbc codbc;

// Settings of the driver manager ---------------------------------------------------------------------------------

// A value of odbc.ini or odbcinst.ini, in UTF-8; 0 where there is none, or nothing that could tell.
int codbc_profile(const char *section, const char *key, const char *file, char *value, int size);

// Connecting -------------------------------------------------------------------------------------------------------

// A session that is not connected yet; NULL where unixODBC is not installed.
codbc *codbc_open(void);
// Connects, to read only; 0, or -1 with why.
int codbc_connect(codbc *session, const char *connection, int login_seconds, codbc_trouble *trouble);
// Rolls back whatever was done, and disconnects.
void codbc_close(codbc *session);
// Asks the engine to stop what it is doing; from any thread.
void codbc_cancel(codbc *session);

typedef enum { codbc_driver, codbc_driver_version, codbc_engine, codbc_engine_version } codbc_name;
// The name of what is connected to; empty where the driver does not say.
void codbc_name_of(codbc *session, codbc_name which, char *name, size_t size);

// Asking -----------------------------------------------------------------------------------------------------------

// A value that is bound, never pasted: a text in UTF-8, or a day.
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
  // Bytes: nothing that a CSV can say.
  codbc_bytes = 'x',
} codbc_type;

typedef struct {
  // In UTF-8; valid until the next query.
  const char *name;
  codbc_type type;
} codbc_column;

// Runs a query that returns one table; the number of its columns, 0 where it returns none, or -1 with why.
int codbc_execute(
  codbc *session, const char *query, const codbc_parameter *parameters, int count, int seconds, codbc_trouble *trouble);
codbc_column codbc_column_at(const codbc *session, int place);

typedef enum {
  // To its end: the only one after which the rows count.
  codbc_whole,
  // The driver says why.
  codbc_cut,
  codbc_too_many_rows,
  codbc_too_many_bytes,
  // A text longer than is read; `row` and `column` say where.
  codbc_too_long,
  // A value that is not of the type its column had; `value` is what stands there.
  codbc_other_type,
  // There is a second table.
  codbc_second_table,
  // `system_error` says why it could not be written.
  codbc_not_written,
} codbc_end;

typedef struct {
  codbc_end end;
  int64_t rows;
  int64_t bytes;
  // Line breaks in texts, written as spaces, so that a row is a line.
  int64_t breaks;
  // Counted from 1.
  int64_t row;
  int column;
  char value[96];
  int system_error;
} codbc_result;

// Writes the header and every row as CSV, in UTF-8. NULL is an empty field, an empty text `""`, a day `2018-02-14`, a moment
// without a time of day the day alone.
//
// `expected` has a codbc_type for each column, or 0 where any is right.
codbc_result codbc_write(
  codbc *session, int descriptor, int64_t most_rows, int64_t most_bytes, const char *expected, codbc_trouble *trouble);

// The first value of the first row, as CSV writes it without quotes; 1, 0 where there is no row or it is NULL, -1 with why.
int codbc_first_value(codbc *session, char *value, size_t size, codbc_trouble *trouble);

// Keeping secrets and time ------------------------------------------------------------------------------------------

// No core file, nobody who may look into the process, and an end when the one that started it ends.
void codbc_close_process(void);
// From now on the process ends after so many milliseconds, whatever the driver does: the engine is asked to stop, a file
// removed and a line written. 0 milliseconds: it has time again. Texts are copied.
void codbc_limit(codbc *session, int64_t milliseconds, const char *draft, int descriptor, const char *line);

#endif
