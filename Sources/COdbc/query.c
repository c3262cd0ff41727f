#include <stdlib.h>
#include <string.h>

#include "session.h"
#include "wide.h"

// A block takes at most so many bytes, and rows.
enum { block_bytes = 4 << 20, block_rows = 1000 };
// Units of UTF-16 a text may have; what the driver states of an unlimited one is not believed.
enum { least_text = 1000, most_text = 4000 };

void session_forget(codbc *session) {
  for (int place = 0; place < session->column_count; place++) {
    free(session->columns[place].name);
    free(session->columns[place].values);
    free(session->columns[place].lengths);
  }
  free(session->columns);
  session->columns = NULL;
  session->column_count = 0;
  free(session->row_status);
  session->row_status = NULL;
  for (int place = 0; place < session->parameter_count; place++) free(session->texts[place]);
  free(session->texts);
  free(session->days);
  free(session->text_lengths);
  session->texts = NULL;
  session->days = NULL;
  session->text_lengths = NULL;
  session->parameter_count = 0;
}

// What a column holds, and how it is fetched: texts as UTF-16, which no locale has a part in; numbers as the engine writes
// them, but for floating-point ones that it may write with too few digits; days and moments as numbers, since each driver
// writes them its own way.
static void settle(session_column *column, unsigned long size, int has_shortest_text) {
  switch (column->stated) {
  case odbc_numeric:
  case odbc_decimal:
  case odbc_integer:
  case odbc_smallint:
  case odbc_bigint:
  case odbc_tinyint:
    column->type = codbc_number;
    column->bound_as = odbc_as_char;
    column->width = 128;
    return;
  case odbc_bit:
    column->type = codbc_truth;
    column->bound_as = odbc_as_char;
    column->width = 16;
    return;
  case odbc_float:
  case odbc_real:
  case odbc_double:
    column->type = codbc_number;
    column->bound_as = has_shortest_text ? odbc_as_char : odbc_as_double;
    column->width = has_shortest_text ? 128 : (odbc_length)sizeof(double);
    return;
  case odbc_date:
    column->type = codbc_day;
    column->bound_as = odbc_as_date;
    column->width = sizeof(odbc_date_value);
    return;
  case odbc_datetime:
  case odbc_timestamp:
  case odbc_moment_with_offset:
    column->type = codbc_moment;
    column->bound_as = odbc_as_timestamp;
    column->width = sizeof(odbc_timestamp_value);
    return;
  case odbc_binary:
  case odbc_varbinary:
  case odbc_long_varbinary:
    column->type = codbc_bytes;
    break;
  default: column->type = codbc_text;
  }
  unsigned long units = size < least_text ? least_text : size > most_text ? most_text : size;
  column->bound_as = odbc_as_wide;
  column->width = (odbc_length)((units + 1) * sizeof(odbc_unit));
}

static int describe(codbc *session, codbc_trouble *trouble) {
  const odbc_functions *odbc = session->odbc;
  for (int place = 0; place < session->column_count; place++) {
    session_column *column = &session->columns[place];
    odbc_unit name[256] = {0};
    int16_t length = 0, digits = 0, nullable = 0;
    unsigned long size = 0;
    odbc_return outcome = odbc->DescribeColW(
      session->statement, (uint16_t)(place + 1), name, 256, &length, &column->stated, &size, &digits, &nullable);
    if (!odbc_succeeded(outcome)) {
      session_say(session, odbc_statement, session->statement, trouble);
      return -1;
    }
    size_t count = 0;
    while (count < 255 && name[count]) count++;
    column->name = calloc(count * 3 + 1, 1);
    if (!column->name) return -1;
    wide_to(name, count, column->name);
    settle(column, size, session->has_shortest_text);
  }
  return 0;
}

