/* SPDX-License-Identifier: MIT
 * notes: the small print of an answer. */
#include "front/notes.h"

#include "base/arena.h"
#include "base/findings.h"
#include "time/calendar.h"

/* Each is told once, however many rows lean on it. */
void note_trust(struct arena *a, const struct obligation *const rows[], size_t count,
		struct findings *findings)
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
			findings_add(findings, (struct place){0}, CODE_NO_CALENDAR, NULL, NULL,
				     NULL);
		}
		size_t k = 0;
		while (k < known && years[k] != t->year)
			k++;
		if (t->trust == TRUST_COMPUTED && k == known && known < 64) {
			years[known++] = t->year;
			findings_add(findings, (struct place){0}, CODE_YEAR_COMPUTED,
				     arena_format(a, "%d", t->year), NULL, NULL);
		}
	}
}

void note_future(struct arena *a, const struct progress *p, day as_of, struct findings *findings)
{
	size_t n = progress_future(p);
	if (n)
		findings_add(findings, (struct place){0}, CODE_LOG_FUTURE,
			     arena_format(a, "%zu", n), day_text(a, as_of), NULL);
}
