/* SPDX-License-Identifier: MIT
 * relations: which part of a Word or Excel package belongs to which (Open Packaging Conventions,
 * ISO/IEC 29500-2). For band read. */
#ifndef PAR_RELATIONS_H
#define PAR_RELATIONS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct package;

struct relation {
	const char *id;
	const char *type;   /* its last word: "officeDocument", "styles", "worksheet" */
	const char *target; /* the part's name in the archive; NULL outside the package */
};

struct relations {
	struct relation *items; /* in the order of the part, in the arena */
	size_t count;
};

/* The relations of `part`, of the package as a whole when it is "". A part without any has none.
 * Both the transitional and the strict namespace count; others' types are left out. False after one
 * finding. */
bool relations_read(struct arena *a, struct package *p, const char *part,
		    struct relations *relations);

/* The first target of that type, or of that id, inside the package; NULL. */
const char *relations_type(const struct relations *relations, const char *type);
const char *relations_id(const struct relations *relations, const char *id);

#endif
