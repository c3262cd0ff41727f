// UTF-16, as ODBC passes texts, and UTF-8, as everything else does.
#ifndef SITREP_WIDE_H
#define SITREP_WIDE_H

#include <stddef.h>

#include "odbc.h"

// A text in UTF-16, ended by 0, to be freed; NULL without memory. `count` is its units.
odbc_unit *wide_from(const char *text, size_t *count);
// Writes units as UTF-8, at most 3 bytes each; the bytes written. Half a pair becomes U+FFFD.
size_t wide_to(const odbc_unit *units, size_t count, char *text);

#endif
