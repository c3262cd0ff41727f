#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "number.h"
#include "session.h"
#include "wide.h"

// Fetches the next row or rows, forward.
enum { odbc_fetch_next = 1 };
// Bytes that wait to be written together.
enum { sink_size = 256 << 10 };

typedef struct {
  codbc *session;
  codbc_result *result;
  const char *expected;
  int descriptor;
  char *bytes;
  size_t used;
  // A value as UTF-8, before it is known whether it needs quotes.
  char *value;
} sink;

static int flush(sink *sink) {
  size_t done = 0;
  while (done < sink->used) {
    ssize_t count = write(sink->descriptor, sink->bytes + done, sink->used - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      sink->result->end = codbc_not_written;
      sink->result->system_error = count < 0 ? errno : EIO;
      return -1;
    }
    done += (size_t)count;
  }
  sink->result->bytes += (int64_t)sink->used;
  sink->used = 0;
  return 0;
}

static void put(sink *sink, char byte) { sink->bytes[sink->used++] = byte; }

// Room for one more value, in quotes and with each of its quotes doubled.
static int make_room(sink *sink, size_t length) {
  return sink->used + 2 * length + 8 > sink_size ? flush(sink) : 0;
}

static int put_text(sink *sink, const char *text, size_t length) {
  if (make_room(sink, length) != 0) return -1;
  static const char special[256] = {[','] = 1, ['"'] = 1, [';'] = 1, ['\t'] = 1, ['\n'] = 1, ['\r'] = 1};
  int needs_quotes = length == 0;
  for (size_t place = 0; place < length; place++) needs_quotes |= special[(unsigned char)text[place]];
  if (!needs_quotes) {
    memcpy(sink->bytes + sink->used, text, length);
    sink->used += length;
    return 0;
  }
  put(sink, '"');
  for (size_t place = 0; place < length; place++) {
    char byte = text[place];
    if (byte == '\r' && place + 1 < length && text[place + 1] == '\n') continue;
    if (byte == '\n' || byte == '\r') {
      // A row is a line.
      sink->result->breaks++;
      byte = ' ';
    }
    if (byte == '"') put(sink, '"');
    put(sink, byte);
  }
  put(sink, '"');
  return 0;
}

// A number as the engine writes it, but with a digit before its point, which SQL Server leaves out, and without an exponent,
// which PostgreSQL writes from 1e15.
static size_t number_of(const char *text, size_t length, int is_single, char *value) {
  if (memchr(text, 'e', length)) return codbc_number_text(strtod(text, NULL), is_single, value);
  size_t used = 0, place = 0;
  if (place < length && text[place] == '-') value[used++] = text[place++];
  if (place < length && text[place] == '.') value[used++] = '0';
  memcpy(value + used, text + place, length - place);
  return used + length - place;
}

// The value of a column in a row of the block as UTF-8; its length, -1 for NULL, -2 where it was cut short.
static long value_of(const session_column *column, long row, char *value) {
  odbc_length length = column->lengths[row];
  const char *place = column->values + row * column->width;
  if (length == odbc_null_data) return -1;
  switch (column->bound_as) {
  case odbc_as_double: {
    double number;
    memcpy(&number, place, sizeof number);
    return (long)codbc_number_text(number, column->stated == odbc_real, value);
  }
  case odbc_as_date: {
    odbc_date_value day;
    memcpy(&day, place, sizeof day);
    return (long)day_text(day.year, day.month, day.day, value);
  }
  case odbc_as_timestamp: {
    odbc_timestamp_value moment;
    memcpy(&moment, place, sizeof moment);
    return (long)moment_text(&moment, value);
  }
  case odbc_as_char:
    if (length < 0 || length >= column->width) return -2;
    return (long)number_of(place, (size_t)length, column->stated == odbc_real, value);
  default:
    if (length < 0 || length > column->width - (odbc_length)sizeof(odbc_unit)) return -2;
    return (long)wide_to((const odbc_unit *)(const void *)place, (size_t)length / sizeof(odbc_unit), value);
  }
}

// Whether a value of a column is what the column held before.
static int is_as_expected(const session_column *column, char expected, const char *value, size_t length) {
  if (!expected || expected == (char)column->type || expected == codbc_text) return 1;
  int was_number = expected == codbc_number || expected == codbc_truth;
  int was_day = expected == codbc_day || expected == codbc_moment;
  if (column->type == codbc_number || column->type == codbc_truth) return was_number;
  if (column->type == codbc_day || column->type == codbc_moment) return was_day;
  return was_number ? is_number(value, length) : was_day ? is_day(value, length) : 1;
}

static int stop_at(sink *sink, codbc_end end, int column, const char *value, size_t length) {
  codbc_result *result = sink->result;
  result->end = end;
  result->row = result->rows + 1;
  result->column = column + 1;
  size_t most = sizeof result->value - 1;
  if (length > most)
    for (length = most; length > 0 && ((unsigned char)value[length] & 0xC0) == 0x80;) length--;
  memcpy(result->value, value, length);
  result->value[length] = 0;
  return -1;
}

