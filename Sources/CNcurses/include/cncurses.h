// The parts of ncurses that Swift cannot import: macros and mutable globals, each behind a static inline function.
#ifndef SITREP_CNCURSES_H
#define SITREP_CNCURSES_H
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// 1 where terminfo has an entry for the name, 0 where not, -1 without any terminfo. Unlike initscr, it never exits.
static inline int cncurses_knows(const char *name, int descriptor) {
  int result = -1;
  setupterm((char *)name, descriptor, &result);
  return result;
}
// Releases the entry that cncurses_knows looked up.
static inline void cncurses_forget(void) { if (cur_term) del_curterm(cur_term); }

// A capability of the entry looked up last; NULL without it.
static inline const char *cncurses_string(const char *capability) {
  const char *value = tigetstr((char *)capability);
  return value == (char *)-1 ? NULL : value;
}
static inline int cncurses_number(const char *capability) { return tigetnum((char *)capability); }

static inline FILE *cncurses_output(void) { return stdout; }
static inline SCREEN *cncurses_open(const char *name, FILE *output) { return newterm((char *)name, output, stdin); }
static inline WINDOW *cncurses_screen(void) { return stdscr; }
// Inserting and deleting characters would save bytes, but not every terminal does it alike: changed cells are rewritten.
static inline void cncurses_write_only(WINDOW *window) {
  idlok(window, FALSE);
  idcok(window, FALSE);
}
static inline WINDOW *cncurses_shown(void) { return curscr; }
static inline int cncurses_lines(void) { return LINES; }
static inline int cncurses_columns(void) { return COLS; }
static inline int cncurses_colours(void) { return COLORS; }
static inline int cncurses_pairs(void) { return COLOR_PAIRS; }

static inline attr_t cncurses_bold(void) { return WA_BOLD; }
static inline attr_t cncurses_dim(void) { return WA_DIM; }
static inline attr_t cncurses_underline(void) { return WA_UNDERLINE; }
static inline attr_t cncurses_reverse(void) { return WA_REVERSE; }
static inline attr_t cncurses_italic(void) { return WA_ITALIC; }

// Adopts the locale of the environment; returns whether it uses UTF-8.
static inline int cncurses_use_locale(void) {
  setlocale(LC_ALL, "");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}
// The number of cells that ncurses gives a character in this locale; -1 where it is not printable.
static inline int cncurses_width(wchar_t character) { return wcwidth(character); }

// Writes one character of up to three code points (a base and two marks) with its attributes.
static inline int cncurses_put(
    WINDOW *window, int row, int column, wchar_t first, wchar_t second, wchar_t third, attr_t attributes, int pair) {
  wchar_t text[4] = {first, second, third, 0};
  cchar_t cell;
  setcchar(&cell, text, attributes, 0, &pair);
  return mvwadd_wchnstr(window, row, column, &cell, 1);
}

// Makes Ctrl-S and Ctrl-Q ordinary keys: a board frozen by Ctrl-S would look live and be hours old.
static inline void cncurses_release_flow_control(void) {
  struct termios settings;
  if (tcgetattr(STDIN_FILENO, &settings) != 0) return;
  settings.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
  tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  def_prog_mode();
}

static inline mmask_t cncurses_mouse_buttons(void) {
  return BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED;
}
static inline int cncurses_is_wheel_up(mmask_t state) { return (state & BUTTON4_PRESSED) != 0; }
static inline int cncurses_is_wheel_down(mmask_t state) { return (state & BUTTON5_PRESSED) != 0; }

static inline int cncurses_key_code(void) { return KEY_CODE_YES; }
#endif
