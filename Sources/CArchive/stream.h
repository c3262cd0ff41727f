// What a gzip file and a member of a zip have in common.
#ifndef SITREP_STREAM_H
#define SITREP_STREAM_H

#include "carchive.h"

struct carchive_stream {
  int64_t (*read)(carchive_stream *stream, void *bytes, size_t count, carchive_failure *failure);
  void (*close)(carchive_stream *stream);
};

// Says what is wrong; returns -1, so that it can be returned.
int carchive_fail(carchive_failure *failure, carchive_kind kind, int system_error, const char *words);

// Opens a regular file without ever waiting for it; -1 where that fails.
int carchive_open_file(const char *path, carchive_failure *failure);

#endif
