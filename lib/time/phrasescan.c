/* SPDX-License-Identifier: MIT
 * phrasescan: which piece of a phrase begins at a token. */
#include "time/phrasecore.h"

#include "base/arena.h"
#include "time/canonical.h"

static size_t simple(struct core *core, enum core_kind kind, size_t i, size_t n)
{
	*core = (struct core){.kind = kind, .begin = i, .end = i + n};
	return n;
}

/* A canonical part that stands between separators. */
static size_t canonical_read(const struct words *w, size_t i, struct core *core)
{
	if (i && !words_is_mark(w, i - 1, ",;"))
		return 0;
	const char *s = w->said + w->tokens[i].begin;
	struct part part;
	if (!canonical_part(w->arena, &s, &part) || (*s && *s != ',' && *s != ';'))
		return 0;
	size_t end = i, offset = (size_t)(s - w->said);
	while (!words_end(w, end) && w->tokens[end].begin < offset)
		end++;
	simple(core, CORE_CANONICAL, i, end - i);
	core->introduced = true;
	core_add(w, core, part);
	return end - i;
}

/* "l5/3/2024", "2O24": letters that stand for digits. */
static bool is_false_digit(const struct words *w, size_t i)
{
	if (!words_match(w, i, "l|o|i") || words_end(w, i + 1))
		return false;
	const struct token *t = &w->tokens[i];
	return t[1].kind == TOKEN_NUMBER && t[1].begin == t->end;
}

/* "trước Tết", "trước kỳ họp tháng 7": before something that is no date. */
static bool is_before_else(const struct words *w, size_t i, const struct phrase_context *context)
{
	struct core core;
	if (!words_match(w, i, "trước") || words_end(w, i + 1) ||
	    w->tokens[i + 1].kind != TOKEN_WORD || words_match(w, i + 1, "mắt|đây|hết|tiên|và|là"))
		return false;
	if (i && words_match(w, i - 1, "năm|tháng|quý|tuần|ngày|hạn"))
		return false;
	return !plain_core_read(w, i, context, &core);
}

/* ">31/12/2024", and a "<" that no date stands behind: neither may get lost. */
static bool is_sign(const struct words *w, size_t i, const struct phrase_context *context)
{
	struct core core;
	return words_is_mark(w, i, "<>") && !plain_core_read(w, i, context, &core);
}

/* "2026..2025", "2024...2026": a range that is none, not the dots at the end of a line. */
static bool is_broken_range(const struct words *w, size_t i)
{
	size_t n = 0;
	bool ellipsis = words_mark(w, i, '\xe2');
	if (i && words_is_mark(w, i - 1, "."))
		return false;
	while (words_is_mark(w, i + n, ".\xe2"))
		n++;
	if (!i || words_end(w, i + n) || w->tokens[i + n].kind == TOKEN_MARK ||
	    (n < 2 && !ellipsis))
		return false;
	if (n == 2 && !ellipsis)
		return true;
	return w->tokens[i - 1].kind == TOKEN_NUMBER && words_number(w, i + n, 1, 1000);
}

