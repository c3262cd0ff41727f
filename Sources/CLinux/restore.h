// Shared by signals.c and restore.c; not for Swift.
#ifndef SITREP_RESTORE_H
#define SITREP_RESTORE_H

// Catches SEGV, BUS, ILL, TRAP, ABRT and FPE.
void restore_catch_crashes(void);
// Gives the calling thread a stack to handle a crash on, since a stack overflow leaves none; NULL where there is none.
void *restore_give_crash_stack(void);
// Restores the terminal and ends the process by that signal. Safe in a signal handler.
void restore_and_die(int signal_number);

#endif
