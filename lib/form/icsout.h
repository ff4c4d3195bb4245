/* SPDX-License-Identifier: MIT
 * icsout: the content lines of an iCalendar stream (RFC 5545, 3.1 and 3.3.11): CRLF, folding,
 * escaping. It does not know what an entry means. For bands form and above. */
#ifndef PAR_ICSOUT_H
#define PAR_ICSOUT_H

#include <stddef.h>
#include <stdio.h>

/* NAME:value, the value as it is; parameters belong to the name ("DTSTART;VALUE=DATE"). Folded so
 * that no line has more than 75 octets and no character is cut. */
void ics_line(FILE *out, const char *name, const char *value);

/* NAME:value of type TEXT: escaped; what a calendar may not hold (control characters) is a blank. */
void ics_text(FILE *out, const char *name, const char *text);

/* NAME:one,two of type TEXT; members that are NULL or empty are left out, with all of them the line. */
void ics_texts(FILE *out, const char *name, const char *const texts[], size_t count);

#endif
