// Rows of comma-separated bytes, sixty-four bytes at a time, with the widest instructions the processor has.
//
// What these functions read is ordinary: ASCII without control characters, quotes only around a field, one line a row.
// At anything else, and at what does not end within the block, they stop; a reader that takes care goes on there. Nothing
// outside the block is ever looked at.
#ifndef SITREP_CROWS_H
#define SITREP_CROWS_H

#include <stddef.h>
#include <stdint.h>

// Which instructions are used. All of them give the same.
typedef enum {
  CROWS_PORTABLE = 0,
  // AVX2 with BMI and POPCNT, on x86-64.
  CROWS_AVX2 = 1,
  // AVX-512 with VBMI2, on x86-64.
  CROWS_AVX512 = 2,
} crows_level;

// The widest instructions this processor has.
crows_level crows_best(void);

// Why rows are passed no further.
typedef enum {
  // What stands here is not ordinary, or not whole.
  CROWS_UNUSUAL = 0,
  // The row begins with other bytes.
  CROWS_PREFIX = 1,
  // The row begins with the same bytes, and goes on with another word.
  CROWS_WORD = 2,
} crows_stop;

// The rows that are passed over: those that begin with some bytes and then a word, and have so many commas after the bytes.
typedef struct {
  const uint8_t *prefix;
  size_t prefix_length;
  // The word, as the low bytes of eight, and which of them belong to it.
  uint64_t word;
  uint64_t word_mask;
  size_t commas;
} crows_alike;

// Passes over rows, from the start of one; how many. The position is then where the next row starts.
size_t crows_pass(
    crows_level level, const uint8_t *block, size_t length, size_t *position, const crows_alike *alike,
    crows_stop *stop);

// Finds the ends of so many fields that may be quoted, each followed by a comma; 0 when that is not what stands there.
int crows_fields(
    crows_level level, const uint8_t *block, size_t length, size_t start, size_t fields, size_t *ends);

enum {
  // The most counts a row may have.
  CROWS_MOST_COUNTS = 128
};

// What a row of counts holds: fields that are not quoted, counts that are digits or nothing, fields of digits or nothing,
// and what the row states as its total.
typedef struct {
  size_t fields;
  // Which of the fields is the key.
  size_t key;
  size_t counts;
  size_t others;
  // How many of the counts, from the first, are one sum, and from which one on they are another.
  size_t within;
  size_t over;
} crows_shape;

// A row of counts.
typedef struct {
  size_t key_start;
  size_t key_end;
  // The sums of the first, of the last, and of all counts.
  int64_t within;
  int64_t over;
  int64_t sum;
  // The total the row states; -1 where it states none.
  int64_t stated;
  // The last two digits of each count, and for those of more digits the hundreds of the rest.
  uint8_t low[CROWS_MOST_COUNTS + 64];
  uint8_t large_places[CROWS_MOST_COUNTS];
  uint32_t large[CROWS_MOST_COUNTS];
  size_t large_count;
} crows_row;

// Reads a row of counts from where its fields start; 0, and the position is as before, when it is none.
int crows_read(
    crows_level level, const uint8_t *block, size_t length, size_t *position, const crows_shape *shape,
    crows_row *row);

// Adds the counts of a row to sums, one by one.
void crows_add(crows_level level, const crows_row *row, size_t counts, uint32_t *sums);

#endif
