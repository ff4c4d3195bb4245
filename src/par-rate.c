/* SPDX-License-Identifier: MIT
 * par-rate: what published rules make of heads of agencies, and why. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include "front/command.h"
#include "front/rateout.h"
#include "front/ratesource.h"
#include "front/scoreview.h"

enum rate_format { FORMAT_HTML = FORMAT_MORE };
static const char *const more_names[] = {"html", NULL};

struct rate_options {
	struct command common;
	const char *rules_text, *policy_text, *year_text, *month_text, *view_text, *explain;
	bool exit_code;
	int year; /* 0: as each row says */
	struct period month;
	struct rate rate;
};

static int choose_year(struct rate_options *d)
{
	long year;
	if (!d->year_text)
		return -1;
	if (text_number(d->year_text, strlen(d->year_text), &year) && year >= YEAR_FIRST &&
	    year <= YEAR_LAST) {
		d->year = (int)year;
		return -1;
	}
	return command_refuse(&d->common, "\"{1}\" is no year", "\"{1}\" không phải năm",
			      d->year_text);
}

static const char *ids_of(struct arena *a, const struct workspace *w)
{
	const char *list = "";
	for (size_t i = 0; i < w->rules_count; i++)
		list = arena_format(a, "%s%s%s", list, *list ? ", " : "", w->rules[i]->id);
	return list;
}

/* The file that --rules names, or of those loaded the one of that id, or the only one. */
static int choose_rules(struct rate_options *d, const struct workspace *w)
{
	const char *asked = d->rules_text;
	for (size_t i = 0; i < w->rules_count; i++)
		if (asked ? strcmp(w->rules[i]->id, asked) == 0 ||
				strcmp(w->rules[i]->file, asked) == 0
			  : w->rules_count == 1)
			d->rate.rules = w->rules[i];
	if (d->rate.rules)
		return -1;
	return command_refuse(&d->common, "which rules? --rules FILE or one of: {1}",
			      "theo quy tắc nào? --rules TỆP hoặc một trong: {1}",
			      ids_of(d->common.arena, w));
}

static int choose_policy(struct rate_options *d)
{
	const struct rules *rules = d->rate.rules;
	const char *list = "";
	d->rate.policy = d->policy_text ? rules_policy(rules, d->policy_text) : &rules->policies[0];
	if (d->rate.policy)
		return -1;
	for (size_t i = 0; i < rules->policy_count; i++)
		list = arena_format(d->common.arena, "%s%s%s", list, *list ? ", " : "",
				    rules->policies[i].id);
	return command_refuse(&d->common, "these rules have no policy {1}",
			      "quy tắc này không có cách áp dụng {1}",
			      arena_format(d->common.arena, "\"%s\": %s", d->policy_text, list));
}

/* ---- what is told besides ---- */

/* Does an amendment change the rules for one of the years? Every output warns of it in any case. */
static bool is_touched(const struct rate *r, const struct rule_amendment *a)
{
	for (size_t i = 0; i < r->count; i++)
		if (!r->rows[i].year || a->date <= day_of(r->rows[i].year, 12, 31))
			return !a->included;
	return false;
}

static void tell_amendments(struct rate_options *d)
{
	const struct rate *r = &d->rate;
	for (size_t i = 0; i < r->rules->amendment_count; i++) {
		const struct rule_amendment *a = &r->rules->amendments[i];
		if (is_touched(r, a))
			findings_add(&d->common.findings, a->at, CODE_RULES_AMENDED,
				     r->rules->document ? r->rules->document : r->rules->id,
				     a->document, day_text(r->arena, a->date));
	}
}

static void tell_years(struct rate_options *d)
{
	const struct rate *r = &d->rate;
	day effective = r->rules->effective;
	for (size_t i = 0; effective != DAY_NONE && i < r->count; i++)
		if (r->rows[i].year && effective > day_of(r->rows[i].year, 12, 31))
			findings_add(&d->common.findings, r->rules->at, CODE_RULES_YEAR,
				     day_text(r->arena, effective),
				     arena_format(r->arena, "%d", r->rows[i].year), NULL);
}

