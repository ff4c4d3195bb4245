/* SPDX-License-Identifier: MIT
 * workspace: the files a command works on, each opened once: plans, registry, calendar, logs. It
 * knows no options' spelling and prints nothing. For bands front and above. */
#ifndef PAR_WORKSPACE_H
#define PAR_WORKSPACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/file.h"
#include "base/findings.h"
#include "data/agency.h"
#include "data/log.h"
#include "form/csvrows.h"
#include "data/plan.h"
#include "data/rules.h"
#include "duty/progress.h"
#include "form/options.h"
#include "time/calendar.h"

struct arena;

struct workspace_request {
	struct option_values operands; /* none: $PAR_PATH, else ./plans */
	const char *agencies;	       /* --agencies FILE; NULL */
	const char *calendar;	       /* --calendar FILE; NULL */
	const char *rules;	       /* --rules FILE; NULL */
	bool heads;		       /* sheets of heads are wanted */
	bool sheets_alone; /* a CSV that names an agency and is no log is one, if it is named */
	bool judge_rules;  /* what is wrong in rules is told: the answer rests on them */
	bool all_findings; /* warnings about the form of files too (par-check) */
	bool no_folder;	   /* do not look for a registry beside the plan */
};

/* A file's normal text. */
struct text_file {
	const char *name;
	struct file_bytes text;
};

struct workspace {
	struct arena *arena;
	struct findings *findings;
	struct plan **plans;
	size_t plan_count;
	struct rules **rules;
	size_t rules_count;
	struct text_file *sheets; /* of heads */
	size_t sheet_count;
	struct registry *registry; /* never NULL */
	struct calendar *calendar; /* never NULL */
	struct binder *binder;	   /* looks names up in it */
	bool has_registry, has_calendar;
	struct csv_source *logs;
	size_t log_count;
	size_t files;	/* opened, good or bad */
	size_t refused; /* files that cannot be opened or parsed */
};

/* Loads everything; what is wrong is in the findings and `refused`. */
struct workspace *workspace_load(struct arena *a, const struct workspace_request *request,
				 struct findings *findings);

/* The logs read up to a day, without what was logged after a moment (0: all of it); files that cannot be read are refused. */
struct progress *workspace_progress(struct workspace *w, day as_of, int64_t known);

#endif
