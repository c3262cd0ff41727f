// A connection and what it is being asked.
#ifndef SITREP_SESSION_H
#define SITREP_SESSION_H

#include "codbc.h"
#include "odbc.h"

typedef struct {
  // In UTF-8.
  char *name;
  // As the driver states it, and what that means.
  int16_t stated;
  codbc_type type;
  // What it is bound as, with room for so many bytes a value.
  int16_t bound_as;
  odbc_length width;
  // For each row of a block its value, and its length or odbc_null_data.
  char *values;
  odbc_length *lengths;
} session_column;

struct codbc {
  const odbc_functions *odbc;
  odbc_handle environment, connection, statement;
  int is_connected;
  // Whether the driver hands over floating-point numbers as the engine wrote them, and the engine writes the shortest decimal.
  int has_shortest_text;
  session_column *columns;
  int column_count;
  // Rows that a block has room for, and how many of them the last one brought.
  long block_rows;
  unsigned long fetched;
  uint16_t *row_status;
  // Values bound to the query, and their lengths.
  odbc_unit **texts;
  odbc_date_value *days;
  odbc_length *text_lengths;
  int parameter_count;
};

static inline int odbc_succeeded(odbc_return outcome) {
  return outcome == odbc_success || outcome == odbc_success_with_info;
}

// What the driver says of the last call on a handle.
void session_say(codbc *session, int16_t kind, odbc_handle handle, codbc_trouble *trouble);
// Gives back columns, their room and the parameters.
void session_forget(codbc *session);
// Makes room for a block and binds the columns; 0, or -1 with why.
int session_bind(codbc *session, codbc_trouble *trouble);

#endif