/* More who pass than may be proposed: a person picks, not this tool. */
static void tell_limit(struct rate_options *d)
{
	const struct rate *r = &d->rate;
	long passed = 0;
	for (size_t i = 0; i < r->count; i++)
		passed += r->rows[i].rating.result == RATING_MET;
	if (!r->rules->limit || passed <= r->rules->limit)
		return;
	const char *article = r->rules->limit_article;
	findings_add(&d->common.findings, r->rules->at, CODE_RATE_LIMIT,
		     arena_format(r->arena, "%ld", passed),
		     arena_format(r->arena, "%ld", r->rules->limit),
		     article ? arena_format(r->arena, " (%s)", article) : "");
}

static bool is_open(const struct rate *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->rows[i].rating.result == RATING_UNDETERMINED ||
		    r->rows[i].rating.result == RATING_NO_DATA)
			return true;
	return false;
}

/* ---- printing ---- */

static int print_ratings(struct rate_options *d, const struct rate_view *view)
{
	struct command *c = &d->common;
	bool html = (int)c->format == FORMAT_HTML;
	if (d->explain && (html || c->format == FORMAT_TEXT)) {
		if (html)
			rate_explain_html(&d->rate);
		else
			rate_explain_text(&d->rate, command_width());
		return EXIT_DONE;
	}
	if (html)
		return rate_html(c, &d->rate, view);
	if (c->format == FORMAT_TEXT)
		return rate_text(c, &d->rate, view);
	return command_print(c, view->make(&d->rate));
}

static int rate_all(struct rate_options *d, struct workspace *w)
{
	struct command *c = &d->common;
	const char *name = d->view_text ? d->view_text : d->explain ? "conditions" : "heads";
	const struct rate_view *view = rate_view_find(name);
	if (!view)
		return command_refuse(c, "there is no view \"{1}\": heads, conditions",
				      "không có bảng \"{1}\": heads, conditions", name);
	struct rate_sources sources = {.command = c,
				       .workspace = w,
				       .year = d->year,
				       .agency = d->explain ? d->explain : c->selection.agency};
	int status = choose_policy(d);
	if (status < 0)
		status = rate_rows(&sources, &d->rate);
	rate_sources_free(&sources);
	if (status >= 0)
		return status;
	if (d->explain && !d->rate.count)
		findings_add(&c->findings, (struct place){0}, CODE_SELECT_NOTHING, "--explain",
			     d->explain, NULL);
	tell_amendments(d);
	tell_years(d);
	tell_limit(d);
	status = print_ratings(d, view);
	return status == EXIT_DONE && d->exit_code && is_open(&d->rate) ? EXIT_LOOK : status;
}

/* ---- scorecards ---- */

static int choose_month(struct rate_options *d)
{
	struct command *c = &d->common;
	d->month = period_of(PERIOD_MONTH, c->as_of);
	if (!d->month_text)
		return -1;
	d->month =
	    period_parse_loose(d->month_text, PERIOD_MONTH, d->year ? d->year : day_year(c->as_of));
	if (d->month.kind == PERIOD_MONTH)
		return -1;
	return command_refuse(c, "\"{1}\" is no month", "\"{1}\" không phải tháng", d->month_text);
}

static int score_all(struct rate_options *d, struct workspace *w)
{
	struct command *c = &d->common;
	struct rules *only[] = {(struct rules *)d->rate.rules};
	struct progress *progress = workspace_progress(w, c->as_of, 0);
	struct score_request request = {.arena = c->arena,
					.rules = only,
					.rules_count = 1,
					.measures = progress_measures(progress),
					.month = d->month,
					.owner = d->explain ? d->explain : c->selection.agency,
					.people = d->rate.people};
	int status = w->refused && !c->keep_going ? EXIT_NOT_DONE : score_print(c, &request);
	if (status == EXIT_DONE && d->exit_code && score_is_open(&request))
		status = EXIT_LOOK;
	progress_free(progress);
	return status;
}

