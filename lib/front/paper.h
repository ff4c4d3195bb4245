/* SPDX-License-Identifier: MIT
 * paper: one document from its file to a draft of a plan. Opening it reads the file's bytes; importing
 * it reads what they say, which belongs in the jail. For bands front and above. */
#ifndef PAR_PAPER_H
#define PAR_PAPER_H

#include <stdbool.h>

#include "import/import.h"
#include "read/reader.h"

struct arena;
struct findings;
struct node;

struct paper {
	struct document document;
	const char *from;   /* the reader to use; NULL: by its bytes */
	const char *format; /* what the document is, where the reader gets something else; NULL */
	const char *sha256; /* of the file */
};

/* Reads the file ("-": standard input). A PDF becomes the text that pdftotext makes of it. False after
 * one finding. */
bool paper_open(struct arena *a, const char *file, const char *from, const char *charset,
		struct findings *findings, struct paper *paper);

/* The document that a plan says it was made of, when a file of that name and hash is in one of the
 * two folders. False when there is none, or the plan names none; nothing is told. */
bool paper_of_plan(struct arena *a, const struct node *plan, const char *const folders[2],
		   struct paper *paper);

/* As import_grid; the draft's source is filled in too. result->tables is set also where no plan is
 * found, NULL when the document could not be read. */
bool paper_import(struct arena *a, const struct paper *paper, const struct import_request *request,
		  struct import_result *result, struct findings *findings);

/* The plan that paper_import would give, its doubts said in the other language; NULL when there is
 * none. A plan keeps the words of whoever made it, so an update has to know both. */
const struct node *paper_other_language(struct arena *a, const struct paper *paper,
					const struct import_request *request);

#endif
