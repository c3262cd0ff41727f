// The small part of Linux that Swift cannot reach or must not run in a signal handler.
#ifndef SITREP_CLINUX_H
#define SITREP_CLINUX_H
int clinux_placeholder(void);
#endif
