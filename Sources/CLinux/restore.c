// Leaves the terminal usable when the process ends in a way that runs no ordinary code any more.
// Everything below restore_and_die() is async-signal-safe: write, poll, tcsetattr, sigaction, raise.
#define _GNU_SOURCE
#include "restore.h"
#include "clinux.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static atomic_int armed;
static int terminal = -1;
static struct termios settings;
static char restore_bytes[512];
static atomic_size_t restore_length;

void clinux_arm_restore(int descriptor) {
  if (tcgetattr(descriptor, &settings) != 0) return;
  terminal = descriptor;
  atomic_store(&armed, 1);
}

void clinux_set_restore_bytes(const char *bytes, size_t length) {
  if (length > sizeof restore_bytes) length = sizeof restore_bytes;
  atomic_store(&restore_length, 0);
  memcpy(restore_bytes, bytes, length);
  atomic_store(&restore_length, length);
}

void clinux_disarm_restore(void) { atomic_store(&armed, 0); }

static void restore_terminal(void) {
  // Only the first of several crashing threads restores; the others would mix their bytes into it.
  if (!atomic_exchange(&armed, 0)) return;
  signal(SIGTTOU, SIG_IGN);
  size_t done = 0, length = atomic_load(&restore_length);
  while (done < length) {
    // A terminal that takes nothing must not keep a dying process alive.
    struct pollfd ready = {.fd = terminal, .events = POLLOUT};
    if (poll(&ready, 1, 300) <= 0) break;
    ssize_t written = write(terminal, restore_bytes + done, length - done);
    if (written < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (written <= 0) break;
    done += (size_t)written;
  }
  tcsetattr(terminal, TCSANOW, &settings);
}

void clinux_raise_default(int signal_number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(signal_number, &action, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal_number);
  sigset_t before;
  pthread_sigmask(SIG_UNBLOCK, &only, &before);
  raise(signal_number);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void restore_and_die(int signal_number) {
  restore_terminal();
  clinux_raise_default(signal_number);
  _exit(128 + signal_number);
}

static void crashed(int signal_number) {
  restore_terminal();
  // Should the default action be to go on (it is not), the faulting instruction would come round again for ever.
  clinux_raise_default(signal_number);
  _exit(128 + signal_number);
}

void *restore_give_crash_stack(void) {
  stack_t stack = {.ss_size = 64 * 1024};
  stack.ss_sp = malloc(stack.ss_size);
  if (stack.ss_sp) sigaltstack(&stack, NULL);
  return stack.ss_sp;
}

void restore_catch_crashes(void) {
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  restore_give_crash_stack();
  struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) sigaction(crashes[i], &action, NULL);
}
