import Glibc

/// Lets an input use so many seconds of the processor, and ends the process where it uses more, so that libFuzzer keeps the
/// input. Seconds of the clock would condemn an input on a machine that is busy with something else.
func limitProcessorTime(seconds: Int = 5) {
  signal(SIGPROF) { _ in abort() }
  var limit = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: seconds, tv_usec: 0))
  setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &limit, nil)
}
