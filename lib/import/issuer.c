/* SPDX-License-Identifier: MIT
 * issuer: who issued a document, from its letterhead, else from what it says of itself elsewhere;
 * and on which level that is. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/utf8.h"
#include "import/head.h"

enum { LETTERHEAD_WORDS = 16 };

/* Words for places, as they stand behind "Ủy ban nhân dân". */
static const struct place_word {
	const char *plain, *word;
	enum level level;
} place_words[] = {
    {"tinh ", "tỉnh", LEVEL_PROVINCE},	      {"thanh pho ", "thành phố", LEVEL_DISTRICT},
    {"tp ", "thành phố", LEVEL_DISTRICT},     {"huyen ", "huyện", LEVEL_DISTRICT},
    {"quan ", "quận", LEVEL_DISTRICT},	      {"thi xa ", "thị xã", LEVEL_DISTRICT},
    {"thi tran ", "thị trấn", LEVEL_COMMUNE}, {"xa ", "xã", LEVEL_COMMUNE},
    {"phuong ", "phường", LEVEL_COMMUNE},     {"dac khu ", "đặc khu", LEVEL_COMMUNE},
};

/* Cities under the central government stand on the level of a province. */
static const char *const great_cities[] = {"ha noi",  "ho chi minh", "hai phong",
					   "da nang", "can tho",     "hue"};

/* Organisations that may stand alone in a letterhead, or below a place. */
static const struct organisation {
	const char *plain, *name; /* NULL: the rest of the line is part of the name */
	enum level level;
} organisations[] = {
    {"thu tuong chinh phu", "Thủ tướng Chính phủ", LEVEL_STATE},
    {"chinh phu", "Chính phủ", LEVEL_STATE},
    {"quoc hoi", "Quốc hội", LEVEL_STATE},
    {"uy ban thuong vu quoc hoi", "Ủy ban Thường vụ Quốc hội", LEVEL_STATE},
    {"thanh tra chinh phu", "Thanh tra Chính phủ", LEVEL_STATE},
    {"van phong chinh phu", "Văn phòng Chính phủ", LEVEL_STATE},
    {"bo ", NULL, LEVEL_STATE},
    {"so ", NULL, LEVEL_AGENCY},
    {"ban quan ly ", NULL, LEVEL_AGENCY},
    {"van phong ", NULL, LEVEL_AGENCY},
    {"thanh tra ", NULL, LEVEL_AGENCY},
    {"chi cuc ", NULL, LEVEL_AGENCY},
    {"cuc ", NULL, LEVEL_AGENCY},
    {"phong ", NULL, LEVEL_AGENCY},
    {"trung tam ", NULL, LEVEL_AGENCY},
    {"tinh uy ", NULL, LEVEL_PROVINCE},
    {"thanh uy ", NULL, LEVEL_PROVINCE},
    {"huyen uy ", NULL, LEVEL_DISTRICT},
    {"dang uy ", NULL, LEVEL_AGENCY},
};

/* Beside or below every letterhead. */
static const char motto[] = "cong hoa xa hoi chu nghia viet nam";

static bool starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

static void put_char(struct buf *out, uint32_t c)
{
	char bytes[4];
	buf_bytes(out, bytes, utf8_put(bytes, c));
}

/* Lower case, with a capital at each word (`names`), or only at the first and behind "," "và" "-"
 * as agencies are written. Words that are not all capitals stay as printed. */
static const char *recase(struct arena *a, const char *s, bool names)
{
	struct buf out = {0};
	bool great = true;
	while (*s) {
		size_t n = strcspn(s, " ");
		const char *word = arena_copy(a, s, n);
		const char *lower = text_lower(a, word);
		bool joins = strcmp(lower, "và") == 0 || strcmp(lower, "-") == 0;
		if (!head_is_capitals(word) || joins) {
			buf_text(&out, joins ? lower : word);
		} else {
			bool first = great || names;
			for (const char *p = word; *p;) {
				uint32_t c = utf8_next(&p);
				put_char(&out, first ? c : utf8_lower(c));
				first = names && c == '-';
			}
		}
		great = joins || (n > 0 && s[n - 1] == ',');
		s += n;
		if (*s == ' ')
			buf_char(&out, *s++);
	}
	return buf_take(&out, a);
}

/* The bytes of s behind its first `words` words. */
static const char *behind_words(const char *s, size_t words)
{
	while (words-- > 0) {
		s += strcspn(s, " ");
		s += *s == ' ';
	}
	return s;
}

