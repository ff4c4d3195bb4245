/* SPDX-License-Identifier: MIT
 * headingsettle: what headings say together: which of two that say the same is meant, which one names
 * what belongs into several columns, and what only the cells below tell. It knows no documents. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/headings_private.h"
#include "import/layout.h"
#include "import/memo.h"
#include "import/periods.h"

enum { SAMPLE_ROWS = 40, LIKE_AGENCY = 60 };

/* "Hạn hoàn thành" beside "Ngày hoàn thành", which is the day on which it was done. */
static bool is_limit(const struct column *c)
{
	return text_match(c->heading, "han hoan") || text_match(c->heading, "thoi han") ||
	       text_match(c->heading, "han chot") || text_match(c->heading, "han cuoi");
}

/* "Thời gian hoàn thành thực tế" is never a deadline. */
static bool is_actual(const struct column *c)
{
	return text_match(c->heading, "thuc te") && text_match(c->heading, "hoan thanh");
}

static bool says_done(const struct column *c)
{
	return text_match(c->heading, "hoan thanh") && !is_limit(c);
}

/* Of two columns of days, which one is the limit and which the day on which it was done? The column
 * that says until when; `count` when they do not tell. */
static size_t limit_of(const struct column *columns, size_t count, size_t one, size_t other)
{
	if (is_limit(&columns[one]) && says_done(&columns[other]))
		return one;
	return is_limit(&columns[other]) && says_done(&columns[one]) ? other : count;
}

/* "Thời gian thực hiện" is the start where another column says the end; of two that say the same
 * the first is meant, but for the one who carries out beside the one who leads. */
static void settle_twice(struct column *columns, size_t count)
{
	size_t first[ROLE_COUNT];
	for (size_t r = 0; r < ROLE_COUNT; r++)
		first[r] = count;
	for (size_t i = 0; i < count; i++) {
		enum role role = columns[i].role;
		if (role == ROLE_UNKNOWN || role == ROLE_OTHER || first[role] == count) {
			first[role] = first[role] == count ? i : first[role];
			continue;
		}
		size_t other = first[role];
		bool ends = text_match(columns[i].heading, "hoan") ||
			    text_match(columns[i].heading, "thoi han");
		size_t limit = role == ROLE_DUE ? limit_of(columns, count, other, i) : count;
		columns[i].role = ROLE_OTHER;
		if (limit < count) {
			columns[other].role = ROLE_OTHER;
			columns[limit].role = ROLE_DUE;
			first[ROLE_DUE] = limit;
		} else if (role == ROLE_DUE && first[ROLE_START] == count) {
			size_t start = ends ? other : i;
			columns[other].role = columns[i].role = ROLE_DUE;
			columns[start].role = ROLE_START;
			first[ROLE_START] = start;
			first[ROLE_DUE] = ends ? i : other;
		} else if (role == ROLE_LEAD && text_match(columns[i].heading, "chu tri") &&
			   !text_match(columns[other].heading, "chu tri")) {
			columns[other].role = ROLE_OTHER;
			columns[i].role = ROLE_LEAD;
			first[ROLE_LEAD] = i;
		}
	}
}

/* Columns of the same kind under one heading that the lower level does not tell apart (one for each
 * year, say): none of them is the kind's. */
static void settle_spread(struct column *columns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		enum role role = columns[i].role;
		size_t n = 1;
		while (i + n < count && columns[i + n].role == role &&
		       (columns[i + n].role == ROLE_DUE || columns[i + n].role == ROLE_START))
			n++;
		for (size_t k = i; n > 2 && k < i + n; k++)
			columns[k].role = ROLE_UNKNOWN;
		i += n - 1;
	}
}

/* Bytes of what parts two things in a heading; 0 when s starts with none. */
static size_t joint_at(const char *s)
{
	static const char *const joints[] = {" và ", "&", "/", ",", ";", " - ", " – ", "\n"};
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (strncmp(s, joints[i], strlen(joints[i])) == 0)
			return strlen(joints[i]);
	return 0;
}

/* The kinds of cells that must not be mistaken for each other, as bits, those that count most first. */
static const enum role told_apart[] = {ROLE_TEXT, ROLE_LEAD,	ROLE_DUE,
				       ROLE_WITH, ROLE_PRODUCT, ROLE_NOTE};

static unsigned part_roles(struct arena *a, const char *heading)
{
	unsigned roles = 0;
	for (const char *s = heading, *from = heading;; s++) {
		size_t joint = *s ? joint_at(s) : 0;
		if (*s && joint == 0)
			continue;
		bool typo;
		roles |= 1u << heading_role(a, arena_copy(a, from, (size_t)(s - from)), &typo);
		if (!*s)
			return roles;
		from = s + joint;
		s = from - 1;
	}
}

