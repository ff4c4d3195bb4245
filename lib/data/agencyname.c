/* SPDX-License-Identifier: MIT
 * agencyname: the grammar of one agency's name: a head, its domain, its owner, its area. It reads no
 * registry and parts no lists. */
#include "data/agency_private.h"

enum { DEPTH = 6 }; /* owners within owners: "Chủ tịch Hội đồng … Sở …" */

bool joiner_word(const struct tokens *t, size_t at)
{
	static const char *const words[] = {"và", "cùng", "với", "hoặc", NULL};
	size_t end = any_phrase_at(t, at, words);
	return end && !(token_word(t, at, "cùng") && any_phrase_at(t, end, vocabulary_roles));
}

/* "1." "a)" "(2)" "3/": the number of an item; the token behind it, 0 for none. */
size_t number_at(const struct tokens *t, size_t at)
{
	size_t i = at + token_is(t, at, MARK_OPEN);
	if (!token_is(t, i, MARK_WORD) || t->items[i].n > 2)
		return 0;
	bool letter = t->items[i].n == 1 && *t->items[i].s >= 'a' && *t->items[i].s <= 'z';
	if (!letter && !(*t->items[i].s >= '0' && *t->items[i].s <= '9'))
		return 0;
	bool ends = token_is(t, i + 1, MARK_CLOSE) ||
		    (i == at && (token_is(t, i + 1, MARK_STOP) || token_is(t, i + 1, MARK_SLASH)));
	return ends ? i + 2 : 0;
}

/* Does the number belong to the words before it: "khu vực 5", "quận 1", "số 2"? */
static bool is_counted(const struct tokens *t, size_t at)
{
	static const char *const words[] = {"sở", "tổ", "đội", "ấp", "phố", "khóa", NULL};
	if (area_word_at(t, at - 1) == at || any_phrase_at(t, at - 1, words) == at)
		return true;
	return any_phrase_at(t, at - 1, vocabulary_tails) == at ||
	       (at > 1 && any_phrase_at(t, at - 2, vocabulary_tails) == at);
}

/* A number in the middle of a cell whose items are numbered: "1. Sở A 2. Sở B". */
bool numbered_name_at(const struct tokens *t, size_t at)
{
	size_t end = at ? number_at(t, at) : 0;
	return end && end < t->count && number_at(t, 0) && !is_counted(t, at) &&
	       name_begins(t, end, true);
}

bool line_unfinished(const struct tokens *t, size_t at)
{
	static const char *const words[] = {"các", "những", "thuộc", "của", "tại",  "cho",
					    "và",  "theo",  "về",    "làm", "trên", NULL};
	return at > 0 && any_phrase_at(t, at - 1, words) == at;
}

/* --- heads --- */

static bool spelt_as(const struct tokens *t, size_t at, size_t end, const struct head *h)
{
	if (h->flags & HEAD_STOP)
		return token_is(t, end, MARK_STOP) && token_is(t, end + 1, MARK_WORD);
	return !(h->flags & HEAD_SHORT) || (t->items[at].s[0] == 'C' && t->items[at].s[1] == 'A');
}

/* The longest head that ends at `limit` or before. */
static const struct head *find_head(const struct tokens *t, size_t at, size_t limit, size_t *end)
{
	const struct head *best = NULL;
	*end = 0;
	for (const struct head *h = vocabulary_heads; h->phrase; h++) {
		bool exact;
		if (!phrase_may_begin(t, at, h->phrase))
			continue;
		size_t behind = loose_phrase_at(t, at, h->phrase, &exact);
		if (behind > *end && behind <= limit && spelt_as(t, at, behind, h)) {
			*end = behind + !!(h->flags & HEAD_STOP);
			best = h;
		}
	}
	return best && any_phrase_at(t, at, vocabulary_not_heads) < *end ? best : NULL;
}

/* The longest head here, whatever stands behind it. */
const struct head *head_match(const struct tokens *t, size_t at, size_t *end)
{
	*end = 0;
	if (!token_is(t, at, MARK_WORD))
		return NULL;
	struct token *token = &t->items[at];
	if (!token->head_known)
		token->head = find_head(t, at, t->count, &token->head_end);
	token->head_known = true;
	*end = token->head_end;
	return token->head;
}

