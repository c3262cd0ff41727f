// Workbooks (.xlsx) through libxlsxwriter, loaded when the first one is asked for. Nothing in it becomes a formula: there
// is no way here to write one.
#ifndef SITREP_CXLSX_H
#define SITREP_CXLSX_H

#include <stddef.h>
#include <stdint.h>

// Whether libxlsxwriter is installed; the first call loads it.
int cxlsx_is_installed(void);

// A workbook that is being written.
typedef struct cxlsx cxlsx;

// How cells look; a number format of Excel, or NULL for none.
typedef enum { cxlsx_plain = 0, cxlsx_bold = 1, cxlsx_wrapped = 2, cxlsx_head = 4 } cxlsx_look;

// Begins a workbook at a path; what is written meanwhile lies in the folder. NULL where that fails.
cxlsx *cxlsx_open(const char *path, const char *folder);
// What it says of itself; `created` is in seconds since 1970, and nothing else in it depends on when it is written.
int cxlsx_properties(cxlsx *book, const char *title, const char *program, int64_t created);
// A look that cells can have from now on: its number, from 1; 0 where that fails.
int cxlsx_format(cxlsx *book, const char *number_format, int look);
// Begins the next sheet, landscape on A4, its first rows frozen and repeated on each page; 0 where that fails.
int cxlsx_sheet(cxlsx *book, const char *name, int frozen_rows, int frozen_columns);
void cxlsx_width(cxlsx *book, int column, double width);
// Cells, row by row; 0 where that fails.
int cxlsx_text(cxlsx *book, int row, int column, const char *text, int format);
int cxlsx_number(cxlsx *book, int row, int column, double number, int format);
// Lets whoever opens the sheet filter these rows and columns.
void cxlsx_filter(cxlsx *book, int last_row, int last_column);
// Writes all of it and looks whether every cell arrived; 0, or the number of the error.
int cxlsx_close(cxlsx *book);
// Forgets it.
void cxlsx_abandon(cxlsx *book);

// Whether a workbook holds whole parts and, sheet by sheet, so many cells: libxlsxwriter does not notice a disk that was
// full for its temporary files.
int cxlsx_is_whole(const char *path, const size_t *cells, size_t sheets);

#endif
