#define _GNU_SOURCE
#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int carchive_fail(carchive_failure *failure, carchive_kind kind, int system_error, const char *words) {
  failure->kind = kind;
  failure->system_error = system_error;
  snprintf(failure->words, sizeof failure->words, "%s", words ? words : "");
  return -1;
}

int carchive_open_file(const char *path, carchive_failure *failure) {
  int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return carchive_fail(failure, carchive_refused, errno, NULL);
  struct stat found;
  int error = fstat(descriptor, &found) != 0 ? errno : S_ISREG(found.st_mode) ? 0 : EINVAL;
  if (error == 0) return descriptor;
  close(descriptor);
  return carchive_fail(failure, carchive_refused, error, NULL);
}

int64_t carchive_read(carchive_stream *stream, void *bytes, size_t count, carchive_failure *failure) {
  return stream->read(stream, bytes, count, failure);
}

void carchive_close(carchive_stream *stream) { stream->close(stream); }