int session_bind(codbc *session, codbc_trouble *trouble) {
  const odbc_functions *odbc = session->odbc;
  odbc_length width = 0;
  for (int place = 0; place < session->column_count; place++) width += session->columns[place].width + 8;
  long rows = block_bytes / (width + 1);
  session->block_rows = rows < 1 ? 1 : rows > block_rows ? block_rows : rows;
  session->row_status = calloc((size_t)session->block_rows, sizeof *session->row_status);
  if (!session->row_status) return -1;
  // After the query was sent: before it Microsoft's driver opens a cursor on the server.
  int is_set = odbc_succeeded(
    odbc->SetStmtAttr(session->statement, odbc_attribute_row_array_size, (void *)session->block_rows, 0));
  if (!is_set) session->block_rows = 1;
  odbc->SetStmtAttr(session->statement, odbc_attribute_row_status, session->row_status, 0);
  odbc->SetStmtAttr(session->statement, odbc_attribute_rows_fetched, &session->fetched, 0);
  for (int place = 0; place < session->column_count; place++) {
    session_column *column = &session->columns[place];
    column->values = malloc((size_t)(session->block_rows * column->width));
    column->lengths = calloc((size_t)session->block_rows, sizeof *column->lengths);
    if (!column->values || !column->lengths) return -1;
    odbc_return outcome = odbc->BindCol(
      session->statement, (uint16_t)(place + 1), column->bound_as, column->values, column->width, column->lengths);
    if (!odbc_succeeded(outcome)) {
      session_say(session, odbc_statement, session->statement, trouble);
      return -1;
    }
  }
  return 0;
}

static int bind_parameters(codbc *session, const codbc_parameter *parameters, int count) {
  if (count == 0) return 0;
  session->texts = calloc((size_t)count, sizeof *session->texts);
  session->days = calloc((size_t)count, sizeof *session->days);
  session->text_lengths = calloc((size_t)count, sizeof *session->text_lengths);
  if (!session->texts || !session->days || !session->text_lengths) return -1;
  session->parameter_count = count;
  for (int place = 0; place < count; place++) {
    const codbc_parameter *parameter = &parameters[place];
    odbc_return outcome;
    if (parameter->is_day) {
      session->days[place] = (odbc_date_value){parameter->year, parameter->month, parameter->day};
      session->text_lengths[place] = sizeof(odbc_date_value);
      outcome = session->odbc->BindParameter(
        session->statement, (uint16_t)(place + 1), odbc_parameter_input, odbc_as_date, odbc_date, 10, 0,
        &session->days[place], 0, &session->text_lengths[place]);
    } else {
      size_t units = 0;
      session->texts[place] = wide_from(parameter->text, &units);
      if (!session->texts[place]) return -1;
      session->text_lengths[place] = odbc_nts;
      outcome = session->odbc->BindParameter(
        session->statement, (uint16_t)(place + 1), odbc_parameter_input, odbc_as_wide, odbc_wide_varchar,
        units ? units : 1, 0, session->texts[place], 0, &session->text_lengths[place]);
    }
    if (!odbc_succeeded(outcome)) return -1;
  }
  return 0;
}

// Passes over what counts rows only, up to the first table; 0, or -1 with why.
static int find_table(codbc *session, int16_t *columns, codbc_trouble *trouble) {
  for (;;) {
    if (!odbc_succeeded(session->odbc->NumResultCols(session->statement, columns))) break;
    if (*columns > 0) return 0;
    odbc_return more = session->odbc->MoreResults(session->statement);
    if (more == odbc_no_data) return 0;
    if (!odbc_succeeded(more)) break;
  }
  session_say(session, odbc_statement, session->statement, trouble);
  return -1;
}

int codbc_execute(
  codbc *session, const char *query, const codbc_parameter *parameters, int count, int seconds, codbc_trouble *trouble) {
  const odbc_functions *odbc = session->odbc;
  memset(trouble, 0, sizeof *trouble);
  odbc->FreeStmt(session->statement, odbc_close);
  odbc->FreeStmt(session->statement, odbc_unbind);
  session_forget(session);
  odbc->SetStmtAttr(session->statement, odbc_attribute_row_array_size, (void *)1, 0);
  // Not every driver keeps it; the process has a limit of its own.
  odbc->SetStmtAttr(session->statement, odbc_attribute_query_timeout, (void *)(intptr_t)seconds, 0);
  odbc_unit *text = wide_from(query, NULL);
  if (!text) return -1;
  odbc_return outcome = bind_parameters(session, parameters, count);
  if (outcome == 0) outcome = odbc->ExecDirectW(session->statement, text, odbc_nts);
  free(text);
  int16_t columns = 0;
  if (outcome == odbc_no_data) return 0;
  if (!odbc_succeeded(outcome)) {
    session_say(session, odbc_statement, session->statement, trouble);
    return -1;
  }
  if (find_table(session, &columns, trouble) != 0) return -1;
  if (columns == 0) return 0;
  session->columns = calloc((size_t)columns, sizeof *session->columns);
  if (!session->columns) return -1;
  session->column_count = columns;
  return describe(session, trouble) == 0 ? columns : -1;
}

codbc_column codbc_column_at(const codbc *session, int place) {
  return (codbc_column){session->columns[place].name, session->columns[place].type};
}
