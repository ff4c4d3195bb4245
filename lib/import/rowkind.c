/* SPDX-License-Identifier: MIT
 * rowkind: tasks, headings between them, repeated headings, totals and empty rows, told apart by what
 * stands where. It knows looks and columns, no documents. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "import/memo.h"
#include "import/ordinal.h"
#include "import/rowsgrid_private.h"

enum { LIKE_AGENCY = 60 };

/* Does a row say anything of its own? A number before dots does not. */
static bool says_anything(const struct given *g)
{
	size_t dots = 0, numbers = 0;
	for (size_t i = 0; i < g->count; i++) {
		if (!cell_is_own(&g->cells[i]))
			continue;
		if (g->looks[i]->words && g->looks[i]->ordinal.kind == ORDINAL_NONE)
			return true;
		numbers += g->looks[i]->words;
		dots += !g->looks[i]->words;
	}
	return numbers > 1 || (numbers == 1 && dots == 0);
}

/* A row that counts the columns: (1) (2) (3), A B 1 2. Its first cells may be empty. */
static bool counts_columns(struct arena *a, const struct given *g)
{
	long before = 0;
	enum ordinal_kind kind = ORDINAL_NONE;
	size_t n = 0;
	for (size_t i = 0; i < g->count; i++) {
		if (!cell_is_own(&g->cells[i]))
			continue;
		/* "(5)=(3)+(4)" counts too */
		const char *text = g->cells[i].text;
		const char *head = n > 0 ? arena_copy(a, text, strcspn(text, "=")) : text;
		struct ordinal o = ordinal_read(a, head);
		bool next = o.kind == kind && o.value == before + 1;
		bool first = o.kind != kind && o.value == 1;
		/* a lone C or I is a letter among letters */
		if (kind == ORDINAL_CAPITAL && o.kind == ORDINAL_ROMAN && *o.id == 'A' + before)
			next = true;
		else if (o.kind != ORDINAL_ARABIC && o.kind != ORDINAL_CAPITAL &&
			 o.kind != ORDINAL_ROMAN)
			return false;
		if (!next && !first)
			return false;
		before = next ? before + 1 : 1;
		kind = first ? o.kind : kind;
		n++;
	}
	return n > 2;
}

/* Columns that only tasks have. */
static bool is_answer(enum role role)
{
	return role == ROLE_LEAD || role == ROLE_WITH || role == ROLE_DUE || role == ROLE_START;
}

/* Does the cell reach from a title's place over what only tasks have? */
static bool spans_answers(const struct grid_reader *r, const struct given *g, size_t column)
{
	size_t wide = g->layout.fits ? g->layout.wide[column] : 1;
	for (size_t k = 1; k < wide; k++)
		if (is_answer(r->table->columns[column + k].role))
			return true;
	return false;
}

bool given_title(const struct given *g, struct title *t)
{
	*t = (struct title){(size_t)-1, (size_t)-1};
	for (size_t i = 0; i < g->count; i++) {
		if (!cell_is_own(&g->cells[i]) || (i == 0 && row_is_sign(g->cells[i].text)))
			continue;
		if (t->no == (size_t)-1 && t->text == (size_t)-1 &&
		    g->looks[i]->ordinal.kind != ORDINAL_NONE)
			t->no = i;
		else if (t->text == (size_t)-1)
			t->text = i;
		else if (!text_same(g->cells[i].text, g->cells[t->text].text))
			return false; /* spans that were filled with copies are one text */
	}
	return t->text != (size_t)-1;
}

/* Beside a section's number and title, a cell that the row above may have spilled:
 * "IV. | Phát triển … | | | | năm tiếp theo". NULL when the row is none such. */
