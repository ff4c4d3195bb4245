/* SPDX-License-Identifier: MIT
 * text: what people mean by "the same words". All functions take valid UTF-8 in NFC.
 * Three keys, from strict to loose: text_key (case, blanks, punctuation and the place of the tone
 * mark folded: Uỷ = Ủy, hoà = hòa), text_plain (also without accents: "so noi vu"). Any file may
 * include this. */
#ifndef PAR_TEXT_H
#define PAR_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* Soft hyphen, zero-width space, word joiner, BOM: they part no word and make no difference. */
bool text_is_unseen(uint32_t c);

/* Runs of blanks (NBSP too) as one space, none at the ends; what is not seen is left out, but for a
 * soft hyphen before a capital or a digit, where some converters mean a real one. */
char *text_squeeze(struct arena *a, const char *s);
bool text_is_blank(const char *s); /* NULL and "" are */

/* The text, or its first words in at most about `most` bytes and " …". */
const char *text_opening(struct arena *a, const char *s, size_t most);

bool text_same(const char *a, const char *b); /* byte for byte; NULL equals NULL only */

/* Lower case, one way to write each syllable's tone, dashes and quotes unified, punctuation other
 * than - & / ( ) . , ; : dropped, blanks squeezed. */
char *text_lower(struct arena *a, const char *s);

/* The folded key: text_lower without any punctuation (each run of it is a blank). */
char *text_key(struct arena *a, const char *s);

/* text_key without accents, đ as d. */
char *text_plain(struct arena *a, const char *s);

/* Is `part` found in `whole`, case- and accent-blind, at a word's start? */
bool text_match(const char *whole, const char *part);

/* Edit distance in characters, at most `limit` + 1. */
size_t text_distance(const char *a, const char *b, size_t limit);

/* The candidate nearest to `word` by text_distance, if near enough to be a slip; else NULL. */
const char *text_nearest(const char *word, const char *const candidates[], size_t count);

/* Vietnamese order: letters a ă â b c d đ e ê ..., then tones (none huyền hỏi ngã sắc nặng), then
 * case, then bytes; digits as numbers. Total: 0 only for equal bytes. */
int text_compare(const char *a, const char *b);

/* A whole number of decimal digits, nothing else; false when it is none or does not fit. */
bool text_number(const char *s, size_t n, long *number);

#endif
