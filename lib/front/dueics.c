/* SPDX-License-Identifier: MIT
 * dueics: what of an obligation stands where in a calendar's entry. How lines are written is in
 * icsout. */
#include "front/dueics.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/words.h"
#include "front/cells.h"
#include "form/icsout.h"

/* A word of a UID: letters, digits, + - and point stay, a blank becomes -, the rest %XX. So neither
 * the _ between the words nor anything that a server would take for a path can come of it. */
static void add_word(struct buf *b, const char *s)
{
	for (; s && *s; s++) {
		unsigned char c = (unsigned char)*s;
		bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
			     (c >= 'a' && c <= 'z') || (c && strchr("+-.", c));
		if (plain)
			buf_char(b, *s);
		else if (c == ' ')
			buf_char(b, '-');
		else
			buf_format(b, "%%%02X", c);
	}
}

/* Members of one group may have one name in two places, as communes do. */
static const char *place_of(const struct obligation *o)
{
	const struct agency *agency = o->bound.agency;
	const char *own = o->task->plan->of;
	if (!o->bound.via || !agency || !agency->of || (own && strcmp(agency->of, own) == 0))
		return NULL;
	return agency->of;
}

/* task_milestone_period_agency@plan. Neither the text nor the date is part of it, so that an entry
 * that is worded anew or moved replaces the one that a calendar has already. */
static const char *uid(struct arena *a, const struct obligation *o)
{
	struct buf b = {0};
	const char *place = place_of(o);
	add_word(&b, o->task->id);
	buf_char(&b, '_');
	if (o->milestone)
		buf_format(&b, "%d", o->milestone);
	buf_char(&b, '_');
	add_word(&b, obligation_period(a, o));
	buf_char(&b, '_');
	add_word(&b, o->bound.key);
	if (place) {
		buf_char(&b, '_');
		add_word(&b, place);
	}
	buf_char(&b, '@');
	add_word(&b, o->task->plan->id);
	return buf_take(&b, a);
}

/* How often the due day was moved: each extension, and each one that was taken back, so that the
 * number never falls. */
static int sequence(const struct obligation *o, day as_of)
{
	int n = 0;
	for (size_t i = 0; i < o->said_count; i++) {
		const struct mark *m = o->said[i].mark;
		if (m->kind != EVENT_EXTENDED || o->said[i].member || m->date > as_of)
			continue;
		n += 1 + (m->void_from != DAY_NONE && m->void_from <= as_of);
	}
	return n;
}

/* 20240331 */
static const char *basic_day(struct arena *a, day d)
{
	int year, month, date;
	day_split(d, &year, &month, &date);
	return arena_format(a, "%04d%02d%02d", year, month, date);
}

static const char *show_day(struct arena *a, day d)
{
	return words_language() == LANGUAGE_VI ? day_text_vi(a, d) : day_text(a, d);
}

static const char *name_of(struct arena *a, const struct obligation *o)
{
	const char *period = obligation_period(a, o), *task = obligation_task(a, o);
	return *period ? arena_format(a, "%s#%s", task, period) : task;
}

/* "Sở Nội vụ: 9#2024-03 …", led by the state where it is no longer, or late to be done. */
static const char *summary(struct arena *a, const struct obligation *o)
{
	struct buf b = {0};
	enum status status = o->state.status;
	if (status_is_closed(status) || status_is_overdue(status))
		buf_format(&b, "[%s] ", words_say("status", status_word(status)));
	if (o->bound.name && *o->bound.name)
		buf_format(&b, "%s: ", o->bound.name);
	buf_text(&b, name_of(a, o));
	if (o->part && o->part->what)
		buf_format(&b, " %s:", o->part->what);
	if (o->task->text)
		buf_format(&b, " %s", o->task->text);
	return buf_take(&b, a);
}

static void add_row(struct buf *b, const char *heading, const char *text)
{
	if (text && *text)
		buf_format(b, "%s%s: %s", b->n ? "\n" : "", words_say("heading", heading), text);
}

