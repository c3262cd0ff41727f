// What Swift cannot see of ncurses: macros and mutable globals, each behind a static inline function.
#ifndef SITREP_CNCURSES_H
#define SITREP_CNCURSES_H
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <term.h>
#endif
