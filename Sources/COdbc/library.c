#include <dlfcn.h>
#include <stddef.h>

#include "codbc.h"
#include "odbc.h"

static void *opened(const char *const *names, size_t count) {
  for (size_t index = 0; index < count; index++) {
    void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

const odbc_functions *odbc_loaded(void) {
  static odbc_functions functions;
  static int is_loaded = 0;
  if (is_loaded) return &functions;
  const char *names[] = {"libodbc.so.2", "libodbc.so.1", "libodbc.so"};
  void *library = opened(names, sizeof names / sizeof *names);
  if (!library) return NULL;
  int missing = 0;
#define FIND(name) missing |= !(functions.name = (__typeof__(functions.name))dlsym(library, "SQL" #name))
  FIND(AllocHandle);
  FIND(FreeHandle);
  FIND(FreeStmt);
  FIND(SetEnvAttr);
  FIND(SetConnectAttr);
  FIND(SetStmtAttr);
  FIND(DriverConnectW);
  FIND(Disconnect);
  FIND(GetInfoW);
  FIND(ExecDirectW);
  FIND(BindParameter);
  FIND(NumResultCols);
  FIND(DescribeColW);
  FIND(BindCol);
  FIND(FetchScroll);
  FIND(MoreResults);
  FIND(EndTran);
  FIND(Cancel);
  FIND(GetDiagRecW);
#undef FIND
  is_loaded = !missing;
  return is_loaded ? &functions : NULL;
}

int codbc_profile(const char *section, const char *key, const char *file, char *value, int size) {
  typedef int profile(const char *, const char *, const char *, char *, int, const char *);
  const char *names[] = {"libodbcinst.so.2", "libodbcinst.so.1", "libodbcinst.so"};
  static void *library = NULL;
  value[0] = 0;
  if (!library) library = opened(names, sizeof names / sizeof *names);
  profile *find = library ? (profile *)dlsym(library, "SQLGetPrivateProfileString") : NULL;
  return find && find(section, key, "", value, size, file) > 0 && value[0];
}
