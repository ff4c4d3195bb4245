/* SPDX-License-Identifier: MIT
 * pdfcell: where a cell's line ends because it is full, where the document ends it, and where it ends
 * amid a word because the column is narrow. It knows nothing of rows. */
#include "read/pdfcell.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

static const char *first_word(const struct pdf_run *run)
{
	return run->words[0]->text;
}

static const char *last_word(const struct pdf_run *run)
{
	return run->words[run->count - 1]->text;
}

static bool begins_item(const char *s)
{
	uint32_t c = utf8_next(&s);
	return (c == '-' || c == '+' || c == 0x2022 || c == 0x2013 || c == '*') && !*s;
}

/* Did the document break the line between: with a gap, an item, or room left for the next word? */
static bool is_broken(const struct pdf_text *t, const struct pdf_table *table,
		      const struct pdf_run *above, const struct pdf_run *below, long room)
{
	if (below->base - above->base > table->leading * 118 / 100)
		return true;
	if (room == 0)
		return false;
	long width = above->right - above->left;
	const struct pdf_word *word = below->words[0];
	if (begins_item(word->text) && width < room * 9 / 10)
		return true;
	long needed = width + (word->right - word->left) + t->em / 4;
	return needed < room * (t->layout ? 70 : 97) / 100;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "15/12/20" and "26": a date whose year does not fit the column. */
static bool is_cut_date(const char *above, const char *below)
{
	const char *year = strrchr(above, '/');
	size_t n = year ? strspn(year + 1, "0123456789") : 0;
	size_t k = strspn(below, "0123456789");
	return year && year > above && is_digit(year[-1]) && n > 0 && !year[1 + n] && n + k == 4;
}

/* Letters without a vowel, which are no word: "c" of "Mục", "T" of "STT". */
static bool is_cut_word(const char *below)
{
	size_t n = 0;
	for (const char *s = below; *s; n++) {
		uint32_t c = utf8_plain(utf8_next(&s));
		if (!utf8_is_letter(c) || strchr("aeiouy", (int)(c & 0x7f)))
			return false;
	}
	return n <= 3;
}

static bool ends_in_letter(const char *s)
{
	uint32_t c = 0;
	while (*s)
		c = utf8_next(&s);
	return utf8_is_letter(c);
}

/* A hyphen or slash at the line's end, right behind a letter or digit: "KH-" "UBND". */
static bool is_cut_at_sign(const char *above, const char *below)
{
	size_t n = strlen(above);
	if (n >= 2 && above[n - 2] == '\xC2' && above[n - 1] == '\xAD')
		return true;
	const char *s = below;
	uint32_t c = utf8_next(&s);
	return n >= 2 && (above[n - 1] == '-' || above[n - 1] == '/') &&
	       (utf8_is_letter(c) || is_digit(*below));
}

/* Does the line's end part one word? Where a word is longer than the column it is alone. */
static bool is_cut(const struct pdf_run *above, const struct pdf_run *below)
{
	const char *a = last_word(above), *b = first_word(below);
	if (is_cut_at_sign(a, b))
		return true;
	if (above->count > 1)
		return false;
	bool small = *b >= 'a' && *b <= 'z';
	return is_cut_date(a, b) ||
	       ((below->count == 1 || small) && ends_in_letter(a) && is_cut_word(b));
}

const char *pdf_cell_text(const struct pdf_text *t, const struct pdf_table *table,
			  const struct pdf_run *const *runs, size_t count, long room)
{
	struct buf out = {0};
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && !is_cut(runs[i - 1], runs[i]))
			buf_char(&out, table && is_broken(t, table, runs[i - 1], runs[i], room)
					   ? '\n'
					   : ' ');
		buf_text(&out, pdf_run_text(t->arena, runs[i]));
	}
	return buf_take(&out, t->arena);
}
