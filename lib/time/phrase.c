/* SPDX-License-Identifier: MIT
 * phrase: a Vietnamese deadline: its pieces that speak of time, the words between them, and what may
 * be made of both. It decides what is doubtful; the pieces themselves are read elsewhere
 * (phraselist, phraserhythm, phraseevent). */
#include "time/phrase.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "time/phrasecore.h"

enum {
	TOKENS_MOST = 400, /* longer texts are no deadlines */
	LABEL_SHORT = 5,   /* words before an introduced date that are plainly what is due */
};

static void cores_scan(struct phrase *p)
{
	struct words *w = &p->words;
	for (size_t i = 0; i < w->count;) {
		struct core core;
		size_t n = core_read(w, i, p->context, &core);
		if (n) {
			p->cores.items =
			    arena_more(w->arena, p->cores.items, p->cores.count, sizeof core);
			p->cores.items[p->cores.count++] = core;
		}
		i += n ? n : 1;
	}
}

static void gaps_measure(struct phrase *p)
{
	size_t at = 0;
	p->gaps = arena_alloc(p->words.arena, (p->cores.count + 1) * sizeof *p->gaps);
	for (size_t k = 0; k <= p->cores.count; k++) {
		bool last = k == p->cores.count;
		size_t end = last ? p->words.count : p->cores.items[k].begin;
		p->gaps[k] = gap_measure(&p->words, at, end);
		if (!last)
			at = p->cores.items[k].end;
	}
}

static void doubt_add(struct phrase *p, enum code code, const char *say, const char *suggest)
{
	struct reading *r = &p->reading;
	r->doubts = arena_more(p->words.arena, r->doubts, r->doubt_count, sizeof *r->doubts);
	r->doubts[r->doubt_count++] = (struct phrase_doubt){code, say, suggest};
}

static void part_add(struct phrase *p, struct part part)
{
	struct deadline *d = &p->reading.deadline;
	d->parts = arena_more(p->words.arena, d->parts, d->count, sizeof part);
	d->parts[d->count++] = part;
}

/* The whole text without what only ends it. */
static const char *whole(const struct phrase *p)
{
	const struct words *w = &p->words;
	size_t begin = 0, end = w->count;
	while (end && words_is_mark(w, end - 1, ".,;:"))
		end--;
	while (begin < end && words_is_mark(w, begin, "-+*"))
		begin++;
	return begin < end ? words_said(w, begin, end) : text_squeeze(w->arena, w->said);
}

static void say_unknown(struct phrase *p, enum code code, const char *say, const char *suggest)
{
	const char *words = text_squeeze(p->words.arena, p->words.said);
	p->reading = (struct reading){0};
	part_add(p, (struct part){.kind = PART_UNKNOWN, .words = words});
	doubt_add(p, code, say ? say : words, suggest);
}

static bool speaks(const struct core *c)
{
	return c->count > 0;
}

/* "theo quy định" beside something that is understood adds nothing. */
static bool is_bare_external(const struct words *w, const struct core *c)
{
	size_t n = words_match(w, c->begin, "theo đúng? quy định|chế của? pháp? luật? hiện? hành?");
	if (!n)
		n = words_match(w, c->begin, "định kỳ theo? quy? định?");
	if (!n)
		n = words_match(w, c->begin, "theo định|yêu kỳ|cầu");
	return n && c->begin + n >= c->end;
}

/* Is it joined to what is beside it by no more than a comma? */
static bool is_aside(const struct words *w, const struct core *c)
{
	bool behind = c->begin && words_mark(w, c->begin - 1, ',');
	return behind || (!c->begin && words_mark(w, c->end, ','));
}

/* Externals count only where nothing else says when, or where they stand as a part of their own. */
static void externals_drop(struct phrase *p)
{
	bool others = false;
	for (size_t k = 0; k < p->cores.count; k++) {
		const struct core *c = &p->cores.items[k];
		others |= speaks(c) && c->kind != CORE_EXTERNAL;
	}
	if (!others)
		return;
	for (size_t k = 0; k < p->cores.count; k++) {
		struct core *c = &p->cores.items[k];
		bool aside =
		    c->introduced || is_aside(&p->words, c) || is_bare_external(&p->words, c);
		if (c->kind == CORE_EXTERNAL && aside)
			c->count = 0;
	}
}

