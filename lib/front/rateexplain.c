/* SPDX-License-Identifier: MIT
 * rateexplain: the way to a result, for one head after the other. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/words.h"
#include "form/htmlpage.h"
#include "form/wrap.h"
#include "front/cells.h"
#include "front/rateout.h"
#include "front/ratetext.h"

/* One grade, criterion or consequence with its conditions. */
struct explained {
	const char *label, *article;
	const struct condition *when;
	enum held held;
};

struct explanation {
	struct explained *items;
	size_t count;
};

static void add_part(const struct rate *r, struct explanation *list, struct explained part)
{
	list->items = arena_more(r->arena, list->items, list->count, sizeof part);
	list->items[list->count++] = part;
}

static struct explanation parts_of(const struct rate *r, const struct rate_row *row)
{
	const struct rules *rules = r->rules;
	const struct rating *g = &row->rating;
	struct explanation list = {0};
	for (size_t i = 0; i < rules->grade_count; i++) {
		const struct rule_grade *x = &rules->grades[i];
		const char *label = arena_format(r->arena, words_pick("Grade %s: %s", "Mức %s: %s"),
						 x->id, wording_say(x->name));
		add_part(r, &list, (struct explained){label, x->article, x->when, g->grades[i]});
	}
	for (size_t i = 0; i < rules->criterion_count; i++) {
		const struct rule_criterion *x = &rules->criteria[i];
		add_part(
		    r, &list,
		    (struct explained){wording_say(x->name), x->article, x->when, g->criteria[i]});
	}
	for (size_t i = 0; i < g->follow_count; i++)
		add_part(r, &list,
			 (struct explained){wording_say(g->follows[i]->name),
					    g->follows[i]->article, g->follows[i]->when, HELD_YES});
	return list;
}

static const char *head_line(const struct rate *r, const struct rate_row *row)
{
	const struct head *h = row->subject.head;
	const char *const texts[] = {h->name, h->post, h->agency};
	struct buf b = {0};
	for (size_t i = 0; i < 3; i++)
		if (*texts[i])
			buf_format(&b, "%s%s", b.n ? ", " : "", texts[i]);
	if (row->year)
		buf_format(&b, words_pick(", year %d", ", năm %d"), row->year);
	return buf_take(&b, r->arena);
}

static void add_fact(const struct rate *r, const char ***lines, size_t *count, const char *label,
		     const char *text)
{
	if (!text || !*text)
		return;
	*lines = arena_more(r->arena, *lines, *count, sizeof(char *));
	(*lines)[(*count)++] = arena_format(r->arena, "%s: %s", label, text);
}

static const char *override_text(const struct rate *r, const struct rate_row *row)
{
	const struct head *h = row->subject.head;
	if (h->override < 0)
		return NULL;
	const struct rule_override *o = &r->rules->overrides[h->override];
	return arena_format(
	    r->arena, "%s (%s): %s%s%s", wording_say(o->name), o->article ? o->article : o->id,
	    h->reason,
	    h->override_grade < 0 ? "" : words_pick("; grade that stands: ", "; mức quyết định: "),
	    h->override_grade < 0 ? "" : row->rating.final->id);
}

static const char *consequences(const struct rate *r, const struct rate_row *row)
{
	struct buf b = {0};
	for (size_t i = 0; i < row->rating.follow_count; i++)
		buf_format(&b, "%s%s (%s)", i ? "; " : "",
			   wording_say(row->rating.follows[i]->name),
			   row->rating.follows[i]->article ? row->rating.follows[i]->article
							   : row->rating.follows[i]->id);
	for (size_t i = 0; i < row->rating.open_count; i++)
		buf_format(&b,
			   words_pick("%s%s (%s): a figure is missing", "%s%s (%s): thiếu số liệu"),
			   b.n ? "; " : "", wording_say(row->rating.open[i]->name),
			   row->rating.open[i]->article ? row->rating.open[i]->article
							: row->rating.open[i]->id);
	return buf_take(&b, r->arena);
}

