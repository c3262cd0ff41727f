// libzip, loaded when the first zip is met: linked in it would cost every start a millisecond.
#ifndef SITREP_LIBZIP_H
#define SITREP_LIBZIP_H

#include <zip.h>

typedef struct {
  __typeof__(zip_fdopen) *fdopen;
  __typeof__(zip_discard) *discard;
  __typeof__(zip_get_num_entries) *get_num_entries;
  __typeof__(zip_get_name) *get_name;
  __typeof__(zip_name_locate) *name_locate;
  __typeof__(zip_stat_init) *stat_init;
  __typeof__(zip_stat_index) *stat_index;
  __typeof__(zip_fopen_index) *fopen_index;
  __typeof__(zip_fread) *fread;
  __typeof__(zip_fclose) *fclose;
  __typeof__(zip_get_error) *get_error;
  __typeof__(zip_file_get_error) *file_get_error;
  __typeof__(zip_error_strerror) *error_strerror;
  __typeof__(zip_error_code_zip) *error_code_zip;
  __typeof__(zip_error_code_system) *error_code_system;
  __typeof__(zip_error_init_with_code) *error_init_with_code;
  __typeof__(zip_error_fini) *error_fini;
} libzip;

// The library; NULL where it is not installed.
const libzip *libzip_loaded(void);
// Why it could not be loaded where that says nothing about whether it is installed: EMFILE, say; else 0.
int libzip_wanting(void);

#endif
