/* SPDX-License-Identifier: MIT
 * marktext: what is left to read of a text in Markdown: emphasis, links, tags and escapes taken out.
 * For band read. */
#ifndef PAR_MARKTEXT_H
#define PAR_MARKTEXT_H

struct arena;

/* The text, in the arena, with \n where <br> or the source breaks a line. Raised digits stay as such
 * (m<sup>2</sup> is m²). *lost: what was taken out though a reader sees it, as printed: marks of
 * footnotes, struck-out words; NULL when nothing was. */
const char *marktext_read(struct arena *a, const char *s, const char **lost);

/* A line that is a heading, a quotation or a list item keeps its words, and its item's own sign. */
const char *marktext_line(const char *s);

#endif
