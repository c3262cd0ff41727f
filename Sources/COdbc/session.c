#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wide.h"

// One message of several; whether there is one.
static int say_one(codbc *session, int16_t kind, odbc_handle handle, int16_t number, codbc_trouble *trouble) {
  // Three bytes of UTF-8 for each unit, and all of them together no longer than there is room for.
  odbc_unit state[6] = {0}, words[160] = {0};
  int32_t native = 0;
  int16_t length = 0;
  odbc_return outcome = session->odbc->GetDiagRecW(kind, handle, number, state, &native, words, 160, &length);
  if (!odbc_succeeded(outcome)) return 0;
  if (number == 1)
    for (int place = 0; place < 5; place++) trouble->state[place] = (char)state[place];
  if (trouble->native == 0) trouble->native = native;
  size_t used = strlen(trouble->words), count = 0;
  while (count < 159 && words[count]) count++;
  if (used + count * 3 + 3 > sizeof trouble->words) return 0;
  if (used > 0) used += (size_t)sprintf(trouble->words + used, "; ");
  trouble->words[used + wide_to(words, count, trouble->words + used)] = 0;
  return 1;
}

void session_say(codbc *session, int16_t kind, odbc_handle handle, codbc_trouble *trouble) {
  memset(trouble, 0, sizeof *trouble);
  // What FreeTDS says first is that it cannot connect; why stands in its second message.
  for (int16_t number = 1; number <= 4 && say_one(session, kind, handle, number, trouble); number++) {}
}

codbc *codbc_open(void) {
  const odbc_functions *odbc = odbc_loaded();
  codbc *session = odbc ? calloc(1, sizeof *session) : NULL;
  if (!session) return NULL;
  session->odbc = odbc;
  if (!odbc_succeeded(odbc->AllocHandle(odbc_environment, NULL, &session->environment))
      || !odbc_succeeded(
        odbc->SetEnvAttr(session->environment, odbc_attribute_version, (void *)(intptr_t)odbc_version_3, 0))
      || !odbc_succeeded(odbc->AllocHandle(odbc_connection, session->environment, &session->connection))) {
    codbc_close(session);
    return NULL;
  }
  return session;
}

static void set(codbc *session, int32_t attribute, intptr_t value) {
  // A driver that knows no such attribute says so; the limits are kept without it, and nothing is ever committed.
  session->odbc->SetConnectAttr(session->connection, attribute, (void *)value, 0);
}

// PostgreSQL writes the shortest decimal since version 12, and its own driver passes the text on: reading it as a number, to
// write it again, takes a quarter of the time of a large result.
static int has_shortest_text(codbc *session) {
  char driver[64] = "", version[64] = "";
  codbc_name_of(session, codbc_driver, driver, sizeof driver);
  codbc_name_of(session, codbc_engine_version, version, sizeof version);
  return strncmp(driver, "psqlodbc", 8) == 0 && atoi(version) >= 12;
}

int codbc_connect(codbc *session, const char *connection, int login_seconds, codbc_trouble *trouble) {
  const odbc_functions *odbc = session->odbc;
  memset(trouble, 0, sizeof *trouble);
  // `LoginTimeout` in the text is not known to Microsoft's driver.
  set(session, odbc_attribute_login_timeout, login_seconds);
  set(session, odbc_attribute_access_mode, odbc_mode_read_only);
  size_t count = 0;
  odbc_unit *text = wide_from(connection, &count);
  if (!text) return -1;
  odbc_return outcome = count > INT16_MAX
    ? -1
    : odbc->DriverConnectW(
        session->connection, NULL, text, (int16_t)count, NULL, 0, NULL, odbc_driver_noprompt);
  // A password may be in it.
  explicit_bzero(text, count * sizeof *text);
  free(text);
  if (!odbc_succeeded(outcome)) {
    session_say(session, odbc_connection, session->connection, trouble);
    return -1;
  }
  session->is_connected = 1;
  session->has_shortest_text = has_shortest_text(session);
  if (odbc_succeeded(
        odbc->SetConnectAttr(session->connection, odbc_attribute_autocommit, (void *)(intptr_t)odbc_autocommit_off, 0))
      && odbc_succeeded(odbc->AllocHandle(odbc_statement, session->connection, &session->statement)))
    return 0;
  session_say(session, odbc_connection, session->connection, trouble);
  return -1;
}

void codbc_close(codbc *session) {
  const odbc_functions *odbc = session->odbc;
  if (session->statement) odbc->FreeHandle(odbc_statement, session->statement);
  session->statement = NULL;
  session_forget(session);
  if (session->is_connected) {
    odbc->EndTran(odbc_connection, session->connection, odbc_rollback);
    odbc->Disconnect(session->connection);
  }
  if (session->connection) odbc->FreeHandle(odbc_connection, session->connection);
  if (session->environment) odbc->FreeHandle(odbc_environment, session->environment);
  free(session);
}

void codbc_cancel(codbc *session) {
  if (session->statement) session->odbc->Cancel(session->statement);
}

void codbc_name_of(codbc *session, codbc_name which, char *name, size_t size) {
  static const uint16_t numbers[] = {
    odbc_info_driver_name, odbc_info_driver_version, odbc_info_engine, odbc_info_engine_version};
  odbc_unit units[128] = {0};
  int16_t length = 0;
  name[0] = 0;
  if (!odbc_succeeded(
        session->odbc->GetInfoW(session->connection, numbers[which], units, (int16_t)sizeof units, &length)))
    return;
  size_t count = 0;
  while (count < 127 && units[count]) count++;
  if (count * 3 < size) name[wide_to(units, count, name)] = 0;
}
