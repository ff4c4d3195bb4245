/* SPDX-License-Identifier: MIT
 * closing: lines that no table holds. It knows their openings, and nothing of cells and columns. */
#include "import/closing.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "import/head.h"

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
