#include "libzip.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

static libzip functions;
static int is_loaded = 0;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *opened(void) {
  // The functions used are the same in all of them.
  const char *names[] = {"libzip.so.5", "libzip.so.4", "libzip.so"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

static void load(void) {
  void *library = opened();
  if (!library) return;
  int missing = 0;
#define FIND(name) missing |= !(functions.name = (__typeof__(functions.name))dlsym(library, "zip_" #name))
  FIND(fdopen);
  FIND(discard);
  FIND(get_num_entries);
  FIND(get_name);
  FIND(name_locate);
  FIND(stat_init);
  FIND(stat_index);
  FIND(fopen_index);
  FIND(fread);
  FIND(fclose);
  FIND(get_error);
  FIND(file_get_error);
  FIND(error_strerror);
  FIND(error_code_zip);
  FIND(error_code_system);
  FIND(error_init_with_code);
  FIND(error_fini);
#undef FIND
  is_loaded = !missing;
}

const libzip *libzip_loaded(void) {
  pthread_mutex_lock(&lock);
  // Tried again each time: what was wanting may have been a file handle.
  if (!is_loaded) load();
  pthread_mutex_unlock(&lock);
  return is_loaded ? &functions : NULL;
}

int libzip_wanting(void) {
  int descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  close(descriptor);
  return 0;
}
