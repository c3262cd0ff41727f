// Signals become bytes in a pipe, so that one poll waits for them and for everything else.
#define _GNU_SOURCE
#include "clinux.h"
#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

static int self_pipe[2] = {-1, -1};
static atomic_int ending;

static void tell(unsigned char byte) {
  int saved = errno;
  // A full pipe loses nothing: whoever reads it is awake anyway, and a lost WINCH is followed by the last one's size.
  if (self_pipe[1] >= 0 && write(self_pipe[1], &byte, 1) < 0) errno = saved;
  errno = saved;
}


static void told(int signal_number) { tell((unsigned char)signal_number); }

static void told_to_end(int signal_number) {
  int none = 0;
  // Asked twice, or too busy to answer for two seconds (a terminal that takes no bytes, say): end at once.
  if (!atomic_compare_exchange_strong(&ending, &none, signal_number)) restore_and_die(signal_number);
  tell((unsigned char)signal_number);
  alarm(2);
}

static void waited_too_long(int signal_number) {
  int first = atomic_load(&ending);
  restore_and_die(first ? first : signal_number);
}

static void catch_signal(int signal_number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

// What was ignored from the start stays ignored: `nohup` means it.
static void catch_unless_ignored(int signal_number, void (*handler)(int)) {
  struct sigaction before;
  if (sigaction(signal_number, NULL, &before) == 0 && before.sa_handler == SIG_IGN) return;
  catch_signal(signal_number, handler);
}

int clinux_catch_signals(void) {
  if (self_pipe[0] >= 0) return self_pipe[0];
  if (pipe2(self_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  catch_signal(SIGPIPE, SIG_IGN);
  catch_signal(SIGWINCH, told);
  catch_signal(SIGALRM, waited_too_long);
  clinux_catch_stop(1);
  catch_signal(SIGTERM, told_to_end);
  catch_signal(SIGINT, told_to_end);
  catch_signal(SIGQUIT, told_to_end);
  catch_unless_ignored(SIGHUP, told_to_end);
  // Nobody sends these to a board on purpose; whatever does ends it, and the terminal is left as it was.
  static const int others[] = {SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) catch_unless_ignored(others[i], told_to_end);
  restore_catch_crashes();
  return self_pipe[0];
}

void clinux_catch_stop(int caught) {
  if (caught) {
    catch_signal(SIGCONT, told);
    catch_unless_ignored(SIGTSTP, told);
  } else {
    catch_signal(SIGCONT, SIG_DFL);
    catch_signal(SIGTSTP, SIG_DFL);
  }
}

void *clinux_enter_thread(void) {
  sigset_t all;
  sigfillset(&all);
  // A crash is delivered to the thread that crashes; blocked, it would end the process without the handler.
  int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  for (unsigned i = 0; i < sizeof crashes / sizeof *crashes; i++) sigdelset(&all, crashes[i]);
  pthread_sigmask(SIG_BLOCK, &all, NULL);
  // Each thread has a stack of its own to overflow.
  return restore_give_crash_stack();
}

void clinux_leave_thread(void *stack) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  free(stack);
}
