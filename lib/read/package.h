/* SPDX-License-Identifier: MIT
 * package: the parts of a zipped document, read one after the other and never written anywhere.
 * The one file that knows libzip. What a part delivers is counted, whatever its header claims.
 * For band read. */
#ifndef PAR_PACKAGE_H
#define PAR_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/codes.h"
#include "base/file.h"

struct arena;
struct document;
struct findings;
struct package;

/* NULL after one finding (torn, not a zip, encrypted, too many parts, a part twice). Close it. */
struct package *package_open(struct arena *a, const struct document *document,
			     struct findings *findings);
void package_close(struct package *p);

/* Is it one XML file, as OpenDocument may be saved (.fodt, .fods)? Its only part is called "". */
bool package_is_flat(const struct package *p);

bool package_has(const struct package *p, const char *part);

/* Gives the part's bytes to `take` in pieces of at most 64 KiB until it returns false. False after
 * one finding (damaged, or larger than any plan: 256 MiB a part, 512 MiB together, more than 200
 * times its packed size behind the first MiB); a part that is not there is a finding too. Part names
 * are as in the archive, without a leading slash. True also when `take` stopped it. */
bool package_read(struct package *p, const char *part,
		  bool (*take)(void *user, const char *bytes, size_t n), void *user);

/* A small part (at most `limit` bytes) as a whole, in the arena. */
bool package_whole(struct package *p, const char *part, size_t limit, struct file_bytes *bytes);

/* Adds a finding about a part: "PART: what". Always false. */
bool package_tell(const struct package *p, enum code code, const char *part, const char *what);

#endif
