/* SPDX-License-Identifier: MIT
 * logverify: every line of a log is read and judged; a fragment that a crash left behind is told as
 * what it is, and spoils nothing. */
#include "front/logverify.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/words.h"
#include "data/log.h"
#include "front/command.h"

struct verifier {
	struct command *c;
	struct workspace *w;
	struct progress *progress; /* NULL: there is no plan to check against */
};

/* A whole row follows the line `torn`: what was found there, from `from` on, is no error. */
static void excuse(struct findings *f, size_t from, struct place torn)
{
	for (size_t i = from, count = f->count; i < count; i++) {
		if (f->items[i].at.line != torn.line)
			continue;
		findings_add(f, torn, CODE_TORN_LINE, NULL, NULL, NULL);
		f->items[i] = f->items[--f->count];
	}
}

/* False: it is no log, or cannot be read. */
static bool verify_rows(struct verifier *v, const struct csv_source *log, size_t *events)
{
	struct findings *f = &v->c->findings;
	struct log_reader *reader = log_open(v->c->arena, log, f);
	struct event e;
	enum log_result got;
	size_t before = f->count;
	unsigned torn = 0;
	if (!reader)
		return false;
	while ((got = log_next(reader, &e)) != LOG_DONE) {
		if (got != LOG_EVENT) {
			bool may = got == LOG_BAD && log_may_be_torn(reader);
			torn = may ? log_place(reader, "").line : 0;
			continue;
		}
		++*events;
		if (torn && torn + 1 == e.at.line)
			excuse(f, before, (struct place){e.at.file, torn, 0});
		before = f->count;
		if (v->progress)
			progress_add(v->progress, &e, reader, f);
	}
	log_close(reader);
	if (v->progress) {
		progress_missing(v->progress, f);
		progress_close(v->progress, f);
	}
	return true;
}

static size_t errors_of(const struct findings *f, const char *file)
{
	size_t n = 0;
	for (size_t i = 0; i < f->count; i++)
		n += f->items[i].severity == SEVERITY_ERROR && f->items[i].at.file &&
		     strcmp(f->items[i].at.file, file) == 0;
	return n;
}

static void check_duties(struct verifier *v)
{
	struct command *c = v->c;
	day end = day_of(YEAR_LAST, 12, 31);
	struct duty_request request = {.binder = v->w->binder,
				       .calendar = v->w->has_calendar ? v->w->calendar : NULL,
				       .plans = v->w->plans,
				       .plan_count = v->w->plan_count,
				       .progress = v->progress,
				       .as_of = end,
				       .horizon = c->as_of};
	struct obligations all = duty_list(c->arena, &request, &c->findings);
	for (size_t i = 0; i < all.count; i++)
		duty_check(&all.items[i], end, &c->findings);
}

static int verify(struct verifier *v, const struct csv_source *logs, size_t count)
{
	struct command *c = v->c;
	int status = EXIT_DONE;
	size_t *events = arena_alloc(c->arena, (count + 1) * sizeof *events);
	bool *read = arena_alloc(c->arena, count + 1);
	for (size_t i = 0; i < count; i++) {
		read[i] = verify_rows(v, &logs[i], &events[i]);
		status = read[i] ? status : EXIT_NOT_DONE;
	}
	if (v->progress)
		check_duties(v);
	findings_sort(&c->findings);
	for (size_t i = 0; i < count; i++)
		if (read[i])
			printf(words_pick("%s: events: %zu, errors: %zu\n",
					  "%s: số lần cập nhật: %zu, lỗi: %zu\n"),
			       logs[i].name, events[i], errors_of(&c->findings, logs[i].name));
	return status == EXIT_DONE && findings_count(&c->findings, SEVERITY_ERROR) ? EXIT_LOOK
										   : status;
}

/* Without operands, $PAR_PATH and ./plans there is no plan, and the log is checked by itself. */
static struct workspace *load(struct command *c, const char *log)
{
	const char *path = getenv("PAR_PATH"), **items = arena_alloc(c->arena, sizeof *items);
	if (log && !c->operands.count && !(path && *path) && !file_is_folder("./plans")) {
		items[0] = log;
		c->operands = (struct option_values){items, 1};
	}
	return command_load(c, false);
}

int log_verify(struct command *c, const char *name)
{
	struct verifier v = {.c = c, .w = load(c, name)};
	if (!v.w)
		return EXIT_NOT_DONE;
	if (!name && !v.w->log_count)
		return command_refuse(c, "name the log: --log FILE", "cần nêu nhật ký: --log TỆP",
				      NULL);
	struct progress_request request = {.binder = v.w->binder,
					   .plans = v.w->plans,
					   .plan_count = v.w->plan_count,
					   .rules = v.w->rules,
					   .rules_count = v.w->rules_count,
					   .as_of = day_of(YEAR_LAST, 12, 31)};
	if (v.w->plan_count || v.w->rules_count)
		v.progress = progress_new(c->arena, &request);
	const struct csv_source named = {.name = name, .fd = -1};
	int status = name ? verify(&v, &named, 1) : verify(&v, v.w->logs, v.w->log_count);
	progress_free(v.progress);
	return status;
}
