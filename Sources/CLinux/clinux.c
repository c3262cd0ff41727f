#define _GNU_SOURCE
#include "clinux.h"

#include <errno.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

int64_t clinux_monotonic_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clinux_wall_seconds(void) { return (int64_t)time(NULL); }

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
  identity->modified_nanoseconds = (int64_t)found.st_mtim.tv_sec * 1000000000 + found.st_mtim.tv_nsec;
  identity->size = (int64_t)found.st_size;
  identity->is_regular = S_ISREG(found.st_mode);
  identity->is_directory = S_ISDIR(found.st_mode);
  return 0;
}

int clinux_is_terminal(int descriptor) { return isatty(descriptor); }

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
