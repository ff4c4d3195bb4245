/* SPDX-License-Identifier: MIT
 * goalwords: which signs and phrases a goal is made of. What they mean together is goal's. For
 * lib/data/goal*.c only. */
#ifndef PAR_GOALWORDS_H
#define PAR_GOALWORDS_H

#include "data/goal.h"

enum goal_change { CHANGE_NONE, CHANGE_UP, CHANGE_DOWN, CHANGE_PLUS, CHANGE_MINUS };

/* What was said, in whatever order. */
struct goal_said {
	bool ordered, base, compared, rank, percent, points, of, times;
	bool numbered, counting; /* behind the number: words that say what is counted */
	bool refused;		 /* something is not understood, or said twice */
	enum goal_order order;
	enum goal_change change; /* against last year's value: by a word or a sign */
	struct ratio number;
};

struct goal_said goal_listen(struct arena *a, const char *text);

#endif
