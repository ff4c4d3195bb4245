/* SPDX-License-Identifier: MIT
 * updatematch: which task of a new document a task of the plan has become. It changes nothing. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/assign.h"
#include "base/index.h"
#include "base/text.h"
#include "form/yamltree.h"
#include "import/update_private.h"

struct word {
	size_t rank;	  /* order of first appearance */
	size_t tasks;	  /* that have it */
	const void *last; /* the task that was counted last */
	long weight;	  /* a word that few tasks have says more */
};

struct side {
	const char *key, *no, *area, *lead;
	struct word **words; /* by rank */
	size_t count;
	long weight;
	bool taken;
};

struct matching {
	struct arena *a;
	struct side *old, *fresh;
	size_t old_count, fresh_count;
	struct index *words;
	size_t word_count;
	long *to;
};

enum {
	ALIKE = 600,	      /* of 1000: words so alike are the same task under any number */
	ALIKE_NUMBERED = 400, /* the same under the same number */
	BLOCK = 500,	      /* tasks a side that are paired at once */
};

static struct word *learn(struct matching *m, const char *s, size_t n, const void *task)
{
	struct word *w = index_get(m->words, s, n);
	if (!w) {
		w = arena_alloc(m->a, sizeof *w);
		w->rank = m->word_count++;
		index_put(m->words, s, n, w);
	}
	w->tasks += w->last != task;
	w->last = task;
	return w;
}

static int compare_words(const void *x, const void *y)
{
	const struct word *a = *(struct word *const *)x, *b = *(struct word *const *)y;
	return a->rank < b->rank ? -1 : a->rank > b->rank;
}

static const char *folded(struct arena *a, const struct node *task, const char *key)
{
	const char *words = update_words(a, node_get(task, key));
	return words ? text_key(a, words) : "";
}

static struct side read_side(struct matching *m, const struct node *task)
{
	struct side s = {
	    .key = folded(m->a, task, "text"),
	    .no = folded(m->a, task, "no"),
	    .area = folded(m->a, task, "area"),
	    .lead = folded(m->a, task, "lead"),
	};
	if (!*s.key)
		s.key = s.no;
	for (const char *p = s.key; *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");
		s.words = arena_more(m->a, s.words, s.count, sizeof *s.words);
		s.words[s.count++] = learn(m, p, n, task);
		p += n;
	}
	if (s.count)
		qsort(s.words, s.count, sizeof *s.words, compare_words);
	return s;
}

static struct side *read_sides(struct matching *m, const struct task_nodes *tasks)
{
	struct side *sides = arena_alloc(m->a, (tasks->count + 1) * sizeof *sides);
	for (size_t i = 0; i < tasks->count; i++)
		sides[i] = read_side(m, tasks->items[i]);
	return sides;
}

static void weigh(struct side *sides, size_t count, size_t all)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < sides[i].count; k++) {
			struct word *w = sides[i].words[k];
			w->weight = (long)(100 * log(1 + (double)all / (double)w->tasks));
			sides[i].weight += w->weight;
		}
}

/* 0..1000: the weight of the words that both have, out of all they have. */
static long likeness(const struct side *x, const struct side *y)
{
	long both = 0;
	size_t i = 0, k = 0;
	while (i < x->count && k < y->count) {
		if (x->words[i] == y->words[k]) {
			both += x->words[i++]->weight;
			k++;
		} else if (x->words[i]->rank < y->words[k]->rank) {
			i++;
		} else {
			k++;
		}
	}
	return x->weight + y->weight > 0 ? 2000 * both / (x->weight + y->weight) : 0;
}

static bool same_number(const struct side *x, const struct side *y)
{
	return *x->no && strcmp(x->no, y->no) == 0;
}

/* What pairing them is worth; 0: they are not the same task. */
static long worth(const struct side *x, const struct side *y)
{
	long alike = likeness(x, y);
	bool numbered = same_number(x, y);
	if (alike < (numbered ? ALIKE_NUMBERED : ALIKE))
		return 0;
	return alike + 150 * numbered + 50 * (strcmp(x->area, y->area) == 0) +
	       50 * (strcmp(x->lead, y->lead) == 0);
}

/* Pairs those that agree in the words and as many of number, area and lead as `depth` says, in
 * order. */
