// A C interface to toml++: a TOML file as a flat list of nodes, each with the line and column of its key.
#ifndef SITREP_CTOML_H
#define SITREP_CTOML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A file that was parsed, or the error that stopped it; release it with ctoml_free.
typedef struct ctoml_document ctoml_document;

typedef enum {
  CTOML_TABLE,
  CTOML_ARRAY,
  CTOML_STRING,
  CTOML_INTEGER,
  CTOML_FLOAT,
  CTOML_BOOLEAN,
  CTOML_DATE_TIME,
} ctoml_kind;

// One table, array or value. Its strings belong to the document, may contain any byte, and end at their length.
typedef struct {
  ctoml_kind kind;
  // The table or array that contains it, by its place in the list; -1 for the root, which comes first.
  int32_t parent;
  // Its key; empty for the root and for the items of an array.
  const char *key;
  size_t key_length;
  // A string without its quotes, a number in plain decimals, `true`, `2016-11-22T09:00:00`; empty for tables and arrays.
  const char *text;
  size_t text_length;
  // The position of its key, both from 1; for the items of an array, that of the item itself.
  uint32_t line;
  uint32_t column;
} ctoml_node;

// Parses a file. Null only when memory is exhausted; it throws no exception.
ctoml_document *ctoml_parse(const char *bytes, size_t length);
void ctoml_free(ctoml_document *document);

// The number of nodes, each after the one that contains it; 0 when the file could not be parsed.
size_t ctoml_count(const ctoml_document *document);
// A node by its place in the list, which must be less than ctoml_count.
ctoml_node ctoml_node_at(const ctoml_document *document, size_t place);

// Why the file could not be parsed, as a C string, and where; null when it was parsed.
const char *ctoml_error(const ctoml_document *document);
uint32_t ctoml_error_line(const ctoml_document *document);
uint32_t ctoml_error_column(const ctoml_document *document);

#ifdef __cplusplus
}
#endif
#endif
