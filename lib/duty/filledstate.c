/* SPDX-License-Identifier: MIT
 * filledstate: what a row of a filled-in sheet says has happened. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "duty/filled_private.h"

void filled_take(const struct filler *f, const struct filled_row *r, struct entry *e,
		 enum entry_field field, enum role role)
{
	int column = f->columns[role];
	if (column < 0 || (size_t)column >= r->count || !*r->cells[column])
		return;
	e->fields[field] = r->cells[column];
	e->places[field] = r->places[column];
}

/* The first of the columns that speak of a state and that says something known. */
static struct said_status read_status(const struct filler *f, const struct filled_row *r,
				      struct entry *e, enum role *from)
{
	static const enum role order[] = {ROLE_STATUS, ROLE_STATE, ROLE_RESULT};
	struct said_status said = {SAYS_UNKNOWN, EVENT_KINDS, NULL};
	*from = ROLE_COUNT;
	for (size_t i = 0; i < 3; i++) {
		const char *words = filled_cell(r, f->columns[order[i]]);
		/* What the state was is printed in forms: it is no report where a status is asked for. */
		if (!*words || (order[i] == ROLE_STATE && f->columns[ROLE_STATUS] >= 0))
			continue;
		struct said_status got = status_of_words(f->a, words);
		if (order[i] == ROLE_RESULT && got.says == SAYS_UNKNOWN)
			continue;
		filled_take(f, r, e, ENTRY_STATUS, order[i]);
		*from = order[i];
		return got;
	}
	return said;
}

static const char *join_notes(const struct filler *f, const char *note, const char *result)
{
	if (!*result)
		return note;
	return *note ? arena_format(f->a, "%s; %s", result, note) : result;
}

/* 0,6 may be 60 % or less than one. */
static bool is_share(const char *value)
{
	return strpbrk(value, ",.") && (*value == '0' || *value == '1') && strchr(",.", value[1]);
}

static void set_kind(struct entry *e, enum event_kind kind)
{
	e->fields[ENTRY_STATUS] = event_word(kind);
}

/* Progress without a number says only that it is under way. */
static void set_progress(const struct filler *f, struct entry *e, const char *percent)
{
	const char *value = percent ? percent : e->fields[ENTRY_VALUE];
	bool sign = percent || strchr(value, '%');
	const char *end = value + strlen(value);
	while (end > value && strchr("% ", end[-1]))
		end--;
	value = e->fields[ENTRY_VALUE] = arena_copy(f->a, value, (size_t)(end - value));
	set_kind(e, *value ? EVENT_PROGRESS : EVENT_STARTED);
	if (!sign && is_share(value))
		filled_refuse(
		    f, e, e->places[ENTRY_VALUE],
		    arena_format(f->a,
				 words_pick("\"%s\" may be a share or a percentage; write 60 %%",
					    "\"%s\" có thể là phần hoặc phần trăm; hãy ghi 60 %%"),
				 e->fields[ENTRY_VALUE]));
}

static void take_event(const struct filler *f, struct entry *e, struct said_status said)
{
	if (said.kind == EVENT_PROGRESS) {
		set_progress(f, e, said.percent);
		return;
	}
	set_kind(e, said.kind);
	if (said.kind != EVENT_EXTENDED && said.kind != EVENT_VOID && said.kind != EVENT_MEASURED)
		e->fields[ENTRY_VALUE] = "";
}

/* A row without a word of its state. */
static void take_silence(const struct filler *f, struct entry *e)
{
	const char *const *x = e->fields;
	if (*x[ENTRY_VALUE] && strspn(x[ENTRY_VALUE], "0% ") < strlen(x[ENTRY_VALUE]))
		set_progress(f, e, NULL);
	else if (*x[ENTRY_EVIDENCE] || *x[ENTRY_DATE])
		filled_refuse(f, e, e->at,
			      words_pick("it has a date or a document, and no status",
					 "có ngày hoặc văn bản nhưng không có trạng thái"));
	else if (*x[ENTRY_NOTE])
		set_kind(e, EVENT_NOTE);
	else
		e->verdict = VERDICT_EMPTY;
}

void filled_status(const struct filler *f, const struct filled_row *r, struct entry *e)
{
	enum role from;
	struct said_status said = read_status(f, r, e, &from);
	if (from != ROLE_RESULT)
		e->fields[ENTRY_NOTE] =
		    join_notes(f, e->fields[ENTRY_NOTE], filled_cell(r, f->columns[ROLE_RESULT]));
	if (from == ROLE_COUNT) {
		take_silence(f, e);
	} else if (said.says == SAYS_EVENT) {
		take_event(f, e, said);
	} else if (said.says == SAYS_NOTHING) {
		e->fields[ENTRY_VALUE] = "";
		if (*e->fields[ENTRY_NOTE])
			set_kind(e, EVENT_NOTE);
		else
			e->verdict = VERDICT_EMPTY;
	} else {
		filled_refuse(
		    f, e, e->places[ENTRY_STATUS],
		    arena_format(f->a,
				 words_pick("\"%s\" is no status", "\"%s\" không phải trạng thái"),
				 e->fields[ENTRY_STATUS]));
	}
}
