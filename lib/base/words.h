/* SPDX-License-Identifier: MIT
 * words: the words of the field in both languages, each beside its English code. The sentences of
 * findings are in codes, the help of an option in its row. Any file may include this. */
#ifndef PAR_WORDS_H
#define PAR_WORDS_H

#include <stddef.h>

enum language { LANGUAGE_VI, LANGUAGE_EN };

void words_speak(enum language language); /* Vietnamese until told otherwise */
enum language words_language(void);

/* One of the two, by the chosen language. */
const char *words_pick(const char *english, const char *vietnamese)
    __attribute__((format_arg(1), format_arg(2)));

/* What people call the code in the chosen language; the code itself when the table has no such word.
 * `kind`: "status" (of an obligation), "event" (status in a log), "heading" (of a printed table),
 * "log" (a log's columns), "cell" (of a task), "field". */
const char *words_say(const char *kind, const char *code);

/* The code of a word in either language (accent-exact, then folded), among the words of `kind`; NULL
 * when it is none. */
const char *words_code(const char *kind, const char *word);

/* What the system says of an errno, in the chosen language where the reason is a common one. */
const char *words_system(int error);

#endif
