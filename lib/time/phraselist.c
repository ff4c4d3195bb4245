/* SPDX-License-Identifier: MIT
 * phraselist: dates and periods with their prepositions, in lists and ranges, and where a missing
 * year comes from. It does not know what they are the deadline of. */
#include "time/phrasecore.h"

#include "base/arena.h"
#include "time/canonical.h"

enum effect { SAYS_NOTHING, SAYS_WHEN, SAYS_BEFORE, SAYS_UNTIL };

/* Prepositions of deadlines. Longer ones first. "trước hết" includes the day (the end of it). */
static const struct {
	const char *words;
	enum effect effect;
} prepositions[] = {
    {"trước hoặc trong", SAYS_UNTIL},
    {"trước|< hết|cuối", SAYS_UNTIL},
    {"< =", SAYS_UNTIL},
    {"<", SAYS_BEFORE},
    {"trước thời|mốc điểm?", SAYS_BEFORE},
    {"trước", SAYS_BEFORE},
    {"chậm|muộn nhất", SAYS_WHEN},
    {"không chậm|muộn hơn", SAYS_WHEN},
    {"không quá", SAYS_WHEN},
    {"từ nay", SAYS_NOTHING},
    {"thời hạn|điểm", SAYS_WHEN},
    {"hạn chót|cuối", SAYS_WHEN},
    {"giai đoạn", SAYS_NOTHING},
    {"thời kỳ", SAYS_NOTHING},
    {"nhiệm kỳ", SAYS_NOTHING},
    {"hoàn thành|tất", SAYS_WHEN},
    {"kết thúc", SAYS_WHEN},
    {"xong|hạn", SAYS_WHEN},
    {"đến|tới|hết|vào|trong|cuối", SAYS_WHEN},
    {"là|các|cả|suốt|cho|khoảng|ngay|những|ngày|vòng", SAYS_NOTHING},
};
enum { PREPOSITIONS = sizeof prepositions / sizeof *prepositions };

/* A word before a date that is part of it: "cuối năm", "các năm tiếp theo" are no prepositions. */
static bool stamp_begins(const struct words *w, size_t i)
{
	struct stamp stamp;
	struct item item;
	bool invalid = false;
	return stamp_read(w, i, &stamp, &invalid) || day_range_read(w, i, &item, &invalid) ||
	       day_list_read(w, i, false, NULL, &invalid);
}

static size_t preposition_at(const struct words *w, size_t i, enum effect *effect)
{
	for (size_t k = 0; k < PREPOSITIONS; k++) {
		size_t n = words_match(w, i, prepositions[k].words);
		if (!n)
			continue;
		*effect = prepositions[k].effect;
		return n;
	}
	return 0;
}

static void effect_take(struct prefix *prefix, enum effect effect)
{
	prefix->introduced |= effect != SAYS_NOTHING;
	if (effect == SAYS_BEFORE)
		prefix->before = true;
	if (effect == SAYS_UNTIL)
		prefix->before = false;
}

size_t prefix_read(const struct words *w, size_t i, struct prefix *prefix)
{
	struct prefix read = {0};
	size_t j = i;
	*prefix = read;
	while (!stamp_begins(w, j)) {
		enum effect effect = SAYS_NOTHING;
		size_t n = preposition_at(w, j, &effect);
		if (!n && (n = hour_read(w, j)))
			effect = SAYS_UNTIL;
		/* "trong năm quý I": "năm" before a narrower unit */
		if (!n && stamp_begins(w, j + 1) && (n = words_match(w, j, "năm")))
			read.in_year = true;
		if (!n || words_end(w, j + n))
			return 0;
		effect_take(&read, effect);
		j += n;
	}
	*prefix = read;
	return j - i;
}

/* A number that goes on with the unit before it: the II of "quý I, II/2024". */
static size_t bare_read(const struct words *w, size_t i, const struct stamp *like,
			struct stamp *stamp, bool *invalid)
{
	*stamp = (struct stamp){.unit = like->unit};
	if (like->edge != EDGE_WHOLE)
		return 0;
	if (like->unit == PERIOD_QUARTER)
		stamp->number = quarter_read(w, i);
	else if (like->unit == PERIOD_MONTH && words_number(w, i, 1, 2))
		stamp->number = w->tokens[i].number;
	if (!stamp->number)
		return 0;
	size_t n = 1;
	bool year_said = words_is_mark(w, i + 1, "/-") && words_number(w, i + 2, 4, 4);
	year_said |= words_match(w, i + 1, "năm") && words_number(w, i + 2, 4, 4);
	if (year_said) {
		stamp->year = w->tokens[i + 2].number;
		*invalid = !canonical_year(stamp->year);
		n = 3;
	}
	/* "3, 6 tháng", "I, 15%" */
	if (!words_end(w, i + n) && !words_is_mark(w, i + n, ",;.)-&+") &&
	    !words_match(w, i + n, "và|hoặc|đến|hằng"))
		return 0;
	if (stamp->unit == PERIOD_MONTH)
		*invalid |= stamp->number > 12;
	return n;
}

