/* SPDX-License-Identifier: MIT
 * entrycheck: the new records are read behind the logs as if they stood there, and what is found
 * about them is told of the rows they were made of. */
#include "duty/entrycheck.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/text.h"
#include "base/words.h"
#include "data/measure.h"
#include "duty/obligation.h"
#include "duty/progress.h"

/* The name under which the new records are read; known by its address. */
static const char records_name[] = "-";

struct checker {
	struct arena *a;
	const struct entry_request *request;
	struct entries *list;
	struct findings *findings;
	struct entry **rows; /* of each record */
	size_t row_count;
	struct file_bytes text; /* the heading and the records */
};

/* The records as a source of their own, with a heading in the names that the reader knows. */
static struct csv_source records(struct checker *c)
{
	struct buf b = {0};
	logout_heading(&b, c->request->layout);
	buf_char(&b, '\n');
	struct file_bytes text = entries_text(c->list, c->request->layout);
	buf_bytes(&b, text.bytes, text.size);
	c->text.size = b.n;
	c->text.bytes = buf_take(&b, c->a);
	c->rows = arena_alloc(c->a, (c->list->count + 1) * sizeof(struct entry *));
	c->row_count = 0;
	for (size_t i = 0; i < c->list->count; i++)
		if (c->list->items[i].verdict == VERDICT_ADD)
			c->rows[c->row_count++] = &c->list->items[i];
	return csv_memory(records_name, c->text.bytes, c->text.size);
}

static struct entry *row_of(const struct checker *c, unsigned line)
{
	return line >= 2 && line - 2 < c->row_count ? c->rows[line - 2] : NULL;
}

static const char *line_text(const struct checker *c, unsigned line)
{
	const char *s = c->text.bytes;
	while (--line && s)
		if ((s = strchr(s, '\n')))
			s++;
	return s ? s : "";
}

/* What was found about a record, told of its row. A line that cannot be taken back, or whose task is
 * gone, is set aside, so it is not written either. */
static void tell(const struct checker *c, const struct finding *found)
{
	struct entry *e = row_of(c, found->at.line);
	bool aside = found->code == CODE_LOG_VOID || found->code == CODE_LOG_RETIRED;
	enum severity severity = aside ? SEVERITY_ERROR : found->severity;
	struct place at = e ? e->at : c->list->items[0].at;
	if (e && found->at.column) {
		enum entry_field k = entries_field_at(
		    c->request->layout, line_text(c, found->at.line), found->at.column);
		at = k < ENTRY_FIELDS ? e->places[k] : at;
	}
	findings_add_text(c->findings, at, severity, found->code, found->text);
	if (severity != SEVERITY_ERROR || !e)
		return;
	e->verdict = VERDICT_UNUSABLE;
	e->reason = found->text;
}

static day last_day(const struct checker *c)
{
	day last = c->request->today;
	for (size_t i = 0; i < c->row_count; i++) {
		day d = day_parse(c->rows[i]->fields[ENTRY_DATE]);
		if (d != DAY_NONE && d > last)
			last = d;
	}
	return last;
}

static struct progress *new_progress(const struct checker *c, day as_of)
{
	struct progress_request request = {.binder = c->request->binder,
					   .plans = c->request->plans,
					   .plan_count = c->request->plan_count,
					   .rules = c->request->rules,
					   .rules_count = c->request->rules_count,
					   .as_of = as_of};
	return progress_new(c->a, &request);
}

/* What the logs hold already. Only what keeps them from being read matters here. */
static bool read_logs(const struct checker *c, struct progress *p)
{
	bool good = true;
	for (size_t i = 0; i < c->request->log_count; i++) {
		struct findings found = {.arena = c->a};
		if (progress_read(p, &c->request->logs[i], &found))
			continue;
		good = false;
		const struct finding *why = found.count ? &found.items[found.count - 1] : NULL;
		if (why)
			findings_add_text(c->findings, why->at, why->severity, why->code,
					  why->text);
	}
	return good;
}

