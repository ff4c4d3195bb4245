/* SPDX-License-Identifier: MIT
 * docx: a Word document to a grid. It finds the parts and puts the body's paragraphs and tables in
 * their order; what a table is, how runs look and how lists count is known to the other docx files.
 * Headers, footers, comments and notes are other parts, which are not read. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "read/docxbody.h"
#include "read/gridmaker.h"
#include "read/package.h"
#include "read/reader.h"
#include "read/relations.h"

/* The part that the package is about: a letter, or a template, with macros or without. */
static const char *main_part(const struct docx *d)
{
	struct relations relations = {NULL, 0};
	if (!relations_read(d->arena, d->package, "", &relations))
		return NULL;
	const char *part = relations_type(&relations, "officeDocument");
	if (!part)
		part = "word/document.xml";
	if (package_has(d->package, part))
		return part;
	findings_add(d->findings, (struct place){d->document->name, 0, 0}, CODE_PART_MISSING, part,
		     NULL, NULL);
	return NULL;
}

/* The body in `part` with what it leans on; false after a finding. */
static bool read_parts(struct docx *d, const char *part)
{
	struct relations relations = {NULL, 0};
	struct arena *a = d->arena;
	if (!relations_read(a, d->package, part, &relations))
		return false;
	d->styles = docx_styles_read(a, d->package, relations_type(&relations, "styles"),
				     relations_type(&relations, "theme"));
	if (!d->styles)
		return false;
	d->numbers =
	    docx_numbers_read(a, d->package, relations_type(&relations, "numbering"), d->styles);
	return d->numbers && docx_body_read(d, part);
}

static void note(const struct docx *d, enum code code, const char *what)
{
	findings_add_text(d->findings, (struct place){d->document->name, 0, 0}, SEVERITY_WARNING,
			  code, what);
}

/* What of the document's state is worth knowing before anything else. */
static void tell_state(const struct docx *d)
{
	long changes = d->changes + docx_rows_deleted(d->tables);
	if (changes > 0)
		note(
		    d, CODE_TRACKED_CHANGE,
		    arena_format(
			d->arena,
			words_pick("tracked changes that nobody accepted yet: %ld; the document is "
				   "read as if all were accepted",
				   "văn bản còn sửa đổi đang theo dõi, chưa chấp nhận: %ld; đã đọc "
				   "như thể đã chấp nhận hết"),
			changes));
	if (d->embedded > 0)
		note(d, CODE_PART_UNREAD,
		     arena_format(
			 d->arena,
			 words_pick("other documents or sheets are embedded in this one (%ld) "
				    "and not read; save them alone and import them",
				    "văn bản nhúng %ld văn bản hoặc bảng tính khác, không "
				    "đọc được; hãy lưu riêng rồi nhập"),
			 d->embedded));
}

static struct grid *read_package(struct docx *d)
{
	const char *part = main_part(d);
	if (!part)
		return NULL;
	d->maker = maker_new(d->arena, "docx", d->document, d->findings);
	d->tables = docx_tables_new(d->arena, d->maker, d->document, d->findings);
	bool well = read_parts(d, part);
	docx_tables_free(d->tables);
	struct grid *grid = well ? maker_end(d->maker) : NULL;
	if (grid)
		tell_state(d);
	return grid;
}

struct grid *docx_read(struct arena *a, const struct document *document, struct findings *findings)
{
	struct docx d = {.arena = a, .document = document, .findings = findings};
	d.package = package_open(a, document, findings);
	struct grid *grid = d.package ? read_package(&d) : NULL;
	package_close(d.package);
	return grid;
}
