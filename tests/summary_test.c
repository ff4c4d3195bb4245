/* SPDX-License-Identifier: MIT
 * The state of a task from those of its obligations, and the rates. Groups and sums are compared with
 * a second count in tests/oracle/reports.py. */
#include "check.h"

#include "base/arena.h"
#include "duty/summary.h"

/* Statuses parted by blanks; + before one: begun. "-" is not there yet. */
static size_t read_states(struct arena *a, const char *list, struct state *states)
{
	size_t n = 0;
	for (char *word = strtok(arena_text(a, list), " "); word; word = strtok(NULL, " ")) {
		bool begun = *word == '+';
		word += begun;
		states[n++] = (struct state){.status = strcmp(word, "-") == 0 ? STATUS_COUNT
									      : status_find(word),
					     .begun = begun};
	}
	return n;
}

static const struct {
	const char *states, *task;
} cases[] = {
    {"not-started", "not-started"},
    {"+in-progress", "in-progress"},
    {"done-on-time done-on-time", "done-on-time"},
    {"done-on-time done-late", "done-late"},
    {"done done-on-time", "done-on-time"},
    {"done done", "done"},
    {"done-on-time not-started", "in-progress"},
    {"done waiting", "in-progress"},
    {"+in-progress not-started", "in-progress"},
    {"not-started-overdue +in-progress", "in-progress-overdue"},
    {"not-started-overdue +done-on-time", "in-progress-overdue"},
    {"not-started-overdue not-started", "not-started-overdue"},
    {"+in-progress-overdue", "in-progress-overdue"},
    {"not-started-overdue invalid-date", "invalid-date"},
    {"not-started waiting no-date", "not-started"},
    {"waiting no-date", "waiting"},
    {"no-date ongoing", "no-date"},
    {"ongoing ongoing", "ongoing"},
    /* What is begun without a date stays what it is. */
    {"+ongoing", "ongoing"},
    {"+waiting", "waiting"},
    {"+no-date", "no-date"},
    {"cancelled cancelled", "cancelled"},
    {"cancelled done-late", "done-late"},
    {"cancelled not-started", "not-started"},
    {"- -", "waiting"},
    {"- done-on-time", "done-on-time"},
};

static void test_states(struct arena *a)
{
	check_begin("a task's state is the first that holds of those of its obligations");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct state states[8];
		size_t n = read_states(a, cases[i].states, states);
		CHECK_FOR(cases[i].states, state_word(state_of_task(states, n, false)),
			  cases[i].task);
	}
	check_begin("a recurring task is recurring unless all of it is called off");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct state states[8];
		size_t n = read_states(a, cases[i].states, states);
		const char *want = cases[i].states[0] == '-' && cases[i].states[2] == '-'
				       ? "waiting"
				   : strcmp(cases[i].task, "cancelled") == 0 ? "cancelled"
									     : "recurring";
		CHECK_FOR(cases[i].states, state_word(state_of_task(states, n, true)), want);
	}
}

/* All numbers of each state up to two: the parts are the total, the rates are what they say. */
static void test_tallies(struct arena *a)
{
	check_begin("done, in time, overdue and other add up; rates have two decimals, half up");
	for (unsigned seed = 0; seed < 4096; seed++) {
		struct tally t = {0};
		for (int s = 0; s < STATE_COUNT; s++)
			t.total += t.states[s] = (seed >> (s % 12)) % 3;
		CHECK(tally_done(&t) + tally_in_time(&t) + tally_overdue(&t) + tally_other(&t) ==
		      t.total);
		size_t live = t.total - t.states[STATUS_CANCELLED];
		const char *all = rate_all(a, &t);
		CHECK(!all == !live);
		if (all)
			CHECK_TEXT(
			    all, arena_format(
				     a, "%.2f",
				     (double)((tally_done(&t) * 20000 + live) / (2 * live)) / 100));
	}
	struct tally t = {.total = 48};
	t.states[STATUS_DONE_ON_TIME] = 2;
	t.states[STATUS_DONE_LATE] = 1;
	t.states[STATUS_NOT_STARTED] = 21;
	t.states[STATUS_IN_PROGRESS_OVERDUE] = 1;
	CHECK_TEXT(rate_all(a, &t), "6.25");
	CHECK_TEXT(rate_dated(a, &t), "12.00");
	t = (struct tally){.total = 3};
	t.states[STATUS_CANCELLED] = 3;
	CHECK(!rate_all(a, &t) && !rate_dated(a, &t));
}

static void test_words(void)
{
	check_begin("words are read as they are written");
	for (int i = 0; i < GROUPINGS; i++)
		CHECK(grouping_find(grouping_word((enum grouping)i)) == (enum grouping)i);
	CHECK(grouping_find("week") == GROUPINGS);
	CHECK_TEXT(state_word(STATE_RECURRING), "recurring");
}

/* A list of words keeps what stands in it and nothing that only begins like it. */
static void test_keep(void)
{
	check_begin("items are kept by their states");
	struct item list[STATE_COUNT];
	for (int i = 0; i < STATE_COUNT; i++)
		list[i] = (struct item){.state = i};
	struct items items = {list, STATE_COUNT};
	items_keep(&items, NULL);
	CHECK(items.count == STATE_COUNT);
	items_keep(&items, "done,recurring");
	CHECK(items.count == 2 && items.items[0].state == STATUS_DONE &&
	      items.items[1].state == STATE_RECURRING);
}

int main(void)
{
	struct arena *a = arena_new();
	test_states(a);
	test_tallies(a);
	test_words();
	test_keep();
	arena_free(a);
	return check_end();
}
