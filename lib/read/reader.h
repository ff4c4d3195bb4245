/* SPDX-License-Identifier: MIT
 * reader: a document's bytes to a grid, by the kind of document that they are. Each kind has one
 * function of the type document_read in a file of its own. For bands import and above. */
#ifndef PAR_READER_H
#define PAR_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"
#include "read/grid.h"

struct arena;
struct findings;

enum {
	DOCUMENT_LIMIT = 128 * 1024 * 1024, /* bytes of a document */
	TEXT_LIMIT = 32 * 1024 * 1024, /* bytes of all text: one text can stand in many cells */
	CELL_LIMIT = 1024 * 1024,      /* bytes of one cell's text */
	ROWS_LIMIT = 100 * 1000,       /* rows of one table, and all its cells: times 16 */
	COLUMNS_LIMIT = 256,
};

struct document {
	const char *name; /* as the user named it, for places */
	struct file_bytes bytes;
	const char
	    *charset; /* --charset: utf-8, utf-16, windows-1258, tcvn3, vni; NULL: recognised */
};

/* The grid, in the arena. NULL after one finding of severity error that says why there is none;
 * others (what was left out, what may be wrong) may be added besides. */
typedef struct grid *document_read(struct arena *a, const struct document *document,
				   struct findings *findings);

document_read docx_read;     /* Word since 2007 */
document_read xlsx_read;     /* Excel since 2007 */
document_read odt_read;	     /* OpenDocument text */
document_read ods_read;	     /* OpenDocument sheets */
document_read html_read;     /* web pages, saved from sites or by Word */
document_read markdown_read; /* pipe tables */
document_read csv_read;	     /* comma, semicolon */
document_read tsv_read;	     /* tab, quoted or not, one line a row */
document_read text_read;     /* plain text of three kinds (textgrid.h), and labelled paragraphs */
document_read layout_read;   /* what pdftotext -layout prints */
document_read pdftsv_read;   /* what pdftotext -tsv prints */

/* The kind of document by its bytes: "docx", "pdf", "doc" …; never NULL. Kinds that no reader is for
 * ("doc", "xls", "locked", "rtf", "image" …) are named too, so that a refusal can say what it is and
 * what to do. */
const char *reader_recognise(struct arena *a, const struct document *document);

/* The reader of a kind; NULL when there is none. A PDF is read as what pdftotext -tsv made of it. */
document_read *reader_find(const char *format);

/* "text, tsv, docx …": what reader_find knows; in the arena. */
const char *reader_formats(struct arena *a);

/* Is this a PDF, to be turned into text first? */
bool reader_is_pdf(struct file_bytes bytes);

/* The grid of a document of the kind `format`, or, NULL, of the kind that its bytes say. NULL after
 * one finding that names what it is and the way out. A name that promises another kind is told. */
struct grid *reader_read(struct arena *a, const struct document *document, const char *format,
			 struct findings *findings);

#endif
