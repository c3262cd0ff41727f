// SHA-256 by OpenSSL, loaded when it is first needed.
#ifndef SITREP_CDIGEST_H
#define SITREP_CDIGEST_H

#include <stddef.h>

// Whether OpenSSL is installed; the first call loads it.
int cdigest_is_installed(void);
// The SHA-256 of some bytes into 32 others; 0 where OpenSSL is not installed.
int cdigest_sha256(const void *bytes, size_t count, unsigned char digest[32]);

#endif
