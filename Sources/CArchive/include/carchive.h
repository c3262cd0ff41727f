// Files packed in others: gzip through zlib, zip through libzip. Everything is read, nothing is ever written.
#ifndef SITREP_CARCHIVE_H
#define SITREP_CARCHIVE_H

#include <stddef.h>
#include <stdint.h>

// What kept something from being read.
typedef enum {
  carchive_fine = 0,
  // `system_error` says why.
  carchive_refused,
  // Not what its name says, cut short, or its checksum is wrong; `words` says which.
  carchive_damaged,
  carchive_encrypted,
  // Packed in a way that libzip does not read; `words` is its number.
  carchive_unknown_packing,
  // There is no such member.
  carchive_missing,
  // libzip is not installed; `words` names it.
  carchive_no_library,
} carchive_kind;

typedef struct {
  carchive_kind kind;
  int system_error;
  char words[160];
} carchive_failure;

// A zip whose members can be listed.
typedef struct carchive_zip carchive_zip;

typedef struct {
  // In UTF-8; valid while the zip is open.
  const char *name;
  // Bytes when unpacked, and as it lies in the zip, as the zip states them.
  uint64_t size, packed_size;
} carchive_member;

// Opens a zip, a regular file; NULL where that fails.
carchive_zip *carchive_open_zip(const char *path, carchive_failure *failure);
int64_t carchive_count(carchive_zip *zip);
// One member by its place, from 0; 0 where there is none.
int carchive_member_at(carchive_zip *zip, int64_t place, carchive_member *member);
void carchive_close_zip(carchive_zip *zip);

// Unpacked bytes, from front to back.
typedef struct carchive_stream carchive_stream;

carchive_stream *carchive_open_gzip(const char *path, carchive_failure *failure);
// A member by its place; where another stands there now, the one of that name.
carchive_stream *carchive_open_member(const char *path, int64_t place, const char *name, carchive_failure *failure);
// The same of a zip that is open already: opening it again takes longer the more members it has. The member is closed
// before the zip, and no two threads read from the same zip at once.
carchive_stream *carchive_open_member_of(carchive_zip *zip, int64_t place, const char *name, carchive_failure *failure);
// Up to so many bytes; 0 at the end, where the checksum has been compared; -1 where that fails.
int64_t carchive_read(carchive_stream *stream, void *bytes, size_t count, carchive_failure *failure);
void carchive_close(carchive_stream *stream);

#endif
