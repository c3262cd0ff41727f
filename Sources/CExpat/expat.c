#include <dlfcn.h>
#include <expat.h>
#include <pthread.h>
#include <stdlib.h>

#include "cexpat.h"

// expat, loaded when the first workbook is met: linked in it would cost every start.
static struct {
  __typeof__(XML_ParserCreate) *ParserCreate;
  __typeof__(XML_ParserFree) *ParserFree;
  __typeof__(XML_SetUserData) *SetUserData;
  __typeof__(XML_SetElementHandler) *SetElementHandler;
  __typeof__(XML_SetCharacterDataHandler) *SetCharacterDataHandler;
  __typeof__(XML_SetStartDoctypeDeclHandler) *SetStartDoctypeDeclHandler;
  __typeof__(XML_GetBuffer) *GetBuffer;
  __typeof__(XML_ParseBuffer) *ParseBuffer;
  __typeof__(XML_StopParser) *StopParser;
  __typeof__(XML_GetErrorCode) *GetErrorCode;
  __typeof__(XML_ErrorString) *ErrorString;
  __typeof__(XML_GetCurrentByteIndex) *GetCurrentByteIndex;
} expat;
static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libexpat.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libexpat.so", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  int missing = 0;
#define FIND(name) missing |= !(expat.name = (__typeof__(expat.name))dlsym(library, "XML_" #name))
  FIND(ParserCreate);
  FIND(ParserFree);
  FIND(SetUserData);
  FIND(SetElementHandler);
  FIND(SetCharacterDataHandler);
  FIND(SetStartDoctypeDeclHandler);
  FIND(GetBuffer);
  FIND(ParseBuffer);
  FIND(StopParser);
  FIND(GetErrorCode);
  FIND(ErrorString);
  FIND(GetCurrentByteIndex);
#undef FIND
  is_loaded = !missing;
}

struct cexpat {
  XML_Parser parser;
  void *context;
  cexpat_start start;
  cexpat_end end;
  cexpat_text text;
  int is_stopped;
  // What is wrong beyond what expat finds; NULL where nothing is.
  const char *words;
  int depth;
  // What has come since anything was told: expat keeps what does not end.
  size_t untold;
};

enum { DEEPEST = 256, LONGEST = 4 << 20 };

static void refuse(cexpat *xml, const char *words) {
  xml->words = words;
  cexpat_stop(xml);
}

int cexpat_is_installed(void) {
  pthread_once(&once, load);
  return is_loaded;
}

// Events that are queued already still come after a stop.
static void on_start(void *data, const XML_Char *name, const XML_Char **attributes) {
  cexpat *xml = data;
  if (xml->is_stopped) return;
  xml->untold = 0;
  if (++xml->depth > DEEPEST) return refuse(xml, "its elements are nested too deeply");
  xml->start(xml->context, name, (const char *const *)attributes);
}

static void on_end(void *data, const XML_Char *name) {
  cexpat *xml = data;
  if (xml->is_stopped) return;
  xml->untold = 0;
  xml->depth--;
  xml->end(xml->context, name);
}

static void on_text(void *data, const XML_Char *text, int count) {
  cexpat *xml = data;
  if (xml->is_stopped) return;
  xml->untold = 0;
  xml->text(xml->context, text, count);
}

static void on_doctype(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public, int has_subset) {
  (void)name, (void)system, (void)public, (void)has_subset;
  refuse(data, "it declares a document type of its own");
}

cexpat *cexpat_open(void *context, cexpat_start start, cexpat_end end, cexpat_text text) {
  if (!cexpat_is_installed()) return NULL;
  cexpat *xml = calloc(1, sizeof *xml);
  if (!xml) return NULL;
  xml->parser = expat.ParserCreate(NULL);
  if (!xml->parser) {
    free(xml);
    return NULL;
  }
  xml->context = context;
  xml->start = start;
  xml->end = end;
  xml->text = text;
  expat.SetUserData(xml->parser, xml);
  expat.SetElementHandler(xml->parser, on_start, on_end);
  expat.SetStartDoctypeDeclHandler(xml->parser, on_doctype);
  return xml;
}

void *cexpat_room(cexpat *xml, int count) { return expat.GetBuffer(xml->parser, count); }

int cexpat_read(cexpat *xml, int count, int is_last) {
  xml->untold += (size_t)count;
  if (expat.ParseBuffer(xml->parser, count, is_last) != XML_STATUS_OK) return 0;
  if (xml->untold <= LONGEST) return 1;
  refuse(xml, "something in it does not end");
  return 0;
}

void cexpat_listen(cexpat *xml, int is_listening) {
  expat.SetCharacterDataHandler(xml->parser, is_listening ? on_text : NULL);
}

void cexpat_stop(cexpat *xml) {
  xml->is_stopped = 1;
  expat.StopParser(xml->parser, XML_FALSE);
}

long cexpat_place(cexpat *xml) { return (long)expat.GetCurrentByteIndex(xml->parser); }

bool cexpat_was_stopped(cexpat *xml) { return xml->is_stopped && !xml->words; }

const char *cexpat_words(cexpat *xml) {
  if (xml->words) return xml->words;
  return expat.ErrorString(expat.GetErrorCode(xml->parser));
}

void cexpat_close(cexpat *xml) {
  expat.ParserFree(xml->parser);
  free(xml);
}
