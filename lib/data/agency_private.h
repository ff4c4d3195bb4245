/* SPDX-License-Identifier: MIT
 * agency_private: what the files of the agency module share: a cell as tokens, one name as the
 * grammar reads it, the vocabulary, the registry's inside. Only lib/data/agency*.c, registry.c and
 * groupterm.c include this. */
#ifndef PAR_AGENCY_PRIVATE_H
#define PAR_AGENCY_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "data/agency.h"

struct arena;
struct index;

/* --- tokens: words and marks of a text, each with its place in it --- */

enum mark {
	MARK_WORD,
	MARK_COMMA,
	MARK_SEMICOLON,
	MARK_COLON,
	MARK_STOP,
	MARK_DASH,
	MARK_SLASH,
	MARK_AND, /* & */
	MARK_OPEN,
	MARK_CLOSE,
	MARK_BULLET, /* also + and | */
	MARK_OTHER   /* quotes and the like: never parts anything */
};

struct head;
struct noun;

struct token {
	const char *s; /* in the text */
	size_t n;
	const char *key; /* of a word: text_key */
	enum mark mark;
	bool line;  /* a line break stands before it */
	bool blank; /* a blank stands before it */
	bool upper; /* a word that begins with a capital letter or a digit */
	/* What the vocabulary says of this place, once asked: the grammars ask again and again. */
	bool head_known, noun_known;
	const struct head *head;
	const struct noun *noun;
	size_t head_end, noun_end;
};

struct tokens {
	struct token *items;
	size_t count;
	bool plain; /* no accent anywhere: typed without them */
};

struct tokens tokens_of(struct arena *a, const char *text);
const char *tokens_text(struct arena *a, const struct tokens *t, size_t first, size_t end);
bool token_is(const struct tokens *t, size_t at, enum mark mark);
bool token_word(const struct tokens *t, size_t at, const char *word);
bool token_upper(const struct tokens *t, size_t at); /* a word with a capital */
bool in_capitals(const struct token *token);	     /* all of it, and more than one */

/* Can the phrase begin with the word at `at`? Told by one byte, for long lists. */
static inline bool phrase_may_begin(const struct tokens *t, size_t at, const char *phrase)
{
	return *phrase == *t->items[at].key || (t->plain && (unsigned char)*phrase >= 0x80);
}

/* Matches at a token give the token behind the match, 0 for none. */

/* The words of the phrase in a row, no mark between them. */
size_t phrase_at(const struct tokens *t, size_t at, const char *phrase);
/* The longest phrase of a NULL-terminated list. */
size_t any_phrase_at(const struct tokens *t, size_t at, const char *const list[]);
/* The words of a phrase whose joiners (, - và &) may be others or missing; *exact: they are not. */
size_t loose_phrase_at(const struct tokens *t, size_t at, const char *phrase, bool *exact);
/* The best of a list of such phrases. */
size_t domain_at(const struct tokens *t, size_t at, const char *const list[]);

/* --- vocabulary: written as text_key writes it, joiners aside --- */

enum {
	HEAD_FULL = 1, /* a whole name without anything behind it: Công an */
	HEAD_NEST = 2, /* another agency may follow as its owner: Văn phòng Sở … */
	HEAD_AREA = 4, /* an area may be left out in the next of a list: UBND huyện A, huyện B */
	HEAD_STRONG = 8,  /* begins a name even where no mark parts it from the one before */
	HEAD_DOMAIN = 16, /* an agency only with a known domain or a capital behind it: Bộ */
	HEAD_PERSON = 32, /* an office holder: Chủ tịch */
	HEAD_PAIR = 64,	  /* with a comma in it, it is two: HĐND, UBND */
	HEAD_STOP = 256,  /* only with a full stop behind it: P. */
	HEAD_SHORT = 512, /* only in capitals: CA tỉnh */
	HEAD_ZONES = 128, /* of several zones: Ban Quản lý khu kinh tế, khu công nghiệp */
};

struct head {
	const char *phrase;  /* loose: "hđnd và ubnd" */
	const char *printed; /* before the parts of "các Sở: A, B" */
	enum agency_kind kind;
	unsigned flags;
	const char *const *domains;
};

