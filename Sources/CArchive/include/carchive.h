// Compressed files: gzip through zlib, zip through libzip. They are only read, never written.
#ifndef SITREP_CARCHIVE_H
#define SITREP_CARCHIVE_H

#include <stddef.h>
#include <stdint.h>

// Why something could not be read.
typedef enum {
  carchive_fine = 0,
  // `system_error` says why.
  carchive_refused,
  // Not the format that its name says, cut short, or with a wrong checksum; `words` says which.
  carchive_damaged,
  carchive_encrypted,
  // Compressed by a method that libzip does not support; `words` is its number.
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
  // Its size in bytes unpacked and packed, as the zip states them.
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
// The member at a place; where another member is there now, the one with that name.
carchive_stream *carchive_open_member(const char *path, int64_t place, const char *name, carchive_failure *failure);
// The same for a zip that is already open, because opening one takes longer the more members it has. Close the member
// before the zip, and use a zip from one thread at a time.
carchive_stream *carchive_open_member_of(carchive_zip *zip, int64_t place, const char *name, carchive_failure *failure);
// Reads up to `count` bytes; 0 at the end, once the checksum has been compared; -1 on failure.
int64_t carchive_read(carchive_stream *stream, void *bytes, size_t count, carchive_failure *failure);
void carchive_close(carchive_stream *stream);

#endif
