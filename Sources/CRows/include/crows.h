// Rows of comma-separated bytes, sixty-four bytes at a time, with the widest instructions the processor has.
//
// These functions read plain rows only: ASCII without control characters, quotes only around a whole field, one line a row.
// They stop at anything else, and at a row that does not end within the block; the strict reader continues there. They
// never read outside the block.
#ifndef SITREP_CROWS_H
#define SITREP_CROWS_H

#include <stddef.h>
#include <stdint.h>

// Which instructions are used. The results are the same with all of them.
typedef enum {
  CROWS_PORTABLE = 0,
  // AVX2 with BMI and POPCNT, on x86-64.
  CROWS_AVX2 = 1,
  // AVX-512 with VBMI2, on x86-64.
  CROWS_AVX512 = 2,
} crows_level;

// The widest instructions this processor has.
crows_level crows_best(void);

// Why no further row was skipped.
typedef enum {
  // The row is not plain, or not complete.
  CROWS_UNUSUAL = 0,
  // The row begins with other bytes.
  CROWS_PREFIX = 1,
  // The row begins with the same bytes, followed by another word.
  CROWS_WORD = 2,
} crows_stop;

// The rows to skip: they begin with these bytes and this word, and have this number of commas after the bytes.
typedef struct {
  const uint8_t *prefix;
  size_t prefix_length;
  // The word in the low bytes of eight, and a mask of the bytes that belong to it.
  uint64_t word;
  uint64_t word_mask;
  size_t commas;
} crows_alike;

// Skips rows from the start of one and returns their number. The position is then the start of the next row.
size_t crows_pass(
    crows_level level, const uint8_t *block, size_t length, size_t *position, const crows_alike *alike,
    crows_stop *stop);

// Finds the ends of a number of fields, quoted or not, each followed by a comma; 0 where there are not that many.
int crows_fields(
    crows_level level, const uint8_t *block, size_t length, size_t start, size_t fields, size_t *ends);

enum {
  // The most counts a row may have.
  CROWS_MOST_COUNTS = 128
};

// The shape of a row of counts: unquoted fields, counts of digits or empty, other fields of digits or empty, and the total
// that the row states.
typedef struct {
  size_t fields;
  // Which of the fields is the key.
  size_t key;
  size_t counts;
  size_t others;
  // The number of counts, from the first, in the first sum; and the place of the first count in the second sum.
  size_t within;
  size_t over;
} crows_shape;

// A row of counts.
typedef struct {
  size_t key_start;
  size_t key_end;
  // The sum of the first counts, of the last, and of all.
  int64_t within;
  int64_t over;
  int64_t sum;
  // The total the row states; -1 where it states none.
  int64_t stated;
  // The last two digits of each count; and, for each count of more digits, its place and its hundreds.
  uint8_t low[CROWS_MOST_COUNTS + 64];
  uint8_t large_places[CROWS_MOST_COUNTS];
  uint32_t large[CROWS_MOST_COUNTS];
  size_t large_count;
} crows_row;

// Reads a row of counts from the start of its fields; 0, with the position unchanged, where it is not one.
int crows_read(
    crows_level level, const uint8_t *block, size_t length, size_t *position, const crows_shape *shape,
    crows_row *row);

// Adds the counts of a row to sums, one by one.
void crows_add(crows_level level, const crows_row *row, size_t counts, uint32_t *sums);

#endif
