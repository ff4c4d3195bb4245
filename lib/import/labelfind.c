/* SPDX-License-Identifier: MIT
 * labelfind: where labels stand in a paragraph and where their values end, by the signs around them.
 * It knows no other paragraphs and no tasks. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "data/agency.h"
#include "import/labelwords.h"
#include "time/phrase.h"

enum {
	PARAGRAPH_MOST = 20 * 1000, /* bytes; longer ones are no task's */
	LABEL_WORDS = 8,
	LABEL_BYTES = 120,
	LIKE_NAMES = 80, /* below it a sentence names no agencies */
	LIKE_DEADLINE = 80,
	DEADLINE_BYTES = 200,
};

static const char *skip_back(const char *text, const char *s, const char *signs)
{
	while (s > text && strchr(signs, s[-1]))
		s--;
	return s;
}

static bool is_capital(const char *s)
{
	uint32_t c = utf8_next(&s);
	return utf8_is_letter(c) && utf8_lower(c) != c;
}

/* May a label begin at s: at a sentence's or bracket's start, behind a sign, or with a capital letter? */
static bool may_begin(const char *text, const char *s)
{
	const char *before = skip_back(text, s, " ");
	if (before == text || is_capital(s))
		return true;
	static const char *const dashes[] = {"–", "—", "•", "…"};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		size_t n = strlen(dashes[i]);
		if ((size_t)(before - text) >= n && strncmp(before - n, dashes[i], n) == 0)
			return true;
	}
	return strchr(".,;:([-+/", before[-1]) != NULL;
}

/* The longest label that ends at the colon and begins at `from` or behind; NULL when there is none. */
static const char *label_before(struct arena *a, const char *text, const char *from,
				const char *colon, enum role *role)
{
	const char *found = NULL, *s = skip_back(from, colon, " ");
	size_t words = 0;
	while (s > from && words++ < LABEL_WORDS && colon - s < LABEL_BYTES) {
		while (s > from && s[-1] != ' ')
			s--;
		const char *word = s + strspn(s, "([-+\"");
		enum role r = may_begin(text, word)
				  ? label_role(a, arena_copy(a, word, (size_t)(colon - word)))
				  : ROLE_UNKNOWN;
		if (r != ROLE_UNKNOWN) {
			*role = r;
			found = word;
		}
		s = skip_back(from, s, " ");
	}
	return found;
}

/* A colon that may end a label: not one of a time or an address. */
static bool is_colon(const char *s)
{
	return *s == ':' && !(s[1] >= '0' && s[1] <= '9') && strncmp(s, "://", 3) != 0;
}

static void add(struct arena *a, struct label_list *list, struct label label)
{
	list->items = arena_more(a, list->items, list->count, sizeof *list->items);
	list->items[list->count++] = label;
}

/* A label at the paragraph's start that has a typing error: "Cơ quam chủ trì". */
static bool read_slip(struct arena *a, const char *text, const char *colon, struct label_list *list)
{
	bool typo = false;
	const char *words = arena_copy(a, text, (size_t)(colon - text));
	if (colon - text > LABEL_BYTES / 2)
		return false;
	enum role role = heading_role(a, words, &typo);
	if (!typo || (!label_is_hard(role) && role != ROLE_PRODUCT))
		return false;
	add(a, list,
	    (struct label){.role = role,
			   .words = words,
			   .from = 0,
			   .to = (size_t)(colon + 1 - text),
			   .typo = true});
	return true;
}

static struct label_list find_labels(struct arena *a, const char *text)
{
	struct label_list list = {NULL, 0};
	const char *from = text;
	for (const char *s = text; *s; s++) {
		enum role role = ROLE_UNKNOWN;
		if (!is_colon(s))
			continue;
		const char *begin = label_before(a, text, from, s, &role);
		if (begin)
			add(a, &list,
			    (struct label){
				.role = role,
				.words = text_squeeze(a, arena_copy(a, begin, (size_t)(s - begin))),
				.from = (size_t)(begin - text),
				.to = (size_t)(s + 1 - text)});
		if (begin || (list.count == 0 && read_slip(a, text, s, &list)))
			from = s + 1;
	}
	return list;
}

