// SHA-256 by OpenSSL, loaded when it is first needed.
#ifndef SITREP_CDIGEST_H
#define SITREP_CDIGEST_H

#include <stddef.h>

// Whether OpenSSL is installed; the first call loads it.
int cdigest_is_installed(void);
// The SHA-256 of some bytes into 32 others; 0 where OpenSSL is not installed.
int cdigest_sha256(const void *bytes, size_t count, unsigned char digest[32]);

// The SHA-256 of bytes that come piece by piece; NULL where OpenSSL is not installed.
typedef struct cdigest cdigest;
cdigest *cdigest_open(void);
void cdigest_add(cdigest *running, const void *bytes, size_t count);
// The digest, after which there is nothing left of it; 0 where it failed.
int cdigest_close(cdigest *running, unsigned char digest[32]);

#endif