/* A piece that needs another one it did not find. */
static bool is_loose(const struct phrase *p, const struct core *c)
{
	bool alone = c->kind == CORE_DAY || c->kind == CORE_WEEKDAY || c->kind == CORE_NEXT ||
		     c->kind == CORE_FOLLOWING || c->kind == CORE_POISON;
	bool many_years = p->context && p->context->last_year > p->context->year;
	bool no_year = c->kind == CORE_DATED && (!c->count || (c->year_taken && many_years));
	no_year |= c->kind == CORE_THE_YEAR && (!c->count || many_years);
	return alone || no_year;
}

/* False after the whole text was found not to be understood. */
static bool cores_check(struct phrase *p)
{
	for (size_t k = 0; k < p->cores.count; k++) {
		const struct core *c = &p->cores.items[k];
		if (c->code == CODE_DATE_INVALID) {
			say_unknown(p, CODE_DATE_INVALID, c->say, c->suggest);
			return false;
		}
	}
	bool loose = false;
	for (size_t k = 0; k < p->cores.count; k++)
		loose |= is_loose(p, &p->cores.items[k]);
	for (size_t k = 0; k <= p->cores.count; k++)
		loose |= p->gaps[k].number;
	if (loose)
		say_unknown(p, CODE_DEADLINE_UNKNOWN, NULL, NULL);
	return !loose;
}

/* Only "theo …", or only "đột xuất": the words themselves are the answer. */
static bool external_only(struct phrase *p)
{
	bool known = p->cores.count > 0;
	for (size_t k = 0; k < p->cores.count; k++) {
		const struct core *c = &p->cores.items[k];
		known &= c->kind == CORE_EXTERNAL || c->kind == CORE_SPORADIC;
	}
	for (size_t k = 0; k <= p->cores.count && known; k++)
		known &= !p->gaps[k].unknown && !p->gaps[k].trailing;
	if (known)
		part_add(p, (struct part){.kind = PART_EXTERNAL, .words = whole(p)});
	return known;
}

/* Two dates in one clause, "kết quả năm 2022 … trước ngày 31/01/2023": the one with a preposition
 * of deadlines counts. False when that does not tell. */
static bool clash_settle(struct phrase *p, size_t k, bool *dropped)
{
	struct core *x = NULL, *y = &p->cores.items[k];
	const struct gap *g = &p->gaps[k];
	if (k == 0 || y->kind != CORE_DATED || !y->count)
		return true;
	x = &p->cores.items[k - 1];
	if (x->kind != CORE_DATED || !x->count || g->separated)
		return true;
	bool words = g->unknown || g->content;
	bool line = p->words.tokens[y->begin].line_start;
	if (!words && (x->introduced == y->introduced || line))
		return true;
	if (x->introduced == y->introduced)
		return false;
	(x->introduced ? y : x)->count = 0;
	*dropped = true;
	return true;
}

static bool has_label(const struct phrase *p, size_t k)
{
	const struct gap *g = &p->gaps[k];
	return speaks(&p->cores.items[k]) && g->separated && g->label_end > g->label_begin;
}

/* Do the pieces name what each is the deadline of? A label before the first alone is the sentence
 * that all of them stand in. */
static bool is_labelled(const struct phrase *p)
{
	size_t spoken = 0;
	bool labelled = false;
	for (size_t k = 0; k < p->cores.count; k++) {
		labelled |= spoken > 0 && has_label(p, k);
		spoken += speaks(&p->cores.items[k]);
	}
	return labelled;
}

/* A bare year in a sentence beside a citation, or before the plan's: it is most likely what is
 * spoken of, and no deadline. */
static bool is_weak(const struct phrase *p, const struct core *c)
{
	bool year = c->kind == CORE_DATED && c->item_count == 1 && !c->introduced &&
		    c->items[0].at.unit == PERIOD_YEAR;
	if (!year)
		return false;
	const struct phrase_context *plan = p->context;
	int said = c->items[0].at.year;
	if (plan && said < plan->year)
		return true;
	for (size_t i = 0; i < p->words.count; i++)
		if (p->words.tokens[i].cited || words_match(&p->words, i, "luật|lệnh"))
			return true;
	return false;
}

/* The one label before everything: who acts, or a sentence with a date in it. */
static void label_doubt(struct phrase *p, const struct gap *g, bool introduced)
{
	const struct words *w = &p->words;
	if (actor_at(w, g->label_begin))
		doubt_add(p, CODE_DEADLINE_ACTOR, words_said(w, g->label_begin, g->label_end),
			  NULL);
	else if (!introduced || g->label_end - g->label_begin > LABEL_SHORT)
		doubt_add(p, CODE_DEADLINE_EMBEDDED, whole(p), NULL);
}

