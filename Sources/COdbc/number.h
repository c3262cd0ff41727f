// Numbers and days as a CSV says them.
#ifndef SITREP_NUMBER_H
#define SITREP_NUMBER_H

#include <stddef.h>

#include "codbc.h"
#include "odbc.h"

// `2018-02-14`; 10 bytes or more.
size_t day_text(int year, unsigned month, unsigned day, char *text);
// A moment; one without a time of day is the day alone. At most 32 bytes.
size_t moment_text(const odbc_timestamp_value *moment, char *text);
// Whether a text is a number, spaces around it aside.
int is_number(const char *text, size_t length);
// Whether a text begins with a day as `2018-02-14`.
int is_day(const char *text, size_t length);

#endif
