// The small part of Linux that Swift cannot reach or must not run in a signal handler.
#ifndef SITREP_CLINUX_H
#define SITREP_CLINUX_H

#include <poll.h>
#include <stddef.h>
#include <stdint.h>

// Clocks ----------------------------------------------------------------------------------------------------------

// Milliseconds on a clock that never goes back; only differences mean anything.
int64_t clinux_monotonic_milliseconds(void);
// Seconds since 1970 in UTC.
int64_t clinux_wall_seconds(void);
// Milliseconds since 1970 in UTC.
int64_t clinux_wall_milliseconds(void);
// What the local time zone adds to UTC at that moment, in seconds, summer time included.
int64_t clinux_utc_offset(int64_t seconds);

// Files and terminals ---------------------------------------------------------------------------------------------

// What tells one version of a file from the next.
typedef struct {
  uint64_t device;
  uint64_t inode;
  int64_t modified_nanoseconds;
  int64_t size;
  int is_regular;
  int is_directory;
} clinux_identity;

// Fills in a file's identity, links followed; 0, or the errno.
int clinux_identify(const char *path, clinux_identity *identity);
// Whether the file system a path is on tells inotify of every change: 1 for local ones; 0 for shares and unknown ones.
int clinux_reports_changes(const char *path);
// Whether a descriptor is a terminal.
int clinux_is_terminal(int descriptor);
// The terminal's width and height in cells; 0, or the errno.
int clinux_window_size(int descriptor, int *columns, int *rows);
// Holds the places of standard input, output and error where one of them is closed, so that no file opened later takes its
// number; reading or writing there still fails as on a closed descriptor.
void clinux_hold_standard_descriptors(void);
// A file in memory without a place on any disk; -1 where the system has none.
int clinux_memory_file(const char *name);
// Another descriptor for what one stands for, in this process alone; -1 where there is none to spare.
int clinux_duplicate(int descriptor);
// Makes a descriptor stand for what another stands for, in this process alone; -1 where it cannot.
int clinux_stand_for(int other, int descriptor);
// Bytes that could be read at once; -1 when that cannot be told.
int clinux_bytes_waiting(int descriptor);

// Waiting ---------------------------------------------------------------------------------------------------------

// `poll`, but also where the process may have fewer files open than are waited for: poll refuses that, so they are
// looked at 20 times a second instead. What has ended without being a terminal is not noticed then.
int clinux_poll(struct pollfd *entries, unsigned long count, int milliseconds);

// Memory ----------------------------------------------------------------------------------------------------------

// Keeps what is freed together: two pools for all threads, however many come and go. Call it before there is a second
// thread.
void clinux_share_memory_pools(void);
// Gives the system back what is free; a millisecond or two for some tens of megabytes.
void clinux_give_memory_back(void);

// Signals ---------------------------------------------------------------------------------------------------------

// Opens the self-pipe and catches WINCH, TERM, HUP, INT, QUIT, TSTP and CONT into it, and
// the signals that end a process unless it catches them, such as USR1 and XCPU; PIPE is ignored.
// Returns the end to read from, or -1. A byte read from it is a signal number.
// Only the first call opens and catches; later ones return the same descriptor.
int clinux_catch_signals(void);
// Catches or releases the stop signal of the terminal (Ctrl-Z), and with it the signal to go on.
void clinux_catch_stop(int caught);
// Ends or stops the process as if the signal had never been caught, so that a shell sees 128 + n.
void clinux_raise_default(int signal_number);
// Keeps every signal away from the calling thread, crashes aside, and gives it a stack for those: for threads that load
// in the background. What it returns is for clinux_leave_thread() when the thread ends.
void *clinux_enter_thread(void);
void clinux_leave_thread(void *stack);

// Crashes ---------------------------------------------------------------------------------------------------------

// From now on, whatever ends the process first writes `bytes` to the terminal and restores its present settings.
// Call it before the terminal is changed.
void clinux_arm_restore(int descriptor);
// The bytes to write; they are copied. At most 512 count.
void clinux_set_restore_bytes(const char *bytes, size_t length);
// The terminal is as it was: nothing to restore any more.
void clinux_disarm_restore(void);

/// The environment: `name=value` each, ended by a null pointer.
char **clinux_environment(void);

#endif
