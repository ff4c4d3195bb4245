/* SPDX-License-Identifier: MIT
 * update: a plan that people have worked on, brought up to a new document. Tasks keep their ids when
 * their numbers move, settled doubts and what was edited by hand stay, and everything that changed is
 * told. It works on trees, so that keys it does not know survive. For bands import and above. */
#ifndef PAR_UPDATE_H
#define PAR_UPDATE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct node;
struct registry;

struct update_request {
	const struct node *old;	  /* the plan, as people left it */
	const struct node *fresh; /* what the new document gives */
	/* What the plan's own document gives, to tell what people edited from what the document
	 * said; NULL when it is not at hand. Then the plan's `cells` tell it for lead, with, start
	 * and due; other cells take the new document's words, and a doubt holds the old ones. */
	const struct node *base;
	/* The same two with doubts said in the other language, by which doubts of a plan that was
	 * made in it are known; NULL where they are not at hand. */
	const struct node *fresh_other, *base_other;
	const struct registry *registry; /* may be NULL */
};

enum update_what {
	UPDATE_PLAN,	   /* a key of the plan itself changed; id is NULL */
	UPDATE_ADDED,	   /* a task of the new document alone */
	UPDATE_REMOVED,	   /* a task that the new document no longer has */
	UPDATE_CHANGED,	   /* a cell of a task */
	UPDATE_RENUMBERED, /* the printed number moved, the id stays */
	UPDATE_KEPT, /* a cell that both edited by hand and changed in the document is told so */
	UPDATE_OWN,  /* a task added by hand, which stays */
};

struct update_note {
	enum update_what what;
	const char *id;	      /* of the task, in the plan that is written (or was there) */
	const char *cell;     /* UPDATE_PLAN, UPDATE_CHANGED: the key */
	const char *was, *is; /* NULL: nothing */
	long at; /* of the row, in the new document, or (removed, own) in the plan; 0 */
};

struct update {
	struct node *tree; /* the plan to be written; parts of it are borrowed from both */
	struct update_note *notes;
	size_t count;
	size_t kept; /* tasks that are in both */
	size_t settled,
	    settled_dropped; /* doubts that were settled: still there; about cells that are gone */
	size_t edits;	     /* cells edited by hand that stay */
};

struct update update_merge(struct arena *a, const struct update_request *request);

#endif
