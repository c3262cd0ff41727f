#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "cxlsx.h"

// Numbers of a zip, the least part first.
static size_t two(const unsigned char *bytes) { return bytes[0] | (size_t)bytes[1] << 8; }
static size_t four(const unsigned char *bytes) { return two(bytes) | two(bytes + 2) << 16; }

enum { END_LENGTH = 22, ENTRY_LENGTH = 46, LOCAL_LENGTH = 30 };

// What is told of a part as it goes by: whether it ends as it began, and how many cells it has.
typedef struct {
  // `<worksheet`, the first element.
  char root[64];
  size_t root_length;
  // 0 before the first element, 1 in its name, 2 after that.
  int stage;
  // The last bytes, in which the end of the first element is looked for.
  char tail[72];
  size_t tail_length;
  size_t cells;
  char before[3];
} part;

static void take(part *part, const char *bytes, size_t count) {
  for (size_t place = 0; place < count; place++) {
    char byte = bytes[place];
    if (part->before[0] == '<' && part->before[1] == 'c' && byte == ' ') part->cells++;
    if (part->stage == 0 && part->before[1] == '<' && byte != '?' && byte != '!') part->stage = 1;
    if (part->stage == 1) {
      if (byte == ' ' || byte == '>' || byte == '/' || part->root_length + 1 == sizeof part->root) part->stage = 2;
      else part->root[part->root_length++] = byte;
    }
    part->before[0] = part->before[1];
    part->before[1] = byte;
  }
  size_t kept = count < sizeof part->tail ? count : sizeof part->tail;
  size_t room = sizeof part->tail - kept;
  size_t old = part->tail_length < room ? part->tail_length : room;
  memmove(part->tail, part->tail + part->tail_length - old, old);
  memcpy(part->tail + old, bytes + count - kept, kept);
  part->tail_length = old + kept;
}

// Whether the part ends with the end of its first element, as every part of a workbook does.
static int is_ended(const part *part) {
  size_t length = part->tail_length;
  while (length && (part->tail[length - 1] == '\n' || part->tail[length - 1] == '\r')) length--;
  size_t wanted = part->root_length + 3;
  if (length >= wanted && !memcmp(part->tail + length - wanted, "</", 2)) {
    return !memcmp(part->tail + length - wanted + 2, part->root, part->root_length) && part->tail[length - 1] == '>';
  }
  return length >= 2 && !memcmp(part->tail + length - 2, "/>", 2);
}

static int unpack(const unsigned char *packed, size_t packed_size, size_t size, size_t checksum, part *part) {
  z_stream stream = {0};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
  stream.next_in = (unsigned char *)packed;
  stream.avail_in = (unsigned int)packed_size;
  unsigned char block[1 << 16];
  unsigned long sum = crc32(0, NULL, 0);
  size_t total = 0;
  int state;
  do {
    stream.next_out = block;
    stream.avail_out = sizeof block;
    state = inflate(&stream, Z_NO_FLUSH);
    size_t got = sizeof block - stream.avail_out;
    sum = crc32(sum, block, (unsigned int)got);
    total += got;
    take(part, (const char *)block, got);
  } while (state == Z_OK);
  inflateEnd(&stream);
  return state == Z_STREAM_END && total == size && sum == checksum;
}

// The sheet that a part is, from 1; 0 for none.
static size_t sheet_of(const char *name, size_t length) {
  static const char start[] = "xl/worksheets/sheet";
  if (length <= sizeof start - 1 || memcmp(name, start, sizeof start - 1)) return 0;
  return strtoul(name + sizeof start - 1, NULL, 10);
}

static int are_whole(const unsigned char *bytes, size_t size, const size_t *cells, size_t sheets) {
  if (size < END_LENGTH || four(bytes + size - END_LENGTH) != 0x06054b50) return 0;
  const unsigned char *end = bytes + size - END_LENGTH;
  size_t count = two(end + 10), place = four(end + 16), seen = 0;
  for (size_t index = 0; index < count; index++) {
    if (place + ENTRY_LENGTH > size || four(bytes + place) != 0x02014b50) return 0;
    const unsigned char *entry = bytes + place;
    size_t name_length = two(entry + 28), local = four(entry + 42), packed_size = four(entry + 20);
    if (place + ENTRY_LENGTH + name_length > size || local + LOCAL_LENGTH > size) return 0;
    size_t data = local + LOCAL_LENGTH + two(bytes + local + 26) + two(bytes + local + 28);
    if (two(entry + 10) != Z_DEFLATED || data > size || packed_size > size - data) return 0;
    part part = {0};
    if (!unpack(bytes + data, packed_size, four(entry + 24), four(entry + 16), &part) || !is_ended(&part)) return 0;
    size_t sheet = sheet_of((const char *)entry + ENTRY_LENGTH, name_length);
    if (sheet > 0) {
      if (sheet > sheets || part.cells != cells[sheet - 1]) return 0;
      seen++;
    }
    place += ENTRY_LENGTH + name_length + two(entry + 30) + two(entry + 32);
  }
  return seen == sheets;
}

int cxlsx_is_whole(const char *path, const size_t *cells, size_t sheets) {
  FILE *file = fopen(path, "rbe");
  if (!file) return 0;
  unsigned char *bytes = NULL;
  size_t size = 0, room = 0;
  for (;;) {
    if (size == room) {
      room = room ? room * 2 : 1 << 20;
      unsigned char *larger = realloc(bytes, room);
      if (!larger) break;
      bytes = larger;
    }
    size_t got = fread(bytes + size, 1, room - size, file);
    if (got == 0) break;
    size += got;
  }
  int is_whole = !ferror(file) && bytes && are_whole(bytes, size, cells, sheets);
  fclose(file);
  free(bytes);
  return is_whole;
}