const struct grid_cell *given_spilled(const struct grid_reader *r, const struct given *g)
{
	if (!g->layout.fits || r->no == (size_t)-1 || r->text == (size_t)-1 || given_own(g) != 3)
		return NULL;
	enum ordinal_kind kind = g->looks[r->no]->ordinal.kind;
	if ((kind != ORDINAL_ROMAN && kind != ORDINAL_CAPITAL) ||
	    !cell_is_own(&g->cells[r->text]) ||
	    !look_is_title(memo_look(r->memo, g->cells[r->text].text)))
		return NULL;
	for (size_t i = 0; i < g->count; i++)
		if (i != r->no && i != r->text && cell_is_own(&g->cells[i]))
			return g->looks[i]->starts_small &&
				       memo_look(r->memo, g->cells[i].text)->agency < LIKE_AGENCY
				   ? &g->cells[i]
				   : NULL;
	return NULL;
}

/* A section's number and title, and besides only figures where a plan has no column: sums of money. */
bool given_is_summed(const struct grid_reader *r, const struct given *g)
{
	if (!g->layout.fits || r->no == (size_t)-1 || r->text == (size_t)-1)
		return false;
	enum ordinal_kind kind = g->looks[r->no]->ordinal.kind;
	size_t sums = 0;
	for (size_t i = 0; i < g->count; i++) {
		const char *text = g->cells[i].text;
		if (i == r->no || i == r->text || !*text)
			continue;
		if (r->table->columns[i].role != ROLE_OTHER ||
		    strspn(text, "0123456789., ") != strlen(text))
			return false;
		sums++;
	}
	return sums > 0 && (kind == ORDINAL_ROMAN || kind == ORDINAL_CAPITAL) &&
	       cell_is_own(&g->cells[r->text]) &&
	       look_is_title(memo_look(r->memo, g->cells[r->text].text));
}

/* Is a task's number or text merged from above? Then the row is a part of that task. */
bool given_is_part(const struct grid_reader *r, const struct given *g)
{
	size_t columns[] = {r->no, r->text};
	for (size_t k = 0; g->layout.fits && k < 2; k++)
		if (columns[k] != (size_t)-1 && g->cells[columns[k]].rows == 0 &&
		    *g->cells[columns[k]].text)
			return true;
	return false;
}

/* Does the text stand where titles do: first, behind the number, or in the tasks' column? */
bool title_in_place(const struct grid_reader *r, const struct title *t)
{
	return t->text <= 1 || t->text == r->no || t->text == r->text ||
	       (t->no != (size_t)-1 && t->text == t->no + 1);
}

/* Does a lead, product or deadline of the task above stand for the row too? */
static bool shares_answer(const struct grid_reader *r, const struct given *g)
{
	for (size_t i = 0; g->layout.fits && i < g->count; i++) {
		enum role role = r->table->columns[i].role;
		if (g->cells[i].rows == 0 && *g->cells[i].text &&
		    (is_answer(role) || role == ROLE_PRODUCT))
			return true;
	}
	return false;
}

static bool is_task_number(const struct look *look)
{
	return look->ordinal.kind == ORDINAL_ARABIC || look->ordinal.kind == ORDINAL_SMALL ||
	       (look->ordinal.kind == ORDINAL_DOTTED && strchr("0123456789", *look->ordinal.id));
}

/* "II | Nhiệm vụ thường xuyên", "B | Sở Nội vụ": where tasks stand, behind a section's number, words that
 * elsewhere would be a deadline or an agency are a title. */
static bool is_section(const struct grid_reader *r, const struct given *g, const struct title *t)
{
	return g->layout.fits && t->no != (size_t)-1 && t->no == r->no && t->text == r->text &&
	       (g->looks[t->no]->ordinal.kind == ORDINAL_ROMAN ||
		g->looks[t->no]->ordinal.kind == ORDINAL_CAPITAL) &&
	       g->looks[t->text]->words;
}

