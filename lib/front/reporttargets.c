/* SPDX-License-Identifier: MIT
 * reporttargets: the table with a row for each target: what was promised, what was measured, and
 * whether that is enough. */
#include "base/arena.h"
#include "duty/target.h"
#include "front/cells.h"
#include "front/reportviews.h"

static const char *const target_columns[] = {
    "plan", "target",	"text",	      "indicator", "goal",    "base",	  "value",
    "date", "previous", "difference", "met",	   "missing", "evidence", "scope"};

/* A share stays as it was counted: 9/31. */
static void measure_cell(struct arena *a, struct cell *c, const struct measure *m)
{
	bool share = m->form == MEASURE_SHARE;
	*c = (struct cell){share ? CELL_TEXT : CELL_NUMBER, measure_text(a, m)};
}

static void ratio_cell(struct arena *a, struct cell *c, struct ratio number)
{
	*c = (struct cell){CELL_NUMBER, ratio_text(a, number, MEASURE_PLACES)};
}

static void base_cell(struct arena *a, struct cell *c, const struct target *t)
{
	enum measure_form form = t->last_year.form;
	if (form == MEASURE_NONE || form == MEASURE_UNCLEAR)
		text_cell(c, t->base);
	else
		measure_cell(a, c, &t->last_year);
}

static const char *met_word(enum met met)
{
	return met == MET_YES ? "yes" : met == MET_NO ? "no" : "not-enough-data";
}

static void value_cells(struct arena *a, struct cell *c, const struct target_state *state)
{
	if (!state->latest)
		return;
	measure_cell(a, &c[6], &state->latest->measure);
	day_cell(a, &c[7], state->latest->date);
	if (state->previous)
		measure_cell(a, &c[8], &state->previous->measure);
	if (state->has_difference)
		ratio_cell(a, &c[9], state->difference);
	if (state->has_missing)
		ratio_cell(a, &c[11], state->missing);
	text_cell(&c[12], state->latest->evidence);
}

static void target_cells(struct arena *a, struct cell *c, const struct target *t,
			 const struct target_state *state)
{
	text_cell(&c[0], t->plan->id);
	text_cell(&c[1], t->id);
	text_cell(&c[2], t->text);
	text_cell(&c[3], t->indicator);
	text_cell(&c[4], t->goal);
	base_cell(a, &c[5], t);
	value_cells(a, c, state);
	word_cell(&c[10], met_word(state->met));
	text_cell(&c[13], t->scope);
}

struct sheet *view_targets(const struct report *r)
{
	struct sheet *s =
	    sheet_new(r->arena, target_columns, sizeof target_columns / sizeof *target_columns);
	const struct targets *values = progress_targets(r->progress);
	for (size_t i = 0; i < r->target_count; i++) {
		struct target_state state = target_state(values, r->targets[i]);
		target_cells(r->arena, sheet_row(s), r->targets[i], &state);
	}
	return s;
}
