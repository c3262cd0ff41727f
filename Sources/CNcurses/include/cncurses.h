// What Swift cannot see of ncurses: macros and mutable globals, each behind a static inline function.
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

// 1 when terminfo knows the name, 0 when not, -1 without any terminfo. Unlike initscr, it never ends the process.
static inline int cncurses_knows(const char *name, int descriptor) {
  int result = -1;
  setupterm((char *)name, descriptor, &result);
  return result;
}
// Forgets the entry that cncurses_knows looked up.
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
// Moving characters along a line saves bytes, but not every terminal follows: what changed is written instead.
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

// The locale of the environment; whether it writes UTF-8.
static inline int cncurses_use_locale(void) {
  setlocale(LC_ALL, "");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}
// Cells that ncurses will give a character in this locale; -1 when it would show none.
static inline int cncurses_width(wchar_t character) { return wcwidth(character); }

// One character of up to three code points (it and two marks) with its look, at a place.
static inline int cncurses_put(
    WINDOW *window, int row, int column, wchar_t first, wchar_t second, wchar_t third, attr_t attributes, int pair) {
  wchar_t text[4] = {first, second, third, 0};
  cchar_t cell;
  setcchar(&cell, text, attributes, 0, &pair);
  return mvwadd_wchnstr(window, row, column, &cell, 1);
}

// Ctrl-S and Ctrl-Q become keys: a board that Ctrl-S froze would look alive and be hours old.
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
