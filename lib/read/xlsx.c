/* SPDX-License-Identifier: MIT
 * xlsx: an Excel workbook to a grid, each visible sheet a table. Parts are found by their relations
 * alone. It knows nothing of what cells hold. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/words.h"
#include "read/gridmaker.h"
#include "read/package.h"
#include "read/reader.h"
#include "read/relations.h"
#include "read/sheetcells.h"
#include "read/xlsx_private.h"
#include "read/xmlpart.h"

enum { SHEETS_LIMIT = 1000 };

struct sheet_part {
	const char *name, *id;
	bool hidden;
};

struct workbook {
	struct xlsx xlsx;
	const struct document *document;
	struct findings *findings;
	struct relations relations;
	struct sheet_part *sheets;
	size_t count;
};

enum name { SHEET, PROPERTIES, CALCULATION };

static const char *const names[] = {
    [SHEET] = "x:sheet", [PROPERTIES] = "x:workbookPr", [CALCULATION] = "x:calcPr", NULL};

static void add_sheet(struct workbook *w, const struct xml_part *x)
{
	struct arena *a = w->xlsx.arena;
	const char *name = xml_value(x, "name"), *id = xml_value(x, "r:id");
	const char *state = xml_value(x, "state");
	if (!id || w->count >= SHEETS_LIMIT)
		return;
	w->sheets = arena_more(a, w->sheets, w->count, sizeof *w->sheets);
	w->sheets[w->count++] = (struct sheet_part){
	    .name = arena_text(a, name ? name : ""),
	    .id = arena_text(a, id),
	    .hidden = state && strcmp(state, "visible") != 0,
	};
}

static void on_start(void *user, struct xml_part *x, int name)
{
	struct workbook *w = user;
	if (name == SHEET)
		add_sheet(w, x);
	else if (name == PROPERTIES)
		w->xlsx.base_1904 = xlsx_flag(xml_value(x, "date1904"));
	else if (name == CALCULATION)
		w->xlsx.stale = xlsx_flag(xml_value(x, "fullCalcOnLoad"));
}

static void on_end(void *user, struct xml_part *x, int name)
{
	(void)user, (void)x, (void)name;
}

/* The workbook's own part; NULL after one finding. */
static const char *find_workbook(struct workbook *w)
{
	struct relations all;
	if (!relations_read(w->xlsx.arena, w->xlsx.package, "", &all))
		return NULL;
	const char *part = relations_type(&all, "officeDocument");
	if (!part)
		part = "xl/workbook.xml";
	return part;
}

static bool read_shared(struct workbook *w)
{
	const char *strings = relations_type(&w->relations, "sharedStrings");
	const char *styles = relations_type(&w->relations, "styles");
	w->xlsx.plain = (struct xlsx_style){.format = numformat_read(w->xlsx.arena, "General")};
	return (!strings || xlsx_read_strings(&w->xlsx, strings)) &&
	       (!styles || xlsx_read_styles(&w->xlsx, styles));
}

static void tell_hidden(struct workbook *w, const struct sheet_part *sheet)
{
	const char *say = arena_format(
	    w->xlsx.arena, words_pick("the hidden sheet \"%s\"", "trang tính ẩn \"%s\""),
	    sheet->name);
	findings_add(w->findings, (struct place){w->document->name, 0, 0}, CODE_PASSED_OVER, say,
		     NULL, NULL);
}

/* A sheet of cells: those of charts and dialogues have relations of other types. */
static const char *cells_part(const struct workbook *w, const struct sheet_part *sheet)
{
	for (size_t i = 0; i < w->relations.count; i++) {
		const struct relation *r = &w->relations.items[i];
		if (r->target && strcmp(r->id, sheet->id) == 0)
			return strcmp(r->type, "worksheet") == 0 ? r->target : NULL;
	}
	return NULL;
}

static bool read_sheets(struct workbook *w, struct gridmaker *m)
{
	for (size_t i = 0; i < w->count && maker_well(m); i++) {
		const struct sheet_part *sheet = &w->sheets[i];
		const char *part = cells_part(w, sheet);
		if (part && sheet->hidden)
			tell_hidden(w, sheet);
		if (!part || sheet->hidden)
			continue;
		struct sheetcells *cells = sheetcells_new(w->xlsx.arena, sheet->name);
		if (!xlsx_read_sheet(&w->xlsx, part, cells) ||
		    !sheetcells_put(cells, m, w->document, w->findings))
			return false;
	}
	return true;
}

static struct grid *read_workbook(struct workbook *w)
{
	static const struct xml_handlers handlers = {names, on_start, on_end, NULL};
	struct arena *a = w->xlsx.arena;
	const char *part = find_workbook(w);
	if (!part || !xml_read(w->xlsx.package, part, &handlers, w) ||
	    !relations_read(a, w->xlsx.package, part, &w->relations) || !read_shared(w))
		return NULL;
	struct gridmaker *m = maker_new(a, "xlsx", w->document, w->findings);
	return read_sheets(w, m) ? maker_end(m) : NULL;
}

struct grid *xlsx_read(struct arena *a, const struct document *document, struct findings *findings)
{
	struct workbook w = {.xlsx = {.arena = a}, .document = document, .findings = findings};
	w.xlsx.package = package_open(a, document, findings);
	if (!w.xlsx.package)
		return NULL;
	struct grid *grid = read_workbook(&w);
	package_close(w.xlsx.package);
	return grid;
}