/* What the rules themselves leave open about the figures that they ask for. */
static const char *figure_notes(const struct rate *r)
{
	struct buf b = {0};
	for (size_t i = 0; i < r->rules->input_count; i++)
		if (*wording_say(r->rules->inputs[i].note))
			buf_format(&b, "%s%s: %s", b.n ? " " : "",
				   *wording_say(r->rules->inputs[i].name)
				       ? wording_say(r->rules->inputs[i].name)
				       : r->rules->inputs[i].id,
				   wording_say(r->rules->inputs[i].note));
	return buf_take(&b, r->arena);
}

static const char **facts(const struct rate *r, const struct rate_row *row)
{
	const char **lines = NULL;
	size_t n = 0;
	const struct rule_group *scope = row->subject.scope;
	const char *article = rate_article(r, row);
	add_fact(r, &lines, &n, words_pick("Result", "Kết quả"),
		 *article ? arena_format(r->arena, "%s (%s)", rate_result(r, row), article)
			  : rate_result(r, row));
	add_fact(r, &lines, &n, words_pick("Override", "Xem xét trách nhiệm"),
		 override_text(r, row));
	add_fact(r, &lines, &n, words_pick("Consequence", "Hệ quả"), consequences(r, row));
	add_fact(r, &lines, &n, words_pick("Missing figures", "Số liệu còn thiếu"),
		 rate_missing(r, row));
	add_fact(r, &lines, &n, words_pick("Group", "Đối tượng"),
		 scope ? wording_say(scope->name) : NULL);
	add_fact(r, &lines, &n, words_pick("Rated by", "Thẩm quyền"),
		 scope && *wording_say(scope->decided_by)
		     ? arena_format(r->arena, "%s (%s)", wording_say(scope->decided_by),
				    scope->decided_article ? scope->decided_article : "")
		     : NULL);
	add_fact(r, &lines, &n, words_pick("Warning", "Lưu ý"),
		 rate_year(r) ? rate_notes(r, row) : rate_warnings(r, row)); /* amendments above */
	add_fact(r, &lines, &n, words_pick("What the rules leave open", "Quy định còn để ngỏ"),
		 figure_notes(r));
	return arena_more(r->arena, lines, n, sizeof(char *));
}

/* ---- text ---- */

static const char *source_text(struct arena *a, const struct figure *f)
{
	if (!f || f->state == FIGURE_MISSING)
		return "";
	const char *word = words_say("source", figure_source_word(f->source));
	return f->file ? arena_format(a, " (%s %s:%u)", word, f->file, f->line)
		       : arena_format(a, " (%s)", word);
}

static void print_line(const struct rate *r, const char *text, size_t width, size_t indent)
{
	char *blanks = arena_alloc(r->arena, indent + 1);
	memset(blanks, ' ', indent);
	wrap_print(stdout, arena_format(r->arena, "%s%s", blanks, sheet_visible(r->arena, text)),
		   width, indent + 2);
}

static void print_test(const struct rate *r, const struct rate_row *row, const struct condition *c,
		       size_t width, size_t indent)
{
	const char *value = rate_value(r, row, c), *say = wording_say(c->say);
	const char *note = wording_say(c->note);
	enum held held = row->rating.held[c->number];
	const char *text = arena_format(r->arena, "[%s] %s%s%s%s%s%s", rate_held(r, held),
					c->article ? c->article : "", c->article ? ", " : "",
					rate_test(r, c), *say ? " (" : "", say, *say ? ")" : "");
	if (held != HELD_ASIDE)
		text = arena_format(r->arena, "%s: %s%s", text,
				    *value ? value : words_pick("no figure", "không có số liệu"),
				    source_text(r->arena, rate_figure(r, row, c)));
	if (*note)
		text = arena_format(r->arena, "%s; %s", text, note);
	print_line(r, text, width, indent);
}

static const char *list_word(const struct condition *c)
{
	return c->kind == CONDITION_ALL ? words_pick("all of", "đủ các điều kiện")
					: words_pick("any of", "một trong các điều kiện");
}