static void pair_same(struct matching *m, int depth)
{
	struct index *seen = index_new(m->a);
	struct list {
		size_t *items, count, next;
	};
	for (size_t k = m->fresh_count + m->old_count; k-- > 0;) {
		/* The new ones first, from the last, so that lists are taken from their ends. */
		bool fresh = k >= m->old_count;
		size_t i = fresh ? k - m->old_count : m->old_count - 1 - k;
		struct side *s = fresh ? &m->fresh[i] : &m->old[i];
		if (s->taken || !*s->key)
			continue;
		const char *key =
		    arena_format(m->a, "%s\t%s\t%s\t%s", s->key, depth > 0 ? s->no : "",
				 depth > 1 ? s->area : "", depth > 2 ? s->lead : "");
		struct list *list = index_get(seen, key, strlen(key));
		if (!list && fresh) {
			list = arena_alloc(m->a, sizeof *list);
			index_put(seen, key, strlen(key), list);
		}
		if (fresh) {
			list->items =
			    arena_more(m->a, list->items, list->count, sizeof *list->items);
			list->items[list->count++] = i;
		} else if (list && list->count > 0) {
			size_t j = list->items[--list->count];
			m->to[i] = (long)j;
			s->taken = m->fresh[j].taken = true;
		}
	}
}

static size_t list_left(const struct side *sides, size_t count, size_t *left)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		if (!sides[i].taken)
			left[n++] = i;
	return n;
}

/* Those of the rows (or columns) that may be paired at all. */
static size_t list_worthy(const long *gain, size_t n, size_t k, bool by_row, size_t *worthy)
{
	size_t count = 0;
	for (size_t i = 0; i < (by_row ? n : k); i++) {
		bool any = false;
		for (size_t j = 0; j < (by_row ? k : n) && !any; j++)
			any = gain[by_row ? i * k + j : j * k + i] > 0;
		if (any)
			worthy[count++] = i;
	}
	return count;
}

/* The best pairing of n old tasks and k new ones; how many pairs. Most have no partner worth a try,
 * and are left out of the search. */
static size_t pair_block(struct matching *m, const size_t *x, size_t n, const size_t *y, size_t k)
{
	struct arena *a = arena_new();
	long *gain = arena_alloc(a, (n * k + 1) * sizeof *gain);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < k; j++)
			gain[i * k + j] = worth(&m->old[x[i]], &m->fresh[y[j]]);
	size_t *row = arena_alloc(a, (n + 1) * sizeof *row);
	size_t *column = arena_alloc(a, (k + 1) * sizeof *column);
	size_t rows = list_worthy(gain, n, k, true, row), pairs = 0;
	size_t columns = list_worthy(gain, n, k, false, column);
	long *less = arena_alloc(a, (rows * columns + 1) * sizeof *less);
	for (size_t i = 0; i < rows; i++)
		for (size_t j = 0; j < columns; j++)
			less[i * columns + j] = gain[row[i] * k + column[j]];
	const long *to = assign_best(a, less, rows, columns);
	for (size_t i = 0; i < rows; i++) {
		if (to[i] < 0)
			continue;
		size_t old = x[row[i]], fresh = y[column[to[i]]];
		m->to[old] = (long)fresh;
		m->old[old].taken = m->fresh[fresh].taken = true;
		pairs++;
	}
	arena_free(a);
	return pairs;
}

/* The best pairing of what is left. Very many are paired block by block, as they follow in both, and
 * those at the blocks' borders once more. */
static void pair_alike(struct matching *m)
{
	size_t *x = arena_alloc(m->a, (m->old_count + 1) * sizeof *x);
	size_t *y = arena_alloc(m->a, (m->fresh_count + 1) * sizeof *y);
	size_t pairs = 1;
	bool whole = false;
	for (int pass = 0; pass < 3 && pairs > 0 && !whole; pass++) {
		size_t rows = list_left(m->old, m->old_count, x);
		size_t columns = list_left(m->fresh, m->fresh_count, y);
		whole = rows <= BLOCK && columns <= BLOCK;
		pairs = 0;
		for (size_t from = 0; from < rows && from < columns; from += BLOCK)
			pairs +=
			    pair_block(m, x + from, rows - from < BLOCK ? rows - from : BLOCK,
				       y + from, columns - from < BLOCK ? columns - from : BLOCK);
	}
}

long *update_match(struct arena *a, const struct task_nodes *old, const struct task_nodes *fresh)
{
	struct matching m = {.a = a, .old_count = old->count, .fresh_count = fresh->count};
	m.words = index_new(a);
	m.old = read_sides(&m, old);
	m.fresh = read_sides(&m, fresh);
	weigh(m.old, m.old_count, m.old_count + m.fresh_count);
	weigh(m.fresh, m.fresh_count, m.old_count + m.fresh_count);
	m.to = arena_alloc(a, (old->count + 1) * sizeof *m.to);
	for (size_t i = 0; i < old->count; i++)
		m.to[i] = -1;
	for (int depth = 3; depth >= 0; depth--)
		pair_same(&m, depth);
	pair_alike(&m);
	return m.to;
}
