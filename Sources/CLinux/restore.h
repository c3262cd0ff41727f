// Shared by signals.c and restore.c; not for Swift.
#ifndef SITREP_RESTORE_H
#define SITREP_RESTORE_H

// Catches SEGV, BUS, ILL, TRAP, ABRT and FPE.
void restore_catch_crashes(void);
// Restores the terminal and ends the process by that signal. Safe in a signal handler.
void restore_and_die(int signal_number);

#endif
