/* SPDX-License-Identifier: MIT
 * closing: lines that no table holds. It knows their openings, and nothing of cells and columns. */
#include "import/closing.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/head.h"
#include "import/ordinal.h"
#include "read/grid.h"

enum { KEY_MOST = 80, LINE_MOST = 120, NUMBER_MOST = 30 }; /* bytes; longer ones are sentences */

static bool starts_with_one(const char *key, const char *const *openings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(key, openings[i], strlen(openings[i])) == 0)
			return strlen(key) < KEY_MOST;
	return false;
}

/* Where a signature, a list of recipients or a web page's footer begins. */
static bool ends_document(const char *key)
{
	static const char *const openings[] = {
	    "noi nhan",	    "tm uy ban nhan dan", "tm ubnd",	      "kt chu tich",
	    "kt bo truong", "kt thu tuong",	  "hieu luc van ban", "tai van ban",
	};
	return starts_with_one(key, openings, sizeof openings / sizeof *openings);
}

/* Where an annex or another document begins; in capitals, as tasks do not name them. */
static bool begins_document(const char *line, const char *key)
{
	static const char *const openings[] = {"phu luc", "danh muc", "bieu so",
					       "cong hoa xa hoi chu nghia viet nam"};
	return starts_with_one(key, openings, sizeof openings / sizeof *openings) &&
	       head_is_capitals(line);
}

/* "(Kèm theo Kế hoạch số 12/KH-UBND ngày 3/2/2026 …": whose annex it is. */
static bool names_document(const char *line, const char *key)
{
	bool opens = strncmp(key, "kem theo ", strlen("kem theo ")) == 0 ||
		     strncmp(key, "ban hanh kem theo ", strlen("ban hanh kem theo ")) == 0;
	return *line == '(' && opens && strstr(key, " ngay ");
}

/* "Số: 12/KH-UBND" alone on its line. */
static bool is_number(const char *line, const char *key)
{
	return strncmp(key, "so ", 3) == 0 && strchr(line, ':') && strchr(line, '/') &&
	       strlen(key) < NUMBER_MOST;
}

static bool closes_table(struct arena *a, const char *line)
{
	if (!*line || !strchr("NnTtKkHhGgPpDdBbCcSs(", *line))
		return false; /* no opening begins so */
	if (strncmp(text_lower(a, line), "ghi chú:", strlen("ghi chú:")) == 0)
		return true; /* of the table; a column's is a heading */
	const char *key = text_plain(a, line);
	return ends_document(key) || begins_document(line, key) || names_document(line, key) ||
	       is_number(line, key);
}

const char *closing_line(struct arena *a, const char *lines)
{
	for (const char *s = lines; *s;) {
		size_t n = strcspn(s, "\n");
		if (n < LINE_MOST && closes_table(a, arena_copy(a, s, n)))
			return s;
		s += n + (s[n] == '\n');
	}
	return NULL;
}

/* Who signs, alone on the line and in capitals. */
static bool is_signature(const char *line, const char *key)
{
	static const char *const signs[] = {
	    "chu tich",	      "giam doc",	   "pho giam doc",	 "pho chu tich",
	    "bo truong",      "truong phong",	   "chanh van phong",	 "nguoi lap",
	    "nguoi lap bieu", "thu truong don vi", "thu truong co quan", "hieu truong",
	};
	if (!head_is_capitals(line))
		return false;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strcmp(key, signs[i]) == 0)
			return true;
	return false;
}

bool closing_row(struct arena *a, const struct grid_row *row)
{
	size_t full = 0;
	bool signs = false;
	for (size_t i = 0; i < row->count; i++) {
		const struct grid_cell *cell = &row->cells[i];
		if (cell->rows == 0 || !*cell->text)
			continue;
		if (full == 0 && ordinal_read(a, cell->text).kind != ORDINAL_NONE)
			return false;
		size_t n = strcspn(cell->lines, "\n");
		const char *line = n < LINE_MOST ? arena_copy(a, cell->lines, n) : "";
		if (full++ == 0 && closes_table(a, line))
			return true;
		const char *key = text_plain(a, line);
		signs = signs || ends_document(key) || is_signature(line, key);
	}
	return signs && full <= 3;
}
