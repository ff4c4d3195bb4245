/* SPDX-License-Identifier: MIT
 * html: a web page to a grid: bytes to letters, letters to elements, elements to rows. */
#include "base/arena.h"
#include "base/findings.h"
#include "base/words.h"
#include "read/charset.h"
#include "read/gridmaker.h"
#include "read/web_private.h"
#include "read/websource.h"
#include "read/mime.h"
#include "read/reader.h"

enum { GARBLED = 8 }; /* so many strange words, and more of them than right ones */

/* The page's text. Letters of old fonts stay as they are: their elements say what they mean. */
static bool read_text(struct arena *a, const struct document *document, const char *charset,
		      struct findings *findings, struct file_bytes *text)
{
	const char *own = web_charset(a, document->bytes);
	if (!charset_decode(a, document, own ? own : charset, findings, text))
		return false;
	return web_has_old_fonts(*text) || document->charset ||
	       charset_mend(a, document, findings, text);
}

static bool is_garbled(const struct web_page *page)
{
	const struct syllables *words = &page->words;
	struct place at = {.file = page->document->name};
	if (words->bad < GARBLED || words->bad <= words->good)
		return false;
	findings_add(page->findings, at, CODE_TEXT_GARBLED,
		     arena_format(page->arena, "%zu", words->bad),
		     arena_format(page->arena, "%zu", words->bad + words->good), NULL);
	return true;
}

static bool holds(const struct web_node *node, const char *name)
{
	for (const struct web_node *child = node->first; child; child = child->next)
		if (web_is(child, name) || holds(child, name))
			return true;
	return false;
}

/* A page that says nothing itself: its words are in other pages, or it has pictures of them. */
static bool is_elsewhere(const struct web_page *page, const struct web_node *root,
			 const struct grid *grid)
{
	struct place at = {.file = page->document->name};
	if (grid->count > 0)
		return false;
	if (holds(root, "frame") || holds(root, "iframe"))
		findings_add(page->findings, at, CODE_DOCUMENT_KIND,
			     words_pick("a page that shows other pages in frames",
					"trang web chỉ có khung chứa các trang khác"),
			     words_pick("open the page in the frame by itself, save that and "
					"import it",
					"hãy mở riêng trang trong khung, lưu lại rồi nhập"),
			     NULL);
	else if (holds(root, "img"))
		findings_add(page->findings, at, CODE_DOCUMENT_SCANNED, NULL, NULL, NULL);
	else
		findings_add(page->findings, at, CODE_FILE_EMPTY, NULL, NULL, NULL);
	return true;
}

static struct grid *read_page(struct web_page *page, struct file_bytes text)
{
	struct web_source source;
	if (!web_source(page->arena, page->document, text, page->findings, &source))
		return NULL;
	struct web_node *root = web_tree(page->arena, page->document, source.page, page->findings);
	if (!root)
		return NULL;
	page->styles = web_styles_read(page->arena, source.styles);
	struct web_flow flow = {.page = page,
				.writer = web_writer(page->arena, &page->seen, &page->words)};
	web_walk_children(&flow, root, (struct web_style){0});
	web_boundary(&flow);
	struct grid *grid = maker_end(page->maker);
	return grid && !is_elsewhere(page, root, grid) && !is_garbled(page) ? grid : NULL;
}

struct grid *html_read(struct arena *a, const struct document *document, struct findings *findings)
{
	struct document inner = *document;
	const char *charset = NULL;
	struct file_bytes text;
	if (mime_seen(document->bytes) && !mime_page(a, document, findings, &inner.bytes, &charset))
		return NULL;
	if (!read_text(a, &inner, charset, findings, &text))
		return NULL;
	struct web_page page = {.arena = a,
				.document = document,
				.findings = findings,
				.maker = maker_new(a, "html", document, findings)};
	return read_page(&page, text);
}
