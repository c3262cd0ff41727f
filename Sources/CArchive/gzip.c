#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "stream.h"

enum { BLOCK = 1 << 17 };

// What of a gzip file is being read: it is one packed part after the other, each with its own checksum.
typedef enum {
  AT_START,
  INSIDE,
  BETWEEN,
  AT_END,
} gzip_place;

typedef struct {
  carchive_stream stream;
  z_stream packed;
  int descriptor;
  gzip_place place;
  unsigned char block[BLOCK];
} gzip_stream;

static int64_t damaged(gzip_stream *gzip, const char *words, carchive_failure *failure) {
  // It stays so however often it is asked.
  gzip->place = INSIDE;
  return carchive_fail(failure, carchive_damaged, 0, words);
}

// Reads the next block of the file; 0 at its end.
static int64_t fill(gzip_stream *gzip, carchive_failure *failure) {
  ssize_t count;
  do count = read(gzip->descriptor, gzip->block, BLOCK);
  while (count < 0 && errno == EINTR);
  if (count < 0) return carchive_fail(failure, carchive_refused, errno, NULL);
  gzip->packed.next_in = gzip->block;
  gzip->packed.avail_in = (unsigned)count;
  return count;
}

// Whether a further part begins after one that has ended; 0 where the file ends. Zeros may fill up its last block, anything
// else there would be lost without a word.
static int next_part(gzip_stream *gzip, carchive_failure *failure) {
  int is_padded = 0;
  while (1) {
    if (gzip->packed.avail_in == 0) {
      int64_t count = fill(gzip, failure);
      if (count <= 0) return (int)count;
    }
    if (*gzip->packed.next_in == 0) {
      is_padded = 1;
      gzip->packed.next_in++;
      gzip->packed.avail_in--;
    } else if (is_padded || *gzip->packed.next_in != 0x1f) {
      return (int)damaged(gzip, "something that is no gzip follows what is packed", failure);
    } else {
      return inflateReset(&gzip->packed) == Z_OK ? 1 : (int)damaged(gzip, gzip->packed.msg, failure);
    }
  }
}

static int64_t read_gzip(carchive_stream *stream, void *bytes, size_t count, carchive_failure *failure) {
  gzip_stream *gzip = (gzip_stream *)stream;
  gzip->packed.next_out = bytes;
  gzip->packed.avail_out = (unsigned)count;
  while (gzip->packed.avail_out > 0 && gzip->place != AT_END) {
    if (gzip->place == BETWEEN) {
      int is_part = next_part(gzip, failure);
      if (is_part < 0) return -1;
      gzip->place = is_part ? INSIDE : AT_END;
      continue;
    }
    if (gzip->packed.avail_in == 0) {
      int64_t read = fill(gzip, failure);
      if (read < 0) return -1;
      if (read == 0) return damaged(gzip, gzip->place == AT_START ? "it is no gzip" : "it is cut short", failure);
    }
    if (gzip->place == AT_START && *gzip->packed.next_in != 0x1f) return damaged(gzip, "it is no gzip", failure);
    gzip->place = INSIDE;
    int code = inflate(&gzip->packed, Z_NO_FLUSH);
    if (code == Z_STREAM_END) {
      gzip->place = BETWEEN;
    } else if (code == Z_MEM_ERROR) {
      return carchive_fail(failure, carchive_refused, ENOMEM, NULL);
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      const char *words = code == Z_NEED_DICT ? "it needs a dictionary" : gzip->packed.msg;
      return damaged(gzip, words ? words : "it cannot be unpacked", failure);
    }
  }
  return (int64_t)(count - gzip->packed.avail_out);
}

static void close_gzip(carchive_stream *stream) {
  gzip_stream *gzip = (gzip_stream *)stream;
  inflateEnd(&gzip->packed);
  close(gzip->descriptor);
  free(gzip);
}

carchive_stream *carchive_open_gzip(const char *path, carchive_failure *failure) {
  int descriptor = carchive_open_file(path, failure);
  if (descriptor < 0) return NULL;
  gzip_stream *gzip = calloc(1, sizeof *gzip);
  // The widest window, and gzip's own head and checksum.
  if (!gzip || inflateInit2(&gzip->packed, 15 + 16) != Z_OK) {
    close(descriptor);
    free(gzip);
    carchive_fail(failure, carchive_refused, ENOMEM, NULL);
    return NULL;
  }
  gzip->stream.read = read_gzip;
  gzip->stream.close = close_gzip;
  gzip->descriptor = descriptor;
  return &gzip->stream;
}