/* A number and a title, or one of them, and nothing else. */
bool given_is_group(const struct grid_reader *r, const struct given *g)
{
	struct title t;
	if (given_is_part(r, g) || !given_title(g, &t))
		return false;
	const struct look *look = memo_look(r->memo, g->cells[t.text].text);
	if (spans_answers(r, g, t.text))
		return look->words;
	if (t.no != (size_t)-1 && is_task_number(g->looks[t.no]) && shares_answer(r, g))
		return false;
	if (look->starts_small || !title_in_place(r, &t) ||
	    !(look_is_title(look) || is_section(r, g, &t)))
		return false;
	/* alone: a title with its number, in capitals, or standing where numbers stand */
	return t.no != (size_t)-1 || look->lead.kind != ORDINAL_NONE || look->capitals ||
	       t.text == r->no;
}

/* A row whose second number alone is there, in a table that counts its tasks in the first: what the
 * rows below are parts of. */
static bool is_inner_group(const struct grid_reader *r, const struct given *g)
{
	size_t inner = r->table->inner;
	return inner < r->table->count && g->layout.fits && r->no != (size_t)-1 &&
	       r->text != (size_t)-1 && !*g->cells[r->no].text && *g->cells[r->text].text &&
	       g->looks[inner]->ordinal.kind == ORDINAL_ARABIC;
}

/* "Cộng", "Tổng cộng", "Cộng I", "Tổng cộng kinh phí" */
static bool says_total(const char *plain)
{
	enum { LONGEST = 30 }; /* bytes; longer ones are sentences */
	static const char *const words[] = {"tong cong", "tong so", "cong", "tong"};
	if (strncmp(plain, "tong cong ", strlen("tong cong ")) == 0)
		return strlen(plain) < LONGEST;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		if (strncmp(plain, words[i], n) == 0 &&
		    strspn(plain + n, " ivx") == strlen(plain + n))
			return true;
	}
	return false;
}

/* "Tổng cộng" under sums of money. */
static bool is_total(const struct grid_reader *r, const struct given *g)
{
	struct title t = {(size_t)-1, (size_t)-1};
	for (size_t i = 0; i < g->count && t.text == (size_t)-1; i++)
		if (cell_is_own(&g->cells[i]))
			t.text = i;
	if (t.text > 1 && t.text != r->text)
		return false;
	/* "Tổng cộng: 10 nhiệm vụ", "Cộng (I)" */
	const char *text = g->cells[t.text].text;
	return says_total(
	    memo_plain(r->memo, arena_copy(r->a, text, strcspn(text, ":(0123456789"))));
}

/* "Trang 2/5" or "- 2 -" alone: what stood at the edge of a page. */
static bool is_page_number(const struct grid_reader *r, const struct given *g)
{
	const char *text = NULL;
	for (size_t i = 0; i < g->count; i++) {
		if (!cell_is_own(&g->cells[i]))
			continue;
		if (text && !text_same(text, g->cells[i].text))
			return false;
		text = g->cells[i].text;
	}
	if (!text)
		return false;
	const char *s = memo_plain(r->memo, text);
	if (strncmp(s, "trang ", strlen("trang ")) == 0)
		s += strlen("trang ");
	else if (strncmp(s, "page ", strlen("page ")) == 0)
		s += strlen("page ");
	else if (strncmp(text, "- ", 2) != 0 && strncmp(text, "– ", strlen("– ")) != 0)
		return false;
	return *s && strspn(s, "0123456789 ") == strlen(s);
}

const char *given_stray(const struct grid_reader *r, const struct given *g)
{
	if (is_total(r, g))
		return words_pick("a total", "hàng tổng cộng");
	if (is_page_number(r, g))
		return words_pick("a page number", "số trang");
	return NULL;
}

enum row_kind given_kind(const struct grid_reader *r, const struct given *g)
{
	if (!says_anything(g))
		return ROW_GHOST;
	if (headings_again(r->memo, r->table, g->cells, g->count) || counts_columns(r->a, g))
		return ROW_HEADING;
	if (given_stray(r, g))
		return ROW_STRAY;
	bool group = given_is_group(r, g) || is_inner_group(r, g) || given_spilled(r, g) ||
		     given_is_summed(r, g);
	return group ? ROW_GROUP : ROW_TASK;
}
