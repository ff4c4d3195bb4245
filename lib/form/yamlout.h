/* SPDX-License-Identifier: MIT
 * yamlout: writes a tree as YAML that reads well in a diff: UTF-8 unescaped, nothing folded, texts
 * of several lines as | blocks, small maps and lists of words in flow style. Equal trees give equal
 * bytes, and tree_parse reads back the same tree. A quoted text (node_word) is put in quotes where
 * another YAML reader would take it for a number, a date, a truth value or null; a plain one
 * (node_plain) stands as it is, so that due: 2024 stays 2024. Keys stay plain (no: is one of ours).
 * For bands form and above. */
#ifndef PAR_YAMLOUT_H
#define PAR_YAMLOUT_H

struct buf;
struct node;

/* A map or list below the root that holds only texts and fits on its line (100 columns) is written in
 * flow style, every other one in block style. */
void tree_write(struct buf *out, const struct node *root);

#endif