/* A stamp at i, or a number that goes on with `like`. */
static size_t next_read(const struct words *w, size_t i, const struct stamp *like,
			struct stamp *stamp, bool *invalid)
{
	*invalid = false;
	size_t n = like ? bare_read(w, i, like, stamp, invalid) : 0;
	return n ? n : stamp_read(w, i, stamp, invalid);
}

/* One element: a stamp, or two with "-" or "đến" between. */
static size_t item_read(const struct words *w, size_t i, const struct stamp *like,
			struct item *item, bool *invalid)
{
	*item = (struct item){0};
	*invalid = false;
	size_t n = day_range_read(w, i, item, invalid);
	if (n)
		return n;
	*item = (struct item){0};
	n = next_read(w, i, like, &item->at, invalid);
	if (!n || *invalid)
		return n;
	size_t j = i + n;
	size_t to = words_match(w, j, "-|đến|tới");
	if (!to)
		return n;
	struct prefix prefix;
	bool wrong = false;
	size_t between = to + prefix_read(w, j + to, &prefix);
	size_t m = next_read(w, j + between, &item->at, &item->until, &wrong);
	if (!m || prefix.before)
		return n;
	item->range = true;
	*invalid |= wrong;
	return n + between + m;
}

/* Between two elements; a stroke between quarters: "quý II/IV năm 2024". */
static size_t separator_read(const struct words *w, size_t i, const struct stamp *like)
{
	static const char *const patterns[] = {", và", ",", ";", "và", "&", "+", "hoặc"};
	if (like->unit == PERIOD_QUARTER && words_mark(w, i, '/') &&
	    words_match(w, i + 1, "i|ii|iii|iv"))
		return 1;
	return words_match_any(w, i, patterns, sizeof patterns / sizeof *patterns, NULL);
}

static void item_add(const struct words *w, struct core *core, struct item item)
{
	core->items = arena_more(w->arena, core->items, core->item_count, sizeof item);
	core->items[core->item_count++] = item;
}

static bool narrower(const struct stamp *a, const struct stamp *b)
{
	return a->unit < b->unit;
}

/* "năm 2024 quý I": two units stand together; the narrower one counts. */
static void drop_wider(struct core *core)
{
	struct item *last = &core->items[core->item_count - 1];
	if (core->item_count < 2)
		return;
	struct item *wide = last - 1;
	bool same = !last->at.year && !last->range && !wide->range &&
		    wide->at.unit == PERIOD_YEAR && narrower(&last->at, &wide->at);
	if (!same)
		return;
	last->at.year = wide->at.year;
	*wide = *last;
	core->item_count--;
	core->code = CODE_DEADLINE_GARBLED;
}

/* "trước 15/6 và 15/12", "trước ngày 15/6 và ngày 15/12" share their word; an element that has one
 * of its own, "chậm nhất", and a new clause with a "ngày" do not. The words between are those from i
 * to `at`. */
static bool shares_before(const struct words *w, size_t i, size_t at, const struct prefix *prefix)
{
	if (prefix->introduced)
		return false;
	return !words_mark(w, i, ';') || !(words_match(w, at, "ngày") || at > i + 1);
}

/* The list from i on; its tokens. */
static size_t items_read(const struct words *w, size_t i, struct core *core, bool before,
			 bool *invalid)
{
	struct item item;
	bool several = false;
	size_t j = i, n = day_list_read(w, i, before, core, &several);
	*invalid = several;
	several = n > 0;
	if (several)
		item = core->items[core->item_count - 1];
	else
		n = item_read(w, i, NULL, &item, invalid);
	for (; n; several = false) {
		item.before = before;
		if (!several)
			item_add(w, core, item);
		j += n;
		drop_wider(core);
		if (*invalid || core->from)
			break;
		size_t separator = separator_read(w, j, &item.at);
		size_t bracket = words_mark(w, j, '('); /* "năm 2024 (quý I)" */
		bool year = item.at.unit == PERIOD_YEAR && !item.range;
		struct prefix prefix = {0};
		size_t at = j + separator + bracket +
			    (separator ? prefix_read(w, j + separator, &prefix) : 0);
		/* without a separator only a narrower unit goes on: "năm 2024 quý I" */
		struct item next;
		bool wrong = false;
		n = separator || year ? item_read(w, at, &item.at, &next, &wrong) : 0;
		if (!separator && n && (next.at.year || !narrower(&next.at, &item.at)))
			n = 0;
		if (!n)
			break;
		item = next;
		before = prefix.before || (before && shares_before(w, j, at, &prefix));
		*invalid |= wrong;
		core->introduced |= prefix.introduced;
		n += at - j;
	}
	return j - i;
}