extern const struct head vocabulary_heads[];
extern const char *const vocabulary_not_heads[];
extern const char *const vocabulary_roles[];
extern const char *const vocabulary_sure_roles[];
extern const char *const vocabulary_tails[];
extern const char *const vocabulary_labels[];
extern const char *const vocabulary_many[]; /* các, những, … */

enum {
	NOUN_DEPARTMENT = 1, /* sở, ban, ngành */
	NOUN_MINISTRY = 2,
	NOUN_DIVISION = 4, /* phòng */
	NOUN_SPECIALIST = 8,
	NOUN_UNIT = 16, /* cơ quan, đơn vị */
	NOUN_LOCALITY = 32,
	NOUN_PUBLIC = 64,
	NOUN_ENTERPRISE = 128,
	NOUN_PARTY = 256,
	NOUN_ANYBODY = 512, /* tổ chức, cá nhân */
	NOUN_BRANCH = 1024, /* ban, ngành: of whoever is named beside them */
	NOUN_AREA = 2048,   /* huyện, xã: as in area */
	NOUN_STAFF = 4096,
};

struct noun {
	const char *phrase;
	unsigned bit;
	bool alone; /* begins a group without các and without a second noun */
};

extern const struct noun vocabulary_nouns[];
extern const char *const vocabulary_not_nouns[];

enum { AREA_STATE = 1, AREA_PROVINCE = 2, AREA_DISTRICT = 4, AREA_COMMUNE = 8, AREA_CITY = 16 };

struct area_word {
	const char *phrase;
	unsigned bit;
};

extern const struct area_word vocabulary_areas[];
extern const char *const vocabulary_not_areas[];
extern const char *const vocabulary_great_cities[]; /* cities of a province's rank */

/* --- one name --- */

enum name_sort {
	NAME_TEXT,   /* no name we know the shape of */
	NAME_AGENCY, /* begins with a head */
	NAME_GROUP,
	NAME_LISTED /* the registry knows it */
};

struct parsed {
	enum name_sort sort;
	size_t first, end; /* the name's tokens */
	const struct head *head;
	const struct head *owner; /* of "Văn phòng Sở …", "… thuộc UBND …" */
	bool known;		  /* whole by the vocabulary */
	unsigned nouns, area, owner_area;
	bool named;   /* the area has its own name */
	bool many;    /* several areas are meant: các, cấp, or two kinds */
	bool related; /* (có) liên quan */
	bool loose;   /* a group with words we do not know */
	bool strange; /* an agency likewise, behind a domain we do know */
	bool listing; /* "Hội A, Đoàn B": an open name that may be two */
	size_t stop;  /* a full stop where a comma belongs; 0: none */
	size_t elder; /* "thuộc X" ends here; 0: none */
};

/* Reads the name that begins at a token; false when none begins there. */
bool name_parse(const struct tokens *t, size_t at, struct parsed *name);

/* Does a name begin here? `loudly`: only what is a name beyond doubt (capital, các, known). */
bool name_begins(const struct tokens *t, size_t at, bool loudly);

/* The longest head of a name here; head_at: and what must stand behind it does. */
const struct head *head_match(const struct tokens *t, size_t at, size_t *end);
const struct head *head_at(const struct tokens *t, size_t at, size_t *end);
size_t area_at(const struct tokens *t, size_t at, struct parsed *name);
size_t area_word_at(const struct tokens *t, size_t at); /* huyện, thị xã, … */
/* Does an area stand here? Its own name is not looked at: what ends that asks for heads again. */
bool area_begins(const struct tokens *t, size_t at);
bool joiner_word(const struct tokens *t, size_t at); /* và, cùng, với, hoặc */
size_t number_at(const struct tokens *t, size_t at);
bool numbered_name_at(const struct tokens *t, size_t at);
/* Can no name end before the word at `at`, where a line begins: "các", "thuộc"? */
bool line_unfinished(const struct tokens *t, size_t at);

/* What the two grammars ask of each other. The parsing ones give the token behind, 0 for none; depth:
 * how many owners within owners are still read. */
