/* SPDX-License-Identifier: MIT
 * agencyplace: the place of an issuer by its name. It reads no registry. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "data/agency_private.h"

static char *slug(struct arena *a, const char *text)
{
	char *plain = text_plain(a, text);
	struct buf b = {0};
	for (const char *s = plain; *s; s++) {
		bool good = (*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9');
		if (good)
			buf_char(&b, *s);
		else if (b.n && b.s[b.n - 1] != '-')
			buf_char(&b, '-');
	}
	if (b.n && b.s[b.n - 1] == '-')
		buf_cut(&b, b.n - 1);
	return buf_take(&b, a);
}

/* Behind the words of an area: "huyện Xuân Lộc, tỉnh Đồng Nai" gives Xuân Lộc. */
static char *area_name(struct arena *a, const struct tokens *t, size_t at)
{
	size_t i = at;
	for (const struct area_word *w = vocabulary_areas; w->phrase; w++) {
		size_t end = phrase_at(t, at, w->phrase);
		if (end > i)
			i = end;
	}
	if (i == at)
		return NULL;
	i += token_is(t, i, MARK_STOP);
	size_t end = i;
	while (end < t->count && (token_is(t, end, MARK_WORD) || token_is(t, end, MARK_DASH)))
		end++;
	char *name = slug(a, tokens_text(a, t, i, end));
	if (!*name)
		return NULL;
	bool number = !name[strspn(name, "0123456789")];
	return number ? slug(a, tokens_text(a, t, at, end)) : name;
}

/* "Sở Nội vụ tỉnh Bình Phước" gives so-noi-vu-binh-phuoc. */
static char *body_name(struct arena *a, const struct tokens *t)
{
	for (size_t i = 1; i + 1 < t->count; i++) {
		char *place = area_name(a, t, i);
		if (place)
			return arena_format(a, "%s-%s", slug(a, tokens_text(a, t, 0, i)), place);
	}
	return slug(a, tokens_text(a, t, 0, t->count));
}

char *agency_place(struct arena *a, const char *issuer)
{
	static const char *const committees[] = {"ubnd",
						 "ủy ban nhân dân",
						 "hđnd",
						 "hội đồng nhân dân",
						 "hđnd và ubnd",
						 "chủ tịch ubnd",
						 "chủ tịch ủy ban nhân dân",
						 "văn phòng ubnd",
						 "văn phòng ủy ban nhân dân",
						 NULL};
	if (!issuer)
		return NULL;
	struct tokens t = tokens_of(a, issuer);
	size_t end = any_phrase_at(&t, 0, committees);
	if (end)
		return area_name(a, &t, end);
	char *whole = area_name(a, &t, 0); /* "tỉnh Bình Phước" */
	if (whole)
		return whole;
	char *name = body_name(a, &t);
	return *name ? name : NULL;
}
