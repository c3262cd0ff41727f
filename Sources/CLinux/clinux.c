#define _GNU_SOURCE
#include "clinux.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

int64_t clinux_monotonic_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clinux_wall_seconds(void) { return (int64_t)time(NULL); }

int64_t clinux_wall_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clinux_utc_offset(int64_t seconds) {
  time_t moment = (time_t)seconds;
  struct tm local;
  tzset();
  return localtime_r(&moment, &local) ? (int64_t)local.tm_gmtoff : 0;
}

int clinux_identify(const char *path, clinux_identity *identity) {
  struct stat found;
  if (stat(path, &found) != 0) return errno;
  identity->device = (uint64_t)found.st_dev;
  identity->inode = (uint64_t)found.st_ino;
  // Anybody can give a file the year 9999, which has more nanoseconds than there are numbers.
  int64_t seconds = (int64_t)found.st_mtim.tv_sec;
  const int64_t most = INT64_MAX / 1000000000 - 1;
  seconds = seconds > most ? most : seconds < -most ? -most : seconds;
  identity->modified_nanoseconds = seconds * 1000000000 + found.st_mtim.tv_nsec;
  identity->size = (int64_t)found.st_size;
  identity->is_regular = S_ISREG(found.st_mode);
  identity->is_directory = S_ISDIR(found.st_mode);
  return 0;
}

int clinux_reports_changes(const char *path) {
  // ext, XFS, Btrfs, tmpfs, ramfs, overlay, ZFS, F2FS, bcachefs, FAT, exFAT.
  static const uint32_t local[] = {0xEF53,     0x58465342, 0x9123683E, 0x01021994, 0x858458F6, 0x794C7630,
                                   0x2FC12FC1, 0xF2F52010, 0xCA451A4E, 0x4D44,     0x2011BAB0};
  struct statfs found;
  if (statfs(path, &found) != 0) return 0;
  for (unsigned i = 0; i < sizeof local / sizeof *local; i++)
    if ((uint32_t)found.f_type == local[i]) return 1;
  return 0;
}

int clinux_is_terminal(int descriptor) { return isatty(descriptor); }

void clinux_hold_standard_descriptors(void) {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
    if (fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest number that is free is this one.
    if (open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY) != descriptor) return;
  }
}

int clinux_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int clinux_duplicate(int descriptor) { return fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1); }

int clinux_stand_for(int other, int descriptor) { return dup3(other, descriptor, O_CLOEXEC); }

int clinux_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return errno;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

int clinux_bytes_waiting(int descriptor) {
  int bytes = 0;
  return ioctl(descriptor, FIONREAD, &bytes) == 0 ? bytes : -1;
}

// How many of these have something to read, or are gone.
static int look_at(struct pollfd *entries, unsigned long count) {
  int found = 0;
  for (unsigned long i = 0; i < count; i++) {
    int bytes = 0;
    entries[i].revents = 0;
    if (entries[i].fd < 0) continue;
    if (ioctl(entries[i].fd, FIONREAD, &bytes) != 0)
      entries[i].revents = POLLHUP;
    else if (bytes > 0)
      entries[i].revents = POLLIN;
    found += entries[i].revents != 0;
  }
  return found;
}

int clinux_poll(struct pollfd *entries, unsigned long count, int milliseconds) {
  int found = poll(entries, count, milliseconds);
  if (found >= 0 || errno != EINVAL) return found;
  for (int left = milliseconds;;) {
    found = look_at(entries, count);
    if (found > 0 || left == 0) return found;
    int step = left < 0 || left > 50 ? 50 : left;
    if (poll(NULL, 0, step) < 0) return -1;
    if (left > 0) left -= step;
  }
}

// Other C libraries have no pools to limit, and give memory back by themselves.
void clinux_share_memory_pools(void) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 2);
#endif
}

void clinux_give_memory_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

extern char **environ;

char **clinux_environment(void) { return environ; }