const struct head *head_at(const struct tokens *t, size_t at, size_t *end)
{
	const struct head *h = head_match(t, at, end);
	if (!h || !(h->flags & HEAD_DOMAIN) || domain_at(t, *end, h->domains))
		return h;
	size_t behind;
	if (token_upper(t, *end) || area_begins(t, *end) ||
	    ((h->flags & HEAD_NEST) &&
	     (head_match(t, *end, &behind) || any_phrase_at(t, *end, vocabulary_many))))
		return h;
	return NULL;
}

bool is_strong(const struct tokens *t, size_t at)
{
	size_t end;
	const struct head *h = head_at(t, at, &end);
	return h && (h->flags & HEAD_STRONG) && (t->items[at].upper || t->plain);
}

/* --- agencies --- */

size_t owner_parse(const struct tokens *t, size_t at, struct parsed *name, int depth)
{
	struct parsed owner = {0};
	size_t end = 0;
	if (depth > 0 && (end = agency_parse(t, at, &owner, depth - 1)))
		name->owner = owner.head;
	else if (depth > 0)
		end = group_parse(t, at, &owner, depth - 1);
	if (!end)
		return 0;
	name->owner_area |= owner.area | owner.owner_area;
	name->named |= owner.named;
	name->many |= owner.many || owner.nouns;
	name->related |= owner.related;
	return end;
}

size_t belonging_at(const struct tokens *t, size_t at, struct parsed *name, int depth)
{
	static const char *const words[] = {
	    "thuộc", "trực thuộc", "của", "trên địa bàn", "thuộc và trực thuộc", "tại", NULL};
	size_t i = any_phrase_at(t, at, words);
	if (!i)
		return 0;
	if (token_is(t, i, MARK_COMMA) && any_phrase_at(t, i + 1, words))
		i = any_phrase_at(t, i + 1, words); /* thuộc, trực thuộc */
	static const char *const bare[] = {"sở", "bộ", "ngành", "cục", NULL};
	size_t end = owner_parse(t, i, name, depth);
	if (!end)
		end = any_phrase_at(t, i, bare); /* whose plan it is */
	if (!end && !token_is(t, i, MARK_WORD))
		end = i; /* "các đơn vị trực thuộc": likewise */
	if (!end) {
		struct parsed area = {0};
		end = area_at(t, i, &area);
		name->owner_area |= area.area;
		name->named |= area.named;
	}
	if (end)
		name->elder = end;
	return end;
}

/* Behind the next zone of "Ban Quản lý khu kinh tế, khu công nghiệp"; `at`: the mark or "và". */
static size_t next_zone(const struct tokens *t, size_t at, const struct parsed *name)
{
	static const char *const zones[] = {
	    "khu kinh tế", "khu công nghiệp", "khu chế xuất",	 "khu công nghệ",
	    "khu du lịch", "khu nông nghiệp", "cụm công nghiệp", NULL};
	bool list = token_is(t, at, MARK_COMMA) || token_is(t, at, MARK_DASH) ||
		    token_is(t, at, MARK_AND) || token_word(t, at, "và");
	if (!list || !(name->head->flags & HEAD_ZONES))
		return 0;
	return any_phrase_at(t, at + 1 + token_word(t, at + 1, "các"), zones);
}

/* Does a mark or "và" at `at` belong to the open name before it? */
static bool mark_joins(const struct tokens *t, size_t at, const struct parsed *name)
{
	const struct token *mark = &t->items[at];
	bool word = token_is(t, at + 1, MARK_WORD), known = name->known;
	bool begins = word && name_begins(t, at + 1, false);
	switch (mark->mark) {
	case MARK_OTHER:
	case MARK_CLOSE:
		return true;
	case MARK_DASH:
		if (phrase_at(t, at + 1, "chi nhánh"))
			return true;
		return word && !begins && (token_upper(t, at + 1) || !known) &&
		       !(known && mark->line);
	case MARK_COMMA:
	case MARK_SLASH:
	case MARK_AND:
	case MARK_WORD:
		return word && !begins && !known;
	case MARK_STOP:
		return word && !begins && !known && !t->items[at + 1].line;
	default:
		return false;
	}
}

