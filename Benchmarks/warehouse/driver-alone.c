// usage: driver-alone CONNECTION QUERY
//
// Fetches every row as sitrep-fetch does, with the same session and the same bindings, and throws it away: what is left is
// the time of the driver and the engine, which no program that uses this driver can save.
#include <stdio.h>

#include "session.h"

int main(int count, char **words) {
  codbc_trouble trouble = {0};
  codbc *session = count == 3 ? codbc_open() : NULL;
  if (!session) return fprintf(stderr, "usage: driver-alone CONNECTION QUERY, with unixODBC installed\n"), 64;
  if (codbc_connect(session, words[1], 5, &trouble) != 0 || codbc_execute(session, words[2], NULL, 0, 300, &trouble) < 0
      || session_bind(session, &trouble) != 0)
    return fprintf(stderr, "%s %s\n", trouble.state, trouble.words), 69;
  long rows = 0;
  enum { fetch_next = 1 };
  while (odbc_succeeded(session->odbc->FetchScroll(session->statement, fetch_next, 0))) rows += (long)session->fetched;
  printf("%ld rows\n", rows);
  codbc_close(session);
  return 0;
}
