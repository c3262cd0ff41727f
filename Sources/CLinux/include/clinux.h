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
// The offset of the local time zone from UTC at that moment, in seconds, with summer time.
int64_t clinux_utc_offset(int64_t seconds);

// Memory ----------------------------------------------------------------------------------------------------------

// Asks for memory that will be read soon, without waiting for it.
static inline void clinux_prefetch(const void *address) { __builtin_prefetch(address); }

// Files and terminals ---------------------------------------------------------------------------------------------

// What distinguishes one version of a file from the next.
typedef struct {
  uint64_t device;
  uint64_t inode;
  int64_t modified_nanoseconds;
  int64_t size;
  int is_regular;
  int is_directory;
} clinux_identity;

// Fills in a file's identity, following links; returns 0, or the errno.
int clinux_identify(const char *path, clinux_identity *identity);
// Whether the file system of a path reports every change to inotify: 1 for local ones, 0 for shares and unknown ones.
int clinux_reports_changes(const char *path);
// Whether a descriptor is a terminal.
int clinux_is_terminal(int descriptor);
// The terminal's width and height in cells; returns 0, or the errno.
int clinux_window_size(int descriptor, int *columns, int *rows);
// Reserves the numbers of standard input, output and error where one of them is closed, so that no file opened later gets
// one of them; reading from or writing to it still fails as on a closed descriptor.
void clinux_hold_standard_descriptors(void);
// A file in memory that is on no disk; -1 where the system has no such files.
int clinux_memory_file(const char *name);
// Another descriptor for the same open file, closed on exec; -1 where no descriptor is left.
int clinux_duplicate(int descriptor);
// Makes a descriptor refer to the open file of another, closed on exec; -1 on failure.
int clinux_stand_for(int other, int descriptor);
// How many bytes could be read without waiting; -1 where that is unknown.
int clinux_bytes_waiting(int descriptor);

// Waiting ---------------------------------------------------------------------------------------------------------

// `poll`, which also works where the process may open fewer files than it waits for. poll refuses that, so the
// descriptors are then checked 20 times a second, and a hang-up is noticed only on a terminal.
int clinux_poll(struct pollfd *entries, unsigned long count, int milliseconds);

// Memory ----------------------------------------------------------------------------------------------------------

// Limits malloc to two arenas for all threads, however many come and go. Call it before a second thread starts.
void clinux_share_memory_pools(void);
// Returns free memory to the system; some tens of megabytes take a millisecond or two.
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
// Blocks every signal but those of a crash in the calling thread, and gives it a stack to handle those on: for threads
// that load in the background. Pass what it returns to clinux_leave_thread() when the thread ends.
void *clinux_enter_thread(void);
void clinux_leave_thread(void *stack);

// Crashes ---------------------------------------------------------------------------------------------------------

// From now on, whatever ends the process first writes `bytes` to the terminal and restores its present settings.
// Call it before the terminal is changed.
void clinux_arm_restore(int descriptor);
// The bytes to write, at most 512; they are copied.
void clinux_set_restore_bytes(const char *bytes, size_t length);
// Says that the terminal has been restored.
void clinux_disarm_restore(void);

/// The environment: `name=value` each, ended by a null pointer.
char **clinux_environment(void);

#endif
