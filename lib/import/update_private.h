/* SPDX-License-Identifier: MIT
 * update_private: what the files of update share. For lib/import/update*.c only. */
#ifndef PAR_UPDATE_PRIVATE_H
#define PAR_UPDATE_PRIVATE_H

#include "import/update.h"

/* The tasks of a plan's tree. */
struct task_nodes {
	const struct node **items;
	size_t count;
};

struct task_nodes update_tasks(struct arena *a, const struct node *plan);

/* to[i]: which of `fresh` old task i has become, -1 when none; in the arena. By printed numbers and
 * words together: tasks of the same words first, then the pairing whose words and numbers agree
 * best on the whole. */
long *update_match(struct arena *a, const struct task_nodes *old, const struct task_nodes *fresh);

/* What a node says, in one line, for comparing and for showing; NULL for NULL. A list of one text is
 * the text. */
const char *update_words(struct arena *a, const struct node *n);

/* Work in hand. */
struct updating {
	struct arena *a;
	const struct update_request *request;
	struct update *update;
	int year, last_year; /* of the old plan */
	const char *of;	     /* its issuer's place */
	struct index *said;  /* what a doubt says in the other language: what it says in this one */
};

/* Learns what the doubts of a document say in both languages; either may be NULL. */
void update_learn(struct updating *u, const struct node *plan, const struct node *other);

/* The doubt of the task's list about the same thing, in whichever language; NULL when there is none. */
const struct node *update_find_doubt(const struct updating *u, const struct node *task,
				     const struct node *like);

void update_tell(struct updating *u, struct update_note note);

/* The task to be written of one in both; base may be NULL. Notes are added under the id. */
struct node *update_task(struct updating *u, const struct node *old, const struct node *fresh,
			 const struct node *base);

/* A copy of a node without its key, to be put elsewhere; members are shared. */
struct node *update_copy(struct arena *a, const struct node *n);

/* The values of the keys `order` (NULL: none), put into a new map in the order in which `old` has them;
 * what old lacks comes where `order` says, and keys of the user's own stay where they are. */
struct node *update_lay(struct arena *a, const struct node *old, const char *const *order,
			const struct node *const *values, size_t count);

#endif
