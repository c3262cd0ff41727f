#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "libzip.h"
#include "stream.h"

struct carchive_zip {
  const libzip *lib;
  zip_t *archive;
};

typedef struct {
  carchive_stream stream;
  carchive_zip *zip;
  zip_file_t *file;
  // Whether the zip was opened for this member alone.
  int owns_zip;
} member_stream;

static int fail(const libzip *lib, zip_error_t *error, carchive_failure *failure) {
  int code = lib->error_code_zip(error);
  if (code == ZIP_ER_READ || code == ZIP_ER_OPEN || code == ZIP_ER_SEEK) {
    int system_error = lib->error_code_system(error);
    if (system_error != 0) return carchive_fail(failure, carchive_refused, system_error, NULL);
  }
  if (code == ZIP_ER_MEMORY) return carchive_fail(failure, carchive_refused, ENOMEM, NULL);
  if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_ENCRNOTSUPP)
    return carchive_fail(failure, carchive_encrypted, 0, NULL);
  if (code == ZIP_ER_NOZIP) return carchive_fail(failure, carchive_damaged, 0, "it is no zip, or cut short");
  return carchive_fail(failure, carchive_damaged, 0, lib->error_strerror(error));
}

carchive_zip *carchive_open_zip(const char *path, carchive_failure *failure) {
  const libzip *lib = libzip_loaded();
  if (!lib) {
    int wanting = libzip_wanting();
    carchive_fail(failure, wanting ? carchive_refused : carchive_no_library, wanting, "libzip");
    return NULL;
  }
  carchive_zip *zip = calloc(1, sizeof *zip);
  int descriptor = zip ? carchive_open_file(path, failure) : carchive_fail(failure, carchive_refused, ENOMEM, NULL);
  if (descriptor < 0) {
    free(zip);
    return NULL;
  }
  int code = 0;
  zip->lib = lib;
  zip->archive = lib->fdopen(descriptor, 0, &code);
  if (zip->archive) return zip;
  zip_error_t error;
  lib->error_init_with_code(&error, code);
  fail(lib, &error, failure);
  lib->error_fini(&error);
  close(descriptor);
  free(zip);
  return NULL;
}

void carchive_close_zip(carchive_zip *zip) {
  zip->lib->discard(zip->archive);
  free(zip);
}

int64_t carchive_count(carchive_zip *zip) { return zip->lib->get_num_entries(zip->archive, 0); }

int carchive_member_at(carchive_zip *zip, int64_t place, carchive_member *member) {
  zip_stat_t found;
  zip->lib->stat_init(&found);
  member->name = zip->lib->get_name(zip->archive, (zip_uint64_t)place, ZIP_FL_ENC_GUESS);
  if (!member->name || zip->lib->stat_index(zip->archive, (zip_uint64_t)place, 0, &found) != 0) return 0;
  member->size = found.valid & ZIP_STAT_SIZE ? found.size : 0;
  member->packed_size = found.valid & ZIP_STAT_COMP_SIZE ? found.comp_size : 0;
  return 1;
}

static int64_t read_member(carchive_stream *stream, void *bytes, size_t count, carchive_failure *failure) {
  member_stream *member = (member_stream *)stream;
  int64_t read = member->zip->lib->fread(member->file, bytes, count);
  if (read < 0) fail(member->zip->lib, member->zip->lib->file_get_error(member->file), failure);
  return read;
}

static void close_member(carchive_stream *stream) {
  member_stream *member = (member_stream *)stream;
  if (member->file) member->zip->lib->fclose(member->file);
  if (member->owns_zip) carchive_close_zip(member->zip);
  free(member);
}

// Where the member is; -1 where it is gone.
static int64_t place_of(carchive_zip *zip, int64_t place, const char *name) {
  const char *there = zip->lib->get_name(zip->archive, (zip_uint64_t)place, ZIP_FL_ENC_GUESS);
  if (there && strcmp(there, name) == 0) return place;
  return zip->lib->name_locate(zip->archive, name, ZIP_FL_ENC_GUESS);
}

// What libzip would only say by a word of its own.
static int cannot_be_read(carchive_zip *zip, int64_t place, carchive_failure *failure) {
  zip_stat_t found;
  zip->lib->stat_init(&found);
  if (zip->lib->stat_index(zip->archive, (zip_uint64_t)place, 0, &found) != 0)
    return fail(zip->lib, zip->lib->get_error(zip->archive), failure);
  if (found.valid & ZIP_STAT_ENCRYPTION_METHOD && found.encryption_method != ZIP_EM_NONE)
    return carchive_fail(failure, carchive_encrypted, 0, NULL);
  return 0;
}

carchive_stream *carchive_open_member(const char *path, int64_t place, const char *name, carchive_failure *failure) {
  carchive_zip *zip = carchive_open_zip(path, failure);
  if (!zip) return NULL;
  carchive_stream *stream = carchive_open_member_of(zip, place, name, failure);
  if (stream)
    ((member_stream *)stream)->owns_zip = 1;
  else
    carchive_close_zip(zip);
  return stream;
}

carchive_stream *carchive_open_member_of(carchive_zip *zip, int64_t place, const char *name, carchive_failure *failure) {
  member_stream *member = calloc(1, sizeof *member);
  place = place_of(zip, place, name);
  if (!member) {
    carchive_fail(failure, carchive_refused, ENOMEM, NULL);
  } else if (place < 0) {
    carchive_fail(failure, carchive_missing, 0, NULL);
  } else if (cannot_be_read(zip, place, failure) == 0) {
    member->stream.read = read_member;
    member->stream.close = close_member;
    member->zip = zip;
    member->file = zip->lib->fopen_index(zip->archive, (zip_uint64_t)place, 0);
    if (member->file) return &member->stream;
    zip_error_t *error = zip->lib->get_error(zip->archive);
    if (zip->lib->error_code_zip(error) == ZIP_ER_COMPNOTSUPP) {
      zip_stat_t found;
      zip->lib->stat_init(&found);
      zip->lib->stat_index(zip->archive, (zip_uint64_t)place, 0, &found);
      char method[16];
      snprintf(method, sizeof method, "%u", (unsigned)found.comp_method);
      carchive_fail(failure, carchive_unknown_packing, 0, method);
    } else {
      fail(zip->lib, error, failure);
    }
  }
  free(member);
  return NULL;
}
