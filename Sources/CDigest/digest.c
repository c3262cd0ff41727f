#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

#include "cdigest.h"

// Declared here, so that building needs none of OpenSSL's headers: these have been the same since 1.1.0.
typedef unsigned char *sha256(const unsigned char *bytes, size_t count, unsigned char *digest);
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;

// Linked in it would cost every start 2.5 ms.
static sha256 *function = NULL;
static struct {
  EVP_MD_CTX *(*new)(void);
  void (*free)(EVP_MD_CTX *context);
  const EVP_MD *(*kind)(void);
  int (*begin)(EVP_MD_CTX *context, const EVP_MD *kind, void *engine);
  int (*add)(EVP_MD_CTX *context, const void *bytes, size_t count);
  int (*end)(EVP_MD_CTX *context, unsigned char *digest, unsigned int *count);
} piecewise;
static int is_piecewise = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {"libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so"};
  void *library = NULL;
  for (size_t place = 0; !library && place < sizeof names / sizeof *names; place++) {
    library = dlopen(names[place], RTLD_LAZY | RTLD_LOCAL);
  }
  if (!library) return;
  function = (sha256 *)dlsym(library, "SHA256");
  int missing = 0;
#define FIND(member, name) missing |= !(piecewise.member = (__typeof__(piecewise.member))dlsym(library, name))
  FIND(new, "EVP_MD_CTX_new");
  FIND(free, "EVP_MD_CTX_free");
  FIND(kind, "EVP_sha256");
  FIND(begin, "EVP_DigestInit_ex");
  FIND(add, "EVP_DigestUpdate");
  FIND(end, "EVP_DigestFinal_ex");
#undef FIND
  is_piecewise = !missing;
}

int cdigest_is_installed(void) {
  pthread_once(&once, load);
  return function != NULL;
}

int cdigest_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
  return cdigest_is_installed() && function(bytes, count, digest) != NULL;
}

struct cdigest {
  EVP_MD_CTX *context;
  int has_failed;
};

cdigest *cdigest_open(void) {
  if (!cdigest_is_installed() || !is_piecewise) return NULL;
  cdigest *running = calloc(1, sizeof *running);
  if (!running) return NULL;
  running->context = piecewise.new();
  if (!running->context || !piecewise.begin(running->context, piecewise.kind(), NULL)) {
    if (running->context) piecewise.free(running->context);
    free(running);
    return NULL;
  }
  return running;
}

void cdigest_add(cdigest *running, const void *bytes, size_t count) {
  if (!piecewise.add(running->context, bytes, count)) running->has_failed = 1;
}

int cdigest_close(cdigest *running, unsigned char digest[32]) {
  int is_done = !running->has_failed && piecewise.end(running->context, digest, NULL);
  piecewise.free(running->context);
  free(running);
  return is_done;
}
