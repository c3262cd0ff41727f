// SHA-256 through OpenSSL, loaded on first use.
#ifndef SITREP_CDIGEST_H
#define SITREP_CDIGEST_H

#include <stddef.h>

// Whether OpenSSL is installed; the first call loads it.
int cdigest_is_installed(void);
// Writes the SHA-256 of the bytes to `digest`; 0 where OpenSSL is not installed.
int cdigest_sha256(const void *bytes, size_t count, unsigned char digest[32]);

// The SHA-256 of bytes that arrive in pieces; NULL where OpenSSL is not installed.
typedef struct cdigest cdigest;
cdigest *cdigest_open(void);
void cdigest_add(cdigest *running, const void *bytes, size_t count);
// Writes the digest and releases `running`; 0 on failure.
int cdigest_close(cdigest *running, unsigned char digest[32]);

#endif
