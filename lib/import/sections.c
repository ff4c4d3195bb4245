/* SPDX-License-Identifier: MIT
 * sections: what the tasks and titles of sections tell when they are seen side by side. It knows the
 * draft of a plan, and no documents. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "import/tasks.h"

enum { FIELDS_OF_REFORM = 4, SIBLINGS_LEAST = 3 }; /* fields: where the title does not say */

/* How the areas of Resolution 76/NQ-CP are called, without accents. */
static const struct {
	enum field field;
	const char *words;
} usual[] = {
    {FIELD_INSTITUTIONS, "the che"},
    {FIELD_PROCEDURES, "thu tuc hanh chinh"},
    {FIELD_ORGANISATION, "to chuc bo may"},
    {FIELD_CIVIL_SERVICE, "cong vu"},
    {FIELD_PUBLIC_FINANCE, "tai chinh cong"},
    {FIELD_DIGITAL_GOVERNMENT, "chinh quyen"},
    {FIELD_DIGITAL_GOVERNMENT, "chuyen doi so"},
    {FIELD_STEERING, "chi dao"},
    {FIELD_STEERING, "dieu hanh"},
    {FIELD_STEERING, "tuyen truyen"},
};

static bool is_usual(struct arena *a, const struct area *area)
{
	const char *plain = text_plain(a, area->title);
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (usual[i].field == area->field && strstr(plain, usual[i].words))
			return true;
	return false;
}

/* A plan of public administration reform: most of its areas have sections of their own. */
static bool is_reform(struct arena *a, const struct draft_plan *draft)
{
	if (draft->title)
		return strstr(text_plain(a, draft->title), "cai cach hanh chinh") != NULL;
	unsigned seen = 0;
	size_t count = 0;
	for (size_t i = 0; i < draft->area_count; i++) {
		unsigned bit = 1u << draft->areas[i].field;
		count += draft->areas[i].field != FIELD_NONE && !(seen & bit);
		seen |= bit;
	}
	return count >= FIELDS_OF_REFORM;
}

static struct draft_task *first_task(const struct draft_plan *draft, const char *area)
{
	for (size_t i = 0; i < draft->task_count; i++)
		if (text_same(draft->tasks[i].area, area))
			return &draft->tasks[i];
	return NULL;
}

/* The other section of the same rank that speaks of the same field; NULL when there is none. */
static const struct area *twin_of(const struct draft_plan *draft, const struct plan_rows *plan,
				  size_t i)
{
	for (size_t k = 0; k < draft->area_count; k++)
		if (k != i && draft->areas[k].field == draft->areas[i].field &&
		    plan->areas[k].ordinal.kind == plan->areas[i].ordinal.kind &&
		    plan->areas[k].ordinal.parts == plan->areas[i].ordinal.parts)
			return &draft->areas[k];
	return NULL;
}

static void check_titles(struct arena *a, struct draft_plan *draft, const struct plan_rows *plan)
{
	for (size_t i = 0; i < draft->area_count; i++) {
		const struct area *area = &draft->areas[i];
		struct draft_task *task = first_task(draft, area->id);
		if (!task || area->field == FIELD_NONE || area->field == FIELD_STEERING)
			continue;
		const struct area *twin = twin_of(draft, plan, i);
		if (twin)
			task_doubt(a, task, "area", CODE_SECTION_TITLE_MISMATCH,
				   arena_format(a, "%s %s; %s %s", area->id, area->title, twin->id,
						twin->title),
				   NULL);
		else if (draft->level != LEVEL_STATE && !is_usual(a, area))
			task_doubt(a, task, "area", CODE_SECTION_TITLE, area->title, NULL);
	}
}

/* All leads of a task as one text to compare. */
static const char *leads_of(struct arena *a, const struct draft_task *task)
{
	struct buf out = {0};
	for (size_t i = 0; i < task->lead.count; i++) {
		if (i > 0)
			buf_text(&out, "; ");
		buf_text(&out, task->lead.names[i].name);
	}
	return buf_take(&out, a);
}

/* The tasks [from, to) of one section: the one that is led by another than all others. */
static void check_leads(struct arena *a, struct draft_task *tasks, size_t count)
{
	if (count < SIBLINGS_LEAST + 1)
		return;
	const char **keys = arena_alloc(a, count * sizeof *keys);
	for (size_t i = 0; i < count; i++)
		keys[i] = text_key(a, leads_of(a, &tasks[i]));
	/* of three any two are the section's */
	const char *usual_lead = text_same(keys[0], keys[1]) ? keys[0] : keys[2];
	size_t odd = 0, others = 0;
	for (size_t i = 0; i < count; i++) {
		bool same = text_same(keys[i], usual_lead);
		odd = same ? odd : i;
		others += !same;
	}
	const struct draft_task *sibling = &tasks[odd == 0 ? 1 : odd - 1];
	if (others == 1 && sibling->lead.count == 1 && *keys[odd] && !strstr(keys[odd], usual_lead))
		task_doubt(a, &tasks[odd], "lead", CODE_LEAD_OUTLIER, leads_of(a, sibling), NULL);
}

void sections_check(struct arena *a, struct draft_plan *draft, const struct plan_rows *plan)
{
	if (is_reform(a, draft))
		check_titles(a, draft, plan);
	for (size_t i = 0, from = 0; i < draft->task_count; i++) {
		if (i + 1 < draft->task_count &&
		    text_same(draft->tasks[i + 1].area, draft->tasks[from].area))
			continue;
		if (draft->tasks[from].area)
			check_leads(a, draft->tasks + from, i + 1 - from);
		from = i + 1;
	}
}
