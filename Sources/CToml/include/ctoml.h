// toml++ behind a C interface: every key with its line and column.
#ifndef SITREP_CTOML_H
#define SITREP_CTOML_H
#ifdef __cplusplus
extern "C" {
#endif
int ctoml_placeholder(void);
#ifdef __cplusplus
}
#endif
#endif
