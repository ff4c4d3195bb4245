/* SPDX-License-Identifier: MIT
 * agency: the registry of agencies, groups and open groups (agencies/1), the group terms of the
 * field that are built in, and the splitting of a printed cell into names. It knows no plans.
 * Rules: contract of agencies/1 in par-agencies(5). For bands data and above. */
#ifndef PAR_AGENCY_H
#define PAR_AGENCY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/codes.h"
#include "base/place.h"
#include "time/date.h"

struct arena;
struct findings;
struct node;

/* What a name says an agency is; the `kind:` of a registry, or known by the name alone. */
enum agency_kind {
	KIND_UNKNOWN,
	KIND_DEPARTMENT,  /* Sở …, Ban …, Thanh tra tỉnh */
	KIND_OFFICE,	  /* Văn phòng UBND tỉnh */
	KIND_DISTRICT,	  /* UBND huyện/thị xã/thành phố … */
	KIND_COMMUNE,	  /* UBND xã/phường/thị trấn … */
	KIND_PUBLIC_UNIT, /* đơn vị sự nghiệp: Trường …, Trung tâm … */
	KIND_VERTICAL, /* Cục …, Kho bạc …, Công an …: of a ministry, in the province */
	KIND_PARTY,
	KIND_MEDIA,
	KIND_ENTERPRISE,
	KIND_UNIT,     /* a division inside: Phòng … */
	KIND_MINISTRY, /* Bộ … (level state) */
	KIND_COUNT
};

struct successor {
	const char *id;
	day from;
	const struct agency *agency; /* set when the registry is complete; NULL: unknown id */
	struct place at;
};

struct agency {
	const char *id, *name;
	const char **aliases;
	size_t alias_count;
	enum agency_kind kind;
	const char *of; /* id of the place or agency above: binh-phuoc; may be NULL */
	const char *email, *head;
	struct successor *becomes;
	size_t becomes_count;
	struct place at;
};

struct group {
	const char *name;
	const char **aliases;
	size_t alias_count;
	unsigned kinds;	  /* members by kind: bit 1 << enum agency_kind */
	const char *of;	  /* members by place; NULL: the group belongs to every place */
	const char **ids; /* members by id (members: [so-noi-vu, …]) */
	size_t id_count;
	bool open; /* for nobody in particular: never expanded */
	bool built_in;
	struct place at;
};

struct registry;

struct registry *registry_new(struct arena *a); /* with the built-in group terms only */

/* Adds an agencies/1 tree; a finding for each thing wrong (unknown keys, ids twice, aliases that
 * clash, successors that are nobody, groups without members). */
void registry_add(struct registry *r, const struct node *root, struct findings *findings);

/* To be called once after the last registry_add: resolves successors, checks clashes and empty
 * groups over all files. */
void registry_close(struct registry *r, struct findings *findings);
bool registry_is_empty(const struct registry *r); /* no agency besides the built-in terms */

/* Does the registry have agencies of this place (of a plan's issuer; NULL: of any)? If not, a name
 * it does not know is nothing to speak of. */
bool registry_knows_place(const struct registry *r, const char *of);

/* Does the agency belong to the place or to what lies in it? True where one of the two is not known. */
bool agency_is_within(const struct agency *agency, const char *place);

enum answer_kind { ANSWER_NONE, ANSWER_AGENCY, ANSWER_GROUP, ANSWER_AMBIGUOUS };

struct answer {
	enum answer_kind kind;
	const struct agency *agency;
	const struct group *group;
	const char **candidates; /* ANSWER_AMBIGUOUS: "place/id" or names, in byte order */
	size_t candidate_count;
};

/* Looks a printed name up under `of` (the plan issuer's place; may be NULL), downward, then above,
 * then anywhere: accent-exact, then folded, then without accents; more than one at a step is
 * ambiguous. Registry groups before built-in terms, also one that is the whole of the same term under
 * another spelling ("Các sở, ban, ngành" for "Các sở, ban, ngành tỉnh"). "UBND tỉnh" is the one of the
 * place or above it. Also takes "place/id" and a bare id. */
struct answer registry_find(const struct registry *r, struct arena *a, const char *name,
			    const char *of);

/* The agency's names as of a day: itself, or what it has become by then (first successor; follows
 * chains). */
const struct agency *agency_today(const struct agency *agency, day today);

/* Members of a group, of the issuer's place, on a day, in byte order of ids, each once, those that
 * have merged counted once. 0 for open groups and without members in the registry. */
size_t registry_members(const struct registry *r, struct arena *a, const struct group *group,
			const char *of, day on, const struct agency ***members);

/* Does the group bind an agency of this name by its kind, without any registry? "Các sở, ban, ngành
 * tỉnh" binds "Sở Nội vụ". `agency` is of a registry or NULL, `name` is as printed or typed (accents may be
 * missing). False for open groups. */
bool group_binds(const struct group *group, const struct agency *agency, const char *name);

/* What an agency of this name is, by the name alone. */
enum agency_kind agency_kind_of_name(const char *name);
const char *agency_kind_word(enum agency_kind kind); /* "department" */

/* A group of the field that has this name, or NULL. Built in: the sở-ban-ngành, chuyên môn, huyện,
 * xã … terms of the field and open ones ("các cơ quan, đơn vị có liên quan"). */
const struct group *group_built_in(const char *name);

/* One name out of a printed cell. */
struct cell_name {
	const char *name; /* as printed, without role and separators; "các Sở: A, B" gives "Sở A" */
	const char *role; /* "thẩm định"; NULL */
};

struct cell_doubt {
	enum code code;
	const char *say;
	const char *suggest;
};

struct cell_names {
	struct cell_name *names;
	size_t count;
	struct cell_doubt *doubts;
	size_t doubt_count;
};

/* Splits a printed cell (lines parted by \n where the document had them) into names, in order, each
 * once. Names may hold commas and "và" ("Sở Kế hoạch và Đầu tư", "Đài … và Báo …", "Các sở, ban,
 * ngành tỉnh"); separators are ; , "và" line breaks, leading dashes, a colon. With a registry its
 * names win. Nothing of the text is lost: what is no name stays as a name with a doubt. */
struct cell_names agency_split(struct arena *a, const char *cell, const struct registry *registry,
			       const char *of);

/* 0..100: how much a cell's whole text looks like names of agencies. */
int agency_likeness(const char *text);

/* The id of a place as plans use it: "UBND tỉnh Bình Phước" gives "binh-phuoc"; NULL when the issuer
 * names no place ("Bộ Nội vụ" gives "bo-noi-vu"). [a-z0-9-]+ */
char *agency_place(struct arena *a, const char *issuer);

#endif
