/* SPDX-License-Identifier: MIT
 * rateout: what stands above and below a table of ratings. */
#include "front/rateout.h"

#include <string.h>

#include "base/arena.h"
#include "base/words.h"
#include "form/htmlpage.h"
#include "form/wrap.h"
#include "front/cells.h"
#include "front/ratetext.h"
#include "front/reportviews.h"

static const struct rate_view views[] = {
    {"heads", rate_heads, rate_brief, "agency,name,year,outcome,why,note", "Ratings",
     "Kết quả đánh giá, xếp loại"},
    {"conditions", rate_conditions, rate_conditions,
     "name,agency,part,article,condition,say,value,source,held,note", "Conditions",
     "Các điều kiện"},
};

const struct rate_view *rate_view_find(const char *name)
{
	for (size_t i = 0; i < sizeof views / sizeof *views; i++)
		if (strcmp(views[i].name, name) == 0)
			return &views[i];
	return NULL;
}

static void add_line(const struct rate *r, const char ***lines, size_t *count, const char *line)
{
	if (!line || !*line)
		return;
	*lines = arena_more(r->arena, *lines, *count, sizeof(char *));
	(*lines)[(*count)++] = line;
}

static const char *document_line(const struct rate *r)
{
	const struct rules *rules = r->rules;
	const char *issued = rules->issued == DAY_NONE ? NULL
			     : words_language() == LANGUAGE_VI
				 ? day_text_vi(r->arena, rules->issued)
				 : day_text(r->arena, rules->issued);
	const char *issuer = rules->issuer ? rules->issuer : "";
	if (!rules->document)
		return issuer;
	return arena_format(r->arena, words_pick("%s%s%s%s%s", "%s%s%s%s%s"), rules->document,
			    issued ? words_pick(" of ", " ngày ") : "", issued ? issued : "",
			    *issuer ? ", " : "", issuer);
}

/* The warning of an amendment in each wording that the years of the rows call for. */
static void add_amendment(const struct rate *r, const struct rule_amendment *a, const char ***lines,
			  size_t *count)
{
	size_t first = *count;
	for (size_t i = 0; i < r->count || i == 0; i++) {
		const char *line = rate_amendment(r, a, r->count ? r->rows[i].year : 0);
		bool told = !line;
		if (line)
			line = arena_format(r->arena, words_pick("Warning: %s", "Lưu ý: %s"), line);
		for (size_t k = first; k < *count && !told; k++)
			told = strcmp((*lines)[k], line) == 0;
		if (!told)
			add_line(r, lines, count, line);
	}
}

const char **rate_lines(const struct rate *r)
{
	const char **lines = NULL;
	size_t count = 0;
	add_line(r, &lines, &count, wording_say(r->rules->title));
	add_line(r, &lines, &count, document_line(r));
	if (rate_year(r))
		add_line(r, &lines, &count,
			 arena_format(r->arena, words_pick("Year assessed: %d", "Năm đánh giá: %d"),
				      rate_year(r)));
	if (r->rules->kind == RULES_RATING)
		add_line(r, &lines, &count,
			 arena_format(r->arena,
				      words_pick("Policy: %s, %s", "Cách áp dụng: %s, %s"),
				      r->policy->id, wording_say(r->policy->name)));
	for (size_t i = 0; i < r->rules->amendment_count; i++)
		add_amendment(r, &r->rules->amendments[i], &lines, &count);
	add_line(r, &lines, &count, wording_say(r->rules->note));
	return arena_more(r->arena, lines, count, sizeof(char *)); /* a NULL behind them */
}

/* The view's sheet, sorted and with the columns asked for, else those for people. NULL after a message
 * about an unknown column. */
static struct sheet *make_sheet(struct command *c, const struct rate *r,
				const struct rate_view *view)
{
	struct sheet *s = c->columns || c->sort ? view->make(r) : view->brief(r);
	if (command_arrange(c, s) != EXIT_DONE)
		return NULL;
	if (!c->columns && !c->sort)
		sheet_choose(s, view->columns);
	if (!c->columns)
		sheet_trim(s);
	return s;
}

static const char *nothing(const struct sheet *s)
{
	return s->count ? NULL : words_pick("Nobody.", "Không có ai.");
}

int rate_text(struct command *c, const struct rate *r, const struct rate_view *view)
{
	struct sheet *s = make_sheet(c, r, view);
	if (!s)
		return EXIT_NOT_DONE;
	for (const char **line = rate_lines(r); *line; line++)
		wrap_print(stdout, sheet_visible(r->arena, *line), command_width(), 0);
	if (nothing(s))
		wrap_print(stdout, nothing(s), command_width(), 0);
	fputc('\n', stdout);
	sheet_table(s, stdout, command_width());
	return EXIT_DONE;
}

int rate_html(struct command *c, const struct rate *r, const struct rate_view *view)
{
	struct page page = {.out = stdout};
	struct sheet *s = make_sheet(c, r, view);
	if (!s)
		return EXIT_NOT_DONE;
	const char *title = words_pick(view->english, view->vietnamese);
	const char **line = rate_lines(r);
	page_open(&page, &(struct page_head){title, *line, NULL});
	while (*line && *++line)
		page_note(&page, *line);
	page_section(&page, title);
	page_table(&page, s, title);
	page_close(&page);
	return EXIT_DONE;
}
