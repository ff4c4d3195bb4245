/* SPDX-License-Identifier: MIT
 * logverify: is a whole log as it should be? For bands front and above. */
#ifndef PAR_LOGVERIFY_H
#define PAR_LOGVERIFY_H

struct command;

/* Checks the log `name`, or those among the operands where it is NULL, against the plans there are.
 * Prints a line for each log; the exit status. */
int log_verify(struct command *c, const char *name);

#endif
