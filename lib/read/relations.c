/* SPDX-License-Identifier: MIT
 * relations: the .rels parts of a package. It knows how targets are written, and no document. */
#include "read/relations.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/package.h"
#include "read/xmlpart.h"

static const char *const names[] = {"pr:Relationship", NULL};

static const char *const families[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
};

struct reading {
	struct arena *arena;
	const char *folder; /* of the part that the relations belong to, with its slash; "" */
	struct relations *relations;
};

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Targets are URIs: %20 is a blank; some writers on Windows leave backslashes. */
static char *decode(struct arena *a, const char *s)
{
	struct buf out = {0};
	for (; *s; s++) {
		int high = *s == '%' ? hex(s[1]) : -1;
		int low = high >= 0 ? hex(s[2]) : -1;
		if (low >= 0 && high + low > 0) {
			buf_char(&out, (char)(high * 16 + low));
			s += 2;
		} else {
			buf_char(&out, (char)(*s == '\\' ? '/' : *s));
		}
	}
	return buf_take(&out, a);
}

/* Takes the last folder off a path that ends in a slash. */
static void leave(struct buf *path)
{
	size_t n = path->n;
	while (n > 0 && path->s[n - 1] == '/')
		n--;
	while (n > 0 && path->s[n - 1] != '/')
		n--;
	buf_cut(path, n);
}

/* The name in the archive: no slash in front, "." and ".." gone. */
static const char *resolve(const struct reading *r, const char *target)
{
	struct buf path = {0};
	const char *s = decode(r->arena, target);
	if (*s != '/')
		buf_text(&path, r->folder);
	while (*s) {
		size_t n = strcspn(s, "/");
		bool last = s[n] == '\0';
		if (n == 2 && memcmp(s, "..", 2) == 0)
			leave(&path);
		else if (n > 0 && !(n == 1 && *s == '.'))
			buf_format(&path, "%.*s%s", (int)n, s, last ? "" : "/");
		s += n + !last;
	}
	return buf_take(&path, r->arena);
}

static const char *short_type(const char *type)
{
	for (size_t i = 0; type && i < sizeof families / sizeof *families; i++) {
		size_t n = strlen(families[i]);
		if (strncmp(type, families[i], n) == 0)
			return type + n;
	}
	return NULL;
}

static void on_start(void *user, struct xml_part *x, int name)
{
	struct reading *r = user;
	const char *type = name == 0 ? short_type(xml_value(x, "Type")) : NULL;
	const char *target = xml_value(x, "Target"), *id = xml_value(x, "Id");
	const char *mode = xml_value(x, "TargetMode");
	if (!type || !target)
		return;
	struct relations *all = r->relations;
	all->items = arena_more(r->arena, all->items, all->count, sizeof *all->items);
	all->items[all->count++] = (struct relation){
	    .id = arena_text(r->arena, id ? id : ""),
	    .type = arena_text(r->arena, type),
	    .target = mode && strcmp(mode, "External") == 0 ? NULL : resolve(r, target),
	};
}

static void on_end(void *user, struct xml_part *x, int name)
{
	(void)user, (void)x, (void)name;
}

bool relations_read(struct arena *a, struct package *p, const char *part,
		    struct relations *relations)
{
	static const struct xml_handlers handlers = {names, on_start, on_end, NULL};
	const char *slash = strrchr(part, '/');
	size_t n = slash ? (size_t)(slash - part) + 1 : 0;
	*relations = (struct relations){NULL, 0};
	struct reading r = {a, arena_copy(a, part, n), relations};
	const char *rels = arena_format(a, "%s_rels/%s.rels", r.folder, part + n);
	return !package_has(p, rels) || xml_read(p, rels, &handlers, &r);
}

const char *relations_type(const struct relations *relations, const char *type)
{
	for (size_t i = 0; i < relations->count; i++)
		if (relations->items[i].target && strcmp(relations->items[i].type, type) == 0)
			return relations->items[i].target;
	return NULL;
}

const char *relations_id(const struct relations *relations, const char *id)
{
	for (size_t i = 0; i < relations->count; i++)
		if (relations->items[i].target && strcmp(relations->items[i].id, id) == 0)
			return relations->items[i].target;
	return NULL;
}
