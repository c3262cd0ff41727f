// Reads XML event by event through expat. A document with a type declaration is refused: its entities could expand without
// limit, and no workbook needs one.
#ifndef SITREP_CEXPAT_H
#define SITREP_CEXPAT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cexpat cexpat;

// The events of a document. Names and attributes are in UTF-8 and valid during the call; attributes are alternating names
// and values, ended by NULL.
typedef void (*cexpat_start)(void *context, const char *name, const char *const *attributes);
typedef void (*cexpat_end)(void *context, const char *name);
typedef void (*cexpat_text)(void *context, const char *text, int count);

// Whether expat is installed.
int cexpat_is_installed(void);

// A parser for one document; NULL where expat is not installed or memory is exhausted.
cexpat *cexpat_open(void *context, cexpat_start start, cexpat_end end, cexpat_text text);
// A buffer for the next bytes of the document; NULL where memory is exhausted.
void *cexpat_room(cexpat *xml, int count);
// Parses `count` bytes of that buffer; 0 where the document is damaged or parsing was stopped.
int cexpat_read(cexpat *xml, int count, int is_last);
// Turns text events on or off; they cost a call for every run of blanks between elements.
void cexpat_listen(cexpat *xml, int is_listening);
// Stops parsing, from within an event; no further event follows.
void cexpat_stop(cexpat *xml);
bool cexpat_was_stopped(cexpat *xml);
// The offset in the document, in bytes, of the current event.
long cexpat_place(cexpat *xml);
// What is wrong with the document.
const char *cexpat_words(cexpat *xml);
void cexpat_close(cexpat *xml);

#endif
