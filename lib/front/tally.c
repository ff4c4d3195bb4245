/* SPDX-License-Identifier: MIT
 * tally: counts of an import and changes of an update as lines. It decides nothing. */
#include "front/tally.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/codes.h"
#include "base/utf8.h"
#include "base/words.h"
#include "form/sheet.h"
#include "form/yamltree.h"
#include "import/import.h"
#include "import/update.h"

enum { TEXT_SHOWN = 70 /* characters of a task's text in a line */ };

static void begin(struct buf *out, const char *file, long at)
{
	buf_text(out, file);
	if (at > 0)
		buf_format(out, ":%ld", at);
	buf_text(out, ": ");
}

/* The first characters of a text that a file brought. */
static const char *shown(struct arena *a, const char *text)
{
	const char *s = text ? text : "", *end = s;
	for (int i = 0; *end && i < TEXT_SHOWN; i++)
		utf8_next(&end);
	return sheet_visible(a, *end ? arena_format(a, "%.*s…", (int)(end - s), s) : s);
}

/* ---- doubts ---- */

struct doubt_counts {
	size_t of[CODE_COUNT], all, settled;
};

static void count_doubts(struct doubt_counts *counts, const struct node *tasks)
{
	for (const struct node *t = tasks ? tasks->first : NULL; t; t = t->next) {
		const struct node *list = node_get(t, "doubts");
		for (const struct node *d = list ? list->first : NULL; d; d = d->next) {
			const char *code = node_text(d, "code");
			bool settled = node_text(d, "settled") != NULL;
			counts->settled += settled;
			counts->all += !settled;
			counts->of[code && !settled ? code_find(code) : CODE_NONE] += !settled;
		}
	}
}

static void list_doubts(struct buf *out, const struct doubt_counts *counts)
{
	bool first = true;
	for (size_t i = 0; i < CODE_COUNT; i++) {
		if (!counts->of[i])
			continue;
		const char *name =
		    i == CODE_NONE ? code_info(CODE_DOUBT)->name : code_info((enum code)i)->name;
		buf_format(out, "%s%s %zu", first ? " (" : ", ", name, counts->of[i]);
		first = false;
	}
	if (!first)
		buf_char(out, ')');
}

/* ---- an import ---- */

static void tell_left_rows(struct arena *a, struct buf *out, const char *file,
			   const struct table_info *t)
{
	for (size_t i = 0; i < t->left.count; i++) {
		const struct left_row *row = &t->left.items[i];
		begin(out, file, row->at);
		buf_format(out, words_pick("left out, rows: %ld: %s", "bỏ, số hàng: %ld: %s"),
			   row->count, row->why);
		if (row->text)
			buf_format(out, ": \"%s\"", shown(a, row->text));
		buf_char(out, '\n');
	}
}

static void tell_table(struct arena *a, struct buf *out, const char *file, size_t number,
		       const struct table_info *t)
{
	long left = 0;
	for (size_t i = 0; i < t->left.count; i++)
		left += t->left.items[i].count;
	begin(out, file, t->at);
	buf_format(out, words_pick("table %zu", "bảng %zu"), number);
	if (t->name)
		buf_format(out, " \"%s\"", shown(a, t->name));
	if (!t->taken) {
		buf_format(out, words_pick(" left out: %s\n", " bỏ qua: %s\n"), t->reason);
		return;
	}
	buf_format(out,
		   words_pick(" taken: rows %ld; tasks %ld, groups %ld, left out %ld\n",
			      " đã lấy: số hàng %ld; nhiệm vụ %ld, nhóm %ld, bỏ %ld\n"),
		   t->rows, t->tasks, t->groups, left);
	tell_left_rows(a, out, file, t);
}

void tally_import(struct arena *a, struct buf *out, const char *file,
		  const struct import_result *result, const struct node *plan)
{
	const struct node *tasks = node_get(plan, "tasks"), *areas = node_get(plan, "areas");
	struct doubt_counts counts = {{0}, 0, 0};
	size_t taken = 0;
	file = sheet_visible(a, file);
	count_doubts(&counts, tasks);
	for (size_t i = 0; i < result->table_count; i++) {
		tell_table(a, out, file, i + 1, &result->tables[i]);
		taken += result->tables[i].taken;
	}
	begin(out, file, 0);
	buf_format(out,
		   words_pick("tables %zu, taken %zu; tasks %zu, areas %zu; doubts %zu",
			      "số bảng %zu, đã lấy %zu; nhiệm vụ %zu, mục %zu; điều nghi ngờ %zu"),
		   result->table_count, taken, tasks ? tasks->count : 0, areas ? areas->count : 0,
		   counts.all);
	list_doubts(out, &counts);
	if (counts.settled)
		buf_format(out, words_pick(", settled %zu", ", đã xác nhận %zu"), counts.settled);
	buf_char(out, '\n');
}

