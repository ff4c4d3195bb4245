/* SPDX-License-Identifier: MIT
 * labelwords: "Cơ quan chủ trì: …" in running text: where labels stand, what each says, and how far its
 * value reaches. For band import. */
#ifndef PAR_LABELWORDS_H
#define PAR_LABELWORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "import/headings.h"

struct arena;

struct label {
	enum role role;	   /* ROLE_OTHER: understood, but nothing a plan has a column for */
	const char *words; /* as printed */
	const char *value; /* as printed, without the signs that part it from what follows */
	size_t from, to;   /* bytes of the text that label and value take */
	bool typo;	   /* understood in spite of a typing error */
	bool embedded; /* a deadline in a sentence, without a label: "hoàn thành trước ngày …" */
};

struct label_list {
	struct label *items;
	size_t count;
};

/* The labels of one paragraph (blanks squeezed), in order. A deadline without a label is taken only
 * where it is a sentence or bracket of its own, or ends a sentence behind a comma. */
struct label_list labels_in(struct arena *a, const char *text);

/* What the words before a colon say, ROLE_UNKNOWN when they are no label. */
enum role label_role(struct arena *a, const char *words);

/* Does the role say who or until when? A task has one of these. */
bool label_is_hard(enum role role);

/* The labels of lists of administrative procedures: "Thành phần hồ sơ", "Lệ phí" … */
bool label_is_procedure(struct arena *a, const char *words);

#endif