/* A year that is not said is that of the element behind it, else of the one before. */
static void years_fill(struct core *core, const struct phrase_context *context)
{
	int year = 0;
	for (size_t k = core->item_count; k-- > 0;) {
		struct item *item = &core->items[k];
		if (item->range && item->until.year)
			year = item->until.year;
		else if (item->range)
			item->until.year = year;
		if (item->at.year)
			year = item->at.year;
		else
			item->at.year = year;
	}
	core->yearless = year == 0;
	if (!year && context) {
		year = context->year;
		core->year_taken = year != 0;
	}
	for (size_t k = 0; k < core->item_count; k++) {
		struct item *item = &core->items[k];
		if (item->at.year)
			year = item->at.year;
		else
			item->at.year = year;
		if (item->range && !item->until.year)
			item->until.year = year;
	}
}

/* Its part; false when it cannot be one. */
static bool item_part(const struct core *core, const struct item *item, struct part *part)
{
	struct period p = stamp_period(&item->at);
	*part = (struct part){0};
	if (p.kind == PERIOD_NONE)
		return false;
	if (item->range) {
		*part = (struct part){
		    .kind = PART_RANGE, .period = p, .until = stamp_period(&item->until)};
		return part->until.kind != PERIOD_NONE && p.first <= part->until.last &&
		       p.last < part->until.last && !item->before;
	}
	if (core->following && p.kind == PERIOD_YEAR)
		*part = (struct part){.kind = PART_YEARS, .period = p};
	else if (core->from)
		*part = (struct part){.kind = PART_FROM, .period = p};
	else if (item->before)
		*part = (struct part){.kind = PART_BEFORE, .date = p.first};
	else if (p.kind == PERIOD_DAY)
		*part = (struct part){.kind = PART_DATE, .date = p.first};
	else
		*part = (struct part){.kind = PART_PERIOD, .period = p};
	return (!core->following || part->kind == PART_YEARS) && !(core->from && item->before);
}

/* Without any year they wait for "hằng năm" beside them. */
static bool parts_make(const struct words *w, struct core *core,
		       const struct phrase_context *context)
{
	years_fill(core, context);
	edges_join(core);
	if (core->yearless && !core->year_taken)
		return true;
	for (size_t k = 0; k < core->item_count; k++) {
		struct part part;
		if (!item_part(core, &core->items[k], &part))
			return false;
		core_add(w, core, part);
	}
	return true;
}

/* "và các năm tiếp theo", "trở đi". */
static size_t following_read(const struct words *w, size_t i, struct core *core)
{
	static const char *const patterns[] = {
	    ",|-? và? các|những năm tiếp theo|sau|đó?",
	    ",|-? và? các|những năm sau|tới|tiếp|kế",
	};
	const struct item *last = &core->items[core->item_count - 1];
	size_t n = words_match_any(w, i, patterns, 2, NULL);
	bool years = true;
	for (size_t k = 0; k < core->item_count; k++)
		years &= core->items[k].at.unit == PERIOD_YEAR && !core->items[k].before;
	if (n && years) {
		core->item_count = 1;
		core->items[0].range = false;
		core->following = true;
		core->from = false;
		return n + words_match(w, i + n, "đó|theo|tiếp");
	}
	n = words_match(w, i, "trở đi|về");
	if (n && core->item_count == 1 && !last->range) {
		core->from = true;
		return n + words_match(w, i + n, "sau");
	}
	return 0;
}

/* "từ", "kể từ", "bắt đầu triển khai từ", "bắt đầu:". */
static size_t from_read(const struct words *w, size_t i)
{
	static const char *const patterns[] = {
	    "kể|tính? từ",
	    "bắt đầu triển|thực? khai|hiện? kể? từ|vào|trong|:?",
	};
	return words_match_any(w, i, patterns, 2, NULL);
}

size_t dated_read(const struct words *w, size_t i, const struct phrase_context *context,
		  struct core *core)
{
	*core = (struct core){.kind = CORE_DATED, .begin = i};
	struct prefix prefix, behind = {0};
	bool invalid = false;
	if (i && words_match(w, i - 1, "sau"))
		return 0; /* not before that date, but after it */
	size_t j = i + prefix_read(w, i, &prefix);
	size_t from = from_read(w, j);
	j += from;
	if (from)
		j += prefix_read(w, j, &behind);
	core->introduced = prefix.introduced;
	core->from = from > 0;
	prefix.before |= from && behind.before;
	size_t n = items_read(w, j, core, prefix.before, &invalid);
	if (!n)
		return 0;
	core->from &= !core->items[0].range && core->item_count == 1;
	if (prefix.in_year)
		core->code = CODE_DEADLINE_GARBLED;
	core->end = j + n;
	core->end += following_read(w, core->end, core);
	core->say = words_said(w, i, core->end);
	if (invalid || !parts_make(w, core, context)) {
		core->code = CODE_DATE_INVALID;
		core->say = words_said(w, j, j + n);
		core->suggest = repair_suggest(w, j, n, context);
		core->count = 0;
	} else {
		edges_doubt(core);
	}
	return core->end - i;
}