static const char *description(struct arena *a, const struct obligation *o)
{
	struct buf b = {0};
	const struct task *t = o->task;
	const struct state *s = &o->state;
	bool moved = s->first_due != DAY_NONE && s->first_due != s->due;
	add_row(&b, "status", words_say("status", status_word(s->status)));
	add_row(&b, "product", t->product);
	add_row(&b, "said", t->cells.due ? t->cells.due : t->due.text);
	add_row(&b, "extended_from", moved ? show_day(a, s->first_due) : NULL);
	add_row(&b, "via", o->bound.via);
	add_row(&b, "done", s->done != DAY_NONE ? show_day(a, s->done) : NULL);
	add_row(&b, "percent", s->percent >= 0 ? percent_text(a, s->percent) : NULL);
	add_row(&b, "evidence", s->evidence);
	add_row(&b, "plan", t->plan->title ? t->plan->title : t->plan->id);
	return buf_take(&b, a);
}

static void print_alarm(FILE *out, const char *trigger, const char *text)
{
	ics_line(out, "BEGIN", "VALARM");
	ics_line(out, "ACTION", "DISPLAY");
	ics_text(out, "DESCRIPTION", text);
	ics_line(out, "TRIGGER", trigger);
	ics_line(out, "END", "VALARM");
}

static void print_entry(struct arena *a, const struct obligation *o, day as_of, FILE *out)
{
	const struct area *area = o->task->area;
	enum status status = o->state.status;
	const char *text = summary(a, o);
	const char *const categories[] = {
	    area && area->field ? words_say("field", field_word(area->field)) : NULL,
	    words_say("status", status_word(status))};
	ics_line(out, "BEGIN", "VEVENT");
	ics_text(out, "UID", uid(a, o));
	/* Of the day asked about, not of the clock: the same question gives the same bytes. */
	ics_line(out, "DTSTAMP", arena_format(a, "%sT000000Z", basic_day(a, as_of)));
	ics_line(out, "SEQUENCE", arena_format(a, "%d", sequence(o, as_of)));
	ics_line(out, "DTSTART;VALUE=DATE", basic_day(a, o->state.due));
	ics_text(out, "SUMMARY", text);
	ics_text(out, "DESCRIPTION", description(a, o));
	ics_texts(out, "CATEGORIES", categories, 2);
	ics_line(out, "STATUS", status == STATUS_CANCELLED ? "CANCELLED" : "CONFIRMED");
	ics_line(out, "TRANSP", "TRANSPARENT");
	if (!status_is_closed(status)) {
		print_alarm(out, "-P7D", text);
		print_alarm(out, "-P1D", text);
	}
	ics_line(out, "END", "VEVENT");
}

/* The zone of the days. A calendar must hold some component (RFC 5545, 3.6): an empty one has this. */
static void print_zone(FILE *out)
{
	static const char *const lines[][2] = {
	    {"BEGIN", "VTIMEZONE"},    {"TZID", "Asia/Ho_Chi_Minh"},
	    {"BEGIN", "STANDARD"},     {"DTSTART", "19750613T000000"},
	    {"TZOFFSETFROM", "+0800"}, {"TZOFFSETTO", "+0700"},
	    {"END", "STANDARD"},       {"END", "VTIMEZONE"},
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		ics_line(out, lines[i][0], lines[i][1]);
}

/* "Việc phải làm – Sở Nội vụ"; of one plan its title stands there. */
static const char *calendar_name(struct arena *a, const struct dueics *c)
{
	const struct plan *plan = c->count ? c->rows[0]->task->plan : NULL;
	for (size_t i = 0; i < c->count; i++)
		if (c->rows[i]->task->plan != plan)
			plan = NULL;
	const char *whose = c->agency ? c->agency : plan ? plan->title : NULL;
	const char *what = words_pick("Obligations", "Việc phải làm");
	return whose ? arena_format(a, "%s – %s", what, whose) : what;
}

size_t dueics_print(struct arena *a, const struct dueics *c, FILE *out)
{
	size_t left_out = 0;
	ics_line(out, "BEGIN", "VCALENDAR");
	ics_line(out, "VERSION", "2.0");
	ics_line(
	    out, "PRODID",
	    arena_format(a, "-//par-tools//par-due %s//%s", PAR_VERSION, words_pick("EN", "VI")));
	ics_line(out, "CALSCALE", "GREGORIAN");
	/* No METHOD: RFC 5546 would have a published entry name an organizer, whom a plan has not. */
	ics_text(out, "X-WR-CALNAME", calendar_name(a, c));
	ics_line(out, "X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
	print_zone(out);
	for (size_t i = 0; i < c->count; i++) {
		if (c->rows[i]->state.due == DAY_NONE)
			left_out++;
		else
			print_entry(a, c->rows[i], c->as_of, out);
	}
	ics_line(out, "END", "VCALENDAR");
	return left_out;
}
