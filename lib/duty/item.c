/* SPDX-License-Identifier: MIT
 * item: what is counted: an obligation as it is, or those of a task folded into one. */
#include <string.h>

#include "base/arena.h"
#include "base/index.h"
#include "base/text.h"
#include "duty/occurrence.h"
#include "duty/summary.h"

const char *state_word(int state)
{
	return state == STATE_RECURRING ? "recurring" : status_word((enum status)state);
}

bool state_is_done(int state)
{
	return state == STATUS_DONE_ON_TIME || state == STATUS_DONE_LATE || state == STATUS_DONE;
}

/* ---- a task's state ---- */

static int first_seen(const bool seen[], const enum status list[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (seen[list[i]])
			return (int)list[i];
	return STATE_COUNT;
}

static int state_of_open(const bool seen[], bool begun)
{
	static const enum status ended[] = {STATUS_DONE_LATE, STATUS_DONE_ON_TIME, STATUS_DONE};
	static const enum status open[] = {STATUS_NOT_STARTED, STATUS_WAITING, STATUS_NO_DATE,
					   STATUS_ONGOING};
	if (seen[STATUS_INVALID_DATE])
		return STATUS_INVALID_DATE;
	if (seen[STATUS_IN_PROGRESS_OVERDUE] || seen[STATUS_NOT_STARTED_OVERDUE])
		return begun ? STATUS_IN_PROGRESS_OVERDUE : STATUS_NOT_STARTED_OVERDUE;
	/* What is begun but ongoing or waiting is no progress towards a date: it stays what it is. */
	int rest = first_seen(seen, open, sizeof open / sizeof *open);
	int done = first_seen(seen, ended, sizeof ended / sizeof *ended);
	if (seen[STATUS_IN_PROGRESS])
		return STATUS_IN_PROGRESS;
	if (rest == STATE_COUNT)
		return done;
	return done == STATE_COUNT ? rest : STATUS_IN_PROGRESS;
}

int state_of_task(const struct state states[], size_t count, bool recurring)
{
	bool seen[STATUS_COUNT] = {false}, begun = false;
	size_t there = 0, live = 0;
	for (size_t i = 0; i < count; i++) {
		if (states[i].status == STATUS_COUNT)
			continue;
		there++;
		if (states[i].status == STATUS_CANCELLED)
			continue;
		live++;
		seen[states[i].status] = true;
		begun |= states[i].begun;
	}
	if (!there)
		return STATUS_WAITING; /* for the event that will make it */
	if (!live)
		return STATUS_CANCELLED;
	return recurring ? STATE_RECURRING : state_of_open(seen, begun);
}

/* ---- items ---- */

static bool is_occurrence(const struct obligation *o, day last)
{
	return o->part && part_is_recurring(o->part) && o->period.first <= last &&
	       o->state.status != STATUS_CANCELLED;
}

/* Are there two occurrences in the plan that are not called off? */
static bool recurs(const struct obligation *const rows[], size_t count, day as_of)
{
	day last = occurrence_window(rows[0]->task->plan, as_of).last;
	const struct obligation *first = NULL;
	for (size_t i = 0; i < count; i++) {
		if (!is_occurrence(rows[i], last))
			continue;
		if (!first)
			first = rows[i];
		else if (first->part != rows[i]->part ||
			 !period_same(first->period, rows[i]->period))
			return true;
	}
	return false;
}

static day later(day a, day b)
{
	return a == DAY_NONE || (b != DAY_NONE && b > a) ? b : a;
}

static day earlier(day a, day b)
{
	return a == DAY_NONE || (b != DAY_NONE && b < a) ? b : a;
}

static bool is_within_time(int state)
{
	return state == STATUS_NOT_STARTED || state == STATUS_IN_PROGRESS;
}

static void take_days(struct item *item, day as_of)
{
	bool all_done = true;
	item->start = item->due = item->done = DAY_NONE;
	day start = deadline_start(&item->task->start.deadline);
	for (size_t i = 0; i < item->count; i++) {
		const struct obligation *o = item->parts[i];
		const struct state *s = &o->state;
		if (s->status == STATUS_CANCELLED && item->state != STATUS_CANCELLED)
			continue;
		item->due = later(item->due, s->due);
		item->done = later(item->done, s->done);
		item->start = earlier(item->start,
				      o->period.kind == PERIOD_NONE ? DAY_NONE : o->period.first);
		all_done &= s->done != DAY_NONE;
		item->soon |= is_within_time((int)s->status) && s->due - as_of <= SOON_DAYS;
	}
	item->start = later(item->start, start);
	item->soon &= is_within_time(item->state);
	if (!all_done)
		item->done = DAY_NONE;
}

static int fold(struct arena *a, const struct item *item)
{
	struct state *states = arena_alloc(a, item->count * sizeof *states);
	for (size_t i = 0; i < item->count; i++)
		states[i] = item->parts[i]->state;
	return state_of_task(states, item->count, item->recurring);
}

/* An agency, with the item that its parts of the present task go to. */
struct holder {
	const char *name, *of;
	const struct task *task;
	size_t item;
};

struct collector {
	struct arena *a;
	const struct items_request *request;
	struct items list;
	struct index *holders;
};

/* In a registry the agency that it is today; else the name, or the group's, under its plan's issuer. */
static struct holder *holder_of(struct collector *c, const struct obligation *o)
{
	const struct bound *b = &o->bound;
	const struct agency *agency = b->agency ? agency_today(b->agency, c->request->as_of) : NULL;
	const char *of = agency ? agency->of : *b->name ? o->task->plan->of : "";
	const char *name = b->group ? b->group->name : b->name;
	const char *key = agency ? arena_format(c->a, "=%s/%s", of ? of : "", agency->id)
				 : arena_format(c->a, "%s/%s", of ? of : "", text_key(c->a, name));
	struct holder *h = index_get(c->holders, key, strlen(key));
	if (!h) {
		h = arena_alloc(c->a, sizeof *h);
		*h = (struct holder){.name = b->name, .of = of};
		index_put(c->holders, key, strlen(key), h);
	}
	return h;
}

static struct item *item_add(struct collector *c, const struct task *task)
{
	struct items *list = &c->list;
	list->items = arena_more(c->a, list->items, list->count, sizeof *list->items);
	list->items[list->count] = (struct item){.task = task};
	return &list->items[list->count++];
}

static void part_add(struct arena *a, struct item *item, const struct obligation *o)
{
	item->parts = arena_more(a, item->parts, item->count, sizeof *item->parts);
	item->parts[item->count++] = o;
}

/* The item that an obligation belongs to: its own, its agency's, or its task's. */
static struct item *item_for(struct collector *c, const struct obligation *o, size_t first)
{
	const struct items_request *r = c->request;
	if (!r->by_agency) {
		bool fresh = r->counting == COUNT_OBLIGATIONS || c->list.count == first;
		return fresh ? item_add(c, o->task) : &c->list.items[first];
	}
	struct holder *h = holder_of(c, o);
	struct item *item;
	if (r->counting == COUNT_TASKS && h->task == o->task)
		return &c->list.items[h->item];
	item = item_add(c, o->task);
	item->agency = h->name;
	item->of = h->of;
	item->holder = h;
	h->task = o->task;
	h->item = c->list.count - 1;
	return item;
}

static void add_task(struct collector *c, const struct obligation *const rows[], size_t count)
{
	size_t first = c->list.count;
	bool tasks = c->request->counting == COUNT_TASKS;
	bool recurring = tasks && recurs(rows, count, c->request->as_of);
	for (size_t i = 0; i < count; i++)
		part_add(c->a, item_for(c, rows[i], first), rows[i]);
	for (size_t i = first; i < c->list.count; i++) {
		struct item *item = &c->list.items[i];
		item->recurring = recurring;
		item->state = tasks ? fold(c->a, item) : (int)item->parts[0]->state.status;
		take_days(item, c->request->as_of);
	}
}

struct items items_make(struct arena *a, const struct items_request *request)
{
	struct collector c = {.a = a, .request = request, .holders = index_new(a)};
	for (size_t i = 0, n; i < request->count; i += n) {
		for (n = 1; i + n < request->count; n++)
			if (request->rows[i + n]->task != request->rows[i]->task)
				break;
		add_task(&c, request->rows + i, n);
	}
	return c.list;
}

static bool is_listed(const char *list, const char *word)
{
	size_t n = strlen(word);
	for (const char *s = list; *s;) {
		size_t length = strcspn(s, ",");
		if (length == n && strncmp(s, word, n) == 0)
			return true;
		s += length + (s[length] == ',');
	}
	return false;
}

void items_keep(struct items *items, const char *states)
{
	size_t kept = 0;
	for (size_t i = 0; states && i < items->count; i++)
		if (is_listed(states, state_word(items->items[i].state)))
			items->items[kept++] = items->items[i];
	if (states)
		items->count = kept;
}
