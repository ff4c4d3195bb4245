/* SPDX-License-Identifier: MIT
 * pdftext: pdftotext as a child that gets the document on its standard input. */
#include "front/pdftext.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/findings.h"
#include "front/jail.h"
#include "read/reader.h"

static bool refuse(struct findings *findings, const struct document *pdf, enum code code,
		   const char *first, const char *second)
{
	findings_add(findings, (struct place){pdf->name, 0, 0}, code, first, second, NULL);
	return false;
}

static struct jail_result run(struct arena *a, struct file_bytes pdf)
{
	static const char *const usual[] = {"/usr/bin/pdftotext", "/usr/local/bin/pdftotext"};
	const char *chosen = getenv("PAR_PDFTOTEXT");
	struct jail_result r = {.end = JAIL_ABSENT};
	for (size_t i = 0; r.end == JAIL_ABSENT && i < (chosen && *chosen ? 1 : 2); i++) {
		const char *program = chosen && *chosen ? chosen : usual[i];
		const char *const argv[] = {program, "-enc", "UTF-8", "-tsv", "-", "-", NULL};
		r = jail_program(a, &jail_usual, argv, pdf);
	}
	return r;
}

/* The first line of what the program said on standard error. */
static const char *complaint(struct arena *a, struct file_bytes err)
{
	return arena_copy(a, err.bytes, strcspn(err.bytes, "\r\n"));
}

/* Its manual: 1 it cannot be opened (also for want of a password), 3 its permissions forbid it. */
static bool refuse_failed(struct arena *a, const struct document *pdf, const struct jail_result *r,
			  struct findings *findings)
{
	enum { FORBIDDEN = 3 };
	bool locked = strstr(r->err.bytes, "password") || r->status == FORBIDDEN;
	return refuse(findings, pdf, locked ? CODE_DOCUMENT_LOCKED : CODE_DOCUMENT_DAMAGED,
		      complaint(a, r->err), NULL);
}

bool pdftext_read(struct arena *a, const struct document *pdf, struct findings *findings,
		  struct file_bytes *tsv)
{
	struct jail_result r = run(a, pdf->bytes);
	if (r.end == JAIL_ABSENT)
		return refuse(
		    findings, pdf, CODE_TOOL_MISSING, "pdftotext",
		    arena_format(a, "pdftotext -tsv '%s' - | par-import --from pdf-tsv",
				 strcmp(pdf->name, "-") == 0 ? "X.pdf" : file_base(pdf->name)));
	if (r.end != JAIL_DONE)
		return refuse(findings, pdf,
			      r.end == JAIL_REFUSED ? CODE_NO_PROCESS : CODE_DOCUMENT_UNSAFE,
			      jail_says(a, &jail_usual, r.end), NULL);
	if (r.status != 0)
		return refuse_failed(a, pdf, &r, findings);
	*tsv = r.out;
	return true;
}
