// Writes workbooks (.xlsx) through libxlsxwriter, loaded on first use. No text can become a formula, because there is no
// function here to write one.
#ifndef SITREP_CXLSX_H
#define SITREP_CXLSX_H

#include <stddef.h>
#include <stdint.h>

// Whether libxlsxwriter is installed; the first call loads it.
int cxlsx_is_installed(void);

// A workbook that is being written.
typedef struct cxlsx cxlsx;

// How cells look, beside their number format.
typedef enum { cxlsx_plain = 0, cxlsx_bold = 1, cxlsx_wrapped = 2, cxlsx_head = 4 } cxlsx_look;

// Begins a workbook at a path, with its temporary files in a folder; NULL on failure.
cxlsx *cxlsx_open(const char *path, const char *folder);
// Its document properties; `created` is in seconds since 1970, the only thing in it that depends on the time.
int cxlsx_properties(cxlsx *book, const char *title, const char *program, int64_t created);
// Adds a format for cells, with an Excel number format or NULL; returns its number, from 1, or 0 on failure.
int cxlsx_format(cxlsx *book, const char *number_format, int look);
// Begins the next sheet, A4 landscape, with its first rows frozen and repeated on each page; 0 on failure.
int cxlsx_sheet(cxlsx *book, const char *name, int frozen_rows, int frozen_columns);
void cxlsx_width(cxlsx *book, int column, double width);
// Write a cell, in order of rows; 0 on failure.
int cxlsx_text(cxlsx *book, int row, int column, const char *text, int format);
int cxlsx_number(cxlsx *book, int row, int column, double number, int format);
// Adds Excel's filter to the rows and columns up to these.
void cxlsx_filter(cxlsx *book, int last_row, int last_column);
// Writes the file and checks that every cell is in it; returns 0, or the error's number.
int cxlsx_close(cxlsx *book);
// Releases it without writing the file.
void cxlsx_abandon(cxlsx *book);

// Whether every part of a workbook is complete and each sheet has its number of cells: libxlsxwriter does not notice when
// the disk fills up with its temporary files.
int cxlsx_is_whole(const char *path, const size_t *cells, size_t sheets);

#endif
