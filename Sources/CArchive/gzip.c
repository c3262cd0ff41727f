#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "stream.h"

typedef struct {
  carchive_stream stream;
  gzFile file;
} gzip_stream;

// zlib hands on bytes that are not packed as they are, and ends in silence where a file is cut short: both are damage.
static int is_damaged(gzip_stream *gzip, int64_t count, carchive_failure *failure) {
  int code = Z_OK;
  const char *words = gzerror(gzip->file, &code);
  if (code == Z_ERRNO) return carchive_fail(failure, carchive_refused, errno, NULL);
  if (code == Z_BUF_ERROR) return carchive_fail(failure, carchive_damaged, 0, "it is cut short");
  if (count < 0 || code < 0) {
    // zlib puts the descriptor's name before its words.
    const char *colon = words ? strstr(words, ": ") : NULL;
    return carchive_fail(failure, carchive_damaged, 0, colon ? colon + 2 : words);
  }
  if (gzdirect(gzip->file)) return carchive_fail(failure, carchive_damaged, 0, "it is no gzip");
  return 0;
}

static int64_t read_gzip(carchive_stream *stream, void *bytes, size_t count, carchive_failure *failure) {
  gzip_stream *gzip = (gzip_stream *)stream;
  int64_t read = gzread(gzip->file, bytes, (unsigned)count);
  return is_damaged(gzip, read, failure) != 0 ? -1 : read;
}

static void close_gzip(carchive_stream *stream) {
  gzclose(((gzip_stream *)stream)->file);
  free(stream);
}

carchive_stream *carchive_open_gzip(const char *path, carchive_failure *failure) {
  int descriptor = carchive_open_file(path, failure);
  if (descriptor < 0) return NULL;
  gzip_stream *gzip = calloc(1, sizeof *gzip);
  gzFile file = gzip ? gzdopen(descriptor, "rb") : NULL;
  if (!file) {
    close(descriptor);
    free(gzip);
    carchive_fail(failure, carchive_refused, ENOMEM, NULL);
    return NULL;
  }
  gzbuffer(file, 1 << 17);
  gzip->stream.read = read_gzip;
  gzip->stream.close = close_gzip;
  gzip->file = file;
  return &gzip->stream;
}