static int answer(struct rate_options *d, struct workspace *w)
{
	struct command *c = &d->common;
	int status = choose_rules(d, w);
	if (status >= 0)
		return status;
	d->rate.arena = c->arena;
	d->rate.as_of = c->as_of;
	d->rate.people = c->format != FORMAT_CSV && c->format != FORMAT_JSON;
	return d->rate.rules->kind == RULES_SCORECARD ? score_all(d, w) : rate_all(d, w);
}

/* What looks like a path is one; else it may be an id, unless such a file is there. */
static const char *rules_file(const char *text)
{
	bool path = text && (strchr(text, '/') || strchr(text, '.') || file_is_regular(text));
	return path ? text : NULL;
}

int main(int argc, char *argv[])
{
	struct rate_options d = {0};
	struct command *c = &d.common;
	const struct option_row own[] = {
	    {"rules", 'r', "FILE", NULL, &d.rules_text, NULL, "the rules: a file, or an id",
	     "quy tắc: một tệp, hoặc mã", "TỆP"},
	    {"year", 'y', "YEAR", NULL, &d.year_text, NULL, "the year that is assessed",
	     "năm được đánh giá", "NĂM"},
	    {"policy", 0, "ID", NULL, &d.policy_text, NULL,
	     "how the rules are applied; the first of the file is the default",
	     "cách áp dụng; mặc định là cách đầu tiên trong tệp", "MÃ"},
	    {"agency", 'a', "NAME", NULL, NULL, &c->names[0],
	     "of this agency (of a scorecard: who scores)", "của cơ quan này (bảng điểm: nơi chấm)",
	     "TÊN"},
	    {"level", 0, "LEVEL", NULL, NULL, &c->lists[5], "of this level", "của cấp này", "CẤP"},
	    {"view", 'v', "VIEW", NULL, &d.view_text, NULL,
	     "heads (the default) or conditions: a row for each of them",
	     "heads (mặc định) hoặc conditions: mỗi điều kiện một hàng", "BẢNG"},
	    {"month", 'm', "MONTH", NULL, &d.month_text, NULL,
	     "of a scorecard: the month (2026-03, 3; default: this month)",
	     "của bảng điểm: tháng (2026-03, 3; mặc định: tháng này)", "THÁNG"},
	    {"explain", 'x', "NAME", NULL, &d.explain, NULL,
	     "how the result of this agency or head came about (text or html)",
	     "giải trình kết quả của cơ quan hoặc người này (text hoặc html)", "TÊN"},
	    {"exit-code", 0, NULL, &d.exit_code, NULL, NULL,
	     "exit 1 when a result is undetermined or lacks data",
	     "trả mã 1 khi có kết quả chưa xác định hoặc thiếu số liệu", NULL},
	    {0},
	};
	c->more = (struct more_formats){more_names, "text, csv, json or html",
					"text, csv, json hoặc html"};
	struct option_row common[COMMAND_COMMON_ROWS];
	command_common_rows(c, common);
	const struct command_line line = {
	    .tool = "par-rate",
	    .synopsis = "--rules FILE [options] [heads.csv] [plans and logs …]",
	    .vietnamese_synopsis = "--rules TỆP [tùy chọn] [bảng.csv] [kế hoạch, nhật ký …]",
	    .english = "Rates heads of agencies by published rules, and shows why.",
	    .vietnamese = "Đánh giá, xếp loại người đứng đầu theo quy định, và cho biết vì sao.",
	    .rows = {own, common},
	    .tables = 2,
	};
	int status = command_start(c, &line, argc, argv);
	if (status >= 0)
		return status;
	status = choose_year(&d);
	if (status < 0)
		status = choose_month(&d);
	if (status >= 0)
		return command_end(c, NULL, status);
	struct workspace_request request = {.operands = c->operands,
					    .agencies = c->agencies,
					    .calendar = c->calendar,
					    .rules = rules_file(d.rules_text),
					    .judge_rules = true,
					    .heads = true,
					    .sheets_alone = true};
	struct workspace *w = workspace_load(c->arena, &request, &c->findings);
	return command_end(c, w, w->refused && !c->keep_going ? EXIT_NOT_DONE : answer(&d, w));
}