/* The bracket that is open at s and closes behind it: its closing sign; NULL when s is in none. */
static const char *bracket_end(const char *text, const char *s)
{
	size_t depth = 0;
	for (const char *p = text; p < s; p++) {
		depth += *p == '(' || *p == '[';
		depth -= depth > 0 && (*p == ')' || *p == ']');
	}
	for (const char *p = s; *p && depth > 0; p++) {
		depth += *p == '(' || *p == '[';
		depth -= *p == ')' || *p == ']';
		if (depth == 0)
			return p;
	}
	return NULL;
}

/* Does a sentence say more of what the label is for? */
static bool says_more(struct arena *a, enum role role, const char *sentence)
{
	if (role == ROLE_LEAD || role == ROLE_WITH)
		return agency_likeness(sentence) >= LIKE_NAMES;
	return strlen(sentence) > DEADLINE_BYTES || phrase_likeness(a, sentence) > 0;
}

/* Where the value that begins at s is over: names and deadlines end with their sentence, unless the
 * next one goes on. */
static const char *sentence_end(struct arena *a, enum role role, const char *s, const char *end)
{
	if (!label_is_hard(role) && role != ROLE_START)
		return end;
	for (const char *p = s; p + 1 < end; p++) {
		if (strncmp(p, ". ", 2) != 0 || !is_capital(p + 2))
			continue;
		const char *rest = p + 2;
		size_t n = strcspn(rest, ".");
		n = n < (size_t)(end - rest) ? n : (size_t)(end - rest);
		if (!says_more(a, role, arena_copy(a, rest, n)))
			return p + 1;
	}
	return end;
}

/* Signs at the end that part a value from what follows; "v.v." and "…" are its own. */
static const char *trim_end(const char *from, const char *end)
{
	for (;;) {
		if (end - from >= 3 &&
		    (strncmp(end - 3, "–", 3) == 0 || strncmp(end - 3, "•", 3) == 0))
			end -= 2;
		else if (end == from || !strchr(" ;,.-/", end[-1]))
			break;
		if (end[-1] == '.' && end - from > 3 &&
		    (end[-2] == '.' || strncmp(end - 3, "v.v", 3) == 0 ||
		     strncmp(end - 4, "v.v.", 4) == 0))
			break;
		end--;
	}
	return end;
}

/* Does the text look like what the label is for? */
static bool suits(struct arena *a, enum role role, const char *text)
{
	return role == ROLE_DUE ? phrase_likeness(a, text) >= LIKE_DEADLINE
				: agency_likeness(text) >= LIKE_DEADLINE;
}

/* A label at the paragraph's start without its colon, before what it is for: "Cơ quan chủ trì là Sở
 * Y tế", "Thời gian hoàn thành trước ngày 30/6/2026". */
static void find_bare(struct arena *a, const char *text, struct label_list *list)
{
	const char *s = text;
	size_t most = list->count > 0 ? list->items[0].from : strlen(text);
	if (most > DEADLINE_BYTES + LABEL_BYTES)
		return;
	for (size_t words = 0; words < LABEL_WORDS && *s; words++) {
		s += strcspn(s, " ");
		enum role role = label_role(a, arena_copy(a, text, (size_t)(s - text)));
		if (words < 2 || !*s || !label_is_hard(role) || (size_t)(s - text) >= most) {
			s += *s == ' ';
			continue;
		}
		const char *value = s + strspn(s, " -");
		value += strncmp(value, "–", 3) == 0 ? 3 : 0;
		value += strncmp(value, "là ", 4) == 0 ? 4 : 0;
		size_t n = most - (size_t)(value - text);
		if (suits(a, role, arena_copy(a, value, n))) {
			struct label label = {.role = role,
					      .words = arena_copy(a, text, (size_t)(s - text)),
					      .to = (size_t)(value - text)};
			add(a, list, label);
			for (size_t i = list->count - 1; i > 0; i--)
				list->items[i] = list->items[i - 1];
			list->items[0] = label;
			return;
		}
		s += *s == ' ';
	}
}

