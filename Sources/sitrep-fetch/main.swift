import COdbc
import Glibc
import Warehouse

// sitrep-fetch: reads one request from standard input, fetches one table through ODBC, writes it as CSV, prints one
// line with the result, and ends. A driver that crashes, hangs or leaks affects nothing else.

codbc_close_process()
signal(SIGPIPE, SIG_IGN)
let report = ReportLine()
guard let request = FetchRequest(bytes: Standard.input()) else {
  Standard.refuse("sitrep-fetch is started by sitrep, which tells it what to fetch; see sitrep sources")
}
let outcome = Fetch(request, report).run()
// If the time limit is reached at this moment, that is reported, and this waits for the end.
codbc_limit(nil, 0, nil, -1, nil)
report.print(outcome)
exit(0)
