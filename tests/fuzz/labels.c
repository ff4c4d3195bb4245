/* SPDX-License-Identifier: MIT
 * fuzz: paragraphs made of marks, labels and values, each chosen by a byte, as a plan without a table:
 * whatever their order, no label is lost without a word about it. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/findings.h"
#include "data/planout.h"
#include "form/yamlout.h"
#include "import/import.h"
#include "import/labels.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const pieces[] = {
    "\n",
    "I. ",
    "1. ",
    "1.1. ",
    "2. ",
    "a) ",
    "b) ",
    "- ",
    "+ ",
    "Sửa cầu Đá",
    ". ",
    "; ",
    "(",
    ")",
    "Cơ quan chủ trì: ",
    "Phối hợp: ",
    "Thời gian thực hiện: ",
    "Nội dung: ",
    "Sản phẩm: ",
    "Kinh phí: ",
    "Sở Xây dựng",
    "UBND xã Tân Hòa",
    "Quý II/2026",
    "hoàn thành trước ngày 30/6/2026",
    "PHỤ LỤC",
    "Nơi nhận:",
    "Cơ quam chủ trì: ",
    "12",
    ", ",
    ":",
    "“",
    "\t",
};

enum { PIECES = sizeof pieces / sizeof *pieces, MOST = 400 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct findings findings = {.arena = a};
	struct grid grid = {.format = "text"};
	struct buf line = {0};
	for (size_t i = 0; i <= size && i < MOST; i++) {
		const char *piece = i < size ? pieces[data[i] % PIECES] : "\n";
		if (*piece != '\n') {
			buf_text(&line, piece);
			continue;
		}
		grid.pieces = arena_more(a, grid.pieces, grid.count, sizeof *grid.pieces);
		grid.pieces[grid.count] = (struct grid_piece){PIECE_PARAGRAPH, buf_take(&line, a),
							      (long)grid.count + 1, NULL};
		grid.count++;
	}
	buf_free(&line);
	struct import_request request = {.file = "fuzz"};
	struct import_result result;
	struct buf out = {0};
	labels_count(a, &grid);
	if (import_grid(a, &grid, &request, &result, &findings))
		tree_write(&out, planout_tree(a, &result.draft));
	else if (findings.count == 0)
		__builtin_trap(); /* a refusal says why */
	buf_free(&out);
	arena_free(a);
	return 0;
}