static void set_values(struct arena *a, const char *text, struct label_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct label *label = &list->items[i];
		const char *s = text + label->to, *end = text + strlen(text);
		if (i + 1 < list->count)
			end = skip_back(s, text + list->items[i + 1].from, " ([+-");
		const char *bracket = bracket_end(text, text + label->from);
		if (bracket && bracket < end)
			end = bracket;
		s += strspn(s, " ");
		if (end < s)
			end = s;
		end = sentence_end(a, label->role, s, end);
		label->to = (size_t)(end - text);
		const char *last = trim_end(s, end);
		if (label->role == ROLE_TEXT && last < end && *last == '.')
			last++; /* words that end their sentence */
		label->value = arena_copy(a, s, (size_t)(last - s));
	}
}

/* "hoàn thành" and what makes a deadline of it, at s in plain words. */
static bool opens_deadline(const char *plain)
{
	static const char *const next[] = {"truoc ", "trong ", "cham nhat ", "xong ", "vao ",
					   "quy ",   "thang ", "nam ",	     "den ",  "dung "};
	if (strncmp(plain, "hoan thanh ", strlen("hoan thanh ")) != 0)
		return false;
	plain += strlen("hoan thanh ");
	for (size_t i = 0; i < sizeof next / sizeof *next; i++)
		if (strncmp(plain, next[i], strlen(next[i])) == 0)
			return true;
	return false;
}

/* The deadline that begins at s, "hoàn thành trước ngày 30/6/2026", up to its sentence's end. */
static bool read_embedded(struct arena *a, const char *text, const char *s, struct label *label)
{
	const char *before = skip_back(text, s, " ");
	if (before > text && !strchr(".;,(", before[-1]))
		return false;
	size_t n = 0;
	while (n <= DEADLINE_BYTES && s[n] && !strchr(";)", s[n]))
		n++;
	for (const char *p = s; p < s + n; p++)
		if (strncmp(p, ". ", 2) == 0 && is_capital(p + 2))
			n = (size_t)(p - s);
	const char *value = arena_copy(a, s, (size_t)(trim_end(s, s + n) - s));
	if (n > DEADLINE_BYTES || !opens_deadline(text_plain(a, value)) ||
	    phrase_likeness(a, value) < LIKE_DEADLINE)
		return false;
	*label = (struct label){.role = ROLE_DUE,
				.words = "",
				.value = value,
				.from = (size_t)(s - text),
				.to = (size_t)(s + n - text),
				.embedded = true};
	return true;
}

static bool is_taken(const struct label_list *list, size_t at)
{
	for (size_t i = 0; i < list->count; i++)
		if (at >= list->items[i].from && at < list->items[i].to)
			return true;
	return false;
}

/* The first deadline without a label that stands in no value; labels stay in order. */
static void find_embedded(struct arena *a, const char *text, struct label_list *list)
{
	for (const char *s = text; *s; s++) {
		bool start = s == text || s[-1] == ' ' || s[-1] == '(';
		struct label label;
		if (!start || (*s != 'h' && *s != 'H') || is_taken(list, (size_t)(s - text)) ||
		    !read_embedded(a, text, s, &label))
			continue;
		add(a, list, label);
		for (size_t i = list->count - 1;
		     i > 0 && list->items[i - 1].from > list->items[i].from; i--) {
			struct label later = list->items[i - 1];
			list->items[i - 1] = list->items[i];
			list->items[i] = later;
		}
		return;
	}
}

static bool has_due(const struct label_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].role == ROLE_DUE)
			return true;
	return false;
}

struct label_list labels_in(struct arena *a, const char *text)
{
	struct label_list list = {NULL, 0};
	if (strlen(text) > PARAGRAPH_MOST)
		return list;
	list = find_labels(a, text);
	if (list.count == 0 || list.items[0].from > 0)
		find_bare(a, text, &list);
	set_values(a, text, &list);
	if (!has_due(&list))
		find_embedded(a, text, &list);
	return list;
}