static void print_condition(const struct rate *r, const struct rate_row *row,
			    const struct condition *c, size_t width, size_t indent)
{
	if (c->kind == CONDITION_TEST) {
		print_test(r, row, c, width, indent);
		return;
	}
	print_line(
	    r,
	    arena_format(
		r->arena, "[%s] %s%s%s%s", rate_held(r, row->rating.held[c->number]),
		c->article ? c->article : "", c->article ? ", " : "", list_word(c),
		*wording_say(c->say) ? arena_format(r->arena, " (%s):", wording_say(c->say)) : ":"),
	    width, indent);
	for (const struct condition *m = c->first; m; m = m->next)
		print_condition(r, row, m, width, indent + 2);
}

static void explain_head(const struct rate *r, const struct rate_row *row, size_t width)
{
	struct explanation list = parts_of(r, row);
	print_line(r, head_line(r, row), width, 0);
	for (const char **line = rate_lines(r); *line; line++)
		print_line(r, *line, width, 0);
	for (const char **line = facts(r, row); *line; line++)
		print_line(r, *line, width, 0);
	if (row->rating.result == RATING_OUTSIDE)
		return;
	for (size_t i = 0; i < list.count; i++) {
		const struct explained *p = &list.items[i];
		fputc('\n', stdout);
		print_line(r,
			   arena_format(r->arena, "%s%s%s%s: %s", p->label, p->article ? " (" : "",
					p->article ? p->article : "", p->article ? ")" : "",
					rate_held(r, p->held)),
			   width, 0);
		print_condition(r, row, p->when, width, 2);
	}
}

void rate_explain_text(const struct rate *r, size_t width)
{
	for (size_t i = 0; i < r->count; i++) {
		if (i)
			fputs("\n\n", stdout);
		explain_head(r, &r->rows[i], width);
	}
}

/* ---- a page ---- */

static const char *const explain_columns[] = {"condition", "article", "say",
					      "value",	   "source",  "held"};

static void page_condition(const struct rate *r, const struct rate_row *row,
			   const struct condition *c, const char *article, struct sheet *s)
{
	article = c->article ? c->article : article;
	for (const struct condition *m = c->first; m; m = m->next)
		page_condition(r, row, m, article, s);
	if (c->kind != CONDITION_TEST)
		return;
	struct cell *cells = sheet_row(s);
	const struct figure *f = rate_figure(r, row, c);
	const char *note = wording_say(c->note);
	text_cell(&cells[0], rate_test(r, c));
	text_cell(&cells[1], article);
	text_cell(&cells[2], *note ? arena_format(r->arena, "%s (%s)", wording_say(c->say), note)
				   : wording_say(c->say));
	text_cell(&cells[3], rate_value(r, row, c));
	if (f && f->state != FIGURE_MISSING)
		word_cell(&cells[4], figure_source_word(f->source));
	text_cell(&cells[5], rate_held(r, row->rating.held[c->number]));
}

static void page_of_head(struct page *page, const struct rate *r, const struct rate_row *row)
{
	struct explanation list = parts_of(r, row);
	page_section(page, head_line(r, row));
	for (const char **line = facts(r, row); *line; line++)
		page_note(page, *line);
	for (size_t i = 0; row->rating.result != RATING_OUTSIDE && i < list.count; i++) {
		const struct explained *p = &list.items[i];
		struct sheet *s = sheet_new(r->arena, explain_columns,
					    sizeof explain_columns / sizeof *explain_columns);
		page_condition(r, row, p->when, p->article, s);
		page_table(page, s,
			   arena_format(r->arena, "%s: %s", p->label, rate_held(r, p->held)));
	}
}

void rate_explain_html(const struct rate *r)
{
	struct page page = {.out = stdout};
	const char **line = rate_lines(r);
	page_open(&page, &(struct page_head){
			     words_pick("How the result came about", "Giải trình kết quả đánh giá"),
			     *line, NULL});
	while (*line && *++line)
		page_note(&page, *line);
	for (size_t i = 0; i < r->count; i++)
		page_of_head(&page, r, &r->rows[i]);
	page_close(&page);
}
