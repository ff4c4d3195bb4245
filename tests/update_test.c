/* SPDX-License-Identifier: MIT
 * The best pairing, and which task of a new document a task of the plan has become. */
#include "import/update.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/assign.h"
#include "base/findings.h"
#include "check.h"
#include "form/source.h"
#include "form/yamltree.h"
#include "import/update_private.h"

/* The greatest total there is, by trying all. */
static long best_total(const long *gain, size_t rows, size_t columns, size_t row, unsigned taken)
{
	if (row == rows)
		return 0;
	long best = best_total(gain, rows, columns, row + 1, taken);
	for (size_t c = 0; c < columns; c++) {
		if (taken & 1U << c)
			continue;
		long now = gain[row * columns + c] +
			   best_total(gain, rows, columns, row + 1, taken | 1U << c);
		best = now > best ? now : best;
	}
	return best;
}

static long total_of(const long *gain, size_t rows, size_t columns, const long *to)
{
	unsigned taken = 0;
	long total = 0;
	for (size_t r = 0; r < rows; r++) {
		if (to[r] < 0)
			continue;
		CHECK(to[r] < (long)columns && !(taken & 1U << to[r]));
		taken |= 1U << to[r];
		CHECK(gain[r * columns + (size_t)to[r]] > 0);
		total += gain[r * columns + (size_t)to[r]];
	}
	return total;
}

static void test_assign(struct arena *a)
{
	check_begin(
	    "pairings of all small shapes have the greatest total, and pair nothing worth 0");
	unsigned seed = 1;
	for (int round = 0; round < 600; round++) {
		size_t rows = (size_t)(round % 6), columns = (size_t)(round / 6 % 6);
		long gain[36];
		for (size_t i = 0; i < rows * columns; i++) {
			seed = seed * 1103515245 + 12345;
			gain[i] = seed >> 16 & 3 ? (long)(seed >> 18 & 15) : 0;
		}
		const long *to = assign_best(a, gain, rows, columns);
		CHECK(total_of(gain, rows, columns, to) == best_total(gain, rows, columns, 0, 0));
	}
}

static struct node *plan_of(struct arena *a, const char *text)
{
	struct findings findings = {.arena = a};
	return tree_parse(a, "plan.yaml", (struct file_bytes){text, strlen(text)}, &findings);
}

/* "ids of `old` in order > ids they became", parted by blanks; - for none. */
static const char *matched(struct arena *a, const char *old, const char *fresh)
{
	const struct task_nodes x = update_tasks(a, plan_of(a, old));
	const struct task_nodes y = update_tasks(a, plan_of(a, fresh));
	const long *to = update_match(a, &x, &y);
	const char *s = "";
	for (size_t i = 0; i < x.count; i++)
		s = arena_format(a, "%s%s%s", s, i ? " " : "",
				 to[i] < 0 ? "-" : node_text(y.items[to[i]], "id"));
	return s;
}

static void test_match(struct arena *a)
{
	check_begin("tasks are found again by words and numbers together");
	static const char plan[] = "tasks:\n"
				   "  - {id: a, no: '1', text: Họp giao ban, area: I}\n"
				   "  - {id: b, no: '2', text: Rà soát thủ tục đất đai của tỉnh}\n"
				   "  - {id: c, no: '3', text: Họp giao ban, area: II}\n";
	CHECK_TEXT(matched(a, plan, plan), "a b c");
	CHECK_TEXT(matched(a, plan,
			   "tasks:\n"
			   "  - {id: x, no: '1', text: Trồng cây bóng mát}\n"
			   "  - {id: y, no: '2', text: Họp giao ban, area: I}\n"
			   "  - {id: z, no: '4', text: Họp giao ban, area: II}\n"
			   "  - {id: w, no: '3', text: Rà soát thủ tục đất đai của thành phố}\n"),
		   "y w z");
	CHECK_TEXT(matched(a, "tasks:\n  - {id: a, no: '1', text: Mở lớp tập huấn}\n",
			   "tasks:\n  - {id: x, no: '1', text: Mua sắm thiết bị}\n"),
		   "-");
	CHECK_TEXT(matched(a, "tasks:\n  - {id: a, no: '1', text: Mở lớp}\n", "tasks: []\n"), "-");
	CHECK_TEXT(matched(a, "tasks:\n  - {id: a, no: '7'}\n", "tasks:\n  - {id: x, no: '7'}\n"),
		   "x");
}

static void test_swapped(struct arena *a)
{
	check_begin("of two pairings the one that is better on the whole");
	/* Taken one by one, a would have x, which leaves b without its own. */
	CHECK_TEXT(matched(a,
			   "tasks:\n"
			   "  - {id: a, text: mở lớp tin học cho cán bộ xã vùng cao}\n"
			   "  - {id: b, text: mở lớp tin học cho cán bộ xã}\n",
			   "tasks:\n"
			   "  - {id: x, text: mở lớp tin học cho cán bộ xã vùng}\n"
			   "  - {id: y, text: mở lớp tin học cho cán bộ xã vùng cao biên giới}\n"),
		   "y x");
}

int main(void)
{
	struct arena *a = arena_new();
	test_assign(a);
	test_match(a);
	test_swapped(a);
	arena_free(a);
	return check_end();
}