static size_t words_in(const char *s)
{
	size_t n = *s != '\0';
	for (; *s; s++)
		n += *s == ' ';
	return n;
}

/* "TỈNH BÌNH PHƯỚC" gives "tỉnh Bình Phước". */
static const char *read_place(struct arena *a, const char *text)
{
	const char *plain = text_plain(a, text);
	for (size_t i = 0; i < sizeof place_words / sizeof *place_words; i++) {
		const struct place_word *p = &place_words[i];
		if (!starts(plain, p->plain))
			continue;
		const char *name = behind_words(text, words_in(p->plain) - 1);
		if (starts(plain, "tp ") && strncmp(text, "TP.", 3) == 0 && text[3] != ' ')
			name = text + 3;
		return *name ? arena_format(a, "%s %s", p->word, recase(a, name, true)) : NULL;
	}
	return NULL;
}

/* "ỦY BAN NHÂN DÂN TỈNH …" gives "UBND tỉnh …"; NULL when it is something else. */
static const char *read_committee(struct arena *a, const char *text)
{
	static const struct {
		const char *plain, *word;
	} bodies[] = {{"uy ban nhan dan ", "UBND"},
		      {"ubnd ", "UBND"},
		      {"hoi dong nhan dan ", "HĐND"},
		      {"hdnd ", "HĐND"}};
	const char *plain = text_plain(a, text);
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		if (!starts(plain, bodies[i].plain))
			continue;
		const char *place =
		    read_place(a, behind_words(text, words_in(bodies[i].plain) - 1));
		return place ? arena_format(a, "%s %s", bodies[i].word, place) : NULL;
	}
	return NULL;
}

static const struct organisation *find_organisation(struct arena *a, const char *text)
{
	const char *plain = text_plain(a, text);
	if (starts(plain, "bo truong"))
		return NULL; /* a person, who signs */
	for (size_t i = 0; i < sizeof organisations / sizeof *organisations; i++) {
		const struct organisation *o = &organisations[i];
		if (o->name ? strcmp(plain, o->plain) == 0 : starts(plain, o->plain))
			return o;
	}
	return NULL;
}

/* "BỘ NỘI VỤ" is "Bộ Nội vụ": the name begins behind the kind; a party committee is named after
 * its place. */
static const char *organisation_name(struct arena *a, const struct organisation *o,
				     const char *text)
{
	if (o->name)
		return o->name;
	bool place = strstr(o->plain, "uy ") != NULL;
	const char *name = behind_words(text, words_in(o->plain) - 1);
	const char *kind = arena_copy(a, text, (size_t)(name - text));
	const char *first = recase(a, arena_copy(a, kind, strcspn(kind, " ")), true);
	struct buf rest = {0};
	for (const char *s = kind + strcspn(kind, " "); *s;)
		put_char(&rest, utf8_lower(utf8_next(&s)));
	return arena_format(a, "%s%s%s", first, buf_take(&rest, a), recase(a, name, place));
}

/* A letterhead: the lines up to a rule of dashes, wrapped ones joined. An organisation below a
 * committee is the issuer, and the committee's place says where. */
static const char *read_letterhead(struct arena *a, const struct block *block,
				   const struct block *next)
{
	const char *lines = arena_copy(a, block->lines, strcspn(block->lines, "-_*"));
	const char *text = text_squeeze(a, lines);
	if (!head_is_capitals(text) || words_in(text) > LETTERHEAD_WORDS)
		return NULL;
	const char *plain = text_plain(a, text);
	bool bare = strcmp(plain, "uy ban nhan dan") == 0 || strcmp(plain, "ubnd") == 0;
	if (bare && next && head_is_capitals(next->text))
		text = arena_format(a, "%s %s", text, next->text);
	for (const char *s = strchr(lines, '\n'); s; s = strchr(s + 1, '\n')) {
		const char *below = text_squeeze(a, s + 1);
		const char *above = text_squeeze(a, arena_copy(a, lines, (size_t)(s - lines)));
		const char *committee = read_committee(a, above);
		const struct organisation *o = find_organisation(a, below);
		if (!committee || !o)
			continue;
		return arena_format(a, "%s %s", organisation_name(a, o, below),
				    behind_words(committee, 1));
	}
	const char *committee = read_committee(a, text);
	if (committee)
		return committee;
	const struct organisation *o = find_organisation(a, text);
	return o ? organisation_name(a, o, text) : NULL;
}

