/* SPDX-License-Identifier: MIT
 * text_test: the same words by eye are the same words to the program. */
#include "check.h"

#include "base/arena.h"
#include "base/text.h"

static void check_unseen(struct arena *a)
{
	static const char *const rows[] = {
	    "Sở Nội vụ",
	    "S\u200bở N\u200bội v\u2060ụ",
	    "\ufeffSở\u200b Nội \u200bvụ",
	    "\u200b \u00a0Sở \u2060 Nội\u2003vụ\u200b ",
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		CHECK_FOR(rows[i], text_squeeze(a, rows[i]), "Sở Nội vụ");
		CHECK_FOR(rows[i], text_lower(a, rows[i]), "sở nội vụ");
		CHECK_FOR(rows[i], text_key(a, rows[i]), "sở nội vụ");
		CHECK_FOR(rows[i], text_plain(a, rows[i]), "so noi vu");
	}
	CHECK_TEXT(text_squeeze(a, "\u200b\u00ad"), "");
	CHECK_TEXT(text_squeeze(a, "Nội v\u00adụ\u00ad"), "Nội vụ");
	CHECK_TEXT(text_squeeze(a, "2021\u00ad2025"), "2021\u00ad2025");
	CHECK_TEXT(text_lower(a, "2021\u00ad2025"), "2021-2025");
}

int main(void)
{
	struct arena *a = arena_new();
	check_begin("what is not seen parts no word");
	check_unseen(a);
	arena_free(a);
	return check_end();
}
