/* SPDX-License-Identifier: MIT
 * repeat: parts of one rhythm in one deadline. For deadline.c, and for readers of
 * lists whose items were read one by one. */
#ifndef PAR_REPEAT_H
#define PAR_REPEAT_H

#include "time/deadline.h"

/* Recurring parts are named by their periods alone, so a deadline holds one of each rhythm. Equal
 * ones are one; beside one with a day a plain one is left out, with a doubt; one day of June and of
 * December is a half-yearly, and of every quarter's last month a quarterly; other days are written
 * out over the plan's years, and the deadline is unknown where these are not known or too many. */
void repeats_settle(struct arena *a, const char *said, const struct phrase_context *context,
		    struct reading *reading);

#endif
