/* SPDX-License-Identifier: MIT
 * progressvalue: rows that measure: values of targets, figures of rules. */
#include "duty/progress_private.h"

#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/words.h"
#include "data/shape.h"
#include "duty/target.h"

static const char *nearest_target(struct progress *p, const struct plan *plan, const char *id)
{
	const char **ids = arena_alloc(p->arena, (plan->target_count + 1) * sizeof *ids);
	for (size_t i = 0; i < plan->target_count; i++)
		ids[i] = plan->targets[i].id;
	return shape_hint(p->arena, id, ids);
}

/* The rules a row names: by their id, or the only ones where no plan is loaded. */
const struct rules *value_rules(const struct progress *p, const char *id)
{
	const struct progress_request *r = &p->request;
	for (size_t i = 0; *id && i < r->rules_count; i++)
		if (strcmp(r->rules[i]->id, id) == 0)
			return r->rules[i];
	return !*id && !r->plan_count && r->rules_count == 1 ? r->rules[0] : NULL;
}

static bool figure_resolve(struct progress *p, struct slot *s, const struct rules *rules)
{
	struct measured_name name = {.period = {.kind = PERIOD_NONE}};
	if (!measured_find(rules, s->task, &name))
		return slot_refuse(s, CODE_LOG_TASK, "task", s->task,
				   measured_hint(p->arena, rules, s->task), NULL);
	if (*s->period)
		name.period = measured_period(rules, s->period);
	if (*s->period && name.period.kind == PERIOD_NONE)
		return slot_no_period(p, s, s->period);
	name.agency = bound_name(p->request.binder, s->agency, rules->of);
	struct measured_name *kept = arena_alloc(p->arena, sizeof *kept);
	*kept = name;
	s->figure = kept;
	return true;
}

struct slot *value_slot(struct progress *p, const struct event *e)
{
	struct slot *s = index_get(p->values, e->where, e->where_size);
	if (s)
		return s;
	s = slot_new(p, e);
	const struct rules *rules = value_rules(p, s->plan);
	struct plan *plan = rules ? NULL : slot_plan(p, s);
	if (rules)
		figure_resolve(p, s, rules);
	if (plan && !(s->target = plan_target(plan, s->task)))
		slot_refuse(s, CODE_LOG_TASK, "task", s->task, nearest_target(p, plan, s->task),
			    NULL);
	index_put(p->values, s->where, e->where_size, s);
	return s;
}

/* What the value is no value of, for people. */
static const char *value_of_what(struct progress *p, const struct target *t, const char *value)
{
	enum measure_form form = measure_read(value).form;
	if (form == MEASURE_NONE || form == MEASURE_UNCLEAR)
		return arena_format(p->arena, "%s%s", event_word(EVENT_MEASURED),
				    measure_hint(p->arena, value));
	return arena_format(p->arena,
			    words_pick("target %s, whose goal is \"%s\"", "chỉ tiêu %s: \"%s\""),
			    t->id, t->goal);
}

static bool add_figure(struct progress *p, const struct measured_name *name, const struct event *e,
		       const struct log_reader *reader, struct findings *findings)
{
	struct measure value;
	struct ratio number;
	if (!measured_number(name, e->value, &value, &number)) {
		findings_add(findings, progress_place(reader, e, "value"), CODE_LOG_VALUE, e->value,
			     measured_takes(p->arena, name), NULL);
		return false;
	}
	if (e->date > p->request.as_of)
		p->future++;
	else
		measures_add(p->measures, name, e, &value, number);
	return true;
}

bool value_add(struct progress *p, const struct event *e, const struct log_reader *reader,
	       struct findings *findings)
{
	struct slot *s = value_slot(p, e);
	struct measure value = measure_read(e->value);
	struct ratio number;
	if (s->missing) {
		slot_count_missing(p, s, e);
		return false;
	}
	if (s->figure)
		return add_figure(p, s->figure, e, reader, findings);
	if (!s->target) {
		findings_add(findings, progress_place(reader, e, s->column), s->code, s->first,
			     s->second, s->third);
		return false;
	}
	if (!goal_takes(&s->target->want, &value, &number)) {
		findings_add(findings, progress_place(reader, e, "value"), CODE_LOG_VALUE, e->value,
			     value_of_what(p, s->target, e->value), NULL);
		return false;
	}
	if (e->date > p->request.as_of)
		p->future++;
	else
		targets_add(p->targets, s->target, e, &value);
	return true;
}

/* Of rules only values are logged, and taken back. */
bool value_add_of_rules(struct progress *p, const struct event *e, const struct log_reader *reader,
			struct findings *findings)
{
	const struct slot *s = value_slot(p, e);
	if (e->kind == EVENT_NOTE || e->date > p->request.as_of)
		return true;
	if (e->kind != EVENT_VOID) {
		findings_add(findings, progress_place(reader, e, "status"), CODE_LOG_STATUS,
			     event_word(e->kind),
			     words_pick(" (of rules: measured, void, note)",
					" (với quy tắc: measured, void, note)"),
			     NULL);
		return false;
	}
	if (s->figure && measures_void(p->measures, s->figure, e))
		return true;
	findings_add(findings, progress_place(reader, e, s->figure ? "value" : s->column),
		     s->figure ? CODE_LOG_VOID : s->code, s->figure ? e->value : s->first,
		     s->second, s->third);
	return false;
}