size_t agency_parse(const struct tokens *t, size_t at, struct parsed *name, int depth);
size_t group_parse(const struct tokens *t, size_t at, struct parsed *name, int depth);
/* Whose the name is: another name of any sort. */
size_t owner_parse(const struct tokens *t, size_t at, struct parsed *name, int depth);
/* "thuộc …", "của …", "trên địa bàn …" */
size_t belonging_at(const struct tokens *t, size_t at, struct parsed *name, int depth);
size_t noun_at(const struct tokens *t, size_t at, const struct noun **noun);
/* Sở, ban, ngành … or bộ, ngành … without các; if not loudly also cơ quan, đơn vị … */
bool list_begins(const struct tokens *t, size_t at, bool loudly);
/* A head that begins a name whatever stands before it. */
bool is_strong(const struct tokens *t, size_t at);

/* --- what stands between and behind names in a cell --- */

/* Over separators, joiners and numbers of items, to the next name. */
size_t skip_separators(const struct tokens *t, size_t at);
/* "Phối hợp:", the token of the colon; 0: none. */
size_t label_at(const struct tokens *t, size_t at);
/* What stands in the bracket at `at`: *end its last token's end, the result the token behind it. */
size_t bracket_at(const struct tokens *t, size_t at, size_t *end);
/* Does a sentence begin at `at`, and not a name or a joiner? And does it end there? */
bool role_begins(const struct tokens *t, size_t at, bool behind_mark); /* mark: - or : */
bool role_ends(const struct tokens *t, size_t at);

/* How a cell was parted, in words: for judging whether it was one of agencies at all. */
struct split_tally {
	size_t names, texts; /* items */
	size_t name_words, role_words, text_words;
	bool starts_with_text, bullets; /* bullets: each name has a line of its own */
};

struct cell_names split_cell(struct arena *a, const char *cell, const struct registry *registry,
			     struct split_tally *tally);

/* The term of the field that these words name all of, and nothing besides; NULL: none. "UBND các
 * huyện, thị xã" are all of "UBND cấp huyện", "UBND các huyện" need not be. */
const struct group *group_whole(const char *text);

/* What a parsed name of a group stands for; NULL when it is no group of the field. */
const struct group *group_of_parsed(const struct tokens *t, const struct parsed *name);
enum agency_kind kind_of_parsed(const struct tokens *t, const struct parsed *name);

/* What a name alone says of an agency. */
struct bearing {
	enum agency_kind kind;
	bool province; /* the People's Committee of one; it has no kind of its own */
	bool board;    /* Ban Quản lý … */
};

struct bearing bearing_of_name(const char *name);

/* --- the registry --- */

struct member {
	struct agency agency; /* first: struct agency * and struct member * are one */
	const struct member *parent;
	const char *place; /* of "UBND tỉnh …"; NULL */
	day from, until;   /* exists from, to the day before; DAY_NONE: always */
	size_t order;
	struct bearing bearing; /* of its name */
};

struct named { /* one name or alias of an agency or a group */
	const char *text, *key;
	const struct member *member;
	const struct group *group;
	struct named *next; /* the same key */
	struct place at;
	bool implied; /* "UBND tỉnh": the one of the plan's own place, or of one above it */
};

/* A group of the registry that is the whole of a term of the field under another spelling. */
struct term_named {
	const struct group *term;
	struct named named;
};

struct registry {
	struct arena *arena;
	struct member **members;
	size_t member_count;
	struct group **groups;
	size_t group_count;
	struct index *by_key, *by_plain, *by_id; /* struct named; by_id: text is the id */
	struct term_named *terms_named;
	size_t term_count;
	struct index *by_place; /* struct member: a place's People's Committee */
	struct index *terms;	/* struct term_known, by the name as asked */
	size_t longest;		/* words of the longest name */
};

/* What group_built_in and group_whole say of a name; asked once. */
struct term_known {
	const struct group *group, *whole;
};

/* The agency that stands for a place: by its id, or a People's Committee by its name. */
const struct member *registry_place(const struct registry *r, const char *place);

/* Is it directly in the place? */
bool member_is_in(const struct member *m, const char *place);

/* How far below the place: 0 is the place itself or directly in it; -1: not below. */
int member_depth(const struct member *m, const char *place);

/* How near a member is to a plan's place; less is nearer. */
enum { RANK_GENERAL = 100, RANK_ABOVE = 200, RANK_STATE = 300, RANK_NONE = 400 };
int member_rank(const struct registry *r, const struct member *m, const char *of);

/* Is a text with this key a name or alias of anybody? */
bool registry_knows(const struct registry *r, const char *key);

#endif