static void doubts_collect(struct phrase *p, bool labelled, bool dropped)
{
	const struct core *first = NULL;
	bool loose = dropped;
	for (size_t k = 0; k <= p->cores.count; k++) {
		const struct gap *g = &p->gaps[k];
		const struct core *c = k < p->cores.count ? &p->cores.items[k] : NULL;
		loose |= g->trailing || (g->unknown && (k > 0 && !(labelled && c && g->separated)));
		if (c && speaks(c) && !first) {
			first = c;
			if (g->unknown && !labelled && !dropped)
				label_doubt(p, g, c->introduced);
			else if (g->unknown && labelled && actor_at(&p->words, g->label_begin))
				label_doubt(p, g, true);
		}
		if (c && speaks(c) && c->code != CODE_NONE)
			doubt_add(p, c->code, c->say, c->suggest);
	}
	for (size_t i = 0; i < p->reading.doubt_count; i++)
		loose &= p->reading.doubts[i].code != CODE_DEADLINE_EMBEDDED;
	if (loose)
		doubt_add(p, CODE_DEADLINE_EMBEDDED, whole(p), NULL);
}

static void parts_collect(struct phrase *p, bool labelled)
{
	for (size_t k = 0; k < p->cores.count; k++) {
		const struct core *c = &p->cores.items[k];
		const struct gap *g = &p->gaps[k];
		const char *what = NULL;
		if (labelled && has_label(p, k))
			what = words_said(&p->words, g->label_begin, g->label_end);
		for (size_t i = 0; i < c->count; i++) {
			struct part part = c->parts[i];
			part.what = what || !part.what ? what : part.what;
			part_add(p, part);
		}
	}
}

/* Quarter, half year and year on one day of their last month are the reports of reform. */
static void reports_join(struct deadline *d)
{
	if (d->count != 3)
		return;
	const struct part *q = &d->parts[0], *h = &d->parts[1], *y = &d->parts[2];
	bool same =
	    q->kind == PART_RECURRING && h->kind == PART_RECURRING && y->kind == PART_RECURRING &&
	    q->rhythm == RHYTHM_QUARTER && h->rhythm == RHYTHM_HALF && y->rhythm == RHYTHM_YEAR &&
	    q->on == RECURRING_DATE && h->on == RECURRING_DATE && y->on == RECURRING_YEARLY &&
	    y->on_month == 12 && q->on_date == h->on_date && q->on_date == y->on_date;
	if (!same)
		return;
	d->count = 1;
	d->parts[0].rhythm = RHYTHM_REPORTS;
	d->parts[0].what = NULL;
}

static void phrase_settle(struct phrase *p)
{
	bool spoken = false, dropped = false, unknown = false;
	externals_drop(p);
	if (!cores_check(p) || external_only(p))
		return;
	for (size_t k = 0; k < p->cores.count; k++) {
		if (!clash_settle(p, k, &dropped)) {
			say_unknown(p, CODE_DEADLINE_UNKNOWN, NULL, NULL);
			return;
		}
	}
	for (size_t k = 0; k <= p->cores.count; k++)
		unknown |= p->gaps[k].unknown || p->gaps[k].trailing;
	for (size_t k = 0; k < p->cores.count; k++) {
		const struct core *c = &p->cores.items[k];
		bool external = c->kind == CORE_EXTERNAL;
		spoken |= speaks(c) && !(unknown && (external || is_weak(p, c)));
	}
	if (!spoken) {
		say_unknown(p, CODE_DEADLINE_UNKNOWN, NULL, NULL);
		return;
	}
	bool labelled = is_labelled(p);
	parts_collect(p, labelled);
	doubts_collect(p, labelled, dropped);
	reports_join(&p->reading.deadline);
}

void phrase_scan(struct phrase *p, struct arena *a, const char *text,
		 const struct phrase_context *context)
{
	size_t n;
	*p = (struct phrase){.context = context};
	const char *normal = utf8_nfc(a, text, strlen(text), &n);
	words_cut(&p->words, a, arena_copy(a, normal, n));
	if (p->words.count <= TOKENS_MOST) {
		cores_scan(p);
		cores_merge(&p->words, &p->cores, context);
	}
	gaps_measure(p);
}

struct reading phrase_read(struct arena *a, const char *text, const struct phrase_context *context)
{
	struct phrase p;
	if (text_is_blank(text))
		return (struct reading){0};
	phrase_scan(&p, a, text, context);
	phrase_settle(&p);
	return p.reading;
}