static void judge_event(const struct checker *c, struct progress *p, const struct event *e,
			const struct log_reader *reader, struct findings *found)
{
	progress_add(p, e, reader, found);
	if (e->date > c->request->today)
		findings_add_as(found, log_place(reader, "date"), SEVERITY_WARNING, CODE_LOG_FUTURE,
				"1", day_text(c->a, c->request->today), NULL);
}

static void list_duties(const struct checker *c, struct progress *p, day as_of,
			struct findings *found)
{
	struct duty_request request = {.binder = c->request->binder,
				       .calendar = c->request->calendar,
				       .plans = c->request->plans,
				       .plan_count = c->request->plan_count,
				       .progress = p,
				       .as_of = as_of,
				       .horizon = as_of};
	struct obligations all = duty_list(c->a, &request, found);
	for (size_t i = 0; i < all.count; i++)
		duty_check(&all.items[i], as_of, found);
}

/* Reads the records behind the logs, and asks what would come of them. */
static void judge(const struct checker *c, const struct csv_source *source, struct progress *p,
		  day as_of, struct findings *found)
{
	struct log_reader *reader = log_open(c->a, source, found);
	struct event e;
	enum log_result got;
	while (reader && (got = log_next(reader, &e)) != LOG_DONE)
		if (got == LOG_EVENT)
			judge_event(c, p, &e, reader, found);
	log_close(reader);
	progress_missing(p, found);
	progress_close(p, found);
	list_duties(c, p, as_of, found);
}

static bool same_finding(const struct finding *x, const struct finding *y)
{
	return x->code == y->code && x->at.line == y->at.line &&
	       text_same(x->at.file, y->at.file) && strcmp(x->text, y->text) == 0;
}

/* Lines of the logs that were of use and are not any more: a new event of the past may leave open
 * what an old line means. Both lists are in the order of the plans. */
static void warn_of_lines(const struct checker *c, const struct findings *before,
			  const struct findings *after)
{
	size_t known = 0;
	for (size_t i = 0; i < after->count; i++) {
		const struct finding *f = &after->items[i];
		if (f->at.file == records_name || f->severity != SEVERITY_ERROR)
			continue;
		size_t k = known;
		while (k < before->count && !same_finding(&before->items[k], f))
			k++;
		if (k < before->count)
			known = k + 1;
		else
			findings_add_text(c->findings, f->at, SEVERITY_WARNING, f->code, f->text);
	}
}

size_t entry_check(struct arena *a, const struct entry_request *request, struct entries *list,
		   bool *lost, struct findings *findings)
{
	struct checker c = {.a = a, .request = request, .list = list, .findings = findings};
	struct findings found = {.arena = a}, before = {.arena = a};
	struct csv_source source = records(&c);
	day as_of = last_day(&c);
	struct progress *p = new_progress(&c, as_of);
	*lost = !read_logs(&c, p);
	list_duties(&c, p, as_of, &before);
	judge(&c, &source, p, as_of, &found);
	progress_free(p);
	warn_of_lines(&c, &before, &found);
	findings_sort(&found);
	for (size_t i = 0; i < found.count; i++)
		if (found.items[i].at.file == records_name)
			tell(&c, &found.items[i]);
	size_t bad = 0;
	for (size_t i = 0; i < c.row_count; i++)
		bad += c.rows[i]->verdict == VERDICT_UNUSABLE;
	return bad;
}

/* ---- what is there already ---- */

/* An entry, where it belongs. */
struct known {
	struct entry *entry;
	const struct track *track;
	struct event event; /* its texts are the entry's */
	struct known *next; /* of the same task, in order */
};

static bool same_place(const struct track *said, const struct track *asked)
{
	const struct unit *x = &said->unit, *y = &asked->unit;
	if (said->task != asked->task || x->kind != y->kind || x->milestone != y->milestone ||
	    (x->kind == UNIT_PERIOD && !period_same(x->period, y->period)))
		return false;
	return said == asked || !said->agency; /* one without an agency speaks for all */
}