/* "Đài Phát thanh - Truyền hình và Báo Bình Phước" is one agency; with an area of its own behind
 * Đài it would be two. */
static size_t with_newspaper(const struct tokens *t, size_t at, const struct head *h)
{
	size_t end;
	if (h->kind != KIND_MEDIA || !token_word(t, at, "và"))
		return 0;
	const struct head *other = head_at(t, at + 1, &end);
	return other && other->kind == KIND_MEDIA && other != h ? end : 0;
}

/* A capital followed by a small letter is no place: "Văn phòng Điều phối …". */
static bool is_phrase_word(const struct tokens *t, size_t at)
{
	return token_upper(t, at) && token_is(t, at + 1, MARK_WORD) && !t->items[at + 1].upper &&
	       !joiner_word(t, at + 1) && !any_phrase_at(t, at + 1, vocabulary_roles) &&
	       !any_phrase_at(t, at + 1, vocabulary_tails) && !area_begins(t, at + 1) &&
	       !any_phrase_at(t, at, vocabulary_great_cities) && !name_begins(t, at + 1, false);
}

/* May the known name go on with the word at `at`? *phrase: small letters may follow. */
static bool known_goes_on(const struct tokens *t, size_t at, bool *phrase)
{
	size_t end;
	if (any_phrase_at(t, at, vocabulary_roles) || head_at(t, at, &end))
		return false;
	if (!t->plain && !token_upper(t, at - 1) && is_phrase_word(t, at))
		*phrase = true;
	return t->items[at].upper || t->plain || *phrase;
}

/* "Phòng Pháp chế và Cải cách hành chính": a longer domain than we know. Departments and ministries
 * have no others: "Sở Nội vụ và Tài chính" are two. */
static bool more_domain_at(const struct tokens *t, size_t at, const struct head *h)
{
	bool fixed = h->kind == KIND_DEPARTMENT || h->kind == KIND_MINISTRY;
	return (token_word(t, at, "và") || token_is(t, at, MARK_AND)) && token_upper(t, at + 1) &&
	       !name_begins(t, at + 1, false) && !(fixed && domain_at(t, at + 1, h->domains));
}

/* "A, B" may be two names, "A, B và C" is one. */
static void note_listing(const struct tokens *t, size_t at, struct parsed *name)
{
	if (token_is(t, at, MARK_COMMA) && token_upper(t, at + 1))
		name->listing = true;
	else if (token_word(t, at, "và") || token_is(t, at, MARK_AND))
		name->listing = false;
}

/* "UBND" at a line's end and "các xã" on the next. */
static bool wants_area(const struct tokens *t, size_t at, const struct head *h)
{
	bool asks = (h->flags & (HEAD_AREA | HEAD_PERSON)) || h->kind == KIND_PARTY;
	return asks && (!t->items[at].upper || in_capitals(&t->items[at])) && area_begins(t, at);
}

/* May what begins a new line be the owner of the name that ends the line before? */
static bool owner_on_next_line(const struct tokens *t, size_t at, const struct head *h)
{
	static const char *const owners[] = {"tỉnh ủy", "thành ủy", "huyện ủy",		 "thị ủy",
					     "quận ủy", "hđnd",	    "hội đồng nhân dân", NULL};
	return h->kind == KIND_OFFICE || (h->flags & HEAD_PERSON) || any_phrase_at(t, at, owners);
}

