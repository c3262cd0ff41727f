#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "cxlsx.h"

static struct {
  __typeof__(workbook_new_opt) *workbook_new_opt;
  __typeof__(workbook_set_properties) *workbook_set_properties;
  __typeof__(workbook_add_worksheet) *workbook_add_worksheet;
  __typeof__(workbook_add_format) *workbook_add_format;
  __typeof__(workbook_close) *workbook_close;
  __typeof__(lxw_workbook_free) *lxw_workbook_free;
  __typeof__(format_set_num_format) *format_set_num_format;
  __typeof__(format_set_bold) *format_set_bold;
  __typeof__(format_set_text_wrap) *format_set_text_wrap;
  __typeof__(format_set_align) *format_set_align;
  __typeof__(format_set_bg_color) *format_set_bg_color;
  __typeof__(format_set_bottom) *format_set_bottom;
  __typeof__(worksheet_write_string) *worksheet_write_string;
  __typeof__(worksheet_write_number) *worksheet_write_number;
  __typeof__(worksheet_set_column) *worksheet_set_column;
  __typeof__(worksheet_freeze_panes) *worksheet_freeze_panes;
  __typeof__(worksheet_autofilter) *worksheet_autofilter;
  __typeof__(worksheet_repeat_rows) *worksheet_repeat_rows;
  __typeof__(worksheet_set_landscape) *worksheet_set_landscape;
  __typeof__(worksheet_set_paper) *worksheet_set_paper;
  __typeof__(worksheet_fit_to_pages) *worksheet_fit_to_pages;
} xlsx;
static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // The functions used are the same in all of them.
  static const char *const names[] = {"libxlsxwriter.so.4", "libxlsxwriter.so.5", "libxlsxwriter.so.6",
                                      "libxlsxwriter.so.7", "libxlsxwriter.so.8", "libxlsxwriter.so.9",
                                      "libxlsxwriter.so.10", "libxlsxwriter.so"};
  void *library = NULL;
  for (size_t place = 0; !library && place < sizeof names / sizeof *names; place++) {
    library = dlopen(names[place], RTLD_NOW | RTLD_LOCAL);
  }
  if (!library) return;
  int missing = 0;
#define FIND(name) missing |= !(xlsx.name = (__typeof__(xlsx.name))dlsym(library, #name))
  FIND(workbook_new_opt);
  FIND(workbook_set_properties);
  FIND(workbook_add_worksheet);
  FIND(workbook_add_format);
  FIND(workbook_close);
  FIND(lxw_workbook_free);
  FIND(format_set_num_format);
  FIND(format_set_bold);
  FIND(format_set_text_wrap);
  FIND(format_set_align);
  FIND(format_set_bg_color);
  FIND(format_set_bottom);
  FIND(worksheet_write_string);
  FIND(worksheet_write_number);
  FIND(worksheet_set_column);
  FIND(worksheet_freeze_panes);
  FIND(worksheet_autofilter);
  FIND(worksheet_repeat_rows);
  FIND(worksheet_set_landscape);
  FIND(worksheet_set_paper);
  FIND(worksheet_fit_to_pages);
#undef FIND
  is_loaded = !missing;
}

int cxlsx_is_installed(void) {
  pthread_once(&once, load);
  return is_loaded;
}

enum { MOST_FORMATS = 64, MOST_SHEETS = 16 };

struct cxlsx {
  lxw_workbook *book;
  lxw_worksheet *sheet;
  char *path;
  lxw_format *formats[MOST_FORMATS];
  int format_count;
  size_t cells[MOST_SHEETS];
  size_t sheet_count;
};

cxlsx *cxlsx_open(const char *path, const char *folder) {
  if (!cxlsx_is_installed()) return NULL;
  cxlsx *book = calloc(1, sizeof *book);
  if (!book) return NULL;
  // A later version reads more options than this header knows: what it reads beyond them is nothing.
  union {
    lxw_workbook_options known;
    char room[256];
  } options;
  memset(&options, 0, sizeof options);
  // A row is written as soon as the next one begins: a workbook of every period would not fit otherwise.
  options.known.constant_memory = LXW_TRUE;
  options.known.tmpdir = (char *)folder;
  book->path = strdup(path);
  book->book = book->path ? xlsx.workbook_new_opt(path, &options.known) : NULL;
  if (book->book) return book;
  free(book->path);
  free(book);
  return NULL;
}

