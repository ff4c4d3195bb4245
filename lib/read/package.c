/* SPDX-License-Identifier: MIT
 * package: a zipped document's parts through libzip. It trusts no number of the archive and knows
 * nothing of what the parts hold. */
#include "read/package.h"

#include <string.h>
#include <zip.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "base/index.h"
#include "base/words.h"
#include "read/reader.h"

enum {
	PIECE = 64 * 1024,
	PARTS_LIMIT = 10 * 1000,
	PART_LIMIT = 256 * 1024 * 1024,
	TOTAL_LIMIT = 512 * 1024 * 1024,
	RATIO_FREE = 1024 * 1024, /* bytes that may be packed as well as they will */
	RATIO_LIMIT = 200,
};

struct package {
	struct arena *arena;
	const struct document *document;
	struct findings *findings;
	zip_t *zip;	    /* NULL: the document is its only part */
	zip_uint64_t total; /* bytes that all parts read so far delivered */
	char *piece;
};

static bool tell(const struct package *p, enum code code, const char *what)
{
	findings_add(p->findings, (struct place){p->document->name, 0, 0}, code, what, NULL, NULL);
	return false;
}

bool package_tell(const struct package *p, enum code code, const char *part, const char *what)
{
	return tell(p, code, arena_format(p->arena, "%s: %s", part, what));
}

/* libzip's words are English alone and say little to an officer. */
static const char *reason(int error)
{
	switch (error) {
	case ZIP_ER_NOZIP:
		return words_pick("the file is no zip archive or its end is missing",
				  "tệp không phải gói zip hoặc bị mất phần cuối");
	case ZIP_ER_EXISTS:
		return words_pick("two parts have the same name", "có hai thành phần trùng tên");
	case ZIP_ER_CRC:
		return words_pick("its checksum is wrong", "sai mã kiểm tra");
	case ZIP_ER_EOF:
		return words_pick("its end is missing", "bị mất phần cuối");
	case ZIP_ER_COMPNOTSUPP:
		return words_pick("it is packed in a way that office programs do not use",
				  "nén theo cách mà phần mềm văn phòng không dùng");
	default:
		return words_pick("its bytes contradict each other", "dữ liệu mâu thuẫn nhau");
	}
}

/* The archive over the document's bytes; they are borrowed, and nothing is ever written back. Not with
 * ZIP_CHECKCONS: it refuses one in a hundred documents that Word itself wrote. What it guards against
 * is met here: a name twice, and for each part its checksum and the bytes that it delivers. */
static zip_t *open_bytes(struct file_bytes bytes, int *code)
{
	zip_error_t error;
	zip_error_init(&error);
	zip_source_t *source = zip_source_buffer_create(bytes.bytes, bytes.size, 0, &error);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
	*code = zip_error_code_zip(&error);
	if (source && !zip)
		zip_source_free(source);
	zip_error_fini(&error);
	if (*code == ZIP_ER_MEMORY)
		memory_out();
	return zip;
}

