/* SPDX-License-Identifier: MIT
 * logmend: what ends a record that a crash cut off, so that nothing behind it is misread. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "data/logout.h"
#include "time/moment.h"

/* How many bytes the character that `lead` begins has; 0: it begins none. */
static size_t char_size(unsigned char lead)
{
	return lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

/* Adds bytes that make a cut last character a whole one. */
static void mend_character(struct buf *b, const char *line, size_t n)
{
	size_t good = utf8_check(line, n), have = n - good;
	if (have == 0 || have > 3 || char_size((unsigned char)line[good]) <= have)
		return;
	size_t size = char_size((unsigned char)line[good]);
	char c[4] = {0};
	memcpy(c, line + good, have);
	for (int second = 0x80; second < 0xC0; second++) {
		for (size_t i = have; i < size; i++)
			c[i] = (char)(i == 1 ? second : 0x80);
		if (utf8_check(c, size) == size)
			break;
	}
	buf_bytes(b, c + have, size - have);
}

/* "…,2024-03-21T08:02:11Z" in a log that ends in the time of logging lacks nothing but its end. */
static bool ends_in_whole_time(const char *line, size_t n, const struct log_layout *layout)
{
	static const size_t size = sizeof "2024-03-21T08:02:11Z" - 1;
	char last[sizeof "2024-03-21T08:02:11Z"] = "";
	int64_t seconds;
	if (n <= size || strcmp(layout->names[layout->width - 1], "logged") != 0 ||
	    line[n - size - 1] != layout->separator || line[n - 1] != 'Z')
		return false;
	memcpy(last, line + n - size, size);
	return moment_parse(last, &seconds);
}

const char *logout_mend(struct arena *a, const char *line, size_t n,
			const struct log_layout *layout)
{
	struct buf b = {0};
	bool open = false;
	size_t fields = 1;
	mend_character(&b, line, n);
	for (size_t i = 0; i < n; i++) {
		open ^= line[i] == '"';
		fields += !open && line[i] == layout->separator;
	}
	if (open)
		buf_char(&b, '"');
	/* Cut in its last field it must not be read as whole: it gets one field too many. */
	if (fields == layout->width && (open || !ends_in_whole_time(line, n, layout)))
		buf_char(&b, layout->separator);
	buf_text(&b, layout->end);
	return buf_take(&b, a);
}
