#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "codbc.h"

void codbc_close_process(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  pid_t parent = getppid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // It may have ended before that was asked for.
  if (getppid() != parent) _exit(1);
}

static struct {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  int has_thread;
  // On the monotonic clock; 0 for no limit.
  struct timespec end;
  codbc *session;
  char draft[4096];
  char line[512];
  int descriptor;
} limit = {.mutex = PTHREAD_MUTEX_INITIALIZER};

static int is_over(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec > limit.end.tv_sec || (now.tv_sec == limit.end.tv_sec && now.tv_nsec >= limit.end.tv_nsec);
}

static void *cancel(void *session) {
  codbc_cancel(session);
  return NULL;
}

// Ends the process; the engine has a second to take notice. The thread that asks it may never come back.
static void end_process(void) {
  pthread_t thread;
  if (limit.session && pthread_create(&thread, NULL, cancel, limit.session) == 0) {
    struct timespec second = {1, 0};
    pthread_detach(thread);
    nanosleep(&second, NULL);
  }
  if (limit.draft[0]) unlink(limit.draft);
  if (write(limit.descriptor, limit.line, strlen(limit.line)) < 0) _exit(2);
  _exit(1);
}

static void *watch(void *unused) {
  (void)unused;
  pthread_mutex_lock(&limit.mutex);
  for (;;) {
    if (limit.end.tv_sec == 0) {
      pthread_cond_wait(&limit.changed, &limit.mutex);
    } else if (is_over()) {
      end_process();
    } else {
      struct timespec end = limit.end;
      pthread_cond_timedwait(&limit.changed, &limit.mutex, &end);
    }
  }
  return NULL;
}

static void start(void) {
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&limit.changed, &attributes);
  pthread_t thread;
  // Signals are for the thread that was there first.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  limit.has_thread = pthread_create(&thread, NULL, watch, NULL) == 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (limit.has_thread) pthread_detach(thread);
}

static void copy(char *place, size_t size, const char *text) {
  strncpy(place, text ? text : "", size - 1);
  place[size - 1] = 0;
}

void codbc_limit(codbc *session, int64_t milliseconds, const char *draft, int descriptor, const char *line) {
  pthread_mutex_lock(&limit.mutex);
  if (!limit.has_thread) start();
  memset(&limit.end, 0, sizeof limit.end);
  if (milliseconds > 0) {
    clock_gettime(CLOCK_MONOTONIC, &limit.end);
    int64_t nanoseconds = limit.end.tv_nsec + milliseconds % 1000 * 1000000;
    limit.end.tv_sec += milliseconds / 1000 + nanoseconds / 1000000000;
    limit.end.tv_nsec = nanoseconds % 1000000000;
  }
  limit.session = session;
  limit.descriptor = descriptor;
  copy(limit.draft, sizeof limit.draft, draft);
  copy(limit.line, sizeof limit.line, line);
  pthread_cond_signal(&limit.changed);
  pthread_mutex_unlock(&limit.mutex);
}
