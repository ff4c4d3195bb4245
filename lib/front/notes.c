/* SPDX-License-Identifier: MIT
 * notes: what an answer leans on or leaves aside. */
#include "front/notes.h"

#include "base/arena.h"
#include "base/buf.h"

void note_trust(struct command *c, const struct obligation *const rows[], size_t count)
{
	bool weekends = false;
	int years[64];
	size_t known = 0;
	for (size_t i = 0; i < count; i++) {
		const struct day_trust *t = &rows[i]->trust;
		if (!t->working)
			continue;
		if (t->trust == TRUST_WEEKENDS && !weekends) {
			weekends = true;
			findings_add(&c->findings, (struct place){0}, CODE_NO_CALENDAR, NULL, NULL,
				     NULL);
		}
		size_t k = 0;
		while (k < known && years[k] != t->year)
			k++;
		if (t->trust == TRUST_COMPUTED && k == known && known < 64) {
			years[known++] = t->year;
			findings_add(&c->findings, (struct place){0}, CODE_YEAR_COMPUTED,
				     arena_format(c->arena, "%d", t->year), NULL, NULL);
		}
	}
}

void note_future(struct command *c, const struct progress *p, day as_of)
{
	size_t n = progress_future(p);
	if (n)
		findings_add(&c->findings, (struct place){0}, CODE_LOG_FUTURE,
			     arena_format(c->arena, "%zu", n), day_text(c->arena, as_of), NULL);
}

void note_agency(struct command *c, const char *agency, size_t bound)
{
	if (agency && !bound && !c->selection.direct &&
	    !findings_count(&c->findings, SEVERITY_WARNING))
		findings_add(&c->findings, (struct place){0}, CODE_SELECT_NOTHING, "--agency",
			     agency, NULL);
}

static bool overlaps_a_plan(const struct workspace *w, const struct span *s)
{
	for (size_t i = 0; i < w->plan_count; i++) {
		struct period p = w->plans[i]->period;
		if (p.kind == PERIOD_NONE || ((s->last == DAY_NONE || p.first <= s->last) &&
					      (s->first == DAY_NONE || p.last >= s->first)))
			return true;
	}
	return false;
}

static const char *plan_years(struct arena *a, const struct workspace *w)
{
	struct buf b = {0};
	for (int year = YEAR_FIRST; year <= YEAR_LAST; year++)
		for (size_t i = 0; i < w->plan_count; i++) {
			struct period p = w->plans[i]->period;
			if (p.kind != PERIOD_NONE && day_year(p.first) <= year &&
			    day_year(p.last) >= year) {
				buf_format(&b, "%s%d", b.n ? ", " : "", year);
				break;
			}
		}
	return buf_take(&b, a);
}

void note_span(struct command *c, const struct workspace *w, const struct span *s)
{
	const char *asked = s->said;
	if (overlaps_a_plan(w, s))
		return;
	if (!asked)
		asked = arena_format(c->arena, "%s..%s", day_text(c->arena, s->first),
				     day_text(c->arena, s->last));
	findings_add(&c->findings, (struct place){0}, CODE_SELECT_YEAR, asked,
		     plan_years(c->arena, w), NULL);
}
