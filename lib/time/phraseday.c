/* SPDX-License-Identifier: MIT
 * phraseday: days of a period that is named elsewhere: ngày 25, thứ Sáu, tháng sau. It does not know
 * which period (phrasemerge finds it). */
#include "time/phrasecore.h"

/* "17 giờ 00 phút", "17h", "17h30": with the hour said, the day itself is meant. */
size_t hour_read(const struct words *w, size_t i)
{
	if (!words_number(w, i, 1, 2) || !words_match(w, i + 1, "giờ|h|g"))
		return 0;
	size_t n = 2;
	if (words_number(w, i + n, 1, 2) && !words_is_mark(w, i + n + 1, "/-."))
		n += 1 + words_match(w, i + n + 1, "phút|p");
	n += words_mark(w, i + n, ',');
	return n + words_match(w, i + n, "của");
}

/* "trước", "trước 16h": with the hour said, the day itself is meant. */
static size_t hour_before_read(const struct words *w, size_t i, bool *before)
{
	size_t n = words_match(w, i, "trước");
	size_t hour = hour_read(w, i + n);
	*before = n && !hour;
	return n + hour;
}

static size_t weekday_read(const struct words *w, size_t i, struct core *core)
{
	static const char *const names[] = {"hai", "ba", "tư", "năm", "sáu", "bảy"};
	bool before;
	size_t j = i + hour_before_read(w, i, &before);
	j += words_match(w, j, "sáng|chiều|vào|ngày? ngày?");
	size_t which, n = words_match(w, j, "chủ nhật");
	int weekday = 7;
	if (!n && words_match(w, j, "thứ")) {
		if (words_match_any(w, j + 1, names, 6, &which))
			weekday = (int)which + 1;
		else if (words_number(w, j + 1, 1, 1) && w->tokens[j + 1].number >= 2 &&
			 w->tokens[j + 1].number <= 7)
			weekday = w->tokens[j + 1].number - 1;
		else
			return 0;
		n = 2;
	}
	if (!n || (before && weekday == 1))
		return 0;
	weekday -= before;
	*core = (struct core){.kind = CORE_WEEKDAY, .begin = i, .end = j + n, .introduced = true};
	core->days[core->day_count++] = weekday;
	return j + n - i;
}

/* tháng sau, tháng đầu quý sau, năm sau: the period after the one that is reported. */
static size_t next_period_read(const struct words *w, size_t i, struct core *core)
{
	static const struct {
		const char *words;
		enum rhythm unit;
	} table[] = {
	    {"tháng đầu tiên? của? quý sau|kế|tiếp|liền theo|tiếp|kề|sau?", RHYTHM_QUARTER},
	    {"đầu quý sau|kế|tiếp|liền theo|tiếp|kề|sau?", RHYTHM_QUARTER},
	    {"tháng sau|kế|tiếp|liền theo|tiếp|kề|sau? sau|theo?", RHYTHM_MONTH},
	    {"quý sau|kế|tiếp|liền theo|tiếp|kề|sau?", RHYTHM_QUARTER},
	    {"năm sau|kế|tiếp|liền theo|tiếp|kề|sau?", RHYTHM_YEAR},
	    {"tuần sau|kế|tiếp|liền theo|tiếp|kề|sau?", RHYTHM_WEEK},
	};
	for (size_t k = 0; k < sizeof table / sizeof *table; k++) {
		size_t n = words_match(w, i, table[k].words);
		if (!n)
			continue;
		*core = (struct core){
		    .kind = CORE_NEXT, .begin = i, .end = i + n, .unit = table[k].unit};
		return n;
	}
	return 0;
}

/* ngày 25, trước ngày 15, ngày 15 và 30: the month is said elsewhere. */
static size_t bare_day_read(const struct words *w, size_t i, struct core *core)
{
	bool before;
	size_t j = i + hour_before_read(w, i, &before), n;
	if (j == i)
		j += words_match(w, i, "chậm|muộn nhất là? vào? đến? trước?");
	if (j == i)
		j += words_match(w, i, "đến|vào|hết|quá hết?");
	before |= j > i && words_match(w, j - 1, "trước");
	j += words_match(w, j, "hết|các");
	size_t said = words_match(w, j, "ngày|mồng|mùng");
	if (!said && !words_match(w, j + 1, "hằng|mỗi tháng"))
		return 0;
	*core = (struct core){.kind = CORE_DAY, .begin = i, .before = before, .introduced = true};
	j += said;
	while (words_number(w, j, 1, 2) && core->day_count < 8) {
		int d = w->tokens[j].number;
		if (d < 1 || d > 31 || words_match(w, j + 1, "làm việc"))
			return 0;
		core->day_count -=
		    j > i + 1 && words_mark(w, j - 1, '-'); /* "10-15": till the last */
		core->days[core->day_count++] = d;
		core->end = ++j;
		n = words_match(w, j, ",|và|- ngày?");
		if (!n || !words_number(w, j + n, 1, 2))
			break;
		j += n;
	}
	return core->day_count ? core->end - i : 0;
}

size_t day_read(const struct words *w, size_t i, struct core *core)
{
	size_t n = weekday_read(w, i, core);
	if (!n)
		n = bare_day_read(w, i, core);
	return n ? n : next_period_read(w, i, core);
}
