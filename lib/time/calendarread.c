/* SPDX-License-Identifier: MIT
 * calendarread: a calendar/1 tree becomes days. It does not compute or count any. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "form/yamltree.h"
#include "time/calendardata.h"

struct reader {
	struct calendar *calendar;
	struct findings *findings;
};

static void report(struct reader *r, struct place at, enum code code, const char *first,
		   const char *second)
{
	findings_add(r->findings, at, code, first, second, NULL);
}

static void bad_value(struct reader *r, const struct node *node, const char *what)
{
	const char *said = node->kind == NODE_TEXT ? node->text : "…";
	report(r, node->at, CODE_BAD_VALUE, said, what);
}

static void check_keys(struct reader *r, const struct node *map, const char *const known[],
		       size_t count)
{
	for (const struct node *m = map->first; m; m = m->next) {
		bool found = false;
		for (size_t i = 0; i < count && !found; i++)
			found = text_same(m->key, known[i]);
		if (found)
			continue;
		const char *near = text_nearest(m->key, known, count), *hint = "";
		if (near)
			hint = arena_format(r->calendar->arena,
					    words_pick("; did you mean %s?", "; có phải là %s?"),
					    near);
		report(r, m->key_at, CODE_UNKNOWN_KEY, m->key, hint);
	}
}

/* The member, when it is a list or absent; NULL after a finding otherwise. */
static const struct node *list_of(struct reader *r, const struct node *map, const char *key)
{
	const struct node *list = node_get(map, key);
	if (!list || list->kind == NODE_LIST)
		return list;
	if (list->kind == NODE_TEXT && !list->quoted && !*list->text)
		return NULL; /* nothing after the key */
	report(r, list->at, CODE_WRONG_SHAPE, key, words_pick("a list", "một danh sách"));
	return NULL;
}

static day date_read(struct reader *r, const struct node *node, int year)
{
	day d = node->kind == NODE_TEXT ? day_parse(node->text) : DAY_NONE;
	if (d == DAY_NONE || day_year(d) != year) {
		bad_value(r, node,
			  arena_format(r->calendar->arena,
				       words_pick("a day of %d", "ngày của năm %d"), year));
		return DAY_NONE;
	}
	return d;
}

/* A day that is both off and worked, or listed twice, is a slip of the pen. */
static void day_add(struct reader *r, const struct node *node, struct listed_days *list, day d,
		    const char *name)
{
	struct calendar *c = r->calendar;
	const struct holiday *known = listed_find(&c->off, d);
	if (!known)
		known = listed_find(&c->work, d);
	if (known)
		findings_add_text(
		    r->findings, node->at, SEVERITY_ERROR, CODE_DUPLICATE_ID,
		    arena_format(c->arena,
				 words_pick("the day %s is listed twice; first at line %u",
					    "ngày %s được ghi hai lần; lần đầu ở dòng %u"),
				 day_text(c->arena, d), known->line));
	else
		listed_add(c->arena, list, (struct holiday){d, name, node->at.line});
}

static void off_read(struct reader *r, const struct node *node, int year)
{
	static const char *const keys[] = {"date", "name", "note", "source"};
	const struct node *date = node;
	const char *name = words_pick("day off", "ngày nghỉ");
	if (node->kind == NODE_MAP) {
		check_keys(r, node, keys, sizeof keys / sizeof *keys);
		date = node_get(node, "date");
		if (node_text(node, "name"))
			name = node_text(node, "name");
	}
	if (!date) {
		report(r, node->at, CODE_MISSING_KEY, "date", NULL);
		return;
	}
	day d = date_read(r, date, year);
	if (d != DAY_NONE)
		day_add(r, date, &r->calendar->off, d, name);
}

/* `year:`, when it is one that dates are accepted in; else 0 after a finding. */
static int year_number(struct reader *r, const struct node *node)
{
	const struct node *member = node_get(node, "year");
	if (!member) {
		report(r, node->at, CODE_MISSING_KEY, "year", NULL);
		return 0;
	}
	long year = 0;
	bool fine =
	    member->kind == NODE_TEXT && text_number(member->text, strlen(member->text), &year);
	if (!fine || year < YEAR_FIRST || year > YEAR_LAST) {
		bad_value(r, member, "year");
		return 0;
	}
	const struct calendar_year *known = calendar_year_find(r->calendar, (int)year);
	if (known) {
		report(r, member->at, CODE_DUPLICATE_ID, member->text,
		       arena_format(r->calendar->arena, "%u", known->at.line));
		return 0;
	}
	return (int)year;
}

/* An announcement and `computed: true` shut each other out; a year without either is taken for
 * computed. */
static bool computed_read(struct reader *r, const struct node *node)
{
	const struct node *member = node_get(node, "computed");
	const char *said = member && member->kind == NODE_TEXT ? member->text : "false";
	bool computed = strcmp(said, "true") == 0;
	if (!computed && (strcmp(said, "false") != 0 || (member && member->kind != NODE_TEXT)))
		bad_value(r, member, "computed");
	if (!computed && !node_text(node, "source")) {
		report(r, node->at, CODE_MISSING_KEY, "source", NULL);
		return true;
	}
	return computed;
}

