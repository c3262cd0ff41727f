// The few functions of SQLite that the history of a board needs, loaded when the first database is opened.
#ifndef SITREP_CSQLITE_H
#define SITREP_CSQLITE_H

#include <stdint.h>

// It is not linked in, so that only a board with a history pays for loading it.
typedef struct csqlite_database csqlite_database;
typedef struct csqlite_statement csqlite_statement;

// Results of the functions below, as SQLite numbers them.
enum {
  CSQLITE_OK = 0,
  CSQLITE_BUSY = 5,
  CSQLITE_LOCKED = 6,
  CSQLITE_READONLY = 8,
  CSQLITE_IOERR = 10,
  CSQLITE_CORRUPT = 11,
  CSQLITE_FULL = 13,
  CSQLITE_CANTOPEN = 14,
  CSQLITE_NOTADB = 26,
  CSQLITE_ROW = 100,
  CSQLITE_DONE = 101,
  // Not a result of SQLite: the library is not installed.
  CSQLITE_MISSING = -1,
};

// Whether SQLite is installed; the first call loads it.
int csqlite_is_installed(void);
// Opens a file for reading, or also for writing, which creates a missing file; links are not followed.
// Close the database, where it is not null, whatever the result.
int csqlite_open(const char *path, int writes, csqlite_database **database);
int csqlite_close(csqlite_database *database);
// How long to wait for another process that has locked the file.
void csqlite_wait(csqlite_database *database, int milliseconds);
// SQLite's message for the last error; valid until the next call.
const char *csqlite_message(csqlite_database *database);
// Turns on SQLite's protection against files that may have been tampered with.
void csqlite_distrust(csqlite_database *database);

int csqlite_prepare(csqlite_database *database, const char *words, csqlite_statement **statement);
int csqlite_step(csqlite_statement *statement);
int csqlite_reset(csqlite_statement *statement);
int csqlite_finalize(csqlite_statement *statement);
int csqlite_bind_number(csqlite_statement *statement, int place, int64_t number);
int csqlite_bind_nothing(csqlite_statement *statement, int place);
int csqlite_bind_text(csqlite_statement *statement, int place, const char *text, int count);
int csqlite_bind_bytes(csqlite_statement *statement, int place, const void *bytes, int count);
int csqlite_is_nothing(csqlite_statement *statement, int column);
int64_t csqlite_number(csqlite_statement *statement, int column);
const unsigned char *csqlite_text(csqlite_statement *statement, int column);
const void *csqlite_bytes(csqlite_statement *statement, int column);
int csqlite_count(csqlite_statement *statement, int column);

#endif
