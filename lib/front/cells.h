/* SPDX-License-Identifier: MIT
 * cells: the cells that several tables have in common. For bands front and above. */
#ifndef PAR_CELLS_H
#define PAR_CELLS_H

#include "data/plan.h"
#include "form/sheet.h"

struct arena;

/* Each leaves the cell empty when there is nothing to say. Texts are borrowed. */
void text_cell(struct cell *c, const char *text);
void word_cell(struct cell *c, const char *code);
void day_cell(struct arena *a, struct cell *c, day d);
void number_cell(struct arena *a, struct cell *c, long n);

/* Names with their roles, separated by semicolons. */
const char *join_parties(struct arena *a, const struct party *list, size_t count);

/* The start in canonical words, else as printed; NULL when the plan gives none. */
const char *start_text(struct arena *a, const struct task *t);

/* The deadline as printed. */
const char *said_text(const struct task *t);

/* 12.5 for 1250 hundredths of a percent. */
const char *percent_text(struct arena *a, long hundredths);

#endif
