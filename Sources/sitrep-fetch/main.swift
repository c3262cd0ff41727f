import COdbc
import Glibc
import Warehouse

// sitrep-fetch: reads one request from standard input, fetches one table through ODBC, writes it as CSV, prints one line that
// says what came of it, and ends. A driver that crashes, hangs or leaks takes nothing else with it.

codbc_close_process()
signal(SIGPIPE, SIG_IGN)
let report = ReportLine()
guard let request = FetchRequest(bytes: Standard.input()) else {
  Standard.refuse("sitrep-fetch is started by sitrep, which tells it what to fetch; see sitrep sources")
}
let outcome = Fetch(request, report).run()
// Where time is up at this moment, that is what is said, and this waits for the end.
codbc_limit(nil, 0, nil, -1, nil)
report.print(outcome)
exit(0)
