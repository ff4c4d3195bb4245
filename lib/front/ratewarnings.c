/* SPDX-License-Identifier: MIT
 * ratewarnings: what a reader must be warned of beside a result. It rates nothing. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/words.h"
#include "front/ratetext.h"

const char *rate_amendment(const struct rate *r, const struct rule_amendment *a, int year)
{
	if (a->included)
		return NULL;
	bool later = year && a->date > day_of(year, 12, 31);
	const char *what =
	    later ? words_pick(
			", after the year assessed: the result is by the text as it was before",
			", sau năm được đánh giá: kết quả theo văn bản trước khi sửa đổi")
		  : words_pick(": check the result against it", ": hãy đối chiếu kết quả");
	return arena_format(r->arena,
			    words_pick("%s was amended by %s of %s (%s)%s",
				       "%s đã được sửa đổi bởi %s ngày %s (%s)%s"),
			    r->rules->document ? r->rules->document : r->rules->id, a->document,
			    words_pick(day_text(r->arena, a->date), day_text_vi(r->arena, a->date)),
			    *wording_say(a->note)
				? wording_say(a->note)
				: words_pick("not in these rules", "chưa có trong quy tắc này"),
			    what);
}

static void put_warning(struct buf *b, const char *sentence)
{
	if (sentence && *sentence)
		buf_format(b, "%s%s", b->n ? "; " : "", sentence);
}

/* Covered, but the rules name nobody who rates it. */
static const char *no_rater(const struct rate *r, const struct rate_row *row)
{
	const struct rule_group *scope = row->subject.scope;
	bool named = false;
	for (size_t i = 0; i < r->rules->group_count; i++)
		named |= *wording_say(r->rules->groups[i].decided_by) != 0;
	return !named || !scope || *wording_say(scope->decided_by)
		   ? NULL
		   : words_pick("the rules do not say who rates such a head",
				"quy định không nêu ai đánh giá đối tượng này");
}

static const char *scope_warning(const struct rate *r, const struct rate_row *row)
{
	const char *article = r->rules->posts.article;
	if (row->subject.post_outside)
		return arena_format(r->arena,
				    words_pick("not the post of a head (%s)",
					       "chức vụ không phải người đứng đầu (%s)"),
				    article ? article : "posts");
	switch (row->subject.answer) {
	case SCOPE_UNKNOWN:
		return words_pick("who this is cannot be told: give level or group",
				  "không rõ thuộc đối tượng nào: hãy ghi cấp hoặc đối tượng");
	case SCOPE_CONFLICT:
		return words_pick("level or group do not fit the agency",
				  "cấp hoặc đối tượng không khớp với cơ quan");
	default:
		return NULL;
	}
}

/* Is the figure asked only of a group that the head is not in, and nobody said so? */
static bool is_of_others(const struct rate_row *row, const struct rule_input *input)
{
	const struct rule_group *only = input->only;
	return only && !only->scope && !row->subject.in[only->number] &&
	       !row->subject.head->member[only->number];
}

/* "Nothing to measure" where the rules do not say "if any"; a figure that cannot be known yet. */
static void figure_warnings(const struct rate *r, const struct rate_row *row, struct buf *b)
{
	for (size_t i = 0; i < r->rules->input_count; i++) {
		const struct rule_input *input = &r->rules->inputs[i];
		const struct figure *f = &row->subject.head->figures[i];
		if (f->state == FIGURE_GIVEN && input->next_year && row->year &&
		    r->as_of <= day_of(row->year, 12, 31))
			put_warning(
			    b, arena_format(r->arena,
					    words_pick("%s of %d is published after the year",
						       "%s năm %d chỉ công bố sau khi hết năm"),
					    rate_input(r, input), row->year));
		if (f->state == FIGURE_GIVEN && f->source == SOURCE_PLAN &&
		    r->as_of <= day_of(row->year, 12, 31))
			put_warning(b,
				    arena_format(r->arena,
						 words_pick("%s may change: the year is not over",
							    "%s còn thay đổi: chưa hết năm"),
						 rate_input(r, input)));
		if (f->state == FIGURE_GIVEN && is_of_others(row, input))
			put_warning(
			    b,
			    arena_format(
				r->arena,
				words_pick("%s is given, but only asked of: %s; name the group "
					   "if it is one of them",
					   "có %s, nhưng chỉ tính cho: %s; nếu đúng là đối tượng "
					   "này hãy ghi rõ"),
				rate_input(r, input),
				*wording_say(input->only->name) ? wording_say(input->only->name)
								: input->only->id));
		for (size_t k = 0; f->state == FIGURE_NOTHING && k < row->rating.missing_count; k++)
			if (row->rating.missing[k] == input)
				put_warning(
				    b, arena_format(
					   r->arena,
					   words_pick("%s: the rules do not say \"if any\" here",
						      "%s: quy định không ghi \"nếu có\" ở đây"),
					   rate_input(r, input)));
	}
}

const char *rate_notes(const struct rate *r, const struct rate_row *row)
{
	struct buf b = {0};
	const struct rules *rules = r->rules;
	if (row->year && rules->effective != DAY_NONE &&
	    rules->effective > day_of(row->year, 12, 31))
		put_warning(&b, arena_format(r->arena,
					     words_pick("the rules are in force from %s",
							"quy định có hiệu lực từ %s"),
					     day_text(r->arena, rules->effective)));
	if (!row->year && r->has_sources)
		put_warning(&b,
			    words_pick("no year is given: plans and logs are not asked for figures",
				       "chưa ghi năm: không lấy số liệu từ kế hoạch, nhật ký"));
	put_warning(&b, scope_warning(r, row));
	put_warning(&b, no_rater(r, row));
	if (row->rating.clash)
		put_warning(&b, words_pick("two grades hold at once", "hai mức cùng đúng"));
	figure_warnings(r, row, &b);
	return buf_take(&b, r->arena);
}

const char *rate_warnings(const struct rate *r, const struct rate_row *row)
{
	struct buf b = {0};
	for (size_t i = 0; i < r->rules->amendment_count; i++)
		put_warning(&b, rate_amendment(r, &r->rules->amendments[i], row->year));
	put_warning(&b, rate_notes(r, row));
	return buf_take(&b, r->arena);
}
