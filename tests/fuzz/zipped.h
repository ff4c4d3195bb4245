/* SPDX-License-Identifier: MIT
 * zipped: an archive of parts that are not packed, so that a fuzzer's bytes reach the readers of the
 * parts. For fuzz targets only. */
#ifndef PAR_ZIPPED_H
#define PAR_ZIPPED_H

#include <stdint.h>
#include <string.h>

#include "base/buf.h"

struct zipped {
	struct buf parts, directory;
	unsigned count;
};

static inline void zipped_number(struct buf *out, uint32_t n, int bytes)
{
	for (; bytes > 0; bytes--, n >>= 8)
		buf_char(out, (char)(n & 0xff));
}

static inline uint32_t zipped_checksum(const char *bytes, size_t n)
{
	uint32_t crc = 0xffffffff;
	for (size_t i = 0; i < n; i++) {
		crc ^= (unsigned char)bytes[i];
		for (int k = 0; k < 8; k++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc;
}

/* What local header and directory have in common: versions to the length of the name's extra. */
static inline void zipped_facts(struct buf *out, const char *name, const char *bytes, size_t n)
{
	zipped_number(out, 20, 2);
	zipped_number(out, 0, 4); /* no flags, not packed */
	zipped_number(out, 0x00210000, 4);
	zipped_number(out, zipped_checksum(bytes, n), 4);
	zipped_number(out, (uint32_t)n, 4);
	zipped_number(out, (uint32_t)n, 4);
	zipped_number(out, (uint32_t)strlen(name), 2);
	zipped_number(out, 0, 2);
}

static inline void zipped_add(struct zipped *z, const char *name, const char *bytes, size_t n)
{
	uint32_t at = (uint32_t)z->parts.n;
	zipped_number(&z->parts, 0x04034b50, 4);
	zipped_facts(&z->parts, name, bytes, n);
	buf_text(&z->parts, name);
	buf_bytes(&z->parts, bytes, n);
	zipped_number(&z->directory, 0x02014b50, 4);
	zipped_number(&z->directory, 20, 2);
	zipped_facts(&z->directory, name, bytes, n);
	zipped_number(&z->directory, 0, 2);
	zipped_number(&z->directory, 0, 4);
	zipped_number(&z->directory, 0, 4);
	zipped_number(&z->directory, at, 4);
	buf_text(&z->directory, name);
	z->count++;
}

/* The whole archive, in z->parts. */
static inline void zipped_end(struct zipped *z)
{
	uint32_t at = (uint32_t)z->parts.n;
	buf_bytes(&z->parts, z->directory.s, z->directory.n);
	zipped_number(&z->parts, 0x06054b50, 4);
	zipped_number(&z->parts, 0, 4);
	zipped_number(&z->parts, z->count, 2);
	zipped_number(&z->parts, z->count, 2);
	zipped_number(&z->parts, (uint32_t)z->directory.n, 4);
	zipped_number(&z->parts, at, 4);
	zipped_number(&z->parts, 0, 2);
	buf_free(&z->directory);
}

#endif
