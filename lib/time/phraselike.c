/* SPDX-License-Identifier: MIT
 * phraselike: does a cell look like a deadline? It weighs the words of a phrase and does not read
 * them. */
#include "time/phrase.h"

#include "base/text.h"
#include "time/phrasecore.h"

/* Words of three weights: understood, naming what is due, unknown. */
struct weights {
	size_t time, content, unknown;
	bool introduced, weak;
};

static struct weights weigh(const struct phrase *p)
{
	struct weights v = {.weak = true};
	size_t at = 0;
	for (size_t k = 0; k <= p->cores.count; k++) {
		const struct core *c = k < p->cores.count ? &p->cores.items[k] : NULL;
		size_t end = c ? c->begin : p->words.count;
		while (at < end) {
			enum gap_kind kind;
			size_t n = gap_read(&p->words, at, &kind);
			v.content += kind == GAP_CONTENT ? n : 0;
			v.unknown += kind == GAP_UNKNOWN;
			at += n;
		}
		if (!c)
			break;
		bool year = c->kind == CORE_DATED && c->item_count == 1 && !c->items[0].before &&
			    c->items[0].at.unit == PERIOD_YEAR;
		bool quoting = c->kind == CORE_AFTER || c->kind == CORE_EXTERNAL;
		v.introduced |= c->introduced && !quoting;
		v.weak &= year;
		v.time += c->end - c->begin;
		/* long quotations are sentences rather than deadlines */
		if (quoting && (v.unknown || c->end - c->begin > 40))
			v.unknown += c->end - c->begin;
		at = c->end;
	}
	return v;
}

int phrase_likeness(struct arena *a, const char *text)
{
	static const struct phrase_context some_year = {2024, 2024};
	struct phrase p;
	if (text_is_blank(text))
		return 0;
	phrase_scan(&p, a, text, &some_year);
	if (!p.cores.count)
		return 0;
	struct weights v = weigh(&p);
	for (size_t k = 0; k < p.cores.count; k++)
		v.unknown += p.cores.items[k].kind == CORE_POISON ? 3 : 0;
	if (!v.unknown)
		return v.weak && v.content ? 60 : 100;
	if (v.introduced && v.time && v.unknown <= 8 && v.unknown <= 2 * (v.time + v.content))
		return 100;
	size_t known = v.time + v.content;
	size_t score = 100 * known / (known + 3 * v.unknown);
	return (int)(v.unknown > 15 ? score / 2 : score);
}
