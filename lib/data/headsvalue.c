/* SPDX-License-Identifier: MIT
 * headsvalue: the fields of a row of heads as figures, grades and words. */
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/text.h"
#include "base/words.h"
#include "data/heads_private.h"

static bool refuse_value(struct heads_reader *r, size_t i, const char *what, const char *takes)
{
	findings_add(r->findings, csv_place(r->rows, &r->row, i), CODE_HEAD_VALUE, r->row.fields[i],
		     what, takes);
	return false;
}

/* Nothing to measure. "không có" says no of a yes-no figure, unless the rules speak of "nếu có". */
static bool says_nothing(const struct rule_input *input, const char *text)
{
	static const char *const words[] = {"-", "–", "—", "n/a", "0/0", "không áp dụng"};
	struct arena *a = arena_new();
	const char *said = text_lower(a, text);
	bool nothing = false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		nothing |=
		    strcmp(said, words[i]) == 0 || strcmp(text_squeeze(a, text), words[i]) == 0;
	if (strcmp(said, "không có") == 0)
		nothing = input->if_any || input->unit != FIGURE_YES_NO;
	arena_free(a);
	return nothing;
}

static bool read_figure(struct heads_reader *r, struct head *h, size_t i,
			const struct rule_input *input)
{
	const char *text = r->row.fields[i];
	struct figure *f = &h->figures[input->number];
	if (text_is_blank(text))
		return true;
	f->source = SOURCE_SHEET;
	f->file = r->row.at.file;
	f->line = r->row.at.line;
	if (says_nothing(input, text)) {
		f->state = FIGURE_NOTHING;
		return true;
	}
	f->state = FIGURE_GIVEN;
	if (input->words) {
		f->word = input_word(input, text);
		return f->word >= 0 || refuse_value(r, i, input->id, input_takes(r->a, input));
	}
	if (input_number(input, text, &f->measure, &f->number))
		return true;
	const char *hint = measure_hint(r->a, text);
	return refuse_value(r, i, input->id,
			    arena_format(r->a, "%s%s", input_takes(r->a, input), hint));
}

static bool read_member(struct heads_reader *r, struct head *h, size_t i,
			const struct rule_group *group)
{
	static struct rule_word truth[] = {{"yes", {"có", "yes"}}, {"no", {"không", "no"}}};
	const struct rule_input yes_no = {.unit = FIGURE_YES_NO, .words = truth, .word_count = 2};
	if (text_is_blank(r->row.fields[i]))
		return true;
	int word = input_word(&yes_no, r->row.fields[i]);
	if (word < 0)
		return refuse_value(r, i, group->id, input_takes(r->a, &yes_no));
	h->member[group->number] = word == WORD_YES ? 1 : -1;
	return true;
}

/* "tỉnh", "cấp tỉnh", province. */
static bool read_level(struct heads_reader *r, struct head *h, size_t i)
{
	const char *key = text_key(r->a, r->row.fields[i]), *tier = "cấp ";
	if (strncmp(key, tier, strlen(tier)) == 0)
		key += strlen(tier);
	const char *code = words_code("level", key);
	h->level = code ? level_find(code) : LEVEL_NONE;
	return code ? true
		    : refuse_value(r, i, words_say("head", "level"),
				   "province, district, commune, agency");
}

static bool read_year(struct heads_reader *r, struct head *h, size_t i)
{
	long year;
	const char *text = text_squeeze(r->a, r->row.fields[i]);
	if (!text_number(text, strlen(text), &year) || year < YEAR_FIRST || year > YEAR_LAST)
		return refuse_value(r, i, words_say("head", "year"), "2024");
	h->year = (int)year;
	return true;
}

static bool read_grade(struct heads_reader *r, size_t i, const char *what, int *grade)
{
	*grade = input_word(&r->rules->grade, r->row.fields[i]);
	return *grade >= 0 ? true
			   : refuse_value(r, i, words_say("head", what),
					  input_takes(r->a, &r->rules->grade));
}

static bool read_override(struct heads_reader *r, struct head *h, size_t i)
{
	const struct rules *rules = r->rules;
	struct rule_word *words = arena_alloc(r->a, (rules->override_count + 1) * sizeof *words);
	for (size_t k = 0; k < rules->override_count; k++)
		words[k] = (struct rule_word){rules->overrides[k].id, rules->overrides[k].name};
	const struct rule_input one = {
	    .unit = FIGURE_WORD, .words = words, .word_count = rules->override_count};
	h->override = input_word(&one, r->row.fields[i]);
	return h->override >= 0
		   ? true
		   : refuse_value(r, i, words_say("head", "override"), input_takes(r->a, &one));
}

static bool read_word(struct heads_reader *r, struct head *h, size_t i, const char *word)
{
	const struct {
		const char *word;
		const char **text;
	} texts[] = {{"name", &h->name},   {"post", &h->post},	   {"agency", &h->agency},
		     {"group", &h->group}, {"reason", &h->reason}, {"note", &h->note}};
	for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
		if (strcmp(texts[k].word, word) == 0) {
			*texts[k].text = text_squeeze(r->a, r->row.fields[i]);
			return true;
		}
	if (text_is_blank(r->row.fields[i]))
		return true;
	if (strcmp(word, "level") == 0)
		return read_level(r, h, i);
	if (strcmp(word, "year") == 0)
		return read_year(r, h, i);
	if (strcmp(word, "override") == 0)
		return read_override(r, h, i);
	return strcmp(word, "last-grade") == 0 ? read_grade(r, i, word, &h->last_grade)
					       : read_grade(r, i, word, &h->override_grade);
}

bool heads_read_field(struct heads_reader *r, struct head *h, size_t i)
{
	const struct heads_column *c = &r->columns[i];
	switch (c->kind) {
	case COLUMN_WORD:
		return read_word(r, h, i, c->word);
	case COLUMN_FIGURE:
		return read_figure(r, h, i, c->input);
	case COLUMN_GROUP:
		return read_member(r, h, i, c->group);
	case COLUMN_UNKNOWN:
		break;
	}
	return true;
}
