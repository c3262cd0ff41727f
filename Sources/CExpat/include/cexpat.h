// XML read event by event through expat. A document that declares a type of its own is refused: what it declares could grow
// without end, and no workbook needs one.
#ifndef SITREP_CEXPAT_H
#define SITREP_CEXPAT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cexpat cexpat;

// What is told of a document. Names and attributes are in UTF-8 and valid during the call; attributes are names and values
// in turn, NULL at the end.
typedef void (*cexpat_start)(void *context, const char *name, const char *const *attributes);
typedef void (*cexpat_end)(void *context, const char *name);
typedef void (*cexpat_text)(void *context, const char *text, int count);

// Whether expat is installed.
int cexpat_is_installed(void);

// A reader of one document; NULL where expat is not installed or there is no memory.
cexpat *cexpat_open(void *context, cexpat_start start, cexpat_end end, cexpat_text text);
// Room for the next bytes of the document; NULL where there is no memory.
void *cexpat_room(cexpat *xml, int count);
// Reads so many bytes from that room; 0 where the document is damaged, or was stopped.
int cexpat_read(cexpat *xml, int count, int is_last);
// Whether characters are told of; it costs a call for every run of blanks between elements.
void cexpat_listen(cexpat *xml, int is_listening);
// Ends the reading from within a call; nothing more is told.
void cexpat_stop(cexpat *xml);
bool cexpat_was_stopped(cexpat *xml);
// Where in the bytes of the document what is being told of starts.
long cexpat_place(cexpat *xml);
// What is wrong with the document.
const char *cexpat_words(cexpat *xml);
void cexpat_close(cexpat *xml);

#endif