static int put_row(sink *sink, long row) {
  codbc *session = sink->session;
  for (int place = 0; place < session->column_count; place++) {
    const session_column *column = &session->columns[place];
    long length = value_of(column, row, sink->value);
    if (length == -2) return stop_at(sink, codbc_too_long, place, "", 0);
    if (length >= 0 && !is_as_expected(column, sink->expected[place], sink->value, (size_t)length))
      return stop_at(sink, codbc_other_type, place, sink->value, (size_t)length);
    if (place > 0) put(sink, ',');
    if (length >= 0) {
      if (put_text(sink, sink->value, (size_t)length) != 0) return -1;
    } else if (make_room(sink, 0) != 0) {
      return -1;
    }
    // An empty line would be no row.
    if (length < 0 && session->column_count == 1) put(sink, '"'), put(sink, '"');
  }
  put(sink, '\n');
  return 0;
}

static int put_header(sink *sink) {
  for (int place = 0; place < sink->session->column_count; place++) {
    if (place > 0) put(sink, ',');
    if (put_text(sink, sink->session->columns[place].name, strlen(sink->session->columns[place].name)) != 0) return -1;
  }
  put(sink, '\n');
  return 0;
}

// Whether the driver has nothing more to say: an error after the last row is one in the middle of the query.
static void finish(sink *sink, codbc_trouble *trouble) {
  codbc *session = sink->session;
  for (;;) {
    odbc_return more = session->odbc->MoreResults(session->statement);
    int16_t columns = 0;
    if (more == odbc_no_data) return;
    if (!odbc_succeeded(more)) {
      sink->result->end = codbc_cut;
      return session_say(session, odbc_statement, session->statement, trouble);
    }
    if (odbc_succeeded(session->odbc->NumResultCols(session->statement, &columns)) && columns > 0) {
      sink->result->end = codbc_second_table;
      return;
    }
  }
}

static int put_block(sink *sink, int64_t most_rows, int64_t most_bytes, codbc_trouble *trouble) {
  codbc *session = sink->session;
  for (unsigned long row = 0; row < session->fetched; row++) {
    uint16_t status = session->row_status[row];
    if (status != odbc_row_success && status != odbc_row_success_with_info) {
      sink->result->end = codbc_cut;
      session_say(session, odbc_statement, session->statement, trouble);
      return -1;
    }
    if (sink->result->rows == most_rows) {
      sink->result->end = codbc_too_many_rows;
      return -1;
    }
    if (put_row(sink, (long)row) != 0) return -1;
    sink->result->rows++;
    if (sink->result->bytes + (int64_t)sink->used > most_bytes) {
      sink->result->end = codbc_too_many_bytes;
      return -1;
    }
  }
  return 0;
}

static void put_all(sink *sink, int64_t most_rows, int64_t most_bytes, codbc_trouble *trouble) {
  codbc *session = sink->session;
  if (session_bind(session, trouble) != 0) {
    sink->result->end = codbc_cut;
    return;
  }
  if (put_header(sink) != 0) return;
  for (;;) {
    session->fetched = 0;
    odbc_return outcome = session->odbc->FetchScroll(session->statement, odbc_fetch_next, 0);
    // Success alone goes on, no data alone is the end: a stream that was cut says anything else.
    if (outcome == odbc_no_data) break;
    if (!odbc_succeeded(outcome)) {
      sink->result->end = codbc_cut;
      return session_say(session, odbc_statement, session->statement, trouble);
    }
    if (put_block(sink, most_rows, most_bytes, trouble) != 0) {
      // Whoever wants the first rows alone has them.
      if (sink->result->end == codbc_too_many_rows) flush(sink);
      return;
    }
  }
  finish(sink, trouble);
  if (sink->result->end == codbc_whole) flush(sink);
}

static int open_sink(sink *sink) {
  sink->bytes = malloc(sink_size);
  // Three bytes for each unit of the longest text.
  sink->value = malloc(16 << 10);
  return sink->bytes && sink->value ? 0 : -1;
}

codbc_result codbc_write(
  codbc *session, int descriptor, int64_t most_rows, int64_t most_bytes, const char *expected, codbc_trouble *trouble) {
  codbc_result result = {.end = codbc_whole};
  sink sink = {.session = session, .result = &result, .expected = expected, .descriptor = descriptor};
  memset(trouble, 0, sizeof *trouble);
  if (open_sink(&sink) == 0) {
    put_all(&sink, most_rows, most_bytes, trouble);
  } else {
    result.end = codbc_not_written;
    result.system_error = ENOMEM;
  }
  free(sink.bytes);
  free(sink.value);
  return result;
}

int codbc_first_value(codbc *session, char *value, size_t size, codbc_trouble *trouble) {
  memset(trouble, 0, sizeof *trouble);
  char *text = malloc(16 << 10);
  int outcome = -1;
  if (text && session_bind(session, trouble) == 0) {
    odbc_return fetched = session->odbc->FetchScroll(session->statement, odbc_fetch_next, 0);
    if (fetched == odbc_no_data) {
      outcome = 0;
    } else if (odbc_succeeded(fetched)) {
      long length = value_of(&session->columns[0], 0, text);
      outcome = length == -1 ? 0 : length >= 0 && (size_t)length < size ? 1 : -1;
      if (outcome == 1) {
        memcpy(value, text, (size_t)length);
        value[length] = 0;
      }
    } else {
      session_say(session, odbc_statement, session->statement, trouble);
    }
  }
  free(text);
  return outcome;
}