int cxlsx_properties(cxlsx *book, const char *title, const char *program, int64_t created) {
  union {
    lxw_doc_properties known;
    char room[512];
  } properties;
  memset(&properties, 0, sizeof properties);
  properties.known.title = (char *)title;
  properties.known.author = (char *)program;
  properties.known.created = (time_t)created;
  return xlsx.workbook_set_properties(book->book, &properties.known) == LXW_NO_ERROR;
}

int cxlsx_format(cxlsx *book, const char *number_format, int look) {
  if (book->format_count == MOST_FORMATS) return 0;
  lxw_format *format = xlsx.workbook_add_format(book->book);
  if (!format) return 0;
  if (number_format) xlsx.format_set_num_format(format, number_format);
  if (look & (cxlsx_bold | cxlsx_head)) xlsx.format_set_bold(format);
  if (look & (cxlsx_wrapped | cxlsx_head)) xlsx.format_set_text_wrap(format);
  if (look & cxlsx_head) {
    xlsx.format_set_bg_color(format, 0xDFE6EE);
    xlsx.format_set_bottom(format, LXW_BORDER_THIN);
  }
  xlsx.format_set_align(format, look & cxlsx_head ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP);
  book->formats[book->format_count++] = format;
  return book->format_count;
}

int cxlsx_sheet(cxlsx *book, const char *name, int frozen_rows, int frozen_columns) {
  if (book->sheet_count == MOST_SHEETS) return 0;
  lxw_worksheet *sheet = xlsx.workbook_add_worksheet(book->book, name);
  if (!sheet) return 0;
  book->sheet = sheet;
  book->sheet_count++;
  enum { A4 = 9 };
  xlsx.worksheet_set_landscape(sheet);
  xlsx.worksheet_set_paper(sheet, A4);
  // One page across, as many as it takes down.
  xlsx.worksheet_fit_to_pages(sheet, 1, 0);
  xlsx.worksheet_freeze_panes(sheet, (lxw_row_t)frozen_rows, (lxw_col_t)frozen_columns);
  if (frozen_rows > 0) xlsx.worksheet_repeat_rows(sheet, 0, (lxw_row_t)(frozen_rows - 1));
  return 1;
}

void cxlsx_width(cxlsx *book, int column, double width) {
  xlsx.worksheet_set_column(book->sheet, (lxw_col_t)column, (lxw_col_t)column, width, NULL);
}

static lxw_format *format_of(cxlsx *book, int format) {
  return format > 0 && format <= book->format_count ? book->formats[format - 1] : NULL;
}

static int counted(cxlsx *book, lxw_error error) {
  if (error != LXW_NO_ERROR) return 0;
  book->cells[book->sheet_count - 1]++;
  return 1;
}

int cxlsx_text(cxlsx *book, int row, int column, const char *text, int format) {
  return counted(
      book, xlsx.worksheet_write_string(book->sheet, (lxw_row_t)row, (lxw_col_t)column, text, format_of(book, format)));
}

int cxlsx_number(cxlsx *book, int row, int column, double number, int format) {
  return counted(
      book, xlsx.worksheet_write_number(book->sheet, (lxw_row_t)row, (lxw_col_t)column, number, format_of(book, format)));
}

void cxlsx_filter(cxlsx *book, int last_row, int last_column) {
  xlsx.worksheet_autofilter(book->sheet, 0, 0, (lxw_row_t)last_row, (lxw_col_t)last_column);
}

static void forget(cxlsx *book) {
  free(book->path);
  free(book);
}

int cxlsx_close(cxlsx *book) {
  errno = 0;
  int has_failed = xlsx.workbook_close(book->book) != LXW_NO_ERROR;
  int code = has_failed ? (errno ? errno : EIO) : 0;
  if (!code && !cxlsx_is_whole(book->path, book->cells, book->sheet_count)) code = errno ? errno : ENOSPC;
  forget(book);
  return code;
}

void cxlsx_abandon(cxlsx *book) {
  xlsx.lxw_workbook_free(book->book);
  forget(book);
}
