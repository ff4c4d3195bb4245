/* SPDX-License-Identifier: MIT
 * silent: who said nothing, and what nothing shows. */
#include "duty/silent.h"

#include "base/arena.h"
#include "base/index.h"

const char *silence_word(enum silence kind)
{
	static const char *const words[] = {"silent-agency", "silent-task", "no-evidence"};
	return words[kind];
}

/* Whatever counts on the window's last day. */
static day last_entry(const struct item *item, const struct window *w)
{
	day last = DAY_NONE;
	for (size_t i = 0; i < item->count; i++)
		for (size_t k = 0; k < item->parts[i]->said_count; k++) {
			const struct mark *m = item->parts[i]->said[k].mark;
			bool counts = m->date <= w->last &&
				      (m->void_from == DAY_NONE || m->void_from > w->last);
			if (counts && (last == DAY_NONE || m->date > last))
				last = m->date;
		}
	return last;
}

static bool is_silent(day last, const struct window *w)
{
	return last == DAY_NONE || (w->first != DAY_NONE && last < w->first);
}

static bool is_open(const struct item *item)
{
	return !state_is_done(item->state) && item->state != STATUS_CANCELLED;
}

static void add(struct arena *a, struct silent_rows *list, struct silent_row row)
{
	list->rows = arena_more(a, list->rows, list->count, sizeof *list->rows);
	list->rows[list->count++] = row;
}

/* What is known of one agency. */
struct voice {
	const struct item *item;
	day last;
	bool open;
};

static struct voice *voice_of(struct arena *a, struct index *voices, const struct item *item)
{
	const void *const *key = &item->holder;
	struct voice *v = index_get(voices, (const char *)key, sizeof *key);
	if (!v) {
		v = arena_alloc(a, sizeof *v);
		*v = (struct voice){.item = item, .last = DAY_NONE};
		index_put(voices, (const char *)key, sizeof *key, v);
	}
	return v;
}

static void add_agencies(struct arena *a, struct silent_rows *list, const struct items *items,
			 const struct window *w)
{
	struct index *voices = index_new(a);
	for (size_t i = 0; i < items->count; i++) {
		const struct item *item = &items->items[i];
		struct voice *v = voice_of(a, voices, item);
		day last = last_entry(item, w);
		v->open |= is_open(item);
		if (last != DAY_NONE && (v->last == DAY_NONE || last > v->last))
			v->last = last;
	}
	for (size_t i = 0; i < items->count; i++) {
		struct voice *v = voice_of(a, voices, &items->items[i]);
		if (v->item == &items->items[i] && v->open && is_silent(v->last, w))
			add(a, list, (struct silent_row){SILENT_AGENCY, v->item, NULL, v->last});
	}
}

/* Nobody sees when an ongoing task stops, so it comes first. */
static int urgency(const struct item *item)
{
	if (item->state == STATUS_ONGOING)
		return 0;
	return item->state == STATUS_NOT_STARTED_OVERDUE ||
		       item->state == STATUS_IN_PROGRESS_OVERDUE
		   ? 1
		   : 2;
}

static void add_tasks(struct arena *a, struct silent_rows *list, const struct items *items,
		      const struct window *w, int wanted)
{
	for (size_t i = 0; i < items->count; i++) {
		const struct item *item = &items->items[i];
		day last = last_entry(item, w);
		if (is_open(item) && urgency(item) == wanted && is_silent(last, w))
			add(a, list, (struct silent_row){SILENT_TASK, item, NULL, last});
	}
}

static void add_unproved(struct arena *a, struct silent_rows *list, const struct items *items)
{
	for (size_t i = 0; i < items->count; i++)
		for (size_t k = 0; k < items->items[i].count; k++) {
			const struct obligation *o = items->items[i].parts[k];
			if (o->state.done != DAY_NONE &&
			    (!o->state.evidence || !*o->state.evidence))
				add(a, list,
				    (struct silent_row){NO_EVIDENCE, &items->items[i], o,
							o->state.done});
		}
}

struct silent_rows silent_make(struct arena *a, const struct items *items,
			       const struct window *window)
{
	struct silent_rows list = {0};
	add_agencies(a, &list, items, window);
	for (int i = 0; i < 3; i++)
		add_tasks(a, &list, items, window, i);
	add_unproved(a, &list, items);
	return list;
}
