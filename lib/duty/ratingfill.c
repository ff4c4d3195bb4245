/* SPDX-License-Identifier: MIT
 * ratingfill: figures from events and obligations. */
#include "duty/ratingfill.h"

#include "base/arena.h"
#include "base/findings.h"
#include "duty/bound.h"
#include "duty/measured.h"
#include "duty/select.h"
#include "duty/summary.h"

/* ---- tasks of the year ---- */

static bool is_due(const struct fill_request *r, const struct obligation *o)
{
	return o->state.dated && o->state.status != STATUS_CANCELLED &&
	       day_year(o->state.due) == r->year;
}

/* How things stand with what is due of one task. */
struct task_tally {
	size_t due, done, late, open;
};

static void tally_one(struct task_tally *t, const struct obligation *o)
{
	enum status status = o->state.status;
	t->due++;
	t->done += state_is_done((int)status);
	t->late += status == STATUS_DONE_LATE || status_is_overdue(status);
	t->open += !state_is_done((int)status) && !status_is_overdue(status);
}

static void add_task(struct year_tasks *y, const struct task_tally *t)
{
	if (!t->due)
		return;
	y->due++;
	y->done += t->done == t->due;
	y->late += t->late > 0;
	y->open += !t->late && t->open > 0;
}

struct year_tasks rating_tasks(struct arena *a, const struct fill_request *r, const char *agency)
{
	struct findings told_elsewhere = {.arena = a};
	struct select_request select = {.binder = r->binder,
					.plans = r->plans,
					.plan_count = r->plan_count,
					.selection = {.agency = agency},
					.today = r->as_of};
	struct duty_request request = {.binder = r->binder,
				       .calendar = r->calendar,
				       .plans = r->plans,
				       .plan_count = r->plan_count,
				       .progress = r->progress,
				       .as_of = r->as_of,
				       .horizon = day_of(r->year, 12, 31),
				       .agency = agency};
	struct obligations all = duty_list(a, &request, &told_elsewhere);
	struct year_tasks year = {0};
	struct task_tally tally = {0};
	for (size_t i = 0; i < all.count; i++) {
		const struct obligation *o = &all.items[i];
		if (i && all.items[i - 1].task != o->task) {
			add_task(&year, &tally);
			tally = (struct task_tally){0};
		}
		if (is_due(r, o) && select_has(a, &select, o))
			tally_one(&tally, o);
	}
	add_task(&year, &tally);
	return year;
}

/* ---- filling in ---- */

static void fill_share(struct figure *f, const struct year_tasks *tasks)
{
	struct measure m = {
	    .form = MEASURE_SHARE, .part = (int64_t)tasks->done, .whole = (int64_t)tasks->due};
	struct ratio hundred = ratio_of(100, 1), share;
	if (!tasks->due || !ratio_multiply(ratio_of(m.part, m.whole), hundred, &share))
		return;
	*f = (struct figure){
	    .state = FIGURE_GIVEN, .source = SOURCE_PLAN, .measure = m, .number = share};
}

/* Not before the last of them is done or late, or the year is over. */
static void fill_on_time(struct figure *f, const struct year_tasks *tasks, bool over)
{
	bool late = tasks->late || (over && tasks->open);
	if (!tasks->due || (!late && tasks->open))
		return;
	*f = (struct figure){
	    .state = FIGURE_GIVEN, .source = SOURCE_PLAN, .word = late ? WORD_NO : WORD_YES};
}

static void fill_measured(const struct fill_request *r, const struct head *head,
			  const struct rule_input *input, struct figure *f)
{
	struct named agency = bound_name(r->binder, head->agency, r->rules->of);
	const struct measured_value *v = measures_latest(r->measures, r->rules, input->id, &agency,
							 period_make(PERIOD_YEAR, r->year, 1));
	if (v)
		*f = (struct figure){.state = FIGURE_GIVEN,
				     .source = SOURCE_LOG,
				     .measure = v->measure,
				     .number = v->number,
				     .file = v->file,
				     .line = v->line};
}

void rating_fill(struct arena *a, const struct fill_request *r, struct head *head)
{
	struct year_tasks tasks = {0};
	bool counted = false;
	if (!*head->agency)
		return;
	for (size_t i = 0; i < r->rules->input_count; i++) {
		const struct rule_input *input = &r->rules->inputs[i];
		struct figure *f = &head->figures[i];
		if (f->state == FIGURE_MISSING)
			fill_measured(r, head, input, f);
		if (f->state != FIGURE_MISSING || input->from == FROM_SHEET || !r->plan_count)
			continue;
		if (!counted)
			tasks = rating_tasks(a, r, head->agency);
		counted = true;
		if (input->from == FROM_TASKS_DONE)
			fill_share(f, &tasks);
		else
			fill_on_time(f, &tasks, r->over);
	}
}
