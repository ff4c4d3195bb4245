/* SPDX-License-Identifier: MIT
 * phraseedge: what the edges of periods, đầu and cuối, mean in a list of dates. */
#include "time/phrasecore.h"

/* "Cuối năm 2024, đầu năm 2025" is one time. */
void edges_join(struct core *core)
{
	struct item *x = core->items;
	if (core->item_count != 2 || x[0].at.edge != EDGE_LAST || x[1].at.edge != EDGE_FIRST ||
	    x[0].range || x[1].range || x[0].before || x[1].before)
		return;
	x[0].range = true;
	x[0].until = x[1].at;
	core->item_count = 1;
}

/* "Đầu quý II": hardly its first day as a deadline; somebody has to look at it. */
void edges_doubt(struct core *core)
{
	for (size_t k = 0; k < core->item_count && core->code == CODE_NONE; k++) {
		const struct item *item = &core->items[k];
		enum edge edge = item->range ? item->until.edge : item->at.edge;
		if (edge == EDGE_FIRST && !core->from && !item->before)
			core->code = CODE_DEADLINE_EMBEDDED;
	}
}
