/* SPDX-License-Identifier: MIT
 * paper: documents opened, and imported. It knows nothing of options, the jail and what is printed. */
#include "front/paper.h"

#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "base/words.h"
#include "data/planout.h"
#include "form/source.h"
#include "form/yamltree.h"
#include "front/pdftext.h"

bool paper_open(struct arena *a, const char *file, const char *from, const char *charset,
		struct findings *findings, struct paper *paper)
{
	struct file_bytes *bytes = &paper->document.bytes;
	*paper = (struct paper){.document = {.name = file, .charset = charset}, .from = from};
	if (!source_bytes(a, file, DOCUMENT_LIMIT, findings, bytes))
		return false;
	paper->sha256 = file_sha256(a, bytes->bytes, bytes->size);
	if (from ? strcmp(from, "pdf") != 0 : !reader_is_pdf(*bytes))
		return true;
	paper->from = paper->format = "pdf";
	return pdftext_read(a, &paper->document, findings, bytes);
}

bool paper_of_plan(struct arena *a, const struct node *plan, const char *const folders[2],
		   struct paper *paper)
{
	const struct node *source = node_get(plan, "source");
	const char *file = node_text(source, "file"), *sha256 = node_text(source, "sha256");
	struct findings unheard = {.arena = a};
	if (!file || !sha256 || strchr(file, '/'))
		return false;
	for (int i = 0; i < 2; i++) {
		const char *name = arena_format(a, "%s/%s", folders[i], file);
		if (file_is_regular(name) && paper_open(a, name, NULL, NULL, &unheard, paper) &&
		    strcmp(paper->sha256, sha256) == 0)
			return true;
	}
	return false;
}

bool paper_import(struct arena *a, const struct paper *paper, const struct import_request *request,
		  struct import_result *result, struct findings *findings)
{
	*result = (struct import_result){0};
	struct grid *grid = reader_read(a, &paper->document, paper->from, findings);
	if (!grid || !import_grid(a, grid, request, result, findings))
		return false;
	const char *file = paper->document.name;
	result->draft.file = strcmp(file, "-") == 0 ? NULL : file_base(file);
	result->draft.format = paper->format ? paper->format : grid->format;
	result->draft.sha256 = paper->sha256;
	return true;
}

const struct node *paper_other_language(struct arena *a, const struct paper *paper,
					const struct import_request *request)
{
	struct findings unheard = {.arena = a};
	struct import_result result;
	enum language own = words_language();
	words_speak(own == LANGUAGE_VI ? LANGUAGE_EN : LANGUAGE_VI);
	bool found = paper_import(a, paper, request, &result, &unheard);
	words_speak(own);
	return found ? planout_tree(a, &result.draft) : NULL;
}
