/* SPDX-License-Identifier: MIT
 * plancheck: the sense of a plan, task by task. */
#include "data/plancheck.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/text.h"
#include "data/cuttext.h"
#include "data/doubt.h"
#include "form/yamltree.h"

struct checker {
	struct arena *a;
	const struct plan *plan;
	const struct registry *registry;
	struct findings *findings;
};

static bool has_doubt(const struct task *t, const char *cell, enum code code)
{
	for (size_t i = 0; i < t->doubt_count; i++) {
		const struct doubt *d = &t->doubts[i];
		if (d->code && code_find(d->code) == code &&
		    (!cell || !d->cell || strcmp(d->cell, cell) == 0))
			return true;
	}
	return false;
}

/* Is some doubt about the cell on record, settled or not? */
static bool is_on_record(const struct task *t, const char *cell)
{
	for (size_t i = 0; i < t->doubt_count; i++)
		if (t->doubts[i].cell && strcmp(t->doubts[i].cell, cell) == 0)
			return true;
	return false;
}

static void check_doubts(struct checker *c, const struct task *t)
{
	for (size_t i = 0; i < t->doubt_count; i++) {
		const struct doubt *d = &t->doubts[i];
		if (d->settled)
			continue;
		enum code code = d->code ? code_find(d->code) : CODE_NONE;
		doubt_report(c->findings, d->at, code, t->id, d->cell, d->say ? d->say : d->code,
			     d->suggest);
	}
}

/* Has somebody seen this very thing and not settled it yet? Then it is told with the doubt. */
static bool is_open(const struct task *t, const char *cell, const char *say)
{
	for (size_t i = 0; i < t->doubt_count; i++) {
		const struct doubt *d = &t->doubts[i];
		if (!d->settled && d->cell && strcmp(d->cell, cell) == 0 &&
		    (!d->say || !say || strstr(d->say, say) || strstr(say, d->say)))
			return true;
	}
	return false;
}

/* What cannot be read is an error whatever was settled: the cell has to hold the value used. */
static void check_reading(struct checker *c, const struct task *t, const struct due *due,
			  const char *cell)
{
	for (size_t i = 0; i < due->doubt_count; i++) {
		const struct phrase_doubt *d = &due->doubts[i];
		bool unread = d->code == CODE_DATE_INVALID || d->code == CODE_DEADLINE_UNKNOWN;
		if (unread ? !is_open(t, cell, d->say) : !has_doubt(t, cell, d->code))
			doubt_report(c->findings, due->at, d->code, t->id, cell, d->say,
				     d->suggest);
	}
	for (size_t i = 0; i < due->deadline.count; i++) {
		const struct part *part = &due->deadline.parts[i];
		if (part->kind == PART_UNKNOWN && !due->doubt_count &&
		    !is_open(t, cell, part->words))
			doubt_report(c->findings, due->at, CODE_DEADLINE_UNKNOWN, t->id, cell,
				     part->words, NULL);
	}
}

static const char *words_of(struct arena *a, const struct node *cell)
{
	if (!cell || cell->kind == NODE_TEXT)
		return cell ? cell->text : "";
	const char *all = "";
	for (const struct node *n = cell->first; n; n = n->next)
		all = arena_format(a, "%s%s%s", all, *all ? "; " : "", words_of(a, n));
	return all;
}

/* Does the cell say each of the words that "; " parts? */
static bool holds(struct arena *a, const char *have, const char *want)
{
	const char *end;
	for (; (end = strstr(want, "; ")); want = end + 2)
		if (!strstr(have, arena_format(a, "%.*s", (int)(end - want), want)))
			return false;
	return strstr(have, want) != NULL;
}

/* A doubt settled with the words that were suggested: the cell has to say them. Other words may be a
 * remark. */
static void check_suggested(struct checker *c, const struct task *t, const struct doubt *d)
{
	if (!d->suggest || strcmp(d->suggest, d->settled) != 0)
		return;
	const char *have = words_of(c->a, node_get(t->node, d->cell));
	if (!holds(c->a, have, d->settled))
		findings_add(c->findings, d->at, CODE_SETTLED_UNUSED, d->settled,
			     *have ? have : "\"\"", NULL);
}

/* A doubt settled with a date: the cell has to say so too. */
static void check_settled(struct checker *c, const struct task *t)
{
	for (size_t i = 0; i < t->doubt_count; i++) {
		const struct doubt *d = &t->doubts[i];
		struct deadline settled;
		bool start = d->cell && strcmp(d->cell, "start") == 0;
		bool dated = start || (d->cell && strcmp(d->cell, "due") == 0);
		if (d->settled && d->cell && !dated)
			check_suggested(c, t, d);
		if (!d->settled || !dated || !deadline_parse(c->a, d->settled, &settled))
			continue;
		const struct due *due = start ? &t->start : &t->due;
		const char *want = deadline_text(c->a, &settled);
		const char *have = deadline_text(c->a, &due->deadline);
		if (!strstr(have, want))
			findings_add(c->findings, d->at, CODE_SETTLED_UNUSED, d->settled,
				     *have ? have : "\"\"", NULL);
	}
}

static const char *period_words(struct checker *c)
{
	const char *text = node_text(c->plan->root, "period");
	return text ? text : arena_text(c->a, "");
}