/* "Ghi chú & Đơn vị phối hợp" in one column. */
static void find_mixed(struct arena *a, struct column *c)
{
	size_t n = 0;
	enum role best = ROLE_UNKNOWN;
	if (c->role == ROLE_NO || c->role == ROLE_OTHER || c->role == ROLE_TARGET ||
	    !c->heading[strcspn(c->heading, "&/,;-v\n")])
		return;
	unsigned roles = part_roles(a, c->heading);
	for (size_t i = 0; i < sizeof told_apart / sizeof *told_apart; i++) {
		if (!(roles & 1u << told_apart[i]))
			continue;
		best = n++ == 0 ? told_apart[i] : best;
	}
	if (n < 2)
		return;
	c->mixed = true;
	c->noted = n == 2 && roles & 1u << ROLE_NOTE;
	c->role = best;
}

/* How many of the first rows' cells in the column name agencies; *full: how many say anything. */
static size_t count_agencies(struct arena *a, struct memo *memo, const struct task_table *table,
			     size_t column, size_t *full)
{
	size_t n = 0;
	*full = 0;
	for (size_t r = table->begin; r < table->end && r < table->begin + SAMPLE_ROWS; r++) {
		struct layout l = layout_row(a, table, &table->grid->rows[r]);
		if (!l.fits || !*l.cells[column].text)
			continue;
		++*full;
		n += memo_look(memo, l.cells[column].text)->agency >= LIKE_AGENCY;
	}
	return n;
}

/* "Đơn vị" is a unit of measure or who does it; a person stands for the lead where nobody else does. */
static bool may_lead(struct arena *a, const struct column *c)
{
	static const char *const words[] = {"don vi", "co quan", "co quan don vi", "phu trach"};
	const char *plain = text_plain(a, c->heading);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(plain, words[i]) == 0)
			return true;
	return false;
}

static bool is_person(struct arena *a, const struct column *c)
{
	static const char *const words[] = {"nguoi", "ca nhan", "can bo", "chuyen vien"};
	const char *plain = text_plain(a, c->heading);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncmp(plain, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

static void find_lead(struct arena *a, struct memo *memo, struct task_table *table)
{
	if (table_has(table, ROLE_LEAD) || table->grid->form != GRID_ROWS)
		return;
	for (size_t pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < table->count; i++) {
			struct column *c = &table->columns[i];
			size_t full = 0;
			if (c->role != ROLE_OTHER && c->role != ROLE_UNKNOWN)
				continue;
			bool leads = pass == 0 ? may_lead(a, c) &&
						     count_agencies(a, memo, table, i, &full) * 5 >=
							 full * 3 &&
						     full > 0
					       : is_person(a, c);
			if (!leads)
				continue;
			c->role = ROLE_LEAD;
			return;
		}
}

/* "Tiến độ" over shares of what is done is no day. */
static void settle_shares(struct arena *a, struct task_table *table, size_t column)
{
	size_t shares = 0, full = 0;
	for (size_t r = table->begin; r < table->end && r < table->begin + SAMPLE_ROWS; r++) {
		struct layout l = layout_row(a, table, &table->grid->rows[r]);
		const char *text = l.fits ? l.cells[column].text : "";
		size_t digits = strspn(text, "0123456789,.");
		full += *text != '\0';
		shares += digits > 0 && strcmp(text + digits + (text[digits] == ' '), "%") == 0;
	}
	if (shares * 5 > full * 3)
		table->columns[column].role = ROLE_OTHER;
}

void headings_settle(struct arena *a, struct memo *memo, struct task_table *table)
{
	enum role *said = arena_alloc(a, (table->count + 1) * sizeof *said);
	for (size_t i = 0; i < table->count; i++) {
		find_mixed(a, &table->columns[i]);
		if (table->columns[i].role == ROLE_DUE && is_actual(&table->columns[i]))
			table->columns[i].role = ROLE_OTHER;
		if (table->columns[i].role == ROLE_DUE && table->grid->form == GRID_ROWS)
			settle_shares(a, table, i);
		said[i] = table->columns[i].role;
	}
	settle_spread(table->columns, table->count);
	settle_twice(table->columns, table->count);
	table->inner = (size_t)-1;
	for (size_t i = table->count; i > 0; i--)
		if (said[i - 1] == ROLE_NO && table->columns[i - 1].role == ROLE_OTHER)
			table->inner = i - 1;
	if (table->grid->form == GRID_ROWS)
		periods_settle(a, table);
	find_lead(a, memo, table);
}