static size_t agency_tail(const struct tokens *t, size_t at, struct parsed *name, int depth)
{
	size_t i = at, end;
	bool phrase = false, complete = name->known && !(name->head->flags & HEAD_FULL);
	while (i < t->count) {
		const struct token *token = &t->items[i];
		if ((end = next_zone(t, i, name))) {
			i = end;
			continue;
		}
		if (token->mark != MARK_WORD || joiner_word(t, i)) {
			bool more = complete && i == at && more_domain_at(t, i, name->head);
			if (numbered_name_at(t, i) || !(more || mark_joins(t, i, name)))
				break;
			name->strange |= phrase |= more;
			note_listing(t, i, name);
			i++;
			continue;
		}
		if (token->line && (i > at || name->known) && name_begins(t, i, false) &&
		    !line_unfinished(t, i) && !(i == at && wants_area(t, i, name->head)))
			break;
		if (numbered_name_at(t, i))
			break;
		if ((end = area_at(t, i, name)) || (end = belonging_at(t, i, name, depth))) {
			i = end;
			name->known = true;
			continue;
		}
		if ((end = any_phrase_at(t, i, vocabulary_tails))) {
			i = end;
			continue;
		}
		if (i > at && any_phrase_at(t, i, vocabulary_sure_roles) && !token->upper)
			break;
		if (name->known && !known_goes_on(t, i, &phrase))
			break;
		bool digit = *token->s >= '0' && *token->s <= '9';
		name->strange |= complete && (phrase || (digit && !is_counted(t, i)));
		i++;
	}
	return i;
}

/* "HĐND, UBND" with a comma: the first of the two. */
static const struct head *first_of_pair(const struct tokens *t, size_t at, size_t *end)
{
	for (size_t i = at + 1; i < *end; i++)
		if (token_is(t, i, MARK_COMMA))
			return find_head(t, at, i, end);
	return head_match(t, at, end);
}

/* "VP. UBND": an abbreviation's full stop. */
static size_t over_stop(const struct tokens *t, size_t at, size_t end)
{
	bool abbreviated = end == at + 1 && t->items[at].n == 2;
	bool stop = token_is(t, end, MARK_STOP) && token_is(t, end + 1, MARK_WORD);
	return end + (abbreviated && stop);
}

size_t agency_parse(const struct tokens *t, size_t at, struct parsed *name, int depth)
{
	size_t i, end;
	const struct head *h = head_at(t, at, &i);
	if (!h)
		return 0;
	if ((h->flags & HEAD_PAIR) && depth == DEPTH)
		h = first_of_pair(t, at, &i);
	*name = (struct parsed){.sort = NAME_AGENCY, .first = at, .head = h};
	name->known = h->flags & HEAD_FULL;
	i = over_stop(t, at, i);
	if ((end = domain_at(t, i, h->domains))) {
		i = end;
		name->known = true;
	}
	if ((end = with_newspaper(t, i, h)))
		i = end;
	bool here = i < t->count && (!t->items[i].line || owner_on_next_line(t, i, h));
	if ((h->flags & HEAD_NEST) && here && !area_at(t, i, &(struct parsed){0}) &&
	    (end = owner_parse(t, i, name, depth))) {
		i = end;
		name->known = true;
	}
	name->end = agency_tail(t, i, name, depth);
	while (name->end > i && !token_is(t, name->end - 1, MARK_WORD) &&
	       !token_is(t, name->end - 1, MARK_CLOSE))
		name->end--; /* a quote or a mark that led nowhere */
	return name->end;
}

bool name_parse(const struct tokens *t, size_t at, struct parsed *name)
{
	return agency_parse(t, at, name, DEPTH) || group_parse(t, at, name, DEPTH);
}

bool name_begins(const struct tokens *t, size_t at, bool loudly)
{
	size_t end = any_phrase_at(t, at, vocabulary_many);
	const struct noun *noun;
	if (end && token_is(t, end, MARK_WORD)) {
		size_t behind;
		return !loudly || noun_at(t, end, &noun) || head_match(t, end, &behind) ||
		       area_begins(t, at);
	}
	const struct head *h = head_at(t, at, &end);
	if (h && (t->items[at].upper || domain_at(t, end, h->domains)))
		return true;
	if (h && !loudly && ((h->flags & HEAD_FULL) || t->plain))
		return true;
	return list_begins(t, at, loudly);
}