static void check_outside(struct checker *c, const struct task *t)
{
	const struct period p = c->plan->period;
	struct day_rules rules = {.before_inclusive = c->plan->before_inclusive,
				  .issued = c->plan->issued};
	if (p.kind == PERIOD_NONE || has_doubt(t, "due", CODE_DUE_BEFORE_PLAN) ||
	    has_doubt(t, "due", CODE_DUE_AFTER_PLAN))
		return;
	for (size_t i = 0; i < t->due.deadline.count; i++) {
		const struct part *part = &t->due.deadline.parts[i];
		day d = part_day(part, &rules, NULL);
		if (d != DAY_NONE && part->kind != PART_ISSUED && (d < p.first || d > p.last))
			findings_add(c->findings, t->due.at, CODE_DEADLINE_OUTSIDE,
				     part_text(c->a, part), period_words(c), NULL);
	}
}

/* The last day that any part falls on. */
static day last_due(const struct checker *c, const struct task *t)
{
	struct day_rules rules = {.before_inclusive = c->plan->before_inclusive,
				  .issued = c->plan->issued};
	day last = DAY_NONE;
	for (size_t i = 0; i < t->due.deadline.count; i++) {
		day d = part_day(&t->due.deadline.parts[i], &rules, NULL);
		if (d != DAY_NONE && (last == DAY_NONE || d > last))
			last = d;
		if (d == DAY_NONE)
			return DAY_NONE; /* something has no end */
	}
	return last;
}

static void check_order(struct checker *c, const struct task *t)
{
	day start = deadline_start(&t->start.deadline), due = last_due(c, t);
	if (start != DAY_NONE && due != DAY_NONE && start > due)
		findings_add(c->findings, t->start.at, CODE_START_AFTER_DUE, day_text(c->a, start),
			     day_text(c->a, due), NULL);
}

static void check_cells(struct checker *c, const struct task *t)
{
	if (text_is_blank(t->text) && !is_on_record(t, "text"))
		findings_add(c->findings, t->at, CODE_TEXT_EMPTY, NULL, NULL, NULL);
	else if (!is_on_record(t, "text") && text_is_cut(t->text))
		findings_add(c->findings, node_get(t->node, "text")->at, CODE_TEXT_CUT,
			     text_tail(c->a, t->text), NULL, NULL);
	if (!t->lead_count && !is_on_record(t, "lead"))
		doubt_report(c->findings, t->at, CODE_LEAD_MISSING, t->id, NULL, NULL, NULL);
	if (!t->due.deadline.count && !is_on_record(t, "due"))
		doubt_report(c->findings, t->at, CODE_DUE_MISSING, t->id, NULL, NULL, NULL);
}

static const char *join(struct arena *a, const struct answer *answer)
{
	struct buf b = {0};
	for (size_t i = 0; i < answer->candidate_count; i++)
		buf_format(&b, "%s%s", i ? ", " : "", answer->candidates[i]);
	return buf_take(&b, a);
}

static void check_parties(struct checker *c, const struct party *list, size_t count)
{
	bool known = c->registry && registry_knows_place(c->registry, c->plan->of);
	for (size_t i = 0; c->registry && i < count; i++) {
		struct answer answer = registry_find(c->registry, c->a, list[i].name, c->plan->of);
		if (answer.kind == ANSWER_NONE && known)
			findings_add(c->findings, list[i].at, CODE_AGENCY_UNKNOWN, list[i].name, "",
				     NULL);
		else if (answer.kind == ANSWER_AMBIGUOUS)
			findings_add(c->findings, list[i].at, CODE_AGENCY_AMBIGUOUS, list[i].name,
				     join(c->a, &answer), NULL);
	}
}

/* The number a task was printed with, 0 when it is none: "26." "26" */
static long number_of(const struct task *t)
{
	long n;
	size_t length = t->no ? strspn(t->no, "0123456789") : 0;
	if (!length || t->no[length + strspn(t->no + length, ". ")] ||
	    !text_number(t->no, length, &n))
		return 0;
	return n;
}

/* Numbers run on, or start again with an area. */
static void check_numbers(struct checker *c)
{
	long before = 0;
	for (size_t i = 0; i < c->plan->task_count; i++) {
		const struct task *t = &c->plan->tasks[i];
		long n = t->report ? 0 : number_of(t);
		if (!n)
			continue;
		bool fits = !before || n == before + 1 || n == 1;
		if (!fits && !has_doubt(t, NULL, CODE_DUPLICATE_NUMBER) &&
		    !has_doubt(t, NULL, CODE_NUMBERING))
			findings_add(c->findings, t->at, CODE_NUMBERING,
				     arena_format(c->a, "%ld → %ld", before, n), NULL, NULL);
		before = n;
	}
}

static void check_target(struct checker *c, const struct target *t)
{
	if (t->want.kind == GOAL_UNKNOWN)
		findings_add(c->findings, t->goal_at, CODE_GOAL_UNKNOWN, t->goal, t->want.why,
			     NULL);
	if (t->base && (t->last_year.form == MEASURE_NONE || t->last_year.form == MEASURE_UNCLEAR))
		findings_add(c->findings, t->base_at, CODE_BAD_VALUE, t->base, "base",
			     measure_hint(c->a, t->base));
}

void plan_check(struct arena *a, const struct plan *plan, const struct registry *registry,
		struct findings *findings)
{
	struct checker c = {a, plan, registry, findings};
	for (size_t i = 0; i < plan->task_count; i++) {
		const struct task *t = &plan->tasks[i];
		check_doubts(&c, t);
		check_settled(&c, t);
		check_reading(&c, t, &t->start, "start");
		check_reading(&c, t, &t->due, "due");
		check_outside(&c, t);
		check_order(&c, t);
		check_cells(&c, t);
		check_parties(&c, t->lead, t->lead_count);
		check_parties(&c, t->with, t->with_count);
	}
	check_numbers(&c);
	for (size_t i = 0; i < plan->target_count; i++)
		check_target(&c, &plan->targets[i]);
}
