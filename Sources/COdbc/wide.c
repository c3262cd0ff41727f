#include "wide.h"

#include <stdlib.h>
#include <string.h>

// The length of the sequence that begins with this byte; 0 where none does.
static size_t sequence(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

odbc_unit *wide_from(const char *text, size_t *count) {
  size_t length = strlen(text), used = 0;
  odbc_unit *units = malloc((length + 1) * sizeof *units);
  if (!units) return NULL;
  const unsigned char *bytes = (const unsigned char *)text;
  for (size_t place = 0; place < length;) {
    size_t size = sequence(bytes[place]);
    uint32_t scalar = size == 1 ? bytes[place] : bytes[place] & (0xFF >> (size + 1));
    int is_right = size > 0 && place + size <= length;
    for (size_t next = 1; is_right && next < size; next++) {
      is_right = (bytes[place + next] & 0xC0) == 0x80;
      scalar = scalar << 6 | (bytes[place + next] & 0x3F);
    }
    if (!is_right) {
      units[used++] = 0xFFFD;
      place++;
      continue;
    }
    place += size;
    if (scalar >= 0x10000) {
      units[used++] = (odbc_unit)(0xD800 + ((scalar - 0x10000) >> 10));
      units[used++] = (odbc_unit)(0xDC00 + ((scalar - 0x10000) & 0x3FF));
    } else {
      units[used++] = (odbc_unit)scalar;
    }
  }
  units[used] = 0;
  if (count) *count = used;
  return units;
}

static char *put(uint32_t scalar, char *text) {
  if (scalar < 0x80) {
    *text++ = (char)scalar;
  } else if (scalar < 0x800) {
    *text++ = (char)(0xC0 | scalar >> 6);
    *text++ = (char)(0x80 | (scalar & 0x3F));
  } else if (scalar < 0x10000) {
    *text++ = (char)(0xE0 | scalar >> 12);
    *text++ = (char)(0x80 | (scalar >> 6 & 0x3F));
    *text++ = (char)(0x80 | (scalar & 0x3F));
  } else {
    *text++ = (char)(0xF0 | scalar >> 18);
    *text++ = (char)(0x80 | (scalar >> 12 & 0x3F));
    *text++ = (char)(0x80 | (scalar >> 6 & 0x3F));
    *text++ = (char)(0x80 | (scalar & 0x3F));
  }
  return text;
}

size_t wide_to(const odbc_unit *units, size_t count, char *text) {
  char *end = text;
  size_t place = 0;
  // Nearly every text is ASCII.
  for (; place < count && units[place] < 0x80; place++) *end++ = (char)units[place];
  for (; place < count; place++) {
    uint32_t unit = units[place];
    int is_pair = unit >= 0xD800 && unit < 0xDC00 && place + 1 < count && units[place + 1] >= 0xDC00
      && units[place + 1] < 0xE000;
    if (is_pair) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (units[++place] - 0xDC00);
    } else if (unit >= 0xD800 && unit < 0xE000) {
      unit = 0xFFFD;
    }
    end = put(unit, end);
  }
  return (size_t)(end - text);
}
