/* SPDX-License-Identifier: MIT
 * explain: a date's story in a few lines. */
#include "front/explain.h"

#include "base/arena.h"
#include "base/words.h"
#include "form/sheet.h"
#include "time/calendar.h"

static const char *weekday(day d)
{
	static const char *const english[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
					      "Friday", "Saturday", "Sunday"};
	static const char *const vietnamese[] = {"thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
						 "thứ Sáu", "thứ Bảy", "Chủ nhật"};
	int i = day_weekday(d) - 1;
	return words_pick(english[i], vietnamese[i]);
}

static const char *rule(const struct part *p, bool inclusive)
{
	if (!p)
		return words_pick("no deadline is given", "không ghi thời hạn");
	switch (p->kind) {
	case PART_DATE:
		return words_pick("that day", "đúng ngày đó");
	case PART_BEFORE:
		return inclusive ? words_pick("that day: the plan's settings say before: inclusive",
					      "đúng ngày đó: kế hoạch đặt before: inclusive")
				 : words_pick("the day before", "ngày liền trước");
	case PART_PERIOD:
		return words_pick("the last day of the period", "ngày cuối của kỳ");
	case PART_RANGE:
		return words_pick("the last day of the later period", "ngày cuối của kỳ sau");
	case PART_YEARS:
		return words_pick("once a year, on its last day", "mỗi năm một lần, ngày cuối năm");
	case PART_FROM:
		return words_pick("never due by itself; ongoing once begun",
				  "không có hạn; thành thường xuyên khi đã bắt đầu");
	case PART_RECURRING:
		return p->on == RECURRING_LAST
			   ? words_pick("the last day of each period", "ngày cuối của mỗi kỳ")
			   : words_pick("the named day of each period", "ngày đã nêu của mỗi kỳ");
	case PART_ONGOING:
		return words_pick("never late; runs to the plan's end",
				  "không quá hạn; kéo dài đến hết kế hoạch");
	case PART_AFTER:
		return p->unit == OFFSET_NONE
			   ? words_pick("no date: no number of days follows the event",
					"không có hạn: không ghi số ngày sau sự kiện")
			   : words_pick(
				 "counted from the day after the event (Civil Code, Article 147)",
				 "tính từ ngày kế tiếp sự kiện (Điều 147 Bộ luật Dân sự)");
	case PART_ISSUED:
		return words_pick("counted from the day after the plan was issued",
				  "tính từ ngày kế tiếp ngày ban hành");
	case PART_EXTERNAL:
		return words_pick("none until an event `extended` gives one",
				  "không có cho đến khi có lần cập nhật extended");
	case PART_UNKNOWN:
		return words_pick("the words are not understood", "không hiểu câu chữ");
	}
	return "";
}

static const char *day_words(struct arena *a, day d)
{
	return words_language() == LANGUAGE_VI ? day_text_vi(a, d) : day_text(a, d);
}

static void print_day(struct arena *a, FILE *out, const char *label, day d)
{
	fprintf(out, "  %s: %s (%s)\n", label, day_words(a, d), weekday(d));
}

static void print_words(struct arena *a, FILE *out, const struct obligation *o)
{
	const struct task *t = o->task;
	const char *said = t->cells.due ? t->cells.due : t->due.text;
	fprintf(out, "  %s: %s\n", words_pick("printed", "ghi trong kế hoạch"),
		said ? sheet_visible(a, said) : "-");
	if (o->part && o->part->what)
		fprintf(out, "  %s: %s\n", words_pick("what is due", "việc đến hạn"),
			sheet_visible(a, o->part->what));
	if (o->part)
		fprintf(out, "  %s: %s\n", words_pick("read as", "được hiểu là"),
			sheet_visible(a, part_text(a, o->part)));
	fprintf(out, "  %s: %s\n", words_pick("rule", "quy tắc"),
		rule(o->part, t->plan->before_inclusive));
	if (o->part && o->part->condition)
		fprintf(out, "  %s: %s\n",
			words_pick("counts only once this was logged as triggered",
				   "chỉ tính khi đã ghi triggered cho việc này"),
			sheet_visible(a, o->part->condition));
}

static void print_trust(FILE *out, const struct day_trust *t)
{
	if (!t->working)
		return;
	if (t->trust == TRUST_WEEKENDS)
		fprintf(
		    out, "  %s\n",
		    words_pick(
			"working days: only Saturdays and Sundays are off, no calendar is loaded",
			"ngày làm việc: chỉ trừ thứ Bảy, Chủ nhật vì chưa nạp lịch nghỉ"));
	else if (t->trust == TRUST_COMPUTED)
		fprintf(out,
			words_pick("  working days: the days off of %d are computed\n",
				   "  ngày làm việc: lịch nghỉ năm %d là tự tính\n"),
			t->year);
}

/* The plan's settings move a day off to the next working day. */
static void print_roll(FILE *out, const struct obligation *o)
{
	if (o->task->plan->roll_next && o->base_due != DAY_NONE)
		fprintf(out, "  %s\n",
			words_pick("a day off moves to the next working day: the plan's settings "
				   "say roll: next",
				   "rơi vào ngày nghỉ thì chuyển sang ngày làm việc kế tiếp: kế "
				   "hoạch đặt roll: next"));
}

static void print_moves(struct arena *a, FILE *out, const struct obligation *o, day as_of)
{
	struct move *moves;
	size_t n = duty_moves(a, o, as_of, &moves);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "  %s %s → %s (%s:%u)\n", words_pick("extended on", "gia hạn ngày"),
			day_words(a, moves[i].on), day_words(a, moves[i].to), moves[i].file,
			moves[i].line);
}

static void print_one(struct arena *a, const struct obligation *o, day as_of, FILE *out)
{
	const char *period = obligation_period(a, o);
	fprintf(out, "%s %s%s%s", o->task->plan->id, obligation_task(a, o), *period ? "#" : "",
		period);
	if (*o->bound.name)
		fprintf(out, ", %s", sheet_visible(a, o->bound.name));
	if (o->bound.via)
		fprintf(out, " (%s %s)", words_pick("through", "qua"),
			sheet_visible(a, o->bound.via));
	fputc('\n', out);
	print_words(a, out, o);
	if (o->trigger != DAY_NONE)
		print_day(a, out, words_pick("the event happened", "sự kiện xảy ra"), o->trigger);
	print_roll(out, o);
	print_trust(out, &o->trust);
	if (o->state.first_due != DAY_NONE)
		print_day(a, out, words_pick("by the plan", "theo kế hoạch"), o->state.first_due);
	print_moves(a, out, o, as_of);
	if (o->state.dated)
		print_day(a, out, words_pick("due", "thời hạn"), o->state.due);
	if (o->state.done != DAY_NONE)
		print_day(a, out, words_pick("done", "hoàn thành"), o->state.done);
	fprintf(out, "  %s: %s\n", words_pick("state", "trạng thái"),
		words_say("status", status_word(o->state.status)));
}

void explain_print(struct arena *a, const struct obligation *const rows[], size_t count, day as_of,
		   FILE *out)
{
	if (!count)
		fprintf(out, "%s\n",
			words_pick("nothing of it falls due in the plan's time",
				   "không có kỳ nào đến hạn trong thời gian của kế hoạch"));
	for (size_t i = 0; i < count; i++) {
		if (i)
			fputc('\n', out);
		print_one(a, rows[i], as_of, out);
	}
}