/* Does the log say all that the row says? */
static bool covers(const struct event *said, const struct known *k)
{
	const char *const *f = k->entry->fields;
	bool begun = k->event.kind == EVENT_STARTED && said->kind == EVENT_PROGRESS;
	if ((said->kind != k->event.kind && !begun) ||
	    (said->date != k->event.date && !k->entry->undated))
		return false;
	if (begun) /* progress says more than a beginning */
		return !*f[ENTRY_EVIDENCE] && !*f[ENTRY_NOTE];
	if (said->kind == EVENT_PROGRESS ? said->percent != k->event.percent
					 : said->other != k->event.other)
		return false;
	if (said->kind == EVENT_MEASURED && strcmp(said->value, f[ENTRY_VALUE]) != 0)
		return false;
	return (!*f[ENTRY_EVIDENCE] || strcmp(said->evidence, f[ENTRY_EVIDENCE]) == 0) &&
	       (!*f[ENTRY_NOTE] || strcmp(said->note, f[ENTRY_NOTE]) == 0);
}

static struct known *first_of(const struct index *tasks, const struct track *track)
{
	return index_get(tasks, (const char *)&track->task, sizeof track->task);
}

static void look_up(const struct index *tasks, struct progress *p, const struct event *e)
{
	const struct track *track = e->kind == EVENT_MEASURED ? NULL : progress_track(p, e);
	for (struct known *k = track ? first_of(tasks, track) : NULL; k; k = k->next) {
		if (!same_place(track, k->track))
			continue;
		if (covers(e, k))
			k->entry->verdict = VERDICT_KNOWN;
		else if (e->kind == EVENT_VOID && e->other == k->event.date &&
			 k->event.kind != EVENT_VOID)
			k->entry->verdict = VERDICT_ADD; /* it was taken back */
	}
}

static void keep(struct checker *c, struct index *tasks, const struct known *k)
{
	struct known *copy = arena_alloc(c->a, sizeof *copy), *last = first_of(tasks, k->track);
	*copy = *k;
	if (!last) {
		const struct task **key = arena_alloc(c->a, sizeof *key);
		*key = k->track->task;
		index_put(tasks, (const char *)key, sizeof *key, copy);
		return;
	}
	while (last->next)
		last = last->next;
	last->next = copy;
}

/* Does an earlier row of the list say it? */
static bool is_repeated(const struct index *tasks, const struct known *row)
{
	for (const struct known *k = first_of(tasks, row->track); k; k = k->next)
		if (same_place(k->track, row->track) && covers(&k->event, row))
			return true;
	return false;
}

/* The entries by their task. One that says what an earlier one says is known already. */
static struct index *by_task(struct checker *c, struct progress *p)
{
	struct index *tasks = index_new(c->a);
	struct findings dropped = {.arena = c->a};
	struct csv_source source = records(c);
	struct log_reader *reader = log_open(c->a, &source, &dropped);
	struct known k = {0};
	enum log_result got;
	while (reader && (got = log_next(reader, &k.event)) != LOG_DONE) {
		if (got != LOG_EVENT || !(k.track = progress_track(p, &k.event)))
			continue;
		k.entry = row_of(c, k.event.at.line);
		k.event.value = k.entry->fields[ENTRY_VALUE];
		k.event.evidence = k.entry->fields[ENTRY_EVIDENCE];
		k.event.note = k.entry->fields[ENTRY_NOTE];
		if (is_repeated(tasks, &k))
			k.entry->verdict = VERDICT_KNOWN;
		else
			keep(c, tasks, &k);
	}
	log_close(reader);
	return tasks;
}

void entry_know(struct arena *a, const struct entry_request *request, struct entries *list)
{
	struct checker c = {.a = a, .request = request, .list = list};
	struct findings dropped = {.arena = a};
	struct progress *p = new_progress(&c, request->today);
	struct index *tasks = by_task(&c, p);
	for (size_t i = 0; i < request->log_count; i++) {
		struct log_reader *reader = log_open(a, &request->logs[i], &dropped);
		struct event e;
		enum log_result got;
		while (reader && (got = log_next(reader, &e)) != LOG_DONE && got != LOG_LOST)
			if (got == LOG_EVENT)
				look_up(tasks, p, &e);
		log_close(reader);
	}
	progress_free(p);
}