/* ---- an update ---- */

static void tell_change(struct arena *a, struct buf *out, const struct update_note *n)
{
	static const char nothing[] = "-";
	if (n->id)
		buf_format(out, words_pick("changed: task %s, ", "thay đổi: nhiệm vụ %s, "), n->id);
	else
		buf_text(out, words_pick("changed: ", "thay đổi: "));
	buf_format(out, "%s: %s → %s\n", n->id ? words_say("cell", n->cell) : n->cell,
		   n->was ? shown(a, n->was) : nothing, n->is ? shown(a, n->is) : nothing);
}

static void tell_note(struct arena *a, struct buf *out, const char *old, const char *file,
		      const struct update_note *n)
{
	begin(out, n->what == UPDATE_REMOVED || n->what == UPDATE_OWN ? old : file, n->at);
	switch (n->what) {
	case UPDATE_ADDED:
		buf_format(out, words_pick("added: task %s: %s\n", "thêm: nhiệm vụ %s: %s\n"),
			   n->id, shown(a, n->is));
		break;
	case UPDATE_REMOVED:
		buf_format(out, words_pick("removed: task %s: %s\n", "bỏ: nhiệm vụ %s: %s\n"),
			   n->id, shown(a, n->was));
		break;
	case UPDATE_RENUMBERED:
		buf_format(out,
			   words_pick("renumbered: task %s, printed %s before, now %s\n",
				      "đổi số: nhiệm vụ %s, trước ghi %s, nay ghi %s\n"),
			   n->id, n->was ? n->was : "-", n->is ? n->is : "-");
		break;
	case UPDATE_KEPT:
		buf_format(out,
			   words_pick("kept: %s: %s; the document says: %s\n",
				      "giữ nguyên: %s: %s; văn bản ghi: %s\n"),
			   n->cell, shown(a, n->was), shown(a, n->is));
		break;
	case UPDATE_OWN:
		buf_format(out,
			   words_pick("kept: task %s, added by hand: %s\n",
				      "giữ nguyên: nhiệm vụ %s do người dùng thêm: %s\n"),
			   n->id, shown(a, n->is));
		break;
	default:
		tell_change(a, out, n);
		break;
	}
}

/* Tasks with a note of that kind, each once. */
static size_t count_notes(const struct update *update, enum update_what what)
{
	size_t n = 0;
	const char *last = NULL;
	for (size_t i = 0; i < update->count; i++)
		if (update->notes[i].what == what && (!last || update->notes[i].id != last)) {
			last = update->notes[i].id;
			n++;
		}
	return n;
}

void tally_update(struct arena *a, struct buf *out, const char *old, const char *file,
		  const char *missing, const struct update *update)
{
	old = sheet_visible(a, old);
	file = sheet_visible(a, file);
	for (size_t i = 0; i < update->count; i++)
		tell_note(a, out, old, file, &update->notes[i]);
	if (missing) {
		begin(out, old, 0);
		buf_format(
		    out,
		    words_pick("its own document, %s, is not beside it: words edited by hand "
			       "cannot be told from words that the document changed\n",
			       "không có văn bản gốc %s ở bên cạnh: không phân biệt được chữ "
			       "sửa tay với chữ mà văn bản thay đổi\n"),
		    shown(a, missing));
	}
	begin(out, old, 0);
	buf_format(
	    out,
	    words_pick("update: tasks in both %zu, added %zu, removed %zu, changed %zu, "
		       "renumbered %zu; settled doubts kept %zu, dropped %zu; edits kept %zu\n",
		       "cập nhật: nhiệm vụ có ở cả hai %zu, thêm %zu, bỏ %zu, thay đổi %zu, "
		       "đổi số %zu; điều đã xác nhận giữ %zu, bỏ %zu; chỗ sửa tay giữ %zu\n"),
	    update->kept, count_notes(update, UPDATE_ADDED), count_notes(update, UPDATE_REMOVED),
	    count_notes(update, UPDATE_CHANGED), count_notes(update, UPDATE_RENUMBERED),
	    update->settled, update->settled_dropped, update->edits);
}