static bool is_encrypted(zip_t *zip)
{
	zip_int64_t count = zip_get_num_entries(zip, 0);
	for (zip_int64_t i = 0; i < count; i++) {
		zip_stat_t stat;
		if (zip_stat_index(zip, (zip_uint64_t)i, 0, &stat) == 0 &&
		    (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
		    stat.encryption_method != ZIP_EM_NONE)
			return true;
	}
	return false;
}

/* Programs differ in which of two parts of one name they take. */
static bool has_twins(const struct package *p)
{
	struct index *seen = index_new(p->arena);
	zip_int64_t count = zip_get_num_entries(p->zip, 0);
	for (zip_int64_t i = 0; i < count; i++) {
		const char *name = zip_get_name(p->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
		name = name ? arena_text(p->arena, name) : "";
		if (index_put(seen, name, strlen(name), (void *)name))
			return true;
	}
	return false;
}

static bool looks_well(struct package *p)
{
	if (zip_get_num_entries(p->zip, 0) > PARTS_LIMIT)
		return tell(
		    p, CODE_DOCUMENT_UNSAFE,
		    arena_format(p->arena,
				 words_pick("it has more than %d parts", "gồm hơn %d thành phần"),
				 PARTS_LIMIT));
	if (is_encrypted(p->zip))
		return tell(p, CODE_DOCUMENT_LOCKED, NULL);
	return !has_twins(p) || tell(p, CODE_DOCUMENT_DAMAGED, reason(ZIP_ER_EXISTS));
}

/* No archive begins with a < or the mark of UTF-8. */
static bool is_xml(struct file_bytes bytes)
{
	return bytes.size > 3 &&
	       (bytes.bytes[0] == '<' || memcmp(bytes.bytes, "\xef\xbb\xbf", 3) == 0);
}

bool package_is_flat(const struct package *p)
{
	return p->zip == NULL;
}

struct package *package_open(struct arena *a, const struct document *document,
			     struct findings *findings)
{
	struct package *p = arena_alloc(a, sizeof *p);
	*p = (struct package){.arena = a, .document = document, .findings = findings};
	int error;
	if (is_xml(document->bytes))
		return p;
	p->zip = open_bytes(document->bytes, &error);
	if (!p->zip) {
		tell(p, CODE_DOCUMENT_DAMAGED, reason(error));
		return NULL;
	}
	if (!looks_well(p)) {
		package_close(p);
		return NULL;
	}
	p->piece = arena_alloc(a, PIECE);
	return p;
}

void package_close(struct package *p)
{
	if (p && p->zip)
		zip_discard(p->zip);
	if (p)
		p->zip = NULL;
}

/* As named; else in other case, which OPC holds for equal (ISO/IEC 29500-2, 6.2.2.3); else with the
 * backslashes that some writers on Windows leave. -1: not there. */
static zip_int64_t locate(const struct package *p, const char *part)
{
	if (!p->zip)
		return *part ? -1 : 0;
	zip_int64_t at = zip_name_locate(p->zip, part, 0);
	if (at < 0)
		at = zip_name_locate(p->zip, part, ZIP_FL_NOCASE);
	if (at < 0 && strchr(part, '/')) {
		char *other = arena_text(p->arena, part);
		for (char *s = other; (s = strchr(s, '/')); s++)
			*s = '\\';
		at = zip_name_locate(p->zip, other, ZIP_FL_NOCASE);
	}
	return at;
}

bool package_has(const struct package *p, const char *part)
{
	return locate(p, part) >= 0;
}

struct reading {
	struct package *package;
	const char *part;
	zip_uint64_t packed, declared, delivered;
	bool stopped;
};

/* Counts n more bytes; false after a finding when they are too many. */
static bool count(struct reading *r, zip_uint64_t n)
{
	struct package *p = r->package;
	r->delivered += n;
	p->total += n;
	if (r->delivered <= RATIO_FREE)
		return true;
	if (r->delivered / RATIO_LIMIT <= r->packed && r->delivered <= PART_LIMIT &&
	    p->total <= TOTAL_LIMIT)
		return true;
	return package_tell(p, CODE_DOCUMENT_UNSAFE, r->part,
			    words_pick("unpacks to more than any plan needs",
				       "bung ra lớn hơn mọi kế hoạch có thể có"));
}

static bool tell_damaged(const struct reading *r, int error)
{
	if (error == ZIP_ER_MEMORY)
		memory_out();
	return package_tell(r->package, CODE_DOCUMENT_DAMAGED, r->part, reason(error));
}

static bool pass_on(struct reading *r, zip_file_t *file,
		    bool (*take)(void *user, const char *bytes, size_t n), void *user)
{
	char *piece = r->package->piece;
	zip_int64_t n;
	while ((n = zip_fread(file, piece, PIECE)) > 0) {
		if (!count(r, (zip_uint64_t)n))
			return false;
		r->stopped = !take(user, piece, (size_t)n);
		if (r->stopped)
			return true;
	}
	if (n < 0)
		return tell_damaged(r, zip_error_code_zip(zip_file_get_error(file)));
	return r->delivered == r->declared || tell_damaged(r, ZIP_ER_INCONS);
}

/* Opens the part that was found at `at`; NULL after one finding. */
static zip_file_t *open_part(struct reading *r, zip_int64_t at)
{
	zip_stat_t stat;
	zip_stat_init(&stat);
	if (zip_stat_index(r->package->zip, (zip_uint64_t)at, 0, &stat) != 0) {
		tell_damaged(r, ZIP_ER_INCONS);
		return NULL;
	}
	if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
		tell_damaged(r, ZIP_ER_COMPNOTSUPP);
		return NULL;
	}
	r->packed = stat.comp_size;
	r->declared = stat.size;
	zip_file_t *file = zip_fopen_index(r->package->zip, (zip_uint64_t)at, 0);
	if (!file)
		tell_damaged(r, zip_error_code_zip(zip_get_error(r->package->zip)));
	return file;
}

static bool pass_bytes(struct file_bytes bytes,
		       bool (*take)(void *user, const char *bytes, size_t n), void *user)
{
	size_t n;
	for (size_t at = 0; at < bytes.size; at += n) {
		n = bytes.size - at < PIECE ? bytes.size - at : PIECE;
		if (!take(user, bytes.bytes + at, n))
			break;
	}
	return true;
}

bool package_read(struct package *p, const char *part,
		  bool (*take)(void *user, const char *bytes, size_t n), void *user)
{
	struct reading r = {.package = p, .part = part};
	zip_int64_t at = locate(p, part);
	if (at < 0)
		return tell(p, CODE_PART_MISSING, part);
	if (!p->zip)
		return pass_bytes(p->document->bytes, take, user);
	zip_file_t *file = open_part(&r, at);
	if (!file)
		return false;
	bool well = pass_on(&r, file, take, user);
	int error = zip_fclose(file);
	if (well && error && !r.stopped)
		return tell_damaged(&r, error);
	return well;
}

struct whole {
	struct buf text;
	size_t limit;
	bool large;
};

static bool take_whole(void *user, const char *bytes, size_t n)
{
	struct whole *w = user;
	w->large = n > w->limit - w->text.n;
	if (!w->large)
		buf_bytes(&w->text, bytes, n);
	return !w->large;
}

bool package_whole(struct package *p, const char *part, size_t limit, struct file_bytes *bytes)
{
	struct whole w = {.limit = limit};
	bool well = package_read(p, part, take_whole, &w);
	if (well && w.large)
		well = package_tell(
		    p, CODE_DOCUMENT_UNSAFE, part,
		    words_pick("is larger than it can rightly be", "lớn hơn mức có thể có"));
	size_t n = w.text.n;
	*bytes = (struct file_bytes){buf_take(&w.text, p->arena), n};
	return well;
}