static void year_read(struct reader *r, const struct node *node)
{
	static const char *const keys[] = {"year", "source", "computed", "off", "work", "note"};
	struct calendar *c = r->calendar;
	if (node->kind != NODE_MAP) {
		report(r, node->at, CODE_WRONG_SHAPE, "years",
		       words_pick("a list of maps", "danh sách các mục"));
		return;
	}
	check_keys(r, node, keys, sizeof keys / sizeof *keys);
	int year = year_number(r, node);
	if (!year)
		return;
	c->years = arena_more(c->arena, c->years, c->year_count, sizeof *c->years);
	c->years[c->year_count++] = (struct calendar_year){year, computed_read(r, node), node->at};
	const struct node *list = list_of(r, node, "off");
	for (const struct node *m = list ? list->first : NULL; m; m = m->next)
		off_read(r, m, year);
	list = list_of(r, node, "work");
	for (const struct node *m = list ? list->first : NULL; m; m = m->next) {
		day d = date_read(r, m, year);
		if (d != DAY_NONE)
			day_add(r, m, &c->work, d, NULL);
	}
}

static int two_digits(const char *s)
{
	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return 0;
	return (s[0] - '0') * 10 + (s[1] - '0');
}

/* MM-DD, with a leading - of the year before; 29 February is allowed. */
static bool anchor_read(const char *s, size_t n, struct anchor *at)
{
	at->year_before = n == 6 && s[0] == '-';
	s += at->year_before;
	if (n - at->year_before != 5 || s[2] != '-')
		return false;
	at->month = two_digits(s);
	at->date = two_digits(s + 3);
	return at->date >= 1 && at->date <= month_length(2024, at->month);
}

static bool window_read(const char *s, struct report_row *row)
{
	const char *dots = strstr(s, "..");
	return dots && anchor_read(s, (size_t)(dots - s), &row->first) &&
	       anchor_read(dots + 2, strlen(dots + 2), &row->last);
}

/* Q1 to Q4, H1, H2, 9M, year. */
static bool row_period(const char *s, struct report_row *row)
{
	row->number = s[0] && s[1] && !s[2] ? s[1] - '0' : 0;
	if (s[0] == 'Q')
		row->kind = PERIOD_QUARTER;
	else if (s[0] == 'H')
		row->kind = PERIOD_HALF;
	else if (strcmp(s, "9M") == 0)
		row->kind = PERIOD_NINE, row->number = 1;
	else if (strcmp(s, "year") == 0)
		row->kind = PERIOD_YEAR, row->number = 1;
	return period_make(row->kind, 2024, row->number).kind != PERIOD_NONE;
}

/* The text of a needed member; NULL after a finding. */
static const char *needed(struct reader *r, const struct node *map, const char *key)
{
	const char *text = node_text(map, key);
	if (!text)
		report(r, map->at, CODE_MISSING_KEY, key, NULL);
	return text;
}

static void report_read(struct reader *r, const struct node *node)
{
	static const char *const keys[] = {"to", "period", "window", "send", "source", "note"};
	struct calendar *c = r->calendar;
	if (node->kind != NODE_MAP) {
		report(r, node->at, CODE_WRONG_SHAPE, "reports",
		       words_pick("a list of maps", "danh sách các mục"));
		return;
	}
	check_keys(r, node, keys, sizeof keys / sizeof *keys);
	struct report_row row = {.to = needed(r, node, "to"), .source = node_text(node, "source")};
	const char *period = needed(r, node, "period"), *window = needed(r, node, "window");
	const char *send = node_text(node, "send");
	if (!row.to || !period || !window)
		return;
	if (!row_period(period, &row))
		bad_value(r, node_get(node, "period"), "period");
	else if (!window_read(window, &row))
		bad_value(r, node_get(node, "window"), "window");
	else if (send && !anchor_read(send, strlen(send), &row.send))
		bad_value(r, node_get(node, "send"), "send");
	else {
		c->reports = arena_more(c->arena, c->reports, c->report_count, sizeof *c->reports);
		c->reports[c->report_count++] = row;
	}
}

void calendar_add(struct calendar *c, const struct node *root, struct findings *findings)
{
	static const char *const keys[] = {"par", "years", "reports", "note"};
	struct reader r = {c, findings};
	if (!root || root->kind != NODE_MAP)
		return;
	check_keys(&r, root, keys, sizeof keys / sizeof *keys);
	const struct node *list = list_of(&r, root, "years");
	for (const struct node *m = list ? list->first : NULL; m; m = m->next)
		year_read(&r, m);
	list = list_of(&r, root, "reports");
	for (const struct node *m = list ? list->first : NULL; m; m = m->next)
		report_read(&r, m);
}
