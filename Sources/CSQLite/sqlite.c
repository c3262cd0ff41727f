#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

#include "csqlite.h"

// Declared here, so that building needs none of SQLite's headers: its interface has been the same since 3.5, in 2007.
enum {
  OPEN_READONLY = 0x1,
  OPEN_READWRITE = 0x2,
  OPEN_CREATE = 0x4,
  OPEN_NOMUTEX = 0x8000,
  OPEN_NOFOLLOW = 0x01000000,
  CONFIG_DEFENSIVE = 1010,
  CONFIG_TRUSTED_SCHEMA = 1017,
};

#define COPY_IT ((void (*)(void *))-1)

static struct {
  int (*open_v2)(const char *, csqlite_database **, int, const char *);
  int (*close)(csqlite_database *);
  int (*busy_timeout)(csqlite_database *, int);
  int (*db_config)(csqlite_database *, int, ...);
  const char *(*errmsg)(csqlite_database *);
  int (*prepare_v2)(csqlite_database *, const char *, int, csqlite_statement **, const char **);
  int (*step)(csqlite_statement *);
  int (*reset)(csqlite_statement *);
  int (*finalize)(csqlite_statement *);
  int (*bind_int64)(csqlite_statement *, int, long long);
  int (*bind_null)(csqlite_statement *, int);
  int (*bind_text)(csqlite_statement *, int, const char *, int, void (*)(void *));
  int (*bind_blob)(csqlite_statement *, int, const void *, int, void (*)(void *));
  int (*column_type)(csqlite_statement *, int);
  long long (*column_int64)(csqlite_statement *, int);
  const unsigned char *(*column_text)(csqlite_statement *, int);
  const void *(*column_blob)(csqlite_statement *, int);
  int (*column_bytes)(csqlite_statement *, int);
} functions;

static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {"libsqlite3.so.0", "libsqlite3.so"};
  void *library = NULL;
  for (size_t place = 0; !library && place < sizeof names / sizeof *names; place++) {
    library = dlopen(names[place], RTLD_LAZY | RTLD_LOCAL);
  }
  if (!library) return;
  int missing = 0;
#define FIND(name) missing |= !(functions.name = (__typeof__(functions.name))dlsym(library, "sqlite3_" #name))
  FIND(open_v2);
  FIND(close);
  FIND(busy_timeout);
  FIND(db_config);
  FIND(errmsg);
  FIND(prepare_v2);
  FIND(step);
  FIND(reset);
  FIND(finalize);
  FIND(bind_int64);
  FIND(bind_null);
  FIND(bind_text);
  FIND(bind_blob);
  FIND(column_type);
  FIND(column_int64);
  FIND(column_text);
  FIND(column_blob);
  FIND(column_bytes);
#undef FIND
  is_loaded = !missing;
}

int csqlite_is_installed(void) {
  pthread_once(&once, load);
  return is_loaded;
}

int csqlite_open(const char *path, int writes, csqlite_database **database) {
  *database = NULL;
  if (!csqlite_is_installed()) return CSQLITE_MISSING;
  // A connection is used by one thread at a time.
  int flags = OPEN_NOMUTEX | OPEN_NOFOLLOW | (writes ? OPEN_READWRITE | OPEN_CREATE : OPEN_READONLY);
  return functions.open_v2(path, database, flags, NULL);
}

int csqlite_close(csqlite_database *database) { return functions.close(database); }
void csqlite_wait(csqlite_database *database, int milliseconds) { functions.busy_timeout(database, milliseconds); }
const char *csqlite_message(csqlite_database *database) { return functions.errmsg(database); }

void csqlite_distrust(csqlite_database *database) {
  functions.db_config(database, CONFIG_DEFENSIVE, 1, (int *)NULL);
  functions.db_config(database, CONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
}

int csqlite_prepare(csqlite_database *database, const char *words, csqlite_statement **statement) {
  return functions.prepare_v2(database, words, -1, statement, NULL);
}

int csqlite_step(csqlite_statement *statement) { return functions.step(statement); }
int csqlite_reset(csqlite_statement *statement) { return functions.reset(statement); }
int csqlite_finalize(csqlite_statement *statement) { return functions.finalize(statement); }

int csqlite_bind_number(csqlite_statement *statement, int place, int64_t number) {
  return functions.bind_int64(statement, place, number);
}
int csqlite_bind_nothing(csqlite_statement *statement, int place) { return functions.bind_null(statement, place); }
int csqlite_bind_text(csqlite_statement *statement, int place, const char *text, int count) {
  return functions.bind_text(statement, place, text, count, COPY_IT);
}
int csqlite_bind_bytes(csqlite_statement *statement, int place, const void *bytes, int count) {
  return functions.bind_blob(statement, place, bytes, count, COPY_IT);
}

// 5 is the type of nothing.
int csqlite_is_nothing(csqlite_statement *statement, int column) { return functions.column_type(statement, column) == 5; }
int64_t csqlite_number(csqlite_statement *statement, int column) { return functions.column_int64(statement, column); }
const unsigned char *csqlite_text(csqlite_statement *statement, int column) {
  return functions.column_text(statement, column);
}
const void *csqlite_bytes(csqlite_statement *statement, int column) { return functions.column_blob(statement, column); }
int csqlite_count(csqlite_statement *statement, int column) { return functions.column_bytes(statement, column); }