/* "của Chủ tịch UBND huyện Xuân Lộc" in the annex's heading. */
static const char *issuer_in_annex(struct arena *a, const struct blocks *blocks)
{
	const char *annex = head_annex(a, blocks);
	for (const char *s = annex; s && *s; s += strcspn(s, " "), s += *s == ' ') {
		const char *issuer = read_committee(a, s);
		if (issuer && issuer[strcspn(issuer, ",;")] == '\0')
			return issuer;
	}
	return NULL;
}

/* "của Ủy ban nhân dân tỉnh" and the place of the date line. */
static const char *issuer_by_place(struct arena *a, const struct blocks *blocks)
{
	const char *annex = head_annex(a, blocks), *line = head_dateline(a, blocks);
	const char *plain = annex ? text_plain(a, annex) : "";
	if (!line || !strchr(line, ','))
		return NULL;
	const char *place = arena_copy(a, line, strcspn(line, ","));
	for (size_t i = 0; i < sizeof place_words / sizeof *place_words; i++) {
		const char *word = text_squeeze(a, place_words[i].plain);
		const char *say[] = {arena_format(a, "uy ban nhan dan %s", word),
				     arena_format(a, "ubnd %s", word)};
		size_t n = strlen(plain);
		for (size_t k = 0; k < 2; k++)
			if (n >= strlen(say[k]) && strcmp(plain + n - strlen(say[k]), say[k]) == 0)
				return arena_format(a, "UBND %s %s", place_words[i].word, place);
	}
	return NULL;
}

/* Lines in capitals one after the other are a block, whatever stands around them in the document's
 * own; the motto beside a letterhead is none of its lines. `open`: the last run may go on. */
static bool add_runs(struct arena *a, struct blocks *runs, const struct block *block, bool open)
{
	for (const char *s = block->lines; *s;) {
		size_t n = strcspn(s, "\n");
		const char *line = text_squeeze(a, arena_copy(a, s, n));
		s += n + (s[n] == '\n');
		if (strcmp(text_plain(a, line), motto) == 0)
			continue;
		bool title = head_is_title_kind(a, line);
		if (head_is_capitals(line) && !title && open) {
			struct block *run = &runs->items[runs->count - 1];
			run->lines = arena_format(a, "%s\n%s", run->lines, line);
			run->text = text_squeeze(a, run->lines);
		} else {
			runs->items = arena_more(a, runs->items, runs->count, sizeof *runs->items);
			runs->items[runs->count++] =
			    (struct block){line, line, block->at, block->table};
		}
		open = head_is_capitals(line) && !title;
	}
	return open;
}

static const char *find_letterhead(struct arena *a, const struct blocks *blocks)
{
	const char *issuer = NULL;
	for (size_t i = 0; !issuer && i < blocks->count; i++)
		issuer = read_letterhead(a, &blocks->items[i],
					 i + 1 < blocks->count ? &blocks->items[i + 1] : NULL);
	return issuer;
}

const char *head_issuer(struct arena *a, const struct blocks *blocks)
{
	struct blocks runs = {NULL, 0};
	bool open = false;
	for (size_t i = 0; i < blocks->count; i++) {
		const struct block *block = &blocks->items[i];
		open = open && head_follows(block - 1, block);
		open = add_runs(a, &runs, block, open);
	}
	const char *issuer = find_letterhead(a, &runs);
	if (!issuer)
		issuer = find_letterhead(a, blocks);
	if (!issuer)
		issuer = issuer_in_annex(a, blocks);
	if (!issuer)
		issuer = issuer_by_place(a, blocks);
	const char *label = issuer ? NULL : head_label(a, blocks, "nơi ban hành");
	if (label) {
		const char *place = read_place(a, label);
		issuer = place ? arena_format(a, "UBND %s", place) : label;
	}
	return issuer;
}

enum level head_level(struct arena *a, const char *issuer)
{
	if (!issuer)
		return LEVEL_NONE;
	const struct organisation *o = find_organisation(a, issuer);
	if (o)
		return o->level;
	const char *plain = text_plain(a, issuer);
	const char *place = strchr(plain, ' ');
	for (size_t i = 0; place && i < sizeof place_words / sizeof *place_words; i++) {
		const struct place_word *p = &place_words[i];
		if (!starts(place + 1, p->plain))
			continue;
		const char *name = place + 1 + strlen(p->plain);
		for (size_t k = 0; k < sizeof great_cities / sizeof *great_cities; k++)
			if (strcmp(p->word, "thành phố") == 0 && strcmp(name, great_cities[k]) == 0)
				return LEVEL_PROVINCE;
		return p->level;
	}
	return LEVEL_NONE;
}