/* Words that make of a date behind them something else than a deadline. */
static size_t poison_read(const struct words *w, size_t i, const struct phrase_context *context,
			  struct core *core)
{
	static const char *const patterns[] = {"trước khi",
					       "so với",
					       "cùng kỳ",
					       "năm học",
					       "trừ|ngoài",
					       "trước|sau đó",
					       "năm ngân sách",
					       "không phải",
					       "-|đến nay",
					       "âm lịch",
					       "tuần đầu|thứ",
					       "kỳ họp giữa|cuối|đầu|thứ",
					       "đầu|giữa hằng|mỗi|từng tuần|tháng|quý|năm",
					       "đầu|giữa tháng hằng tháng"};
	size_t n = words_match_any(w, i, patterns, sizeof patterns / sizeof *patterns, NULL);
	if (n)
		return simple(core, CORE_POISON, i, n);
	if (is_false_digit(w, i) || is_before_else(w, i, context) || is_broken_range(w, i) ||
	    is_sign(w, i, context))
		return simple(core, CORE_POISON, i, 1);
	bool after = words_match(w, i, "sau") > 0;
	if (!after && !words_match(w, i, "trước"))
		return 0;
	struct prefix prefix;
	struct stamp stamp;
	bool invalid;
	size_t j = i + 1;
	/* "trước 15 ngày", "sau 3 tháng": a length, and no event it is counted from */
	bool dated = stamp_read(w, j, &stamp, &invalid) > 0 && stamp.unit == PERIOD_DAY;
	if (!dated && words_number(w, j, 1, 3) && words_match(w, j + 1, "ngày|tuần|tháng|năm") &&
	    !words_match(w, j + 1, "năm") && !words_match(w, j + 2, "đầu|cuối"))
		return simple(core, CORE_POISON, i, 3);
	j += after ? prefix_read(w, j, &prefix) : 0;
	n = after ? stamp_read(w, j, &stamp, &invalid) : 0;
	return n ? simple(core, CORE_POISON, i, j + n - i) : 0;
}

static size_t the_year_read(const struct words *w, size_t i, const struct phrase_context *context,
			    struct core *core)
{
	size_t n = words_match(w, i, "trong cả? năm");
	if (!n)
		n = words_match(w, i, "cả năm");
	if (!n)
		n = words_match(w, i, "đến|tới|cho? hết năm");
	if (!n && i && words_match(w, i - 1, "kết năm") &&
	    (words_end(w, i + 1) || words_is_mark(w, i + 1, ",;.)")))
		n = 1; /* tổng kết năm */
	if (!n || words_number(w, i + n, 1, 4) ||
	    words_match(w, i + n, "học|sau|trước|tới|đó|đầu|cuối"))
		return 0;
	n += words_match(w, i + n, "nay|này");
	n += words_match(w, i + n, "kế hoạch");
	simple(core, CORE_THE_YEAR, i, n);
	if (context && context->year) {
		struct period year = period_make(PERIOD_YEAR, context->year, 1);
		core_add(w, core, (struct part){.kind = PART_PERIOD, .period = year});
	}
	core->introduced = true;
	return n;
}

static size_t fixed_read(const struct words *w, size_t i, struct core *core)
{
	static const char *const sporadic[] = {
	    "và|hoặc? báo? cáo? đột xuất khi có? yêu cầu",
	    "và|hoặc? báo? cáo? đột xuất theo yêu cầu",
	    "và|hoặc? báo? cáo? đột xuất khi cần thiết?",
	    "và|hoặc? báo? cáo? đột xuất",
	};
	size_t n = words_match_any(w, i, sporadic, sizeof sporadic / sizeof *sporadic, NULL);
	if (n)
		return simple(core, CORE_SPORADIC, i, n);
	n = words_match(w, i, "các|những năm tiếp|sau|kế theo|tiếp?");
	return n ? simple(core, CORE_FOLLOWING, i, n) : 0;
}

size_t plain_core_read(const struct words *w, size_t i, const struct phrase_context *context,
		       struct core *core)
{
	if (words_end(w, i) || w->tokens[i].cited)
		return 0;
	size_t n = rhythm_read(w, i, context, core);
	if (!n)
		n = dated_read(w, i, context, core);
	if (!n)
		n = ongoing_read(w, i, core);
	if (!n)
		n = the_year_read(w, i, context, core);
	if (!n)
		n = day_read(w, i, core);
	return n ? n : fixed_read(w, i, core);
}

size_t core_read(const struct words *w, size_t i, const struct phrase_context *context,
		 struct core *core)
{
	if (words_end(w, i) || w->tokens[i].cited)
		return 0;
	size_t n = canonical_read(w, i, core);
	if (!n)
		n = event_read(w, i, context, core);
	if (!n)
		n = poison_read(w, i, context, core);
	if (!n)
		n = plain_core_read(w, i, context, core);
	return n ? n : external_read(w, i, context, core);
}
